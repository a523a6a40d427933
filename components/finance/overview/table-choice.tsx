import { FilterBar } from '@/components/ui/filter-bar'
import { Select } from '@/components/ui/select'
import type { Dimension, Money } from '@/lib/finance/overview/model'
import type { Words } from '@/lib/platform/words'

type Props = { t: Words; money: Money; table: Money['tables'][number] | null; dimension: Dimension }

/** Which of several budgets the rest is held against; lives in the address. */
export function TableChoice({ t, money, table, dimension }: Props) {
  if (money.tables.length < 2) return null
  return (
    <FilterBar label={t('finance.field.table')} apply={t('ui.apply')}>
      <input type="hidden" name="by" value={dimension} />
      <Select
        id="table"
        name="table"
        label={t('finance.field.table')}
        defaultValue={table?.id}
        options={money.tables.map(({ id, source }) => ({ value: id, label: source }))}
      />
    </FilterBar>
  )
}
