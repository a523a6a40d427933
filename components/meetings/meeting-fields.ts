import type { RecordFieldShape } from '@/components/meetings/record-field'
import { periodName } from '@/components/rounds/period-name'
import type { BodyRow, MeetingFacts } from '@/lib/meetings/model'
import type { Words } from '@/lib/platform/words'
import type { PeriodHeader } from '@/lib/projects/model'
import { formatDate } from '@/lib/values/format'

type Choices = { bodies: readonly Pick<BodyRow, 'id' | 'name'>[]; periods: readonly Pick<PeriodHeader, 'id' | 'key'>[] }

/** The fields of a meeting; without facts those of a new one. Days are typed the Finnish way in every language. */
export function meetingFields(t: Words, facts: MeetingFacts | null, { bodies, periods }: Choices): RecordFieldShape[] {
  const optional = t('ui.optional')
  const line = (name: string, key: string, value: string | null | undefined, help?: string): RecordFieldShape => ({
    type: 'line',
    name,
    label: t(`meetings.field.${key}`),
    help,
    optional,
    value: value ?? '',
  })
  return [
    {
      type: 'choice',
      name: 'bodyId',
      label: t('meetings.field.body'),
      options: bodies.map(({ id, name }) => ({ value: id, label: name })),
      value: facts?.bodyId ?? bodies[0]?.id ?? '',
    },
    {
      type: 'line',
      name: 'title',
      label: t('meetings.field.title'),
      help: t('meetings.help.title'),
      value: facts?.title ?? '',
    },
    {
      type: 'day',
      name: 'heldOn',
      label: t('meetings.field.heldOn'),
      help: t('meetings.help.heldOn'),
      optional,
      value: facts?.heldOn ? formatDate(facts.heldOn, 'fi') : '',
    },
    line('timeAsWritten', 'time', facts?.timeAsWritten, t('meetings.help.time')),
    line('place', 'place', facts?.place),
    {
      type: 'choice',
      name: 'periodId',
      label: t('meetings.field.period'),
      help: t('meetings.help.period'),
      optional,
      empty: t('meetings.noPeriod'),
      options: periods.map(({ id, key }) => ({ value: id, label: periodName(key) })),
      value: facts?.period?.id ?? '',
    },
    line('chairRole', 'chair', facts?.chairRole, t('meetings.help.role')),
    line('secretaryRole', 'secretary', facts?.secretaryRole, t('meetings.help.role')),
    { type: 'text', name: 'note', label: t('meetings.field.note'), optional, value: facts?.note ?? '' },
  ]
}
