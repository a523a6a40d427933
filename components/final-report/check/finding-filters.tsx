import { FilterBar } from '@/components/ui/filter-bar'
import { Select } from '@/components/ui/select'
import { checkAddress } from '@/lib/final-report/addresses'
import { type FindingFilter, findingQuery } from '@/lib/final-report/check/filters/model'
import { severityLabels } from '@/lib/final-report/check/labels'
import { type Finding, severities } from '@/lib/final-report/check/model'
import type { DocumentPlace } from '@/lib/final-report/model'
import type { Words } from '@/lib/platform/words'
import { sortedBy } from '@/lib/values/sort'

type Props = { t: Words; place: DocumentPlace; findings: readonly Finding[]; filter: FindingFilter }

/** Filters of the findings; they live in the address. */
export function FindingFilters({ t, place, findings, filter }: Props) {
  const rules = [...new Set(findings.map(({ rule }) => rule))].map((rule) => ({
    value: rule,
    label: t(`reportCheck.rule.${rule}.title`),
  }))
  const clear = findingQuery(filter) === '' ? undefined : { label: t('ui.clear'), href: checkAddress(place) }
  return (
    <FilterBar label={t('reportCheck.filter.label')} apply={t('ui.apply')} clear={clear}>
      <Select
        id="severity"
        name="severity"
        label={t('reportCheck.filter.severity')}
        empty={t('reportCheck.filter.all')}
        defaultValue={filter.severity ?? ''}
        options={severities.map((severity) => ({ value: severity, label: t(severityLabels[severity]) }))}
      />
      <Select
        id="rule"
        name="rule"
        label={t('reportCheck.filter.rule')}
        empty={t('reportCheck.filter.all')}
        defaultValue={filter.rule ?? ''}
        options={sortedBy(rules, ({ label }) => label, t.locale)}
      />
      <Select
        id="accepted"
        name="accepted"
        label={t('reportCheck.filter.accepted')}
        empty={t('reportCheck.filter.open')}
        defaultValue={filter.accepted ? 'yes' : ''}
        options={[{ value: 'yes', label: t('reportCheck.filter.everything') }]}
      />
    </FilterBar>
  )
}
