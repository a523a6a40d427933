import type { RecordField } from '@/components/ui/record-fields'
import type { Words } from '@/lib/platform/words'
import { kindHelp, kindLabels, startLabels } from '@/lib/retention/labels'
import { kindsOfProject, type RetentionRule, retentionKinds, retentionStarts } from '@/lib/retention/model'

type Named = { id: string; name: string }

/** What is asked of a rule; a new one begins from nothing. */
export function ruleFields(t: Words, programmes: readonly Named[], rule: RetentionRule | null): RecordField[] {
  const own = (name: string) => t(`retention.rules.${name}`)
  return [
    {
      as: 'choice',
      name: 'kind',
      label: own('kind'),
      help: retentionKinds.map((kind) => `${t(kindLabels[kind])}: ${t(kindHelp[kind])}`).join(' '),
      options: retentionKinds.map((kind) => ({ value: kind, label: t(kindLabels[kind]) })),
      known: rule?.kind ?? 'project',
    },
    {
      as: 'choice',
      name: 'programme',
      label: own('programme'),
      empty: own('every'),
      options: programmes.map(({ id, name }) => ({ value: id, label: name })),
      known: rule?.programmeId ?? '',
    },
    {
      as: 'choice',
      name: 'start',
      label: own('start'),
      options: retentionStarts.map((start) => ({ value: start, label: t(startLabels[start]) })),
      known: rule?.start ?? 'project_end',
    },
    {
      as: 'line',
      name: 'years',
      width: 'number',
      label: own('years'),
      help: own('yearsHelp'),
      known: rule ? String(rule.years) : '',
    },
    { as: 'text', name: 'basis', rows: 2, label: own('basis'), help: own('basisHelp'), known: rule?.basis ?? '' },
  ]
}

/** What is asked for a hold. */
export function holdFields(t: Words, projects: readonly Named[]): RecordField[] {
  const own = (name: string) => t(`retention.holds.${name}`)
  return [
    {
      as: 'choice',
      name: 'project',
      label: own('project'),
      empty: own('choose'),
      options: projects.map(({ id, name }) => ({ value: id, label: name })),
    },
    {
      as: 'choice',
      name: 'kind',
      label: own('kind'),
      empty: own('everything'),
      options: kindsOfProject
        .filter((kind) => kind !== 'project')
        .map((kind) => ({ value: kind, label: t(kindLabels[kind]) })),
    },
    { as: 'text', name: 'reason', rows: 2, label: own('reason') },
  ]
}

/** What whoever takes their list back is asked. */
export const withdrawFields = (t: Words): RecordField[] => [
  { as: 'text', name: 'reason', rows: 2, label: t('retention.list.withdrawReason') },
]

/** What whoever decides on a list is asked. */
export function decisionFields(t: Words): RecordField[] {
  const own = (name: string) => t(`retention.list.${name}`)
  return [
    {
      as: 'choice',
      name: 'decision',
      label: own('decision'),
      empty: '–',
      options: ['approve', 'refuse'].map((value) => ({ value, label: own(value) })),
    },
    { as: 'text', name: 'reason', rows: 2, label: own('reason'), optional: own('reasonWhen') },
  ]
}
