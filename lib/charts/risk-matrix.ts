import { type Drawing, type DrawOptions, size } from '@/lib/charts/drawing'
import type { ChartRisk, RiskMatrix, RiskScore } from '@/lib/charts/model'
import { scoresOf } from '@/lib/charts/risk-scale'
import { tag, text } from '@/lib/charts/svg-parts'
import { textWidth } from '@/lib/charts/text-size'

const r = 11

type Placed = { mark: string; x: number; y: number; from: { x: number; y: number } | null }

/** Where the grid and the risks go. Risks of one cell stand side by side. */
export function layoutRisks(model: RiskMatrix, { width }: Pick<DrawOptions, 'width'>) {
  const { highest } = model
  const left = 44
  const cellWidth = Math.min(104, (width - left - 4) / highest)
  const cellHeight = Math.min(64, Math.max(highest > 6 ? 36 : 50, cellWidth * 0.7))
  const top = 6
  const corner = ({ probability, impact }: RiskScore) => ({
    x: left + (impact - 1) * cellWidth,
    y: top + (highest - probability) * cellHeight,
  })
  const centre = (score: RiskScore) => ({ x: corner(score).x + cellWidth / 2, y: corner(score).y + cellHeight / 2 })
  const scored = model.risks.flatMap((risk) => (risk.score ? [{ ...risk, score: risk.score }] : []))
  const placed = scored.map((risk): Placed => {
    const same = scored.filter((other) => sameScore(other.score, risk.score))
    const at = spot(same.indexOf(risk), same.length, cellWidth, cellHeight)
    const { x, y } = centre(risk.score)
    const moved = risk.previous && !sameScore(risk.previous, risk.score)
    return { mark: risk.mark, x: x + at.dx, y: y + at.dy, from: moved && risk.previous ? centre(risk.previous) : null }
  })
  return {
    left,
    top,
    cellWidth,
    cellHeight,
    bottom: top + highest * cellHeight,
    corner,
    placed,
    height: top + highest * cellHeight + 44 + (model.levels ? 24 : 0),
  }
}

function sameScore(a: RiskScore, b: RiskScore): boolean {
  return a.probability === b.probability && a.impact === b.impact
}

function spot(index: number, count: number, width: number, height: number): { dx: number; dy: number } {
  const perRow = Math.min(count, Math.max(1, Math.floor((width - 6) / (2 * r + 3))))
  const rows = Math.ceil(count / perRow)
  const row = Math.floor(index / perRow)
  const inRow = row === rows - 1 ? count - row * perRow : perRow
  const rowStep = Math.min(2 * r + 2, (height - 2 * r) / Math.max(1, rows - 1))
  return { dx: ((index % perRow) - (inRow - 1) / 2) * (2 * r + 3), dy: (row - (rows - 1) / 2) * rowStep }
}

/** Risks that have no place in the matrix because they were not scored. */
export function unscored(model: RiskMatrix): ChartRisk[] {
  return model.risks.filter((risk) => risk.score === null)
}

export function drawRisks(model: RiskMatrix, options: DrawOptions): Drawing {
  const { palette } = options
  const at = layoutRisks(model, options)
  const { highest } = model
  const scale = scoresOf(model)
  const cells = scale.flatMap((probability) =>
    scale.map((impact) => {
      const { x, y } = at.corner({ probability, impact })
      const points = probability * impact
      return (
        tag('rect', {
          x,
          y,
          width: at.cellWidth,
          height: at.cellHeight,
          stroke: palette.grid,
          ...shade(model, points, options),
        }) + text(x + at.cellWidth - 6, y + 14, String(points), { size: 12, fill: palette.muted, anchor: 'end' })
      )
    }),
  )
  const rows = scale.map((value) =>
    text(at.left - 8, at.top + (highest + 0.5 - value) * at.cellHeight + 5, String(value), {
      size: size.axis,
      fill: palette.muted,
      anchor: 'end',
    }),
  )
  const columns = scale.map((value) =>
    text(at.left + (value - 0.5) * at.cellWidth, at.bottom + 18, String(value), {
      size: size.axis,
      fill: palette.muted,
      anchor: 'middle',
    }),
  )
  const middle = at.top + (highest / 2) * at.cellHeight
  const names =
    text(at.left + (highest / 2) * at.cellWidth, at.bottom + 38, model.axes.impact, {
      size: size.axis,
      fill: palette.ink,
      anchor: 'middle',
    }) +
    tag(
      'g',
      { transform: `rotate(-90 14 ${middle})` },
      text(14, middle + 4, model.axes.probability, { size: size.axis, fill: palette.ink, anchor: 'middle' }),
    )
  const arrows = at.placed.map((risk) => (risk.from ? arrow(risk.from, risk, palette.ink, palette.page) : ''))
  const marks = at.placed.map(
    (risk) =>
      tag('circle', { cx: risk.x, cy: risk.y, r, fill: palette.ink, stroke: palette.page, 'stroke-width': 1.5 }) +
      text(risk.x, risk.y + 4.5, risk.mark, { size: 13, fill: palette.page, bold: true, anchor: 'middle' }),
  )
  return {
    height: at.height,
    body: [cells, rows, columns, names, arrows, marks, levelKeys(model, at, options)].flat().join(''),
  }
}

function shade(model: RiskMatrix, points: number, { palette }: DrawOptions) {
  const level = model.levels?.findLast((candidate) => points >= candidate.from)
  if (level) return { fill: palette.soft[level.light] }
  return { fill: palette.muted, 'fill-opacity': 0.06 + (points / model.highest ** 2) * 0.22 }
}

/** What the shades mean, under the matrix. */
function levelKeys(model: RiskMatrix, at: { left: number; bottom: number }, { palette }: DrawOptions): string[] {
  let x = at.left
  return (model.levels ?? []).map((level) => {
    const label = `${level.word} ${level.from}–`
    const look = { width: 16, height: 14, fill: palette.soft[level.light], stroke: palette.muted }
    const drawn =
      tag('rect', { x, y: at.bottom + 50, ...look }) +
      text(x + 22, at.bottom + 62, label, { size: size.axis, fill: palette.muted })
    x += textWidth(label, size.axis) + 40
    return drawn
  })
}

/** From the previous place to the edge of the mark, with a ring where the risk was. */
function arrow(from: { x: number; y: number }, to: { x: number; y: number }, ink: string, page: string): string {
  const length = Math.hypot(to.x - from.x, to.y - from.y)
  const [ux, uy] = [(to.x - from.x) / length, (to.y - from.y) / length]
  const tip = { x: to.x - ux * (r + 2), y: to.y - uy * (r + 2) }
  const neck = { x: tip.x - ux * 9, y: tip.y - uy * 9 }
  const head = [tip.x, tip.y, neck.x - uy * 5, neck.y + ux * 5, neck.x + uy * 5, neck.y - ux * 5]
  return (
    tag('circle', {
      cx: from.x,
      cy: from.y,
      r: 6,
      fill: page,
      stroke: ink,
      'stroke-width': 1.5,
      'stroke-dasharray': '3 2',
    }) +
    tag('line', { x1: from.x + ux * 7, y1: from.y + uy * 7, x2: neck.x, y2: neck.y, stroke: ink, 'stroke-width': 2 }) +
    tag('polygon', { points: head.map((value) => Math.round(value * 10) / 10).join(' '), fill: ink })
  )
}
