import { meetingFormWords } from '@/components/meetings/form-words'
import { RecordForm } from '@/components/ui/record-form'
import { Section } from '@/components/ui/section'
import type { FormAction } from '@/lib/access/form-state'
import type { MeetingFacts } from '@/lib/meetings/model'
import type { Words } from '@/lib/platform/words'

type Props = {
  t: Words
  projectKey: string
  facts: Pick<MeetingFacts, 'id' | 'version'>
  /** What goes with it */
  counts: { items: number; decisions: number }
  remove: FormAction
}

/** Deleting a draft that was made in vain, after one more question. */
export function RemoveMeeting({ t, projectKey, facts, counts, remove }: Props) {
  const { items, decisions } = counts
  const words = meetingFormWords(t)
  const own = {
    STALE: t('meetings.removal.stale'),
    NUMBERED: t('meetings.removal.numbered'),
    IN_USE: t('meetings.removal.inUse'),
  }
  return (
    <Section id="remove" title={t('meetings.removal.title')} intro={t('meetings.removal.help', { items, decisions })}>
      <RecordForm
        id="remove"
        action={remove}
        values={{ project: projectKey, meetingId: facts.id, version: facts.version, decisions }}
        fields={[{ as: 'tick', name: 'sure', label: t('meetings.removal.sure') }]}
        send={t('meetings.removal.title')}
        kind="danger"
        words={{ ...words, reasons: { ...words.reasons, ...own } }}
      />
    </Section>
  )
}
