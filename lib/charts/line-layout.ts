import { line as path } from 'd3-shape'
import { linearAxis } from '@/lib/charts/axis'
import { type DrawOptions, size } from '@/lib/charts/drawing'
import type { ChartSeries, LineChart, TargetLine } from '@/lib/charts/model'
import { type Box, placeLabel, stack } from '@/lib/charts/place-labels'
import { textWidth, wrapText } from '@/lib/charts/text-size'

type Spot = { x: number; y: number; text: string }
type EndLabel = { value: string; rows: string[] }
export type PlacedSeries = { d: string; spots: Spot[]; end: EndLabel & { top: number } }
export type PlacedText = { x: number; y: number; text: string; anchor?: 'start' | 'middle' }
export type PlacedTarget = { kind: TargetLine['kind']; x1: number; x2: number; y: number; label: PlacedText }

/** Height of one row of an end label. */
export const rowStep = 17
const blockGap = 4
const margin = { top: 26, bottom: 30 }

type LineRoom = Pick<DrawOptions, 'width' | 'locale' | 'wholeNames'>

/** Where everything goes; pure, so that it can be tested without drawing. */
export function layoutLine(model: LineChart, { width, locale, wholeNames = false }: LineRoom) {
  const values = [
    ...model.series.flatMap(({ points }) => points.flatMap((point) => point.value ?? [])),
    ...model.targets.map(({ value }) => value),
    ...(model.besides ?? []),
  ]
  const ends = model.series.map((series) =>
    endLabel(series, model, { width: width * 0.3, rows: wholeNames ? Number.POSITIVE_INFINITY : 3 }),
  )
  const blocks = ends.map((end) => end.rows.length * rowStep + rowStep + blockGap)
  const plot = values.length > 0 ? Math.max(Math.min(280, Math.max(185, width * 0.4)), sum(blocks)) : 60
  const bottom = margin.top + plot
  const y = linearAxis(values, [bottom, margin.top], {
    fromZero: model.fromZero ?? true,
    unit: model.axis,
    locale,
    count: 5,
  })
  const ticks = values.length > 0 ? y.ticks : []
  const left = Math.max(0, ...ticks.map((tick) => textWidth(tick.text, size.axis))) + 14
  const right = width - Math.max(20, ...ends.map((end) => endWidth(end) + (model.series.length > 1 ? 26 : 14)))
  const inset = Math.min(24, (right - left) / 8)
  const step = model.periods.length > 1 ? (right - left - inset * 2) / (model.periods.length - 1) : 0
  const x = (index: number) => (model.periods.length > 1 ? left + inset + index * step : (left + right) / 2)

  const spots = model.series.map(({ points }) =>
    points.map((point, at): Spot | null =>
      point.value === null ? null : { x: x(at), y: y.at(point.value), text: point.text },
    ),
  )
  const draw = path<Spot | null>(
    (spot) => spot?.x ?? 0,
    (spot) => spot?.y ?? 0,
  )
    .defined((spot) => spot !== null)
    .digits(1)
  const lastSpot = (index: number) => spots[index]?.findLast((spot) => spot !== null)
  const tops = stack(
    ends.map((_, index) => lastSpot(index)?.y ?? bottom),
    blocks,
    margin.top - rowStep,
    bottom + rowStep / 2,
  )
  const series = ends.map((end, index): PlacedSeries => {
    const own = spots[index] ?? []
    return {
      d: draw(own) ?? '',
      spots: own.filter((spot) => spot !== null),
      end: { ...end, top: tops[index] ?? margin.top },
    }
  })

  const gaps = toldGaps(model, x, bottom)
  const room = gapStep * Math.max(0, ...gaps.map(({ above }) => above + 1))
  const taken: Box[] = []
  const lineBoxes = model.targets.map((target) => ({ y: y.at(target.value) }))
  const written = writtenValues(model, series, { targets: lineBoxes, left, right, bottom }, taken)
  for (const one of series)
    for (const spot of one.spots) taken.push({ x1: spot.x - 5, x2: spot.x + 5, y1: spot.y - 5, y2: spot.y + 5 })
  const targets = model.targets.map((target) =>
    placeTarget(target, { y: y.at(target.value), x, half: step / 2 || 40, left, right, bottom }, taken),
  )
  return {
    height: bottom + room + margin.bottom,
    left,
    right,
    bottom,
    /** Where the names of the periods stand: below the marks of gaps */
    names: bottom + room + 20,
    ticks,
    zero: y.zero,
    periods: periodLabels(model.periods, x, step),
    series,
    gaps,
    written,
    targets,
  }
}

type PlacedGap = { series: number; x: number; y: number; above: number }

const gapStep = 13

/**
 * Below the base line, where no value can stand, a mark for what has a word but no number; those of several series stand below
 * each other.
 */
function toldGaps({ series }: LineChart, x: (index: number) => number, bottom: number): PlacedGap[] {
  const standing = new Map<number, number>()
  return series.flatMap(({ points }, index) =>
    points.flatMap((point, at): PlacedGap[] => {
      if (point.value !== null || !point.told) return []
      const above = standing.get(at) ?? 0
      standing.set(at, above + 1)
      return [{ series: index, x: x(at), y: bottom + 11 + above * gapStep, above }]
    }),
  )
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((all, one) => all + one, 0)
}

/** Last known value at the right-hand end; with the series' name when there are several, with its period when newer ones are unknown. */
function endLabel(
  { name, points }: ChartSeries,
  { series, periods }: LineChart,
  most: { width: number; rows: number },
): EndLabel {
  const last = points.findLastIndex((point) => point.value !== null)
  const stale = last >= 0 && last < periods.length - 1
  return {
    value: points[last === -1 ? points.length - 1 : last]?.text ?? '',
    rows: [
      ...(series.length > 1 ? wrapText(name, most.width, size.label, most.rows) : []),
      ...(stale ? [`(${periods[last]})`] : []),
    ],
  }
}

function endWidth({ value, rows }: EndLabel): number {
  return Math.max(textWidth(value, size.label, true), ...rows.map((row) => textWidth(row, size.axis)))
}

/** As many period names as fit, always with the last one. */
function periodLabels(periods: readonly string[], x: (index: number) => number, step: number): PlacedText[] {
  const widest = Math.max(0, ...periods.map((period) => textWidth(period, size.axis))) + 10
  const every = step > 0 ? Math.max(1, Math.ceil(widest / step)) : 1
  return periods.flatMap((period, index) =>
    (periods.length - 1 - index) % every === 0 ? [{ x: x(index), y: 0, text: period }] : [],
  )
}

/**
 * A single short series has every value written at its point, between the axis and the end: above it, or below where a target or
 * the line itself runs through that place and not through the one below.
 */
function writtenValues(
  model: LineChart,
  series: readonly PlacedSeries[],
  { targets, left, right, bottom }: Pick<Room, 'left' | 'right' | 'bottom'> & { targets: readonly { y: number }[] },
  taken: Box[],
): PlacedText[] {
  const [only] = series
  if (!only || series.length > 1 || model.periods.length > 8) return []
  const lines = only.spots.slice(1).map((spot, before) => [only.spots[before] ?? spot, spot] as const)
  return only.spots.slice(0, -1).map((spot) => {
    const half = textWidth(spot.text, size.axis) / 2 + 2
    const x = Math.max(left + half, Math.min(spot.x, right - half))
    const at = (y: number) => ({ y, box: { x1: x - half, x2: x + half, y1: y - 12, y2: y + 3 } })
    const crossings = ({ box }: { box: Box }) =>
      targets.filter(({ y }) => y > box.y1 - 5 && y < box.y2 + 5).length +
      lines.filter(([from, to]) => runsThrough(from, to, box)).length
    const [above, below] = [at(spot.y - 9), at(spot.y + 20)]
    const { y, box } = below.y < bottom && crossings(below) < crossings(above) ? below : above
    taken.push(box)
    return { x, y, text: spot.text, anchor: 'middle' }
  })
}

/** Whether the line between two points meets a box. */
function runsThrough(from: Pick<Spot, 'x' | 'y'>, to: Pick<Spot, 'x' | 'y'>, { x1, x2, y1, y2 }: Box): boolean {
  const [begin, end] = [Math.max(from.x, x1), Math.min(to.x, x2)]
  if (begin >= end || to.x === from.x) return false
  const y = (x: number) => from.y + ((to.y - from.y) * (x - from.x)) / (to.x - from.x)
  return Math.min(y(begin), y(end)) < y2 && Math.max(y(begin), y(end)) > y1
}

type Room = { y: number; x: (index: number) => number; half: number; left: number; right: number; bottom: number }

function placeTarget(target: TargetLine, { y, x, half, left, right, bottom }: Room, taken: Box[]): PlacedTarget {
  const x1 = target.from === undefined ? left : Math.max(left, x(target.from) - half)
  const x2 = target.to === undefined ? right : Math.min(right, x(target.to) + half)
  const long = textWidth(target.label, size.axis) + 4
  const inside = (at: number) => Math.max(left + 2, Math.min(at, right - long))
  const starts = [
    inside(x1 + 2),
    inside(x2 - long),
    inside((x1 + x2 - long) / 2),
    inside(left + 2),
    inside((left + right - long) / 2),
  ]
  const rows = [y - 6, y + 16, y - 22, y + 32].filter((row) => row > 10 && row < bottom)
  const places = rows.flatMap((row) =>
    starts.map((start) => ({ x: start, y: row, box: { x1: start, x2: start + long, y1: row - 12, y2: row + 4 } })),
  )
  const [first, ...others] = places
  const label = first ? placeLabel([first, ...others], taken) : { x: inside(x1 + 2), y: y - 6 }
  return { kind: target.kind, x1, x2, y, label: { x: label.x, y: label.y, text: target.label } }
}
