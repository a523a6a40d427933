import { FilterBar } from '@/components/ui/filter-bar'
import { Select } from '@/components/ui/select'
import type { EditionRow } from '@/lib/final-report/editions/model'
import type { Compared } from '@/lib/final-report/plan-document/model'
import type { Words } from '@/lib/platform/words'
import { formatDateTime } from '@/lib/values/format'

type Props = { t: Words; editions: readonly EditionRow[]; compared: Compared }

/** Which two are compared; the address keeps the choice. */
export function CompareForm({ t, editions, compared: { from, to } }: Props) {
  const options = editions.map(({ number, frozenAt }) => ({
    value: String(number),
    label: `${t('plan.changes.version', { number })}, ${formatDateTime(frozenAt, t.locale)}`,
  }))
  return (
    <FilterBar label={t('plan.changes.show')} apply={t('plan.changes.show')}>
      <Select id="from" name="from" label={t('plan.changes.from')} options={options} defaultValue={String(from)} />
      <Select
        id="to"
        name="to"
        label={t('plan.changes.to')}
        options={options}
        empty={t('plan.changes.now')}
        defaultValue={to === null ? '' : String(to)}
      />
    </FilterBar>
  )
}
