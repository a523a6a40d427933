import { linearAxis } from '@/lib/charts/axis'
import { type Drawing, type DrawOptions, size } from '@/lib/charts/drawing'
import type { BarChart, FunnelChart, TargetLine } from '@/lib/charts/model'
import { hatches, lines, tag, text } from '@/lib/charts/svg-parts'
import { textWidth, wrapText } from '@/lib/charts/text-size'

type PlacedBar = {
  series: number
  x: number
  y: number
  width: number
  known: boolean
  text: string
  name: string
  textX: number
}
type PlacedCategory = { rows: string[]; y: number; bars: PlacedBar[] }

const thick = 18
const lineStep = 18

/** Where everything goes. Category names stand above their bars: Finnish names are long. */
export function layoutBars(model: BarChart, { width, locale }: Pick<DrawOptions, 'width' | 'locale'>) {
  const points = model.series.flatMap((series) => series.points)
  const values = [...points.flatMap((point) => point.value ?? []), ...model.targets.map((target) => target.value)]
  const named = model.series.length > 1
  const tail = Math.max(
    40,
    ...model.series.flatMap((series) =>
      series.points.map((point) => textWidth(barText(point.text, named ? series.name : ''), size.label, true)),
    ),
  )
  const right = width - Math.min(tail + 12, width * 0.55)
  const axis = linearAxis(values, [2, right], { fromZero: true, unit: model.axis, locale, count: width < 420 ? 3 : 5 })
  const labels = placeTargets(model.targets, axis.at, width)
  const labelRows = Math.max(0, ...labels.map(({ row }) => row + 1))
  const top = 4 + labelRows * lineStep
  let y = top
  const categories = model.categories.map((category, at): PlacedCategory => {
    const rows = category ? wrapText(category, width - 8, size.label, 2) : []
    const start = y
    y += rows.length * lineStep + 2
    const bars = model.series.map((series, index): PlacedBar => {
      const point = series.points[at] ?? { value: null, text: '' }
      const end = point.value === null ? axis.zero : axis.at(point.value)
      const x = Math.min(axis.zero, end)
      const bar = {
        series: index,
        x,
        y,
        width: Math.abs(end - axis.zero),
        known: point.value !== null,
        text: point.text,
        name: named ? series.name : '',
        textX: Math.max(axis.zero, end) + 7,
      }
      y += thick + 3
      return bar
    })
    y += 12
    return { rows, y: start, bars }
  })
  return {
    height: y + 4,
    top,
    labels,
    bottom: y - 8,
    zero: axis.zero,
    at: axis.at,
    categories,
  }
}

type PlacedTarget = TargetLine & { lineX: number; x: number; row: number }

/** Names of the targets above the bars; those that would touch stand in rows of their own. */
function placeTargets(targets: BarChart['targets'], at: (value: string) => number, width: number): PlacedTarget[] {
  const ends: number[] = []
  return targets
    .map((target) => {
      const long = textWidth(target.label, size.axis)
      const lineX = at(target.value)
      return { ...target, lineX, long, x: Math.max(2, Math.min(lineX - long / 2, width - long - 2)) }
    })
    .sort((a, b) => a.x - b.x)
    .map(({ long, ...placed }) => {
      const free = ends.findIndex((end) => placed.x > end + 8)
      const row = free < 0 ? ends.length : free
      ends[row] = placed.x + long
      return { ...placed, row }
    })
}

function barText(value: string, name: string): string {
  return name ? `${value} ${name}` : value
}

export function drawBars(model: BarChart, options: DrawOptions): Drawing {
  const { palette, prefix } = options
  const at = layoutBars(model, options)
  const { defs, paint } = hatches(prefix, palette.series.slice(0, Math.max(1, model.series.length)), palette.page)
  const categories = at.categories.map(
    (category) =>
      lines(2, category.y + 14, category.rows, { size: size.label, fill: palette.ink, halo: palette.page }, lineStep) +
      category.bars.map((bar) => drawBar(bar, paint(bar.series), options)).join('') +
      baseLine(category, at.zero, options),
  )
  const targets = at.labels.map(({ label, kind, lineX, x, row }) => {
    const base = 14 + row * lineStep
    return (
      tag('line', {
        x1: lineX,
        x2: lineX,
        y1: base + 4,
        y2: at.bottom,
        stroke: palette.target,
        'stroke-width': 1.5,
        'stroke-dasharray': kind === 'interim' ? '3 4' : undefined,
      }) + text(x, base, label, { size: size.axis, fill: palette.ink, halo: palette.page })
    )
  })
  return { height: at.height, body: [defs, categories, targets].flat().join('') }
}

function baseLine({ bars }: PlacedCategory, x: number, { palette }: DrawOptions): string {
  const [first, last] = [bars[0], bars.at(-1)]
  if (!first || !last) return ''
  return tag('line', { x1: x, x2: x, y1: first.y - 2, y2: last.y + thick + 2, stroke: palette.muted })
}

/** A bar with its value at the end; an unknown value is a short dashed outline and its word. */
function drawBar(bar: PlacedBar, fill: string, { palette }: DrawOptions): string {
  const middle = bar.y + thick / 2 + 5
  const unknown = {
    x: bar.x + 1,
    y: bar.y + 1,
    width: 22,
    height: thick - 2,
    fill: 'none',
    stroke: palette.muted,
    'stroke-dasharray': '3 3',
  }
  const shape = bar.known
    ? tag('rect', { x: bar.x, y: bar.y, width: Math.max(bar.width, 1), height: thick, fill })
    : tag('rect', unknown)
  const x = bar.known ? bar.textX : bar.textX + 24
  const value = text(x, middle, bar.text, {
    size: size.label,
    fill: bar.known ? palette.ink : palette.muted,
    bold: bar.known,
    halo: palette.page,
  })
  const after = x + textWidth(bar.text, size.label, bar.known) + 6
  return (
    shape +
    value +
    (bar.name ? text(after, middle, bar.name, { size: size.axis, fill: palette.muted, halo: palette.page }) : '')
  )
}

/** A funnel is drawn as bars from zero, one per step, so that lengths compare truly. */
export function drawFunnel(model: FunnelChart, options: DrawOptions): Drawing {
  const bars: BarChart = {
    kind: 'bars',
    title: model.title,
    axis: 'number',
    categories: model.steps.map((step) => step.name),
    series: [
      {
        name: '',
        points: model.steps.map(({ point, note }) => ({
          ...point,
          text: note ? `${point.text} · ${note}` : point.text,
        })),
      },
    ],
    targets: [],
  }
  return drawBars(bars, options)
}
