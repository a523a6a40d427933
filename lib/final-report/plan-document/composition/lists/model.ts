import type { DocumentBlock } from '@/lib/final-report/document/model'
import type { PlanComposition } from '@/lib/final-report/plan-document/composition/given/model'
import { lines, tableOf, toldOr } from '@/lib/final-report/plan-document/composition/pieces/model'
import { riskTable } from '@/lib/final-report/tables/steering/model'
import { linkKindLabels } from '@/lib/projects/labels'
import { formatDate } from '@/lib/values/format'

/** Linked projects with how far they are told to be. */
export function linkBlocks({ plan, t }: PlanComposition): DocumentBlock[] {
  return tableOf('links', t('plan.links.caption'), {
    columns: [
      { header: t('plan.links.name'), width: 2 },
      { header: t('plan.links.kind'), width: 1.2 },
      { header: t('plan.links.state'), width: 2.5 },
    ],
    rows: (plan?.links ?? []).map(({ name, kind, stateText, stateOn }) => {
      const on = stateOn === null ? '' : ` (${t('plan.links.on', { day: formatDate(stateOn, t.locale) })})`
      const state = stateText === null ? null : `${stateText}${on}`
      return [...lines([name, t(linkKindLabels[kind])]), toldOr(state, t('plan.notTold'))]
    }),
  })
}

/** The communication plan as it stands in its register. */
export function communicationBlocks({ communications, t }: PlanComposition): DocumentBlock[] {
  const missing = t('plan.notTold')
  return tableOf('communications', t('plan.communications.title'), {
    columns: (['topic', 'aim', 'audience', 'channels', 'schedule', 'role'] as const).map((key) => ({
      header: t(`communications.column.${key}`),
      width: key === 'topic' ? 2 : 1.3,
    })),
    rows: communications.map((row) => [
      { text: row.topic },
      toldOr(row.aim, missing),
      toldOr(row.audience, missing),
      toldOr(row.channels.join(', '), missing),
      toldOr(row.dateAsWritten, missing),
      toldOr(row.responsibleRole, missing),
    ]),
  })
}

/** Risks as they were last assessed. */
export function riskBlocks({ data, placed, t }: PlanComposition): DocumentBlock[] {
  if (placed.has('risk_table')) return []
  const { columns, rows, total, notes, source } = riskTable(data, t)
  if (rows.length === 0) return []
  return [
    { kind: 'table', id: 'plan-risks', label: '', caption: t('risks.title'), columns, rows, total, notes, source },
  ]
}
