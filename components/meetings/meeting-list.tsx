import { DataTable } from '@/components/ui/data-table'
import { EmptyState } from '@/components/ui/empty-state'
import { Section } from '@/components/ui/section'
import { meetingAddress } from '@/lib/meetings/addresses'
import { meetingStateLabels } from '@/lib/meetings/labels'
import type { BodyRow, MeetingHeading } from '@/lib/meetings/model'
import type { Words } from '@/lib/platform/words'
import { formatDate, formatNumber, formatPeriodKey } from '@/lib/values/format'

type Props = {
  t: Words
  projectKey: string
  bodies: readonly BodyRow[]
  mayWrite: boolean
  /** False when there may be meetings that the viewer does not see yet: nothing is said of those */
  readsEvery: boolean
}

/** Meetings by the body that held them, the newest first. */
export function MeetingList({ t, projectKey, bodies, mayWrite, readsEvery }: Props) {
  if (bodies.length === 0) {
    return (
      <EmptyState title={t(readsEvery ? 'meetings.none.title' : 'meetings.none.approved')}>
        {t(mayWrite ? 'meetings.none.write' : 'meetings.none.read')}
      </EmptyState>
    )
  }
  return bodies.map((body) => (
    <Section key={body.id} id={`body-${body.id}`} title={body.name}>
      <DataTable
        caption={t('meetings.list.caption', { body: body.name })}
        hideCaption
        columns={[
          { key: 'title', header: t('meetings.field.title') },
          { key: 'day', header: t('meetings.field.heldOn') },
          { key: 'period', header: t('meetings.field.period') },
          { key: 'items', header: t('meetings.list.items'), numeric: true },
          { key: 'decisions', header: t('meetings.list.decisions'), numeric: true },
          { key: 'state', header: t('meetings.list.state') },
        ]}
        rows={body.meetings.map((meeting) => ({ key: meeting.id, cells: cellsOf(t, projectKey, meeting) }))}
        empty={<p className="text-muted">{t(readsEvery ? 'meetings.list.empty' : 'meetings.list.noneApproved')}</p>}
      />
    </Section>
  ))
}

function cellsOf(t: Words, projectKey: string, meeting: MeetingHeading) {
  const { id, title, state, items, decisions, periodKey } = meeting
  return [
    { text: title, href: meetingAddress(projectKey, id) },
    dayOf(t, meeting),
    periodKey ? formatPeriodKey(periodKey, t.locale) : '',
    formatNumber(items, t.locale),
    formatNumber(decisions, t.locale),
    { text: t(meetingStateLabels[state]), tag: toneOf[state] },
  ]
}

export const toneOf = { draft: 'warning', checked: 'info', approved: 'good' } as const

/** The day of a meeting as it is known: the day itself, else as it was written. */
function dayOf(t: Words, { heldOn, dateAsWritten }: Pick<MeetingHeading, 'heldOn' | 'dateAsWritten'>) {
  if (heldOn) return formatDate(heldOn, t.locale)
  return dateAsWritten ?? { text: t('meetings.dayUnknown'), unknown: true }
}
