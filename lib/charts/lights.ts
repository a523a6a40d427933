import { type Drawing, type DrawOptions, size } from '@/lib/charts/drawing'
import { type ChartLight, chartLights, countLights, keptLights, type LightsChart, unitsWith } from '@/lib/charts/model'
import { lightMark, lines, tag, text } from '@/lib/charts/svg-parts'
import { textWidth, wrapText } from '@/lib/charts/text-size'
import { formatNumber } from '@/lib/values/format'

const pitch = 18
const rowStep = 18

type PlacedMark = { light: ChartLight; x: number; y: number }
type PlacedPart = { light: ChartLight; x: number; width: number; y: number; count: number }
type PlacedRow = { name: string[]; y: number; marks: PlacedMark[]; parts: PlacedPart[] }

/** Every unit is its own mark as long as the marks of a row fit on three lines; beyond that a row is a bar of parts. */
export function layoutLights(model: LightsChart, options: Pick<DrawOptions, 'width' | 'locale'>) {
  const { width } = options
  const perLine = Math.floor((width - 4) / pitch)
  const most = Math.max(0, ...model.rows.map((row) => countLights([row], ...chartLights)))
  const asMarks = most <= perLine * 3
  let y = 4
  const rows = model.rows.map((row): PlacedRow => {
    const name = row.name ? wrapText(row.name, width - 4, size.label, 2) : []
    const start = y
    y += name.length * rowStep
    const top = y
    const lineCount = asMarks ? Math.max(1, Math.ceil(countLights([row], ...chartLights) / perLine)) : 1
    y += lineCount * 20 + 12
    return {
      name,
      y: start,
      marks: asMarks ? marksOf(row.counts, perLine, top) : [],
      parts: asMarks ? [] : partsOf(row.counts, width - 4, most, top),
    }
  })
  const keys = placeKeys(model, options, y)
  return { rows, keys, height: y + 22 + (keys.at(-1)?.row ?? 0) * 20 }
}

function marksOf(counts: Readonly<Record<ChartLight, number>>, perLine: number, top: number): PlacedMark[] {
  const row = chartLights.flatMap((light) => Array.from({ length: counts[light] }, () => light))
  return row.map((light, index) => ({
    light,
    x: 9 + (index % perLine) * pitch,
    y: top + 12 + Math.floor(index / perLine) * 20,
  }))
}

function partsOf(counts: Readonly<Record<ChartLight, number>>, width: number, most: number, y: number): PlacedPart[] {
  let x = 2
  return chartLights.map((light) => {
    const part = { light, x, width: (counts[light] / most) * width, y: y + 3, count: counts[light] }
    x += part.width
    return part
  })
}

export function drawLights(model: LightsChart, options: DrawOptions): Drawing {
  const { palette } = options
  const at = layoutLights(model, options)
  const rows = at.rows.map(
    (row) =>
      lines(2, row.y + 13, row.name, { size: size.label, fill: palette.ink }, rowStep) +
      row.marks.map((mark) => lightMark(mark.light, mark.x, mark.y, 6.5, palette)).join('') +
      row.parts.map((part) => drawPart(part, options)).join(''),
  )
  return { height: at.height, body: rows.join('') + at.keys.map((key) => drawKey(key, options)).join('') }
}

function drawPart({ light, x, width, y, count }: PlacedPart, { palette, locale }: DrawOptions): string {
  if (count === 0) return ''
  const written = formatNumber(count, locale)
  const hollow = light === 'unknown'
  const look = hollow
    ? { fill: palette.page, stroke: palette.lights.unknown, 'stroke-width': 1.5 }
    : { fill: palette.lights[light], stroke: palette.page }
  const label =
    width > textWidth(written, size.axis, true) + 24
      ? text(x + 20, y + 12, written, { size: size.axis, fill: palette.ink, bold: true, halo: palette.page })
      : ''
  const mark =
    width > 18
      ? tag(
          'g',
          {},
          tag('circle', { cx: x + 10, cy: y + 7.5, r: 8, fill: palette.page }) +
            lightMark(light, x + 10, y + 7.5, 5, palette),
        )
      : ''
  return tag('rect', { x, y, width, height: 15, ...look }) + mark + label
}

type Key = { light: ChartLight; label: string; x: number; y: number; row: number }

/** The words of the marks with their sums, under the rows, on as many lines as they need. */
function placeKeys(model: LightsChart, { width, locale }: Pick<DrawOptions, 'width' | 'locale'>, top: number): Key[] {
  let x = 2
  let row = 0
  return keptLights(model).map((light) => {
    const label = `${model.words[light]} ${formatNumber(unitsWith(model, light), locale)}`
    const long = textWidth(label, size.axis) + 18
    if (x > 2 && x + long > width) {
      x = 2
      row += 1
    }
    const key = { light, label, x, y: top + row * 20, row }
    x += long + 14
    return key
  })
}

function drawKey({ light, label, x, y }: Key, { palette }: DrawOptions): string {
  return (
    lightMark(light, x + 6, y + 11, 5, palette) +
    text(x + 16, y + 15.5, label, { size: size.axis, fill: palette.muted })
  )
}
