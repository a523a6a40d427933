import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { printPalette } from '@/lib/charts/palette'

const css = fs.readFileSync(path.resolve(import.meta.dirname, '../../components/ui/tokens.css'), 'utf8')
const [lightPart = '', darkPart = ''] = css.split('@media screen and (prefers-color-scheme: dark)')

type Tokens = Record<string, string>
function tokens(part: string): Tokens {
  return Object.fromEntries(
    [...part.matchAll(/--color-([\w-]+):\s*(#[0-9a-f]{6})/g)].map(([, name = '', hex = '']) => [name, hex]),
  )
}
const light = tokens(lightPart)
const themes = { light, dark: { ...light, ...tokens(darkPart) } }

/** Relative luminance, WCAG 2.2. */
function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

function contrast(a: string, b: string): number {
  const [x, y] = [luminance(a), luminance(b)]
  return (Math.max(x, y) + 0.05) / (Math.min(x, y) + 0.05)
}

/** Lightness 0–100 as the eye sees it (CIE L*). */
function lightness(hex: string): number {
  const y = luminance(hex)
  return y > 0.008856 ? 116 * Math.cbrt(y) - 16 : 903.3 * y
}

const grounds = ['page', 'surface', 'selected', 'field']
const softGrounds = ['good', 'warning', 'danger', 'info', 'unknown'].map((name) => `${name}-soft`)
const chart = [1, 2, 3, 4, 5].map((index) => `chart-${index}`)

const textPairs: [string, string][] = [
  ...grounds.flatMap((ground) =>
    ['ink', 'muted', 'link', 'brand', 'brand-strong', 'danger', 'unknown'].map((ink): [string, string] => [
      ink,
      ground,
    ]),
  ),
  ...['good', 'warning', 'danger', 'info', 'unknown'].flatMap((name): [string, string][] => [
    [name, `${name}-soft`],
    [name, 'page'],
    [name, 'surface'],
  ]),
  ...softGrounds.flatMap((ground) => ['ink', 'muted', 'link'].map((ink): [string, string] => [ink, ground])),
  ['ink', 'sunken'],
  ['on-brand', 'brand'],
  ['on-brand', 'brand-strong'],
  ['danger-strong', 'danger-soft'],
  // The number of a risk on its mark.
  ['page', 'ink'],
]
const shapePairs: [string, string][] = [
  ...grounds.flatMap((ground) => ['edge', 'focus', 'brand'].map((line): [string, string] => [line, ground])),
  ...[...chart, 'chart-good', 'chart-warning', 'chart-danger', 'chart-neutral', 'chart-unknown', 'chart-target'].map(
    (name): [string, string] => [name, 'page'],
  ),
]

/** Pairs that stay under the limit, and pairs whose colours do not exist. */
function tooWeak(theme: Tokens, pairs: readonly [string, string][], limit: number): string[] {
  return pairs.flatMap(([a, b]) => {
    const [x, y] = [theme[a], theme[b]]
    if (!x || !y) return [`${a} on ${b}: no such colour`]
    const ratio = contrast(x, y)
    return ratio < limit ? [`${a} on ${b}: ${ratio.toFixed(2)}`] : []
  })
}

describe.each(Object.entries(themes))('colours, %s', (_name, theme) => {
  it('text has 4.5 : 1 on every ground it stands on', () => {
    console.log(`contrast: ${textPairs.length} text pairs, ${shapePairs.length} shape pairs`)
    expect(tooWeak(theme, textPairs, 4.5)).toEqual([])
  })

  it('lines, marks and series have 3 : 1', () => {
    expect(tooWeak(theme, shapePairs, 3)).toEqual([])
  })

  it('series colours differ in lightness, so that they differ in greyscale', () => {
    const values = chart.map((name) => lightness(theme[name] ?? '#000000')).sort((a, b) => a - b)
    const steps = values.slice(1).map((value, index) => value - (values[index] ?? 0))
    expect(Math.min(...steps)).toBeGreaterThanOrEqual(6)
  })

  it('catches a planted weak pair, and knows black on white', () => {
    expect(tooWeak({ ...theme, muted: theme.line ?? '' }, textPairs, 4.5).length).toBeGreaterThan(0)
    expect(tooWeak(theme, [['nothing', 'page']], 3)).toEqual(['nothing on page: no such colour'])
    expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5)
    // Measured elsewhere for the same colour of Suomi.fi.
    expect(contrast('#00357a', '#ffffff')).toBeCloseTo(11.7, 1)
  })
})

it('files are drawn in the light colours of the page', () => {
  const series = chart.map((name) => light[name])
  expect(printPalette.series).toEqual(series)
  expect([printPalette.page, printPalette.ink, printPalette.muted, printPalette.grid, printPalette.target]).toEqual(
    ['page', 'ink', 'muted', 'chart-grid', 'chart-target'].map((name) => light[name]),
  )
  for (const name of ['good', 'warning', 'danger', 'unknown'] as const) {
    expect([printPalette.lights[name], printPalette.soft[name]]).toEqual([
      light[`chart-${name}`],
      light[`${name}-soft`],
    ])
  }
})
