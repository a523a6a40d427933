import { toneOf } from '@/components/meetings/meeting-list'
import { ButtonLink } from '@/components/ui/button'
import { PageHeading } from '@/components/ui/page-heading'
import { Tag } from '@/components/ui/tag'
import { meetingFormAddress, minutesAddress } from '@/lib/meetings/addresses'
import { meetingStateLabels } from '@/lib/meetings/labels'
import type { MeetingFacts } from '@/lib/meetings/model'
import type { Words } from '@/lib/platform/words'
import { formatDateTime } from '@/lib/values/format'

type Props = { t: Words; projectKey: string; facts: MeetingFacts; writes: boolean; withoutNames: boolean }

/** What the meeting is called, how far its minutes are, and the files of them. */
export function MeetingHead({ t, projectKey, facts, writes, withoutNames }: Props) {
  const moments = [
    facts.checkedAt && t('meetings.checkedAt', { time: formatDateTime(facts.checkedAt, t.locale) }),
    facts.approvedAt && t('meetings.approvedAt', { time: formatDateTime(facts.approvedAt, t.locale) }),
  ].filter(Boolean)
  return (
    <PageHeading
      title={facts.title}
      intro={moments.length > 0 ? moments.join(' · ') : undefined}
      mark={<Tag tone={toneOf[facts.state]}>{t(meetingStateLabels[facts.state])}</Tag>}
      actions={
        <>
          {writes && (
            <ButtonLink kind="primary" href={meetingFormAddress(projectKey, facts.id)}>
              {t('meetings.form.edit')}
            </ButtonLink>
          )}
          {!withoutNames && (
            <ButtonLink href={minutesAddress(projectKey, facts.id, 'full')}>{t('meetings.minutes.full')}</ButtonLink>
          )}
          <ButtonLink href={minutesAddress(projectKey, facts.id, 'public')}>{t('meetings.minutes.public')}</ButtonLink>
        </>
      }
    />
  )
}
