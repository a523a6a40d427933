import type { ChartRisk, RiskMatrix } from '../../charts/model.ts'
import { printPalette } from '../../charts/palette.ts'
import { scoresOf } from '../../charts/risk-scale.ts'
import type { TableContent } from './tables.ts'

/** The matrix as a table: probability downwards from the highest, impact to the right; each cell says its risks and where they were. */
export function riskTable({ axes, risks, levels, highest }: RiskMatrix): TableContent {
  const scale = scoresOf({ highest })
  const fillOf = (points: number): string => {
    const level = levels?.findLast((one) => points >= one.from)
    return level ? printPalette.soft[level.light].slice(1).toUpperCase() : grey(points / highest ** 2)
  }
  return {
    columns: [
      { title: `${axes.probability} ↑ ${axes.impact} →`, align: 'left', width: 0.25 },
      ...scale.map((impact) => ({ title: String(impact), align: 'left' as const, width: 0.75 / highest })),
    ],
    rows: [...scale].reverse().map((probability) => [
      [{ text: String(probability), strong: true }],
      ...scale.map((impact) => {
        const here = risks.filter(({ score }) => score?.probability === probability && score.impact === impact)
        return [{ text: here.map(written).join(', ') }]
      }),
    ]),
    fills: [...scale]
      .reverse()
      .map((probability) => [undefined, ...scale.map((impact) => fillOf(probability * impact))]),
    total: null,
  }
}

/** Darker with more points; dark text stays readable on the darkest. */
const grey = (share: number): string => {
  const part = Math.round(250 - share * 50)
  return [part, part + 2, part + 4]
    .map((one) => one.toString(16).padStart(2, '0'))
    .join('')
    .toUpperCase()
}

/** "3", or "3 (2 × 4 →)" when it stood elsewhere before. */
function written({ mark, score, previous }: ChartRisk): string {
  const moved = previous && score && (previous.probability !== score.probability || previous.impact !== score.impact)
  return moved ? `${mark} (${previous.probability} × ${previous.impact} →)` : mark
}
