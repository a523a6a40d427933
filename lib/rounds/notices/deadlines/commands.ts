import 'server-only'
import type { Viewer } from '@/lib/access/model'
import { asViewer } from '@/lib/access/viewer'
import { tell } from '@/lib/notifications/commands'
import type { Telling } from '@/lib/notifications/model'
import { now } from '@/lib/platform/clock'
import { type DeadlineNotice, noticeOf, weeksLate } from '@/lib/rounds/notices/deadlines/model'
import { alreadyTold, type OpenPeriod, openPeriods } from '@/lib/rounds/notices/deadlines/queries'
import { dateInHelsinki } from '@/lib/values/calendar'
import { fail, ok, type Result } from '@/lib/values/result'

/**
 * Tells the writers of reports that have not been sent of their last day, and the directors that reports are late: one piece
 * of news per project, however many there are. Meant for a system actor on a schedule; asking again tells nothing twice.
 * Reasons: NOT_ALLOWED (a person; people remind by hand).
 * @returns how many people were newly told, counted once per piece of news
 */
export async function tellOfDeadlines(viewer: Viewer): Promise<Result<{ told: number }, 'NOT_ALLOWED'>> {
  if (viewer.kind !== 'system') return fail('NOT_ALLOWED')
  const today = dateInHelsinki(now())
  return asViewer(
    viewer,
    async (tx) => {
      const tellings = (await openPeriods(viewer, tx, today)).flatMap((period) => tellingsOf(period, today))
      const known = await alreadyTold(
        viewer,
        tx,
        tellings.map(({ happening }) => happening),
      )
      let told = 0
      for (const telling of tellings) {
        const to = telling.to.filter((userId) => !known.has(`${userId} ${telling.kind} ${telling.happening}`))
        if (to.length > 0) told += await tell(viewer, tx, { ...telling, to })
      }
      return ok({ told })
    },
    { seconds: 60 },
  )
}

function tellingsOf(period: OpenPeriod, today: string): Telling[] {
  const { organisationId, projectId, id: periodId } = period
  const noticed = period.reports.flatMap((report) => {
    const notice = noticeOf(report, today)
    return notice ? [{ report, notice }] : []
  })
  const toWriters = noticed.map(
    ({ report, notice }): Telling => ({
      kind: notice.kind,
      organisationId,
      to: report.writers,
      happening: `${periodId}/${report.unitId}/${notice.name}`,
      subject: { projectId, periodId, reportId: report.id },
    }),
  )
  const late = noticed.filter(({ notice }) => isLateNotice(notice))
  const firstDue = late.map(({ report }) => report.dueOn ?? today).sort()[0]
  if (firstDue === undefined) return toWriters
  // Counted from the period's own day, so that a unit that sends its report does not begin the weeks anew.
  const since = period.dueOn !== null && period.dueOn < today ? period.dueOn : firstDue
  const happening = `${periodId}/late/${since}/${weeksLate(since, today)}`
  const toReviewers: Telling = {
    kind: 'late',
    organisationId,
    to: period.reviewers,
    happening,
    subject: { projectId, periodId },
  }
  return [...toWriters, toReviewers]
}

const isLateNotice = ({ kind }: DeadlineNotice): boolean => kind === 'late'
