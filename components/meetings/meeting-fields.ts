import { periodName } from '@/components/rounds/period-name'
import type { RecordField } from '@/components/ui/record-fields'
import type { BodyRow, MeetingFacts } from '@/lib/meetings/model'
import type { Words } from '@/lib/platform/words'
import type { PeriodHeader } from '@/lib/projects/model'
import { formatDate } from '@/lib/values/format'

type Choices = { bodies: readonly Pick<BodyRow, 'id' | 'name'>[]; periods: readonly Pick<PeriodHeader, 'id' | 'key'>[] }

/** The fields of a meeting; without facts those of a new one. Days are typed the Finnish way in every language. */
export function meetingFields(t: Words, facts: MeetingFacts | null, { bodies, periods }: Choices): RecordField[] {
  const optional = t('ui.optional')
  const line = (name: string, key: string, stored: string | null | undefined, help?: string): RecordField => ({
    as: 'line',
    name,
    label: t(`meetings.field.${key}`),
    help,
    optional,
    known: stored ?? '',
  })
  return [
    {
      as: 'choice',
      name: 'bodyId',
      label: t('meetings.field.body'),
      options: bodies.map(({ id, name }) => ({ value: id, label: name })),
      known: facts?.bodyId ?? bodies[0]?.id ?? '',
    },
    {
      as: 'line',
      name: 'title',
      label: t('meetings.field.title'),
      help: t('meetings.help.title'),
      known: facts?.title ?? '',
    },
    {
      as: 'line',
      width: 'short',
      name: 'heldOn',
      label: t('meetings.field.heldOn'),
      help: t('meetings.help.heldOn'),
      optional,
      known: facts?.heldOn ? formatDate(facts.heldOn, 'fi') : '',
    },
    line('timeAsWritten', 'time', facts?.timeAsWritten, t('meetings.help.time')),
    line('place', 'place', facts?.place),
    {
      as: 'choice',
      name: 'periodId',
      label: t('meetings.field.period'),
      help: t('meetings.help.period'),
      optional,
      empty: t('meetings.noPeriod'),
      options: periods.map(({ id, key }) => ({ value: id, label: periodName(key) })),
      known: facts?.period?.id ?? '',
    },
    line('chairRole', 'chair', facts?.chairRole, t('meetings.help.role')),
    line('secretaryRole', 'secretary', facts?.secretaryRole, t('meetings.help.role')),
    { as: 'text', name: 'note', label: t('meetings.field.note'), optional, known: facts?.note ?? '' },
  ]
}
