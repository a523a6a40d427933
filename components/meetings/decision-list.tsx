import { Concerns } from '@/components/meetings/concerns'
import { Section } from '@/components/ui/section'
import { itemAnchor, meetingAddress } from '@/lib/meetings/addresses'
import { type DecisionRow, dayOfDecision } from '@/lib/meetings/decisions/model'
import type { Words } from '@/lib/platform/words'
import { formatDate } from '@/lib/values/format'

type Props = { t: Words; projectKey: string; decisions: readonly DecisionRow[] }

/** Decisions that concern what the page is about; nothing at all when there are none. */
export function DecisionSection({ decisions, ...rest }: Props) {
  if (decisions.length === 0) return null
  return (
    <Section id="decisions" title={rest.t('decisions.title')}>
      <DecisionList decisions={decisions} {...rest} />
    </Section>
  )
}

/** Decisions one after the other: the text, then when and in which meeting it was decided, as a link to the item. */
export function DecisionList({ t, projectKey, decisions }: Props) {
  return (
    <ul className="grid max-w-text gap-4">
      {decisions.map((decision) => (
        <li key={decision.id} id={`decision-${decision.id}`} className="border-l-4 border-line pl-4">
          <p className="whitespace-pre-line">{decision.text}</p>
          <p className="text-small text-muted">
            <DecisionPlace t={t} projectKey={projectKey} decision={decision} />
          </p>
          <Concerns t={t} concerns={decision.concerns} />
        </li>
      ))}
    </ul>
  )
}

/** "Ohjausryhmä 12.9.2025, § 4" as a link; what is not known is left out. */
export function DecisionPlace({ t, projectKey, decision }: { t: Words; projectKey: string; decision: DecisionRow }) {
  const { meeting, decidedAsWritten } = decision
  const day = dayOfDecision(decision)
  const when = day ? formatDate(day, t.locale) : decidedAsWritten
  if (!meeting) return when ?? t('decisions.dayUnknown')
  const number = meeting.number === null ? null : t('meetings.paragraph', { number: meeting.number })
  return (
    <>
      <a href={`${meetingAddress(projectKey, meeting.id)}#${itemAnchor(meeting.itemId)}`}>
        {[meeting.body, when, number ?? meeting.itemTitle].filter(Boolean).join(', ')}
      </a>
      {meeting.state !== 'approved' && ` (${t('decisions.notApproved')})`}
    </>
  )
}
