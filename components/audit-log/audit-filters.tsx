import { FilterBar } from '@/components/ui/filter-bar'
import { Select } from '@/components/ui/select'
import { TextInput } from '@/components/ui/text-input'
import { auditAddress, filteredAuditAddress } from '@/lib/audit-log/addresses'
import { auditGroupLabels, auditSourceLabels, auditSubjectLabels } from '@/lib/audit-log/labels'
import { type AuditFilter, actionsOf, auditGroups, auditSources, auditSubjects } from '@/lib/audit-log/search/model'
import { auditActionLabels, auditResultLabels } from '@/lib/platform/audit-labels'
import type { Words } from '@/lib/platform/words'
import { formatDate } from '@/lib/values/format'
import { sortedBy } from '@/lib/values/sort'

type Props = {
  t: Words
  filter: AuditFilter
  people: readonly { id: string; name: string }[]
  /** Days that were typed and are none, as typed */
  wrong: Partial<Record<'from' | 'to', string>>
}

/** What is looked for in the log; lives in the address. */
export function AuditFilters({ t, filter, people, wrong }: Props) {
  const own = (name: string) => t(`auditLog.filter.${name}`)
  const narrowed = filteredAuditAddress(filter) !== auditAddress || Object.keys(wrong).length > 0
  const day = (name: 'from' | 'to') => (
    <TextInput
      id={name}
      name={name}
      label={own(name)}
      width="short"
      placeholder={formatDate('2026-01-31', 'fi')}
      defaultValue={wrong[name] ?? (filter[name] && formatDate(filter[name], 'fi'))}
      error={wrong[name] === undefined ? undefined : own('wrongDay')}
    />
  )
  const sorted = <T extends string>(values: readonly T[], labels: Readonly<Record<T, string>>) =>
    sortedBy(
      values.map((value) => ({ value, label: t(labels[value]) })),
      ({ label }) => label,
      t.locale,
    )
  return (
    <FilterBar
      label={t('auditLog.filters')}
      apply={t('ui.apply')}
      clear={narrowed ? { label: t('ui.clear'), href: auditAddress } : undefined}
    >
      {day('from')}
      {day('to')}
      <Select
        id="person"
        name="person"
        label={own('person')}
        empty={own('anybody')}
        defaultValue={filter.person}
        options={[
          { value: 'system', label: t('auditLog.system') },
          ...people.map(({ id, name }) => ({ value: id, label: name })),
        ]}
      />
      {/* Its longest sentence would push everything beside it away. */}
      <div className="min-w-0 max-w-72">
        <Select
          id="act"
          name="act"
          label={own('act')}
          empty={own('anything')}
          defaultValue={filter.act}
          options={auditGroups.map((group) => ({
            label: t(auditGroupLabels[group]),
            options: [
              { value: group, label: t('auditLog.filter.wholeGroup', { group: t(auditGroupLabels[group]) }) },
              ...sorted(actionsOf(group), auditActionLabels),
            ],
          }))}
        />
      </div>
      <Select
        id="kind"
        name="kind"
        label={own('kind')}
        empty={own('anyKind')}
        defaultValue={filter.kind}
        options={sorted(auditSubjects, auditSubjectLabels)}
      />
      <TextInput id="subject" name="subject" label={own('subject')} defaultValue={filter.subject} />
      <Select
        id="source"
        name="source"
        label={own('source')}
        empty={own('anySource')}
        defaultValue={filter.source}
        options={sorted(auditSources, auditSourceLabels)}
      />
      <Select
        id="result"
        name="result"
        label={own('result')}
        empty={own('anyResult')}
        defaultValue={filter.result}
        options={(['done', 'refused'] as const).map((value) => ({ value, label: t(auditResultLabels[value]) }))}
      />
      <TextInput id="text" name="text" label={own('text')} defaultValue={filter.text} />
    </FilterBar>
  )
}
