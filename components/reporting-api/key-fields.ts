import type { RecordField, RecordWords } from '@/components/ui/record-fields'
import { recordWords } from '@/components/ui/record-words'
import type { Words } from '@/lib/platform/words'
import { apiKeyScopeLabels } from '@/lib/reporting-api/keys/labels'
import { defaultDays } from '@/lib/reporting-api/keys/model'

/** What is asked for a new key; `projects` are those of the county. */
export function keyFields(t: Words, projects: readonly { id: string; name: string }[]): RecordField[] {
  return [
    { as: 'line', name: 'name', label: t('reportingApi.keys.name'), help: t('reportingApi.keys.nameHelp') },
    {
      as: 'choice',
      name: 'project',
      label: t('reportingApi.keys.project'),
      empty: t('reportingApi.keys.wholeCounty'),
      options: projects.map(({ id, name }) => ({ value: id, label: name })),
    },
    {
      as: 'choice',
      name: 'scope',
      label: t('reportingApi.keys.scope'),
      help: t('reportingApi.keys.scopeHelp'),
      options: Object.entries(apiKeyScopeLabels).map(([value, key]) => ({ value, label: t(key) })),
      known: 'published',
    },
    {
      as: 'line',
      name: 'days',
      width: 'number',
      label: t('reportingApi.keys.days'),
      help: t('reportingApi.keys.daysHelp'),
      known: String(defaultDays),
    },
  ]
}

const reasons = ['NOT_ALLOWED', 'NOT_FOUND'] as const
const errors = ['name', 'project', 'scope', 'days'].map((field) => `reportingApi.error.${field}`)

/** What the forms of the page say. */
export function keyWords(t: Words): RecordWords {
  const own = Object.fromEntries(reasons.map((reason) => [reason, t(`reportingApi.keys.reason.${reason}`)]))
  return recordWords(t, { reasons: own, errors })
}
