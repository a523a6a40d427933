import { sumCell } from '@/components/finance/texts'
import { DataTable } from '@/components/ui/data-table'
import { type PurchaseRow, partialSum } from '@/lib/finance/model'
import type { InvestmentPlace } from '@/lib/finance/places/model'
import { paidBy } from '@/lib/finance/purchases/model'
import type { Words } from '@/lib/platform/words'
import { formatNumber } from '@/lib/values/format'

type Props = { t: Words; rows: readonly PurchaseRow[]; investments: readonly InvestmentPlace[] }

/** What each investment pays of the purchases shown: its own, and its part of those that are split. */
export function PurchaseSums({ t, rows, investments }: Props) {
  const paid = investments.map((investment) => ({
    investment,
    amounts: rows.flatMap((row) => paidBy(row, investment.id) ?? []).map(({ amount }) => amount),
  }))
  const none = rows.filter(({ investmentId }) => investmentId === null).map(({ amount }) => amount)
  const line = (key: string, name: string, amounts: readonly (string | null)[]) => ({
    key,
    cells: [name, formatNumber(amounts.length, t.locale), sumCell(t, partialSum(amounts))],
  })
  return (
    <DataTable
      caption={t('finance.purchase.sums')}
      columns={[
        { key: 'investment', header: t('finance.field.investment') },
        { key: 'count', header: t('finance.purchase.count'), numeric: true },
        { key: 'sum', header: t('finance.purchase.sum'), numeric: true },
      ]}
      rows={[
        ...paid
          .filter(({ amounts }) => amounts.length > 0)
          .map(({ investment, amounts }) => line(investment.id, investment.label, amounts)),
        ...(none.length > 0 ? [line('none', t('finance.untold'), none)] : []),
      ]}
      totals={[
        t('finance.total'),
        formatNumber(rows.length, t.locale),
        sumCell(t, partialSum(rows.map(({ amount }) => amount))),
      ]}
    />
  )
}
