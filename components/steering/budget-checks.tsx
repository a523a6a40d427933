import { figureCell } from '@/components/steering/figure-link'
import type { Board } from '@/components/steering/model'
import { DataTable } from '@/components/ui/data-table'
import type { SnapshotBudget } from '@/lib/rounds/snapshot/money/model'
import { amountText } from '@/lib/steering/money-texts/model'
import { isZero } from '@/lib/values/decimal'
import { formatChange } from '@/lib/values/format'

/** Printed sums beside computed ones. A difference is shown and never corrected. */
export function BudgetChecks(board: Board) {
  const { t, body } = board
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
        rows={budgets.flatMap((budget) => checkRows(board, budget))}
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

function checkRows(board: Board, budget: SnapshotBudget) {
  const { t, body } = board
  const unknown = { text: t('steering.money.unknown'), unknown: true }
  const printed =
    budget.stated === null
      ? t('steering.money.notPrinted')
      : figureCell(board, 'budget_total', budget.id, amountText(t, budget.stated))
  const amount = (name: string, total: string | null) =>
    figureCell(board, 'computed', name, total === null ? unknown : amountText(t, total))
  const difference = (name: string, value: string | null) => {
    if (value === null) return unknown
    const text = isZero(value) ? t('steering.money.matches') : formatChange(value, t.locale, 'amount')
    return figureCell(board, 'computed', name, text)
  }
  return [
    {
      key: `${budget.id}-lines`,
      cells: [
        t('steering.money.linesCheck', { source: budget.source }),
        printed,
        amount(`budget.${budget.id}`, budget.sum.total),
        difference(`budget-difference.${budget.id}`, budget.difference),
      ],
    },
    {
      key: `${budget.id}-estimates`,
      cells: [
        t('steering.money.estimatesCheck'),
        printed,
        amount('estimates', body.finance.estimateSum.total),
        difference(`estimate-check.${budget.id}`, budget.estimateDifference),
      ],
    },
  ]
}
