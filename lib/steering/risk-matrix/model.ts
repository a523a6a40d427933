import type { RiskMatrix } from '@/lib/charts/model'
import type { Words } from '@/lib/platform/words'
import type { RiskRow } from '@/lib/steering/risks/model'

/** The risks in the matrix of probability and impact, with where they were before. */
export function riskMatrix(t: Words, rows: readonly RiskRow[], highest: number): RiskMatrix {
  return {
    kind: 'risks',
    title: t('steering.risks.matrix'),
    axes: { probability: t('steering.risks.probability'), impact: t('steering.risks.impact') },
    highest,
    risks: rows.map(({ risk, score, previous }, index) => ({
      mark: String(risk.no ?? index + 1),
      name: risk.description,
      score,
      previous: risk.assessments.length > 1 ? previous : undefined,
    })),
  }
}
