import { FilterBar } from '@/components/ui/filter-bar'
import { Select } from '@/components/ui/select'
import { TextInput } from '@/components/ui/text-input'
import type { Words } from '@/lib/platform/words'
import { toimintamallitAddress } from '@/lib/projects/addresses'
import { gaps } from '@/lib/toimintamallit/gaps/model'
import { answerLabels, gapLabels, registerSortLabels } from '@/lib/toimintamallit/labels'
import {
  answers,
  type RegisterFilter,
  type RegisterRow,
  registerQuery,
  registerSorts,
} from '@/lib/toimintamallit/register/model'
import { sortedBy } from '@/lib/values/sort'

type Props = { t: Words; project: string; rows: readonly RegisterRow[]; filter: RegisterFilter }

/** Filters of the register; they live in the address. Only places that some model has are offered. */
export function RegisterFilters({ t, project, rows, filter }: Props) {
  const all = t('toimintamallit.filter.all')
  const investments = new Map(rows.flatMap((row) => row.investments.map(({ id, label }) => [id, label] as const)))
  const units = new Map(rows.flatMap(({ unit }) => (unit ? [[unit.id, unit.title] as const] : [])))
  const offered = (places: ReadonlyMap<string, string>) =>
    sortedBy(
      [...places].map(([value, label]) => ({ value, label })),
      ({ label }) => label,
      t.locale,
    )
  const states = answers.map((value) => ({ value, label: t(answerLabels[value]) }))
  const without = rows.some(({ unit }) => unit === null)
  const select = (name: 'investment' | 'unit' | 'piloted' | 'stayed' | 'gap') => ({
    id: name,
    name,
    label: t(`toimintamallit.filter.${name}`),
    empty: all,
    defaultValue: filter[name],
    className: 'input max-w-72',
  })
  return (
    <FilterBar
      label={t('toimintamallit.filter.label')}
      apply={t('ui.apply')}
      clear={registerQuery(filter) === '' ? undefined : { label: t('ui.clear'), href: toimintamallitAddress(project) }}
    >
      <Select {...select('investment')} options={offered(investments)} />
      <Select
        {...select('unit')}
        options={[...offered(units), ...(without ? [{ value: 'none', label: t('toimintamallit.gap.no_unit') }] : [])]}
      />
      <Select {...select('piloted')} options={states} />
      <Select {...select('stayed')} options={states} />
      <Select
        {...select('gap')}
        options={[
          { value: 'any', label: t('toimintamallit.filter.anyGap') },
          { value: 'none', label: t('toimintamallit.filter.noGap') },
          ...gaps.map((gap) => ({ value: gap, label: t(gapLabels[gap]) })),
        ]}
      />
      <Select
        id="sort"
        name="sort"
        label={t('toimintamallit.sort.label')}
        defaultValue={filter.sort}
        options={registerSorts.map((value) => ({ value, label: t(registerSortLabels[value]) }))}
      />
      <TextInput
        id="text"
        name="text"
        label={t('toimintamallit.filter.text')}
        width="short"
        defaultValue={filter.text}
      />
    </FilterBar>
  )
}
