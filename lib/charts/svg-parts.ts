import type { ChartLight } from '@/lib/charts/model'
import type { Palette } from '@/lib/charts/palette'

type Attributes = Record<string, string | number | undefined>

/** One element. Attributes are presentation attributes only, never `style`: the content policy and Typst both want it so. */
export function tag(name: string, attributes: Attributes, content = ''): string {
  const list = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ` ${key}="${typeof value === 'number' ? round(value) : escapeXml(String(value))}"`)
    .join('')
  return content ? `<${name}${list}>${content}</${name}>` : `<${name}${list}/>`
}

export function escapeXml(text: string): string {
  return (
    text
      // XML has no way to write control characters, and half a surrogate pair makes the whole file invalid.
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are exactly the characters to drop
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
      .toWellFormed()
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;')
      .replaceAll('"', '&quot;')
  )
}

export function round(value: number): number {
  return Math.round(value * 10) / 10
}

export type TextLook = {
  size?: number
  fill: string
  bold?: boolean
  anchor?: 'start' | 'middle' | 'end'
  /** Colour of a rim that keeps the text readable over lines. */
  halo?: string
}

export function text(x: number, y: number, content: string, { size = 14, fill, bold, anchor, halo }: TextLook): string {
  const rim = halo ? { stroke: halo, 'stroke-width': 4, 'stroke-linejoin': 'round', 'paint-order': 'stroke' } : {}
  const look = { x, y, fill, 'font-size': size, 'font-weight': bold ? 600 : undefined, 'text-anchor': anchor, ...rim }
  return tag('text', look, escapeXml(content))
}

export function lines(
  x: number,
  y: number,
  rows: readonly string[],
  look: TextLook,
  step = (look.size ?? 14) * 1.2,
): string {
  return rows.map((row, index) => text(x, y + index * step, row, look)).join('')
}

/** Marker of the n-th series: circle, square, triangle, diamond, cross. */
export function marker(index: number, x: number, y: number, r: number, fill: string, page: string): string {
  const look = { fill, stroke: page, 'stroke-width': 1.5 }
  switch (index % 5) {
    case 0:
      return tag('circle', { cx: x, cy: y, r, ...look })
    case 1:
      return tag('rect', { x: x - r * 0.9, y: y - r * 0.9, width: r * 1.8, height: r * 1.8, ...look })
    case 2:
      return polygon([x, y - r * 1.2, x + r * 1.15, y + r * 0.9, x - r * 1.15, y + r * 0.9], look)
    case 3:
      return polygon([x, y - r * 1.3, x + r * 1.3, y, x, y + r * 1.3, x - r * 1.3, y], look)
    default:
      return tag('path', {
        d: `M${round(x - r)} ${round(y - r)}L${round(x + r)} ${round(y + r)}M${round(x - r)} ${round(y + r)}L${round(x + r)} ${round(y - r)}`,
        stroke: fill,
        'stroke-width': 3,
        fill: 'none',
      })
  }
}

/** The mark of a gap that has a word: a broken ring with a dash in it, so that it looks like no value. */
export function gapMark(x: number, y: number, stroke: string, page: string): string {
  return (
    tag('circle', { cx: x, cy: y, r: 5, fill: page, stroke, 'stroke-width': 1.5, 'stroke-dasharray': '2.2 1.7' }) +
    tag('line', { x1: x - 2.5, x2: x + 2.5, y1: y, y2: y, stroke, 'stroke-width': 1.5 })
  )
}

/** Dashes of the n-th series, so that lines differ without colour. */
export const dashes = [undefined, '7 4', '2 3', '10 3 2 3', '4 2'] as const

/** The mark of a light: ● ▲ ◆ ■ ○ */
export function lightMark(light: ChartLight, x: number, y: number, r: number, palette: Palette): string {
  const fill = palette.lights[light]
  if (light === 'good') return tag('circle', { cx: x, cy: y, r, fill })
  if (light === 'warning') return polygon([x, y - r, x + r * 1.1, y + r * 0.95, x - r * 1.1, y + r * 0.95], { fill })
  if (light === 'danger') return polygon([x, y - r * 1.15, x + r * 1.15, y, x, y + r * 1.15, x - r * 1.15, y], { fill })
  if (light === 'neutral') return tag('rect', { x: x - r * 0.9, y: y - r * 0.9, width: r * 1.8, height: r * 1.8, fill })
  return tag('circle', { cx: x, cy: y, r: r - 1, fill: 'none', stroke: fill, 'stroke-width': 2 })
}

export function polygon(points: readonly number[], look: Attributes): string {
  return tag('polygon', { points: points.map(round).join(' '), ...look })
}

/** Hatch of the n-th series for areas: none, diagonal, vertical, dots, cross. Returns the definitions and a paint for each. */
export function hatches(
  prefix: string,
  colours: readonly string[],
  page: string,
): { defs: string; paint: (index: number) => string } {
  const strokes = ['', 'M0 8L8 0', 'M4 0V8', 'M4 4h.01', 'M0 8L8 0M0 0L8 8']
  const defs = colours
    .map((colour, index) => {
      const area = tag('rect', { width: 8, height: 8, fill: colour })
      const wide = index === 3 ? 3.5 : 1.5
      const stroke = tag('path', {
        d: strokes[index],
        stroke: page,
        'stroke-width': wide,
        'stroke-linecap': 'round',
        fill: 'none',
      })
      const look = { id: `${prefix}-h${index}`, width: 8, height: 8, patternUnits: 'userSpaceOnUse' }
      return index === 0 ? '' : tag('pattern', look, area + stroke)
    })
    .join('')
  return {
    defs: defs && tag('defs', {}, defs),
    paint: (index) => (index === 0 ? (colours[0] ?? page) : `url(#${prefix}-h${index})`),
  }
}
