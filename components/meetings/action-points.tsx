import { meetingReasons } from '@/components/meetings/form-words'
import { StepForm } from '@/components/status-reports/step-form'
import type { FormAction } from '@/lib/access/form-state'
import type { ActionPointRow } from '@/lib/meetings/action-points/model'
import type { ItemRow } from '@/lib/meetings/agenda/model'
import type { MeetingFacts } from '@/lib/meetings/model'
import type { Words } from '@/lib/platform/words'
import { formatDate } from '@/lib/values/format'

type Props = {
  t: Words
  projectKey: string
  facts: MeetingFacts
  item: ItemRow
  mark: FormAction | null
}

/** What is to be done after the meeting: by whom, by when, and whether it is done. */
export function ActionPoints({ t, projectKey, facts, item, mark }: Props) {
  if (item.actionPoints.length === 0) return null
  return (
    <div>
      <h4 className="field-label">{t('meetings.field.actionPoints')}</h4>
      <ul className="grid gap-2">
        {item.actionPoints.map((point) => (
          <li key={point.id} id={`point-${point.id}`}>
            {point.text}
            <span className="block text-small text-muted">{pointNote(t, point)}</span>
            {mark && (
              <MarkPoint
                t={t}
                action={mark}
                values={{ project: projectKey, meetingId: facts.id, itemId: item.id, back: 'meeting' }}
                point={point}
              />
            )}
          </li>
        ))}
      </ul>
    </div>
  )
}

/** "Vastuu: projektipäällikkö · viimeistään 1.12.2025 · tehty 20.11.2025" */
export function pointNote(t: Words, { responsibleRole, dueOn, doneOn }: ActionPointRow): string {
  const day = (date: string) => formatDate(date, t.locale)
  return [
    responsibleRole ? t('meetings.point.by', { role: responsibleRole }) : t('meetings.point.byUnknown'),
    dueOn ? t('meetings.point.due', { day: day(dueOn) }) : t('meetings.point.noDue'),
    doneOn && t('meetings.point.doneOn', { day: day(doneOn) }),
  ]
    .filter(Boolean)
    .join(' · ')
}

type MarkProps = { t: Words; action: FormAction; values: Record<string, string>; point: ActionPointRow }

/** Says that a point is done, or opens it again. */
export function MarkPoint({ t, action, values, point }: MarkProps) {
  const done = point.doneOn === null
  return (
    <StepForm
      action={action}
      values={{ ...values, pointId: point.id, version: point.version, done: done ? 'yes' : 'no' }}
      label={t(done ? 'meetings.point.markDone' : 'meetings.point.markOpen')}
      fullLabel={t(done ? 'meetings.point.markDoneNamed' : 'meetings.point.markOpenNamed', { text: point.text })}
      kind="quiet"
      small
      reasons={meetingReasons(t)}
      notice={t('ui.notice.warning')}
    />
  )
}
