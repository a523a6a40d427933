import { describe, expect, it } from 'vitest'
import { describeChart } from '@/lib/charts/describe'
import type { ChartModel } from '@/lib/charts/model'
import { printPalette, screenPalette } from '@/lib/charts/palette'
import { chartSvg } from '@/lib/charts/svg'
import { words } from '@/lib/platform/words'
import { bars, every, lights, line, percent, risks } from './examples'

const t = words('fi')
function draw(model: ChartModel, width = 480): string {
  return chartSvg(model, {
    palette: printPalette,
    locale: 'fi',
    width,
    prefix: 'k1',
    description: describeChart(model, t),
  })
}

/** Faults of a drawing: unbalanced tags, style or script, numbers that are none. */
function faults(svg: string): string[] {
  const found: string[] = []
  const open: string[] = []
  for (const [, close, name = '', , selfClosing] of svg.matchAll(
    /<(\/?)([a-z]+)((?:\s[\w:-]+="[^"<]*")*)\s*(\/?)>/gi,
  )) {
    if (close) {
      if (open.pop() !== name) found.push(`unbalanced ${name}`)
    } else if (!selfClosing) open.push(name)
  }
  if (open.length > 0) found.push(`unclosed ${open.join(' ')}`)
  if (svg.replace(/<\/?[a-z]+(?:\s[\w:-]+="[^"<]*")*\s*\/?>/gi, '').includes('<')) found.push('a < that opens no tag')
  if (/\sstyle=|<style|<script|\son\w+=/i.test(svg.replace(/>[^<]*</g, '><'))) found.push('style or script')
  if (/NaN|undefined|Infinity/.test(svg)) found.push('not a number')
  if (/&(?!(amp|lt|gt|quot);)/.test(svg)) found.push('bare &')
  return found
}

describe('drawing', () => {
  it.each(every.map((model) => [model.kind, model] as const))('%s is sound at every width', (_kind, model) => {
    for (const width of [320, 480, 640, 880]) expect(faults(draw(model, width))).toEqual([])
  })

  it('the check of soundness finds planted faults', () => {
    expect(faults('<svg><g></svg>')).not.toEqual([])
    expect(faults('<svg><text style="x">a</text></svg>')).toContain('style or script')
    expect(faults('<svg><line x="NaN"/></svg>')).toContain('not a number')
    expect(faults('<svg><text>a & b</text></svg>')).toContain('bare &')
  })

  it('writes hostile text as text', () => {
    const nasty = '</text><script>alert(1)</script> "&\u0000\ud800 č đ ŋ š ž 😀'
    const svg = draw({
      ...line,
      title: nasty,
      series: [
        { name: nasty, points: [percent('1')] },
        { name: nasty, points: [{ value: '1', text: nasty }] },
      ],
    })
    expect(faults(svg)).toEqual([])
    expect(svg).not.toContain('<script')
    expect(svg).toContain('č đ ŋ š ž 😀')
    expect(svg).not.toContain('\u0000')
    expect(svg.isWellFormed()).toBe(true)
  })

  it('has a text alternative and a name space for its ids', () => {
    for (const model of every) {
      const svg = draw(model)
      expect(svg).toMatch(/^<svg xmlns="[^"]+" viewBox="0 0 480 \d+" width="480" height="\d+" role="img" aria-label="/)
      for (const [, id] of svg.matchAll(/\sid="([^"]+)"/g)) expect(id).toMatch(/^k1/)
    }
  })

  it('follows the palette: fixed colours for files, the tokens of the page on screen', () => {
    const screen = chartSvg(bars, { palette: screenPalette, locale: 'fi', width: 480, prefix: 'k1', description: '' })
    expect(draw(bars)).not.toContain('var(')
    expect(screen).toContain('var(--color-chart-1)')
    expect(screen).not.toMatch(/#[0-9a-f]{6}/i)
  })
})

describe('honesty', () => {
  it('leaves a gap where a value is unknown, and never draws it as zero', () => {
    const path = /<path d="(M[^"]*)" fill="none"/.exec(draw(line))?.[1] ?? ''
    expect(path.match(/M/g)).toHaveLength(2)
    expect(draw(line).match(/<circle/g)).toHaveLength(3)
    const dashed = draw(bars)
    expect(dashed).toContain('ei tiedossa')
    expect(dashed.match(/stroke-dasharray="3 3"/g)).toHaveLength(1)
  })

  it('writes the last value, the targets and every unit of the lights', () => {
    expect(draw(line)).toContain('>71\u00a0%<')
    expect(draw(line)).toContain('>Välitavoite 66 %<')
    expect(draw(line)).toContain('>Tavoite 80 %<')
    expect(draw(lights)).toContain('Ei raporttia 9')
    // 14 units without a light of their own shape: 11 + 1 key circles filled, 9 + 1 hollow.
    expect(draw(lights).match(/<circle[^>]*fill="#2e8b57"/g)).toHaveLength(12)
    expect(draw(lights).match(/<circle[^>]*fill="none"/g)).toHaveLength(10)
  })

  it('says of which period the last value is when newer ones are unknown', () => {
    const stale = {
      ...line,
      series: [{ name: '', points: [percent('54'), percent('60'), percent(null), percent(null)] }],
    }
    expect(draw(stale)).toContain('(Q2/2025)')
  })

  it('puts each scored risk in its cell and leaves the unscored out', () => {
    const svg = draw(risks)
    expect(svg.match(/<circle[^>]*r="11"/g)).toHaveLength(3)
    expect(svg).toContain('<polygon')
    expect(svg).toContain('Todennäköisyys')
  })

  it('survives having nothing to draw', () => {
    for (const model of every) {
      const bare = JSON.parse(JSON.stringify(model).replace(/"value":"[^"]*"/g, '"value":null')) as ChartModel
      const none = 'targets' in bare ? { ...bare, targets: [] } : bare
      expect(faults(draw(none))).toEqual([])
    }
    expect(faults(draw({ ...lights, rows: [] }))).toEqual([])
    expect(faults(draw({ ...risks, risks: [] }))).toEqual([])
    expect(faults(draw({ ...line, periods: [], series: [], targets: [] }))).toEqual([])
    expect(faults(draw({ ...bars, categories: [], series: [] }))).toEqual([])
  })
})
