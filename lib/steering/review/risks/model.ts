import { describeChart } from '@/lib/charts/describe'
import type { ReviewBlock, ReviewPage, Run } from '@/lib/steering/review/model'
import { boardHref, figure, type ReviewContext, run } from '@/lib/steering/review/runs/model'
import { table } from '@/lib/steering/review/tables/model'
import { riskMatrix } from '@/lib/steering/risk-matrix/model'
import { type RiskRow, riskRows } from '@/lib/steering/risks/model'
import { formatNumber } from '@/lib/values/format'

/** Open risks: the matrix, and every risk with its points, what is done about it and by whom. */
export function riskPages(context: ReviewContext): ReviewPage[] {
  const { t, body } = context
  const rows = riskRows(body.risks)
  const moved = rows.some((row) => row.previous !== null)
  return [
    {
      id: 'risks',
      kind: 'register',
      title: t('steering.risks.title'),
      lead: rows.length === 0 || moved ? [] : [run(t('steering.risks.noHistory'))],
      light: null,
      blocks: rows.length === 0 ? none(context) : [...matrix(context, rows), register(context, rows)],
      notes: [],
      href: boardHref(context, 'risks'),
    },
  ]
}

const none = ({ t }: ReviewContext): ReviewBlock[] => [
  { kind: 'paragraph', label: null, runs: [run(t('steering.risks.none'))] },
]

/** The register below holds the same numbers. */
function matrix({ t, body }: ReviewContext, rows: readonly RiskRow[]): ReviewBlock[] {
  const model = riskMatrix(t, rows, body.project.riskScale)
  return [{ kind: 'chart', model, summary: describeChart(model, t), sourceTable: null }]
}

function register(context: ReviewContext, rows: readonly RiskRow[]) {
  const { t } = context
  const column = (key: string, weight: number, numeric?: boolean) => ({
    title: t(`steering.risks.${key}`),
    weight,
    numeric,
  })
  return table({
    caption: t('steering.risks.list'),
    columns: [
      column('risk', 7),
      column('probability', 3, true),
      column('impact', 2, true),
      column('points', 2, true),
      column('mitigation', 6),
      column('owners', 3),
    ],
    rows: rows.map((row) => cells(context, row)),
  })
}

function cells(context: ReviewContext, { risk, score, points, otherPoints, previous, after }: RiskRow): Run[][] {
  const { t } = context
  const number = (value: number | undefined) =>
    value === undefined
      ? [run(t('steering.risks.unscored'))]
      : [figure(context, 'risk', risk.id, formatNumber(value, t.locale))]
  const remarks = [
    otherPoints === null ? null : t('steering.risks.otherPoints', { points: otherPoints }),
    previous === null
      ? null
      : t('review.risks.before', { points: formatNumber(previous.probability * previous.impact, t.locale) }),
    after === null ? null : `${t('steering.risks.after')}: ${formatNumber(after.probability * after.impact, t.locale)}`,
  ].filter((remark) => remark !== null)
  const mark = risk.no === null ? '' : `${risk.no}. `
  return [
    [figure(context, 'risk', risk.id, mark + risk.description)],
    number(score?.probability),
    number(score?.impact),
    [...number(points ?? undefined), ...(remarks.length > 0 ? [run(` (${remarks.join('; ')})`)] : [])],
    [run(risk.mitigations.map((one) => one.text).join('; '))],
    [run(risk.ownerRoles.join(', '))],
  ]
}
