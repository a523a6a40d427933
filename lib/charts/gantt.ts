import type { Drawing, DrawOptions } from '@/lib/charts/drawing'
import { size } from '@/lib/charts/drawing'
import { hatches, lines, polygon, tag, text } from '@/lib/charts/svg-parts'
import { textWidth, wrapText } from '@/lib/charts/text-size'
import { daysBetween } from '@/lib/values/calendar'

/** A bar from a day to a day; an open end has a point instead of an edge. */
type GanttChartBar = { from: string | null; to: string | null; is: 'planned' | 'actual' }

/** `words` stand in place of the bars where there are none: stages that are no dates, or that nothing is told. */
type GanttChartRow = { label: string; depth: number; bars: readonly GanttChartBar[]; words: string | null }

/** What is done when. Both ends are days; the axis is read by years. */
export type GanttChart = {
  title: string
  from: string
  to: string
  rows: readonly GanttChartRow[]
  /** A line on this day with its name */
  today?: { day: string; label: string }
}

const thick = 12
const point = 7
const rowStep = 17
const indent = 14

/** Where everything stands: pure geometry, measured in the unit of `width`. */
export function layoutGantt({ from, to, rows, today }: GanttChart, { width }: Pick<DrawOptions, 'width'>) {
  const left = Math.round(Math.min(width * 0.42, 360))
  const right = width - 8
  const days = Math.max(1, daysBetween(from, to) + 1)
  const at = (day: string) => left + ((right - left) * daysBetween(from, day)) / days
  const years = Array.from({ length: Number(to.slice(0, 4)) - Number(from.slice(0, 4)) + 1 }, (_, index) => {
    const year = String(Number(from.slice(0, 4)) + index)
    return { year, x: at(`${year}-01-01`), quarters: ['04', '07', '10'].map((month) => at(`${year}-${month}-01`)) }
  })
  const top = today && isWithin(today.day, from, to) ? 40 : 24
  let y = top
  const placed = rows.map((row) => {
    const start = row.depth * indent
    const label = wrapText(row.label, left - start - 14, size.axis, 2)
    const bars = row.bars.map((bar) => {
      const x1 = bar.from === null ? left : Math.max(left, at(bar.from))
      const x2 = bar.to === null ? right : Math.min(right, at(bar.to) + (right - left) / days)
      return { ...bar, x: x1, width: Math.max(3, x2 - x1) }
    })
    const words = row.words === null ? [] : wrapText(row.words, right - left - 8, size.axis, 2)
    const height = Math.max(label.length, bars.length, words.length, 1) * rowStep + 7
    const one = { ...row, label, bars, words, x: start, y, height }
    y += height
    return one
  })
  const now = today && isWithin(today.day, from, to) ? { x: at(today.day), label: today.label } : null
  return { left, right, top, bottom: y, height: y + 6, years, rows: placed, now }
}

const isWithin = (day: string, from: string, to: string) => day >= from && day <= to

/** The chart as shapes: planned bars are solid, what has been done is hatched, so that they differ without colour. */
export function drawGantt(model: GanttChart, options: DrawOptions): Drawing {
  const { palette, prefix } = options
  const at = layoutGantt(model, options)
  const { defs, paint } = hatches(prefix, [palette.series[0], palette.series[2]], palette.page)
  const axis = at.years.map(
    ({ year, x, quarters }) =>
      quarters.map((q) => line(q, at.top, at.bottom, palette.grid, 0.6)).join('') +
      line(x, at.top - 4, at.bottom, palette.muted, 1) +
      text(x + 4, at.top - 8, year, { size: size.axis, fill: palette.muted, bold: true }),
  )
  const rows = at.rows.map((row, index) => {
    const look = { size: size.axis, fill: palette.ink, bold: row.depth === 0 && at.rows.some(({ depth }) => depth > 0) }
    const rule =
      index === 0
        ? ''
        : tag('line', { x1: 0, x2: at.right, y1: row.y, y2: row.y, stroke: palette.grid, 'stroke-width': 0.6 })
    const bars = row.bars.map((bar, n) => {
      const y = row.y + 5 + n * rowStep
      return barShape(bar, y, paint(bar.is === 'planned' ? 0 : 1))
    })
    const words = lines(
      at.left + 6,
      row.y + 16,
      row.words,
      { size: size.axis, fill: palette.muted, halo: palette.page },
      rowStep,
    )
    return rule + lines(row.x, row.y + 16, row.label, look, rowStep) + bars.join('') + words
  })
  const today = at.now ? todayLine(at.now, at, options) : ''
  return { height: at.height, body: [defs, axis, rows, today].flat().join('') }
}

function line(x: number, y1: number, y2: number, stroke: string, width: number): string {
  return tag('line', { x1: x, x2: x, y1, y2, stroke, 'stroke-width': width })
}

type Shape = GanttChartBar & { x: number; width: number }

function barShape({ from, to, x, width }: Shape, y: number, fill: string): string {
  const [start, end] = [from === null ? point : 0, to === null ? point : 0]
  const middle = y + thick / 2
  const [x1, x2] = [x, x + Math.max(width, start + end)]
  return polygon(
    [
      x1,
      from === null ? middle : y,
      x1 + start,
      y,
      x2 - end,
      y,
      x2,
      to === null ? middle : y,
      x2,
      to === null ? middle : y + thick,
      x2 - end,
      y + thick,
      x1 + start,
      y + thick,
      x1,
      from === null ? middle : y + thick,
    ],
    { fill },
  )
}

function todayLine(
  { x, label }: { x: number; label: string },
  { top, bottom, right }: { top: number; bottom: number; right: number },
  { palette }: DrawOptions,
): string {
  const look = {
    x1: x,
    x2: x,
    y1: top - 18,
    y2: bottom,
    stroke: palette.target,
    'stroke-width': 1.5,
    'stroke-dasharray': '3 4',
  }
  const wide = textWidth(label, size.axis)
  const start = Math.min(x + 4, right - wide)
  return (
    tag('line', look) + text(start, top - 26 + 3, label, { size: size.axis, fill: palette.ink, halo: palette.page })
  )
}
