import { FilterBar } from '@/components/ui/filter-bar'
import { Select } from '@/components/ui/select'
import { TextInput } from '@/components/ui/text-input'
import { scopeLabels } from '@/lib/indicators/labels'
import { indicatorScopes } from '@/lib/indicators/model'
import type { Words } from '@/lib/platform/words'
import { indicatorsAddress } from '@/lib/projects/addresses'
import { standingLabels } from '@/lib/steering/indicators/labels'
import { type IndicatorFilter, indicatorQuery, standings } from '@/lib/steering/indicators/model'

type Props = {
  t: Words
  project: string
  filter: IndicatorFilter
  /** Units that have indicators, by name */
  units: readonly { value: string; label: string }[]
}

/** Filters of the indicators; they live in the address. */
export function IndicatorFilters({ t, project, filter, units }: Props) {
  const select = (name: 'scope' | 'unit' | 'standing') => ({
    id: name,
    name,
    label: t(`indicators.filter.${name}`),
    empty: t('indicators.filter.all'),
    defaultValue: filter[name],
    className: 'input max-w-72',
  })
  return (
    <FilterBar
      label={t('indicators.filter.label')}
      apply={t('ui.apply')}
      clear={indicatorQuery(filter) === '' ? undefined : { label: t('ui.clear'), href: indicatorsAddress(project) }}
    >
      <Select
        {...select('scope')}
        options={indicatorScopes.map((value) => ({ value, label: t(scopeLabels[value]) }))}
      />
      <Select {...select('unit')} options={units} />
      <Select
        {...select('standing')}
        options={standings.map((value) => ({ value, label: t(standingLabels[value]) }))}
      />
      <TextInput id="text" name="text" label={t('indicators.filter.text')} width="short" defaultValue={filter.text} />
    </FilterBar>
  )
}
