import { periodName } from '@/components/rounds/period-name'
import { FilterBar } from '@/components/ui/filter-bar'
import { Select } from '@/components/ui/select'
import type { Words } from '@/lib/platform/words'
import { risksAddress } from '@/lib/projects/addresses'
import type { PeriodHeader } from '@/lib/projects/model'
import { ownersOf, type RiskFilter, riskQuery } from '@/lib/risks/filters/model'
import { riskKindLabels } from '@/lib/risks/labels'
import { type RiskRow, riskKinds } from '@/lib/risks/model'
import { sortedBy } from '@/lib/values/sort'

type Props = {
  t: Words
  project: { key: string; periods: PeriodHeader[] }
  risks: readonly RiskRow[]
  filter: RiskFilter
}

/** Filters of the register; they live in the address. */
export function RiskFilters({ t, project, risks, filter }: Props) {
  const all = t('risks.filter.all')
  const owners = sortedBy([...new Set(risks.flatMap(ownersOf))], (role) => role, t.locale)
  const given = riskQuery(filter) !== ''
  const states = (['open', 'closed', 'all'] as const).map((state) => ({
    value: state,
    label: t(`risks.filter.${state}`),
  }))
  return (
    <FilterBar
      label={t('risks.filter.label')}
      apply={t('ui.apply')}
      clear={given ? { label: t('ui.clear'), href: risksAddress(project.key) } : undefined}
    >
      <Select
        id="period"
        name="period"
        label={t('risks.filter.period')}
        empty={t('risks.filter.now')}
        defaultValue={filter.period}
        options={project.periods.map(({ key }) => ({ value: key, label: periodName(key) }))}
      />
      <Select
        id="kind"
        name="kind"
        label={t('risks.field.kind')}
        empty={all}
        defaultValue={filter.kind}
        options={riskKinds.map((kind) => ({ value: kind, label: t(riskKindLabels[kind]) }))}
      />
      <Select
        id="owner"
        className="input max-w-72"
        name="owner"
        label={t('risks.column.owners')}
        empty={all}
        defaultValue={filter.owner}
        options={owners.map((role) => ({ value: role, label: role }))}
      />
      <Select id="state" name="state" label={t('risks.filter.state')} defaultValue={filter.state} options={states} />
    </FilterBar>
  )
}
