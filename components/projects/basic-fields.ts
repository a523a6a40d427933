import type { RecordField } from '@/components/ui/record-fields'
import type { Words } from '@/lib/platform/words'
import type { ProjectOverview } from '@/lib/projects/overview/model'
import { formatDate } from '@/lib/values/format'

/** Fields of what the project is called and told of. */
export function basicFields(t: Words, overview: ProjectOverview): RecordField[] {
  const optional = t('ui.optional')
  return [
    { as: 'line', name: 'name', label: t('projects.list.name'), known: overview.name, width: 'full' },
    {
      as: 'text',
      name: 'description',
      label: t('projects.description'),
      optional,
      known: overview.description ?? '',
      rows: 6,
    },
    {
      as: 'line',
      name: 'term',
      label: t('projects.term'),
      help: t('projects.termHelp'),
      optional,
      known: overview.periodAsWritten ?? '',
    },
    {
      as: 'text',
      name: 'steeringGroup',
      label: t('projects.steeringGroup'),
      optional,
      known: overview.steeringGroup ?? '',
      rows: 3,
    },
    {
      as: 'line',
      name: 'website',
      label: t('projects.website'),
      optional,
      known: overview.website ?? '',
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
      as: 'line',
      name: 'until',
      label: t('projects.retention.until'),
      help: t('projects.retention.untilHelp', { day: programme }),
      optional,
      known: retention.own ? formatDate(retention.own, 'fi') : '',
      width: 'short',
    },
    {
      as: 'text',
      name: 'reason',
      label: t('projects.retention.reason'),
      optional: t('projects.retention.reasonWhen'),
      known: retention.reason ?? '',
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
