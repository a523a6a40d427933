import { pointNote } from '@/components/meetings/action-points'
import { meetingFormWords, meetingReasons } from '@/components/meetings/form-words'
import { pointFields } from '@/components/meetings/item-fields'
import { StepForm } from '@/components/status-reports/step-form'
import { Disclosure } from '@/components/ui/disclosure'
import { RecordForm } from '@/components/ui/record-form'
import { Section } from '@/components/ui/section'
import type { FormAction } from '@/lib/access/form-state'
import type { ActionPointRow } from '@/lib/meetings/action-points/model'
import type { Words } from '@/lib/platform/words'

type Props = {
  t: Words
  place: { project: string; meetingId: string; itemId: string }
  points: readonly ActionPointRow[]
  keep: FormAction
  remove: FormAction
}

/** Action points of an item that is written: each with its form, and one more. */
export function PointForms({ t, place, points, keep, remove }: Props) {
  const form = (point: ActionPointRow | null) => (
    <RecordForm
      id={`point-${point?.id ?? 'new'}`}
      action={keep}
      values={{ ...place, pointId: point?.id ?? '', version: point?.version ?? 0 }}
      fields={pointFields(t, point)}
      count={point ? undefined : points.length}
      send={t(point ? 'meetings.form.save' : 'meetings.point.add')}
      kind="secondary"
      words={meetingFormWords(t)}
    />
  )
  return (
    <Section id="points" title={t('meetings.field.actionPoints')}>
      {points.map((point) => (
        <div key={point.id} className="mb-3 max-w-text">
          <p>{point.text}</p>
          <p className="text-small text-muted">{pointNote(t, point)}</p>
          <Disclosure summary={t('meetings.point.edit')}>
            {form(point)}
            <div className="mt-3">
              <StepForm
                action={remove}
                values={{ ...place, pointId: point.id, version: point.version }}
                label={t('meetings.point.remove')}
                fullLabel={t('meetings.point.removeNamed', { text: point.text })}
                kind="quiet"
                small
                reasons={meetingReasons(t)}
                notice={t('ui.notice.warning')}
              />
            </div>
          </Disclosure>
        </div>
      ))}
      <Disclosure summary={t('meetings.point.add')}>{form(null)}</Disclosure>
    </Section>
  )
}
