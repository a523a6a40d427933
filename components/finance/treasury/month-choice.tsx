import { FilterBar } from '@/components/ui/filter-bar'
import { Select } from '@/components/ui/select'
import type { Words } from '@/lib/platform/words'
import { formatMonth } from '@/lib/values/format'

type Props = { t: Words; months: readonly string[]; month: string }

/** The month of the file; it lives in the address. */
export function MonthChoice({ t, months, month }: Props) {
  return (
    <FilterBar label={t('treasury.file.choose')} apply={t('ui.apply')}>
      <Select
        id="month"
        className="input max-w-72"
        name="month"
        label={t('treasury.field.month')}
        defaultValue={month}
        options={months.map((value) => ({ value, label: formatMonth(value, t.locale) }))}
      />
    </FilterBar>
  )
}
