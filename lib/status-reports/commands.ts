import 'server-only'
import { signedInRecently, type Viewer } from '@/lib/access/model'
import { asViewer } from '@/lib/access/viewer'
import { now } from '@/lib/platform/clock'
import type { Tx } from '@/lib/platform/db'
import { checkReport, findingFields } from '@/lib/status-reports/checks/model'
import { reportToCheck } from '@/lib/status-reports/checks/queries'
import { isClosed } from '@/lib/status-reports/closing/model'
import { fieldTexts } from '@/lib/status-reports/fields/queries'
import { keepReported } from '@/lib/status-reports/measurements/commands'
import { isWaiting, isWritable, openedWithin, type ReportEventType, sendingEvent } from '@/lib/status-reports/model'
import { rightToEvent } from '@/lib/status-reports/permissions'
import type { ReportReturn, ReportStep } from '@/lib/status-reports/schema'
import { type Moved, type MoveReason, moveReport } from '@/lib/status-reports/standing/commands'
import { type HeldReport, holdReport } from '@/lib/status-reports/standing/queries'
import { dateInHelsinki } from '@/lib/values/calendar'
import { fail, type Result } from '@/lib/values/result'

type StepReason = MoveReason | 'NOT_FOUND'
type Step<Reason extends string = never> = Promise<Result<Moved, StepReason | Reason>>

/**
 * Sends the viewer's report for approval; after a return, again. Refused while anything is unconfirmed, missing or
 * cannot be read; `fields` then names each place. Reasons: NOT_FOUND, NOT_ALLOWED, STALE, WRONG_STATE, INCOMPLETE, CLOSED
 * (the closing day is over and the unit has no day of its own left).
 */
export function submitReport(viewer: Viewer, input: ReportStep): Step<'INCOMPLETE' | 'CLOSED'> {
  const sending = (report: HeldReport) => sendingEvent(report.standing.state) ?? 'submitted'
  return held<'INCOMPLETE' | 'CLOSED'>(viewer, input, sending, async (tx, report) => {
    if (isClosed(report.standing.state, report.closing, dateInHelsinki(now()))) return fail('CLOSED')
    if (isWritable(report.standing.state)) {
      const findings = checkReport(await reportToCheck(viewer, tx, report))
      if (findings.length > 0) return fail('INCOMPLETE', findingFields(findings))
    }
    return moveReport(viewer, tx, report, { type: sending(report) })
  })
}

/**
 * Takes a sent report back before its review has started. Once the period has closed it stays sent: a draft could not be
 * sent again. Reasons: NOT_FOUND, NOT_ALLOWED, STALE, WRONG_STATE, CLOSED.
 */
export function recallReport(viewer: Viewer, input: ReportStep): Step<'CLOSED'> {
  return held<'CLOSED'>(viewer, input, 'recalled', async (tx, report) => {
    const { state, writtenIn } = report.standing
    if (state === 'submitted' && isClosed(writtenIn, report.closing, dateInHelsinki(now()))) return fail('CLOSED')
    return moveReport(viewer, tx, report, { type: 'recalled' })
  })
}

/** Tells the writer that the report is being read: it can no longer be recalled. Reasons: NOT_FOUND, NOT_ALLOWED, STALE, WRONG_STATE. */
export function startReview(viewer: Viewer, input: ReportStep): Step {
  return held(viewer, input, 'review_started', (tx, report) =>
    moveReport(viewer, tx, report, { type: 'review_started' }),
  )
}

/**
 * Sends the report back with a reason. Only the named sections and fields open, and of a report that was reopened in part
 * only what that opened; a copy of the fields is kept, so that what changed afterwards is computed and not claimed.
 * Reasons as in `startReview`, and INVALID at `opens` when nothing of what is named can be opened.
 */
export function returnReport(viewer: Viewer, input: ReportReturn): Step<'INVALID'> {
  return held<'INVALID'>(viewer, input, 'returned', async (tx, report) => {
    const copy = await fieldTexts(viewer, tx, report.id)
    const opens = openedWithin(report.standing.within, input.opens)
    if (isWaiting(report.standing.state) && opens.length === 0) {
      return fail('INVALID', { opens: 'corrections.error.notReopened' })
    }
    return moveReport(viewer, tx, report, { type: 'returned', reason: input.reason, opens, copy })
  })
}

/**
 * Approves the report. Its indicator values become measurements, its action states the actions' own, a proposed plan
 * change a plan change. Reasons as in `startReview`, and SIGN_IN_AGAIN (the sign-in is older than 15 minutes).
 */
export function approveReport(viewer: Viewer, input: ReportStep): Step<'SIGN_IN_AGAIN'> {
  return held<'SIGN_IN_AGAIN'>(viewer, input, 'approved', async (tx, report) => {
    if (!signedInRecently(viewer, now())) return fail('SIGN_IN_AGAIN')
    const moved = await moveReport(viewer, tx, report, { type: 'approved' })
    if (moved.ok) await keepReported(viewer, tx, report)
    return moved
  })
}

/** One step on the report as the person saw it: no right is told before a stale tab is. */
function held<Reason extends string = never>(
  viewer: Viewer,
  input: ReportStep,
  event: ReportEventType | ((report: HeldReport) => ReportEventType),
  work: (tx: Tx, report: HeldReport) => Step<Reason>,
): Step<Reason> {
  return asViewer(viewer, async (tx) => {
    const report = await holdReport(viewer, tx, input.reportId)
    if (!report) return fail('NOT_FOUND')
    const type = typeof event === 'function' ? event(report) : event
    if (!rightToEvent(viewer, type, report.place)) return fail('NOT_ALLOWED')
    if (report.version !== input.version) return fail('STALE')
    return work(tx, report)
  })
}
