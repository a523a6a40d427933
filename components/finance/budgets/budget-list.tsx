import { amountCell, differenceCell, sumCell } from '@/components/finance/texts'
import { ButtonLink } from '@/components/ui/button'
import { DataTable } from '@/components/ui/data-table'
import { EmptyState } from '@/components/ui/empty-state'
import { budgetAddress, newBudgetAddress } from '@/lib/finance/addresses'
import { budgetSums } from '@/lib/finance/budgets/model'
import type { BudgetTableRow } from '@/lib/finance/model'
import type { Words } from '@/lib/platform/words'
import { formatNumber } from '@/lib/values/format'

type Props = { t: Words; project: string; tables: readonly BudgetTableRow[]; keeps: boolean }

/** The budgets of a project, each with its printed total beside the computed one. */
export function BudgetList({ t, project, tables, keeps }: Props) {
  return (
    <DataTable
      caption={t('finance.list.budgets')}
      hideCaption
      columns={[
        { key: 'table', header: t('finance.field.table') },
        { key: 'lines', header: t('finance.budget.lines'), numeric: true },
        { key: 'stated', header: t('finance.check.printed'), numeric: true },
        { key: 'computed', header: t('finance.check.other'), numeric: true },
        { key: 'difference', header: t('finance.check.difference') },
      ]}
      rows={tables.map((table) => {
        const sums = budgetSums(table)
        const outside = sums.notInProject > 0 ? [t('finance.outsideCount', { count: sums.notInProject })] : []
        return {
          key: table.id,
          cells: [
            { text: table.source, href: budgetAddress(project, table.id) },
            formatNumber(table.lines.length, t.locale),
            amountCell(t, table.stated, table.statedAsWritten),
            sumCell(t, sums.lines, outside),
            differenceCell(t, sums.difference),
          ],
        }
      })}
      empty={
        <EmptyState
          title={t('finance.budget.none')}
          actions={keeps && <ButtonLink href={newBudgetAddress(project)}>{t('finance.budget.add')}</ButtonLink>}
        >
          {t(keeps ? 'finance.budget.noneHelp' : 'finance.noneToRead')}
        </EmptyState>
      }
    />
  )
}
