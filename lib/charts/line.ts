import { type Drawing, type DrawOptions, size } from '@/lib/charts/drawing'
import { layoutLine, type PlacedSeries, rowStep } from '@/lib/charts/line-layout'
import type { LineChart } from '@/lib/charts/model'
import { dashes, gapMark, lines, marker, tag, text } from '@/lib/charts/svg-parts'

export function drawLine(model: LineChart, options: DrawOptions): Drawing {
  const { palette } = options
  const at = layoutLine(model, options)
  const colour = (index: number) => palette.series[index % 5] ?? palette.ink
  const quiet = { size: size.axis, fill: palette.muted }
  const loud = { size: size.axis, fill: palette.ink, halo: palette.page }

  const grid = at.ticks.map(
    (tick) =>
      tag('line', { x1: at.left, x2: at.right, y1: tick.at, y2: tick.at, stroke: palette.grid }) +
      text(at.left - 8, tick.at + 4.5, tick.text, { ...quiet, anchor: 'end' }),
  )
  const base = tag('line', { x1: at.left, x2: at.right, y1: at.zero, y2: at.zero, stroke: palette.muted })
  const periods = at.periods.map((period) => text(period.x, at.names, period.text, { ...quiet, anchor: 'middle' }))
  const targets = at.targets.map(({ x1, x2, y, kind }) =>
    tag('line', {
      x1,
      x2,
      y1: y,
      y2: y,
      stroke: palette.target,
      'stroke-width': 1.5,
      'stroke-dasharray': kind === 'interim' ? '3 4' : undefined,
    }),
  )
  const series = at.series.map((one, index) => {
    const look = {
      fill: 'none',
      stroke: colour(index),
      'stroke-width': 2.5,
      'stroke-linejoin': 'round',
      'stroke-dasharray': dashes[index % 5],
    }
    return (
      tag('path', { d: one.d, ...look }) +
      one.spots.map((spot) => marker(index, spot.x, spot.y, 4.5, colour(index), palette.page)).join('')
    )
  })
  const gaps = at.gaps.map(({ series: index, x, y }) => gapMark(x, y, colour(index), palette.page))
  const written = [...at.written, ...at.targets.map((target) => target.label)].map((label) =>
    text(label.x, label.y, label.text, { ...loud, anchor: label.anchor }),
  )
  const ends = at.series.map((one, index) => drawEnd(one, index, model.series.length > 1, at.right + 8, options))
  return { height: at.height, body: [grid, base, periods, targets, series, gaps, written, ends].flat().join('') }
}

/** Last value, with the marker and name of its series when there are several. */
function drawEnd({ end }: PlacedSeries, index: number, named: boolean, x: number, { palette }: DrawOptions): string {
  const first = end.top + rowStep - 4
  const sample = named ? marker(index, x + 3, first - 5, 4, palette.series[index % 5] ?? palette.ink, palette.page) : ''
  const start = named ? x + 12 : x
  return (
    sample +
    text(start, first, end.value, { size: size.label, fill: palette.ink, bold: true }) +
    lines(start, first + rowStep, end.rows, { size: size.axis, fill: palette.ink }, rowStep)
  )
}
