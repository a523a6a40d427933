import { fundingSourceLabels, notInProjectLabel } from '@/lib/finance/labels'
import { fundingSources, partialSum } from '@/lib/finance/model'
import { branchOf } from '@/lib/investments/model'
import type { SnapshotBudgetLine } from '@/lib/rounds/snapshot/money/model'
import { amountText } from '@/lib/steering/money-texts/model'
import { sumRuns } from '@/lib/steering/review/finance/sums/model'
import type { ReviewBlock, Run } from '@/lib/steering/review/model'
import { figure, type ReviewContext, run } from '@/lib/steering/review/runs/model'
import { table } from '@/lib/steering/review/tables/model'
import { isZero } from '@/lib/values/decimal'
import { formatChange } from '@/lib/values/format'

/** Lines of the budget under an investment with their sum; nothing when the budget has none there. */
export function budgetLineTable(context: ReviewContext, investmentId: string): ReviewBlock[] {
  const { t, body } = context
  const ids = new Set(branchOf(body.investments, investmentId).map((one) => one.id))
  const budget = body.finance.budgets[0]
  const lines = budget?.lines.filter((line) => line.investmentId !== null && ids.has(line.investmentId)) ?? []
  if (!budget || lines.length === 0) return []
  const sum = partialSum(lines.filter((line) => !line.notInProject).map((line) => line.amount))
  return [
    table({
      caption: t('review.finance.budget', { source: budget.source }),
      columns: [
        { title: t('review.finance.line'), weight: 4 },
        { title: t('steering.purchases.amount'), weight: 1, numeric: true },
      ],
      rows: lines.map((line) => [[run(lineTitle(context, line))], lineAmount(context, line)]),
      total: [[run(t('steering.money.total'))], sumRuns(context, `investment-budget.${investmentId}`, sum)],
    }),
  ]
}

function lineTitle({ t, body }: ReviewContext, line: SnapshotBudgetLine): string {
  const unit = body.units.find((one) => one.id === line.workPackageId)
  const source = fundingSources.find((one) => one === line.fundingSource)
  const parts = [line.year === null ? null : String(line.year), line.costType, source && t(fundingSourceLabels[source])]
  return [line.title, unit?.title === line.title ? null : unit?.title, ...parts].filter(Boolean).join(', ')
}

function lineAmount(context: ReviewContext, line: SnapshotBudgetLine): Run[] {
  const { t } = context
  if (line.notInProject) return [figure(context, 'budget_line', line.id, t(notInProjectLabel))]
  const text = line.amount === null ? (line.amountAsWritten ?? t('steering.money.unknown')) : amountText(t, line.amount)
  return [figure(context, 'budget_line', line.id, text)]
}

/** Printed totals beside the computed ones. A difference is shown and never corrected. */
export function budgetCheckTable(context: ReviewContext): ReviewBlock[] {
  const { t, body } = context
  const { budgets, estimateSum } = body.finance
  if (budgets.length === 0) return []
  const column = (key: string) => ({ title: t(`steering.money.${key}`), weight: 2, numeric: true })
  const amount = (value: string | null) => (value === null ? t('steering.money.unknown') : amountText(t, value))
  const difference = (value: string | null) => {
    if (value === null) return t('steering.money.unknown')
    return isZero(value) ? t('steering.money.matches') : formatChange(value, t.locale, 'amount')
  }
  const notes = budgets.flatMap((budget) => budget.notes.map((note) => note.text))
  return [
    table({
      caption: t('steering.money.checks'),
      columns: [
        { title: t('steering.money.check'), weight: 4 },
        column('printed'),
        column('computed'),
        column('differenceOf'),
      ],
      rows: budgets.flatMap((budget) => {
        const printed = budget.stated === null ? t('steering.money.notPrinted') : amountText(t, budget.stated)
        const total = (text: string) => [figure(context, 'budget_total', budget.id, text)]
        const computed = (name: string, text: string) => [figure(context, 'computed', name, text)]
        return [
          [
            [run(t('steering.money.linesCheck', { source: budget.source }))],
            total(printed),
            computed(`budget.${budget.id}`, amount(budget.sum.total)),
            computed(`budget-difference.${budget.id}`, difference(budget.difference)),
          ],
          [
            [run(t('steering.money.estimatesCheck'))],
            total(printed),
            computed('estimates', amount(estimateSum.total)),
            computed(`estimate-check.${budget.id}`, difference(budget.estimateDifference)),
          ],
        ]
      }),
      note: t('steering.money.checksNote'),
    }),
    ...(notes.length > 0
      ? [{ kind: 'list' as const, label: t('steering.money.notes'), items: notes.map((text) => [run(text)]) }]
      : []),
  ]
}
