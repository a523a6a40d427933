import { figureCell } from '@/components/steering/figure-link'
import type { Board } from '@/components/steering/model'
import { DataTable } from '@/components/ui/data-table'
import { Disclosure } from '@/components/ui/disclosure'
import { notInProjectLabel } from '@/lib/finance/labels'
import type { SnapshotBudgetLine, SnapshotFinanceRow } from '@/lib/rounds/snapshot/money/model'
import { periodText } from '@/lib/steering/figure-texts/model'
import type { FigureKind } from '@/lib/steering/figures/model'
import { amountText } from '@/lib/steering/money-texts/model'
import { formatDate } from '@/lib/values/format'

/** The rows that the sums are made of: lines of the budget, actuals, forecasts. */
export function BudgetLines(board: Board) {
  const { t, body } = board
  const { budgets, actuals, forecasts } = body.finance
  return (
    <>
      {budgets.map((budget) => (
        <Disclosure
          key={budget.id}
          summary={t('steering.money.lines', { source: budget.source, count: budget.lines.length })}
        >
          <DataTable
            caption={budget.source}
            hideCaption
            columns={[
              { key: 'line', header: t('steering.money.line') },
              { key: 'investment', header: t('steering.money.investment') },
              { key: 'amount', header: t('steering.money.budget'), numeric: true },
            ]}
            rows={budget.lines.map((line) => ({ key: line.id, cells: lineCells(board, line) }))}
          />
        </Disclosure>
      ))}
      <Rows board={board} kind="actual" name="actuals" rows={actuals} />
      <Rows board={board} kind="forecast" name="forecast" rows={forecasts} />
    </>
  )
}

function lineCells(board: Board, line: SnapshotBudgetLine) {
  const { t } = board
  const amount = line.notInProject
    ? { text: t(notInProjectLabel), note: line.amountAsWritten ?? undefined }
    : line.amount === null
      ? { text: t('steering.money.unknown'), unknown: true, note: line.amountAsWritten ?? undefined }
      : amountText(t, line.amount)
  return [
    { text: line.title, note: [line.year, line.costType].filter(Boolean).join(', ') || undefined },
    placeOf(board, line.investmentId) || (line.investmentAsWritten ?? ''),
    figureCell(board, 'budget_line', line.id, amount),
  ]
}

function placeOf({ body }: Board, investmentId: string | null): string {
  const found = body.investments.find(({ id }) => id === investmentId)
  return found ? (found.code ?? found.title) : ''
}

type RowsProps = { board: Board; kind: FigureKind; name: 'actuals' | 'forecast'; rows: readonly SnapshotFinanceRow[] }

function Rows({ board, kind, name, rows }: RowsProps) {
  const { t, body } = board
  if (rows.length === 0) return null
  const title = t(`steering.money.${name}`)
  const units = new Map(body.units.map((unit) => [unit.id, unit.title]))
  return (
    <Disclosure summary={t('steering.money.rowsOf', { name: title, count: rows.length })}>
      <DataTable
        caption={title}
        hideCaption
        columns={[
          { key: 'place', header: t('steering.money.investment') },
          { key: 'unit', header: t('steering.purchases.unit') },
          { key: 'time', header: t('steering.money.time') },
          { key: 'amount', header: title, numeric: true },
        ]}
        rows={rows.map((row) => ({
          key: row.id,
          cells: [
            {
              text: placeOf(board, row.investmentId) || t('steering.money.wholeProject'),
              note: [row.costType, row.note].filter(Boolean).join('. ') || undefined,
            },
            units.get(row.workPackageId ?? '') ?? '',
            [row.periodKey && periodText(row.periodKey), row.asOf && formatDate(row.asOf, t.locale)]
              .filter(Boolean)
              .join(', '),
            figureCell(board, kind, row.id, amountText(t, row.amount)),
          ],
        }))}
      />
    </Disclosure>
  )
}
