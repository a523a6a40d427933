import { Checkbox } from '@/components/ui/choice'
import { FilterBar } from '@/components/ui/filter-bar'
import { Select } from '@/components/ui/select'
import type { Words } from '@/lib/platform/words'
import { type DifferenceView, differenceQuery } from '@/lib/status-reports/differences/schema'

type Props = {
  t: Words
  /** Periods to choose from, and the one that is chosen */
  periods: readonly { key: string; label: string }[]
  chosen: string
  view: DifferenceView
}

/** What is compared with; the choice lives in the address and needs no scripts. */
export function DifferenceChoice({ t, periods, chosen, view }: Props) {
  return (
    <FilterBar
      label={t('differences.choose.label')}
      apply={t('differences.choose.apply')}
      clear={
        view.changedOnly
          ? { label: t('differences.choose.all'), href: differenceQuery({ with: chosen, changedOnly: false }) }
          : undefined
      }
    >
      <Select
        id="with"
        name="with"
        label={t('differences.choose.with')}
        defaultValue={chosen}
        options={periods.map(({ key, label }) => ({ value: key, label }))}
      />
      <Checkbox
        id="changed"
        name="changed"
        value="1"
        label={t('differences.choose.changedOnly')}
        defaultChecked={view.changedOnly}
      />
    </FilterBar>
  )
}
