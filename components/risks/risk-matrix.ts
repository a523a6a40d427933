import type { RiskMatrix } from '@/lib/charts/model'
import type { Words } from '@/lib/platform/words'
import type { AssessmentRow, RiskRow } from '@/lib/risks/model'
import type { RegisterRow } from '@/lib/risks/standing/model'

/** The register as a matrix; a risk that is not scored has no place in it and is told under it. */
export function matrixOf(
  t: Words,
  rows: readonly RegisterRow<RiskRow>[],
  { title, highest }: { title: string; highest: number },
): RiskMatrix {
  return {
    kind: 'risks',
    title,
    axes: { probability: t('risks.probability'), impact: t('risks.impact') },
    highest,
    risks: rows.map(({ risk, standing: { latest, previous } }, index) => ({
      mark: String(risk.no ?? index + 1),
      name: risk.description,
      score: latest && scoreOf(latest),
      previous: previous ? scoreOf(previous) : undefined,
    })),
  }
}

function scoreOf({ probability, impact }: AssessmentRow): { probability: number; impact: number } | null {
  return probability === null || impact === null ? null : { probability, impact }
}
