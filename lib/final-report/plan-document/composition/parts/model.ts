import type { DocumentBlock, DocumentSection } from '@/lib/final-report/document/model'
import { indicatorName, levelText } from '@/lib/final-report/numbers/model'
import type { PlanComposition } from '@/lib/final-report/plan-document/composition/given/model'
import { listOf, paragraphs, tableOf, toldOr } from '@/lib/final-report/plan-document/composition/pieces/model'
import { phaseTable } from '@/lib/final-report/tables/phases/model'
import { targetsInForce } from '@/lib/indicators/model'
import type { PlanPart } from '@/lib/plan/overview/model'
import type { PhaseTable } from '@/lib/plan/schedule/model'
import type { Words } from '@/lib/platform/words'
import { formatAmount, formatTimeCode } from '@/lib/values/format'
import { timeSpanFromCode } from '@/lib/values/time'
import { textsOf } from '@/lib/work-packages/model'

/** One section per part of the plan: goals, actions with their schedule, outputs, costs and metrics, as recorded. */
export function partSections(given: PlanComposition, level: number): DocumentSection[] {
  const { plan } = given
  return (plan?.parts ?? []).map((part) => {
    const blocks = partBlocks(part, given, level + 1)
    return {
      id: `plan-part-${part.id}`,
      level,
      number: null,
      title: part.label,
      blocks: blocks.length > 0 ? blocks : paragraphs(`${part.id}-nothing`, [given.t('plan.document.nothingTold')]),
      children: [],
    }
  })
}

function partBlocks({ id, schedule, table }: PlanPart, given: PlanComposition, level: number): DocumentBlock[] {
  const { packages, data, t } = given
  const told = packages.get(id)
  const heading = (name: string, text: string, blocks: readonly DocumentBlock[]): DocumentBlock[] =>
    blocks.length === 0 ? [] : [{ kind: 'heading', id: `plan-${id}-${name}-title`, level, text }, ...blocks]
  const indicators = data.indicators.filter(({ workPackageId }) => workPackageId === id)
  return [
    ...paragraphs(`${id}-when`, [scheduleText(t, schedule), costText(t, told?.cost)]),
    ...(told ? heading('goals', t('plan.document.goals'), listOf(`${id}-goals`, textsOf(told, 'objective'))) : []),
    ...(told ? heading('outputs', t('plan.document.outputs'), listOf(`${id}-outputs`, textsOf(told, 'output'))) : []),
    ...heading('actions', t('plan.document.actions'), actionBlocks(given, id, table)),
    ...tableOf(`${id}-metrics`, t('plan.document.metrics'), {
      columns: [
        { header: t('finalReport.column.indicator'), width: 3 },
        { header: t('finalReport.column.target'), width: 2 },
      ],
      rows: indicators.map((indicator) => [
        { text: indicatorName(indicator) },
        toldOr(
          targetsInForce(indicator)
            .map((target) => levelText(target, indicator, t))
            .join('; '),
          t('plan.notTold'),
        ),
      ]),
    }),
  ]
}

/** A table of phases where there are columns and no block shows it already, else the actions as a list. */
function actionBlocks({ placed, t }: PlanComposition, id: string, table: PhaseTable): DocumentBlock[] {
  if (placed.has(`phase_table:${id}`)) return []
  if (table.columns.length > 0) {
    return tableOf(`${id}-phases`, t('plan.schedule.title'), phaseTable(table, t))
  }
  return listOf(
    `${id}-actions`,
    table.rows.map(({ title }) => title),
  )
}

function scheduleText(t: Words, { asWritten, start, end }: PlanPart['schedule']): string | null {
  const time = (code: string | null) =>
    code !== null && timeSpanFromCode(code).ok ? formatTimeCode(code, t.locale) : code
  const told = asWritten ?? [time(start), time(end)].filter(Boolean).join('–')
  return told === '' ? null : `${t('plan.document.schedule')}: ${told}`
}

function costText(
  t: Words,
  cost: { estimate: string | null; asWritten: string | null; note: string | null } | undefined,
): string | null {
  const told = cost?.estimate ? formatAmount(cost.estimate, t.locale) : (cost?.asWritten ?? cost?.note ?? null)
  return told === null ? null : `${t('plan.document.cost')}: ${told}`
}
