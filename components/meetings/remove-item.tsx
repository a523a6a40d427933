import { meetingReasons } from '@/components/meetings/form-words'
import { StepForm } from '@/components/status-reports/step-form'
import { Section } from '@/components/ui/section'
import type { FormAction } from '@/lib/access/form-state'
import type { ItemRow } from '@/lib/meetings/agenda/model'
import type { Words } from '@/lib/platform/words'

type Props = {
  t: Words
  place: { project: string; meetingId: string; itemId: string }
  item: Pick<ItemRow, 'version'>
  remove: FormAction
}

/** Taking an item off the agenda, with what hangs on it. */
export function RemoveItem({ t, place, item, remove }: Props) {
  return (
    <Section id="remove" title={t('meetings.item.removeTitle')} intro={t('meetings.item.removeHelp')}>
      <StepForm
        action={remove}
        values={{ ...place, version: item.version }}
        label={t('meetings.item.remove')}
        kind="danger"
        reasons={meetingReasons(t)}
        notice={t('ui.notice.warning')}
      />
    </Section>
  )
}
