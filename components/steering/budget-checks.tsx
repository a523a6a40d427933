import type { Board } from '@/components/steering/model'
import { DataTable } from '@/components/ui/data-table'
import type { Words } from '@/lib/platform/words'
import type { SnapshotBody } from '@/lib/rounds/snapshot/model'
import type { SnapshotBudget } from '@/lib/rounds/snapshot/money/model'
import { amountText } from '@/lib/steering/money-texts/model'
import { isZero } from '@/lib/values/decimal'
import { formatChange } from '@/lib/values/format'

/** Printed sums beside computed ones. A difference is shown and never corrected. */
export function BudgetChecks({ t, body }: Board) {
  const { budgets } = body.finance
  if (budgets.length === 0) return null
  const names = ['printed', 'computed', 'differenceOf']
  return (
    <>
      <DataTable
        caption={t('steering.money.checks')}
        captionNote={t('steering.money.checksNote')}
        columns={[
          { key: 'check', header: t('steering.money.check') },
          ...names.map((key) => ({ key, header: t(`steering.money.${key}`), numeric: true })),
        ]}
        rows={budgets.flatMap((budget) => checkRows(t, budget, body))}
      />
      {budgets.some((budget) => budget.notes.length > 0) && (
        <>
          <h3>{t('steering.money.notes')}</h3>
          <ul className="board-plain">
            {budgets.flatMap((budget) => budget.notes.map((note) => <li key={note.id}>{note.text}</li>))}
          </ul>
        </>
      )}
    </>
  )
}

function checkRows(t: Words, budget: SnapshotBudget, { finance }: SnapshotBody) {
  const printed = budget.stated === null ? t('steering.money.notPrinted') : amountText(t, budget.stated)
  const amount = (total: string | null) =>
    total === null ? { text: t('steering.money.unknown'), unknown: true } : amountText(t, total)
  const difference = (value: string | null) => {
    if (value === null) return { text: t('steering.money.unknown'), unknown: true }
    return isZero(value) ? t('steering.money.matches') : formatChange(value, t.locale, 'amount')
  }
  return [
    {
      key: `${budget.id}-lines`,
      cells: [
        t('steering.money.linesCheck', { source: budget.source }),
        printed,
        amount(budget.sum.total),
        difference(budget.difference),
      ],
    },
    {
      key: `${budget.id}-estimates`,
      cells: [
        t('steering.money.estimatesCheck'),
        printed,
        amount(finance.estimateSum.total),
        difference(budget.estimateDifference),
      ],
    },
  ]
}
