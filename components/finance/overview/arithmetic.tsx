import { amountCell, differenceCell, sumCell } from '@/components/finance/texts'
import { DataTable } from '@/components/ui/data-table'
import { EmptyState } from '@/components/ui/empty-state'
import { budgetAddress } from '@/lib/finance/addresses'
import { budgetSums } from '@/lib/finance/budgets/model'
import { differenceOf, partialSum } from '@/lib/finance/model'
import type { Money } from '@/lib/finance/overview/model'
import type { Places } from '@/lib/finance/places/model'
import type { Words } from '@/lib/platform/words'

type Props = { t: Words; project: string; money: Money; places: Places }

/** Printed totals beside computed ones, and the estimates of the work packages beside the budget. Nothing is corrected. */
export function Arithmetic({ t, project, money, places }: Props) {
  const estimates = partialSum(places.packages.flatMap(({ estimate }) => estimate ?? []))
  const rows = money.tables.flatMap((table) => {
    const sums = budgetSums(table)
    const name = { text: table.source, href: budgetAddress(project, table.id) }
    const printed = {
      key: table.id,
      cells: [
        name,
        t('finance.check.printed'),
        amountCell(t, table.stated, table.statedAsWritten),
        sumCell(t, sums.lines),
        differenceCell(t, sums.difference),
      ],
    }
    if (table !== money.tables[0] || estimates.lines === 0) return [printed]
    const estimated = {
      key: `${table.id}-estimates`,
      cells: [
        name,
        t('finance.check.estimates'),
        sumCell(t, sums.lines),
        sumCell(t, estimates),
        differenceCell(t, differenceOf(estimates.total, sums.lines.total)),
      ],
    }
    return [printed, estimated]
  })
  return (
    <DataTable
      caption={t('finance.check.caption')}
      captionNote={t('finance.check.note')}
      columns={[
        { key: 'table', header: t('finance.field.table') },
        { key: 'what', header: t('finance.check.what') },
        { key: 'one', header: t('finance.check.one'), numeric: true },
        { key: 'other', header: t('finance.check.other'), numeric: true },
        { key: 'difference', header: t('finance.check.difference') },
      ]}
      rows={rows}
      empty={<EmptyState title={t('finance.check.none')}>{t('finance.check.noneHelp')}</EmptyState>}
    />
  )
}
