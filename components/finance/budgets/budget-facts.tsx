import { amountCell, differenceCell, sumText } from '@/components/finance/texts'
import { DefinitionList } from '@/components/ui/definition-list'
import { budgetSums } from '@/lib/finance/budgets/model'
import type { BudgetTableRow } from '@/lib/finance/model'
import type { Words } from '@/lib/platform/words'

/** The printed total of a budget beside the computed one. */
export function BudgetFacts({ t, table }: { t: Words; table: BudgetTableRow }) {
  const sums = budgetSums(table)
  const { text, note } = amountCell(t, table.stated, table.statedAsWritten)
  return (
    <DefinitionList
      items={[
        { term: t('finance.check.printed'), value: note ? `${text} (${note})` : text },
        { term: t('finance.check.other'), value: sumText(t, sums.lines) },
        { term: t('finance.check.difference'), value: differenceCell(t, sums.difference).text },
        ...(sums.notInProject > 0
          ? [{ term: t('finance.notInProject'), value: t('finance.outsideCount', { count: sums.notInProject }) }]
          : []),
      ]}
    />
  )
}
