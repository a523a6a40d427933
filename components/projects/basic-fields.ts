import type { RecordField } from '@/components/projects/record-fields'
import type { Words } from '@/lib/platform/words'
import type { ProjectOverview } from '@/lib/projects/overview/model'
import { formatDate } from '@/lib/values/format'

/** Fields of what the project is called and told of. */
export function basicFields(t: Words, overview: ProjectOverview): RecordField[] {
  const optional = t('ui.optional')
  return [
    { kind: 'text', name: 'name', label: t('projects.list.name'), value: overview.name, width: 'full' },
    {
      kind: 'area',
      name: 'description',
      label: t('projects.description'),
      optional,
      value: overview.description ?? '',
      rows: 6,
    },
    {
      kind: 'text',
      name: 'term',
      label: t('projects.term'),
      help: t('projects.termHelp'),
      optional,
      value: overview.periodAsWritten ?? '',
    },
    {
      kind: 'area',
      name: 'steeringGroup',
      label: t('projects.steeringGroup'),
      optional,
      value: overview.steeringGroup ?? '',
      rows: 3,
    },
    {
      kind: 'text',
      name: 'website',
      label: t('projects.website'),
      optional,
      value: overview.website ?? '',
      width: 'full',
    },
  ]
}

export const basicErrors = [
  'projects.error.name',
  'projects.error.tooLong',
  'projects.error.term',
  'projects.error.address',
] as const

/** The project's own day until which everything is kept, with its reason. */
export function retentionFields(t: Words, { retention }: ProjectOverview): RecordField[] {
  const optional = t('ui.optional')
  const programme = retention.programme ? formatDate(retention.programme, t.locale) : t('projects.unknown')
  return [
    {
      kind: 'text',
      name: 'until',
      label: t('projects.retention.until'),
      help: t('projects.retention.untilHelp', { day: programme }),
      optional,
      value: retention.own ? formatDate(retention.own, 'fi') : '',
      width: 'short',
    },
    {
      kind: 'area',
      name: 'reason',
      label: t('projects.retention.reason'),
      optional: t('projects.retention.reasonWhen'),
      value: retention.reason ?? '',
      rows: 3,
    },
  ]
}

export const retentionErrors = [
  'projects.error.day',
  'projects.error.tooLong',
  'projects.error.retentionReason',
  'projects.error.retentionEarly',
] as const
