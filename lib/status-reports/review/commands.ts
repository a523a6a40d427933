import 'server-only'
import { signedInRecently, type Viewer } from '@/lib/access/model'
import { asViewer } from '@/lib/access/viewer'
import { now } from '@/lib/platform/clock'
import { approveReport } from '@/lib/status-reports/commands'
import { rightToEvent } from '@/lib/status-reports/permissions'
import type { ApprovedMany, ChosenReport } from '@/lib/status-reports/review/model'
import { holdReport } from '@/lib/status-reports/standing/queries'
import { fail, ok, type Result } from '@/lib/values/result'

/**
 * Approves each of the chosen reports as `approveReport` does. A report that somebody moved since it was chosen is left as it
 * is and named in the answer, and the others are approved: each was read and judged by itself, and one late recall should not
 * undo nine decisions. A report that is not the viewer's to approve refuses everything, before anything is approved.
 * Reasons: NOTHING_CHOSEN, NOT_FOUND, NOT_ALLOWED, SIGN_IN_AGAIN.
 */
export function approveReports(
  viewer: Viewer,
  chosen: readonly ChosenReport[],
): Promise<Result<ApprovedMany, 'NOTHING_CHOSEN' | 'NOT_FOUND' | 'NOT_ALLOWED' | 'SIGN_IN_AGAIN'>> {
  // Always locked in the same order, so that two reviewers who chose the same reports never wait for each other.
  const each = [...new Map(chosen.map((one) => [one.reportId, one])).values()].sort((a, b) =>
    a.reportId < b.reportId ? -1 : 1,
  )
  return asViewer(
    viewer,
    async (tx) => {
      if (each.length === 0) return fail('NOTHING_CHOSEN')
      for (const { reportId } of each) {
        const report = await holdReport(viewer, tx, reportId)
        if (!report) return fail('NOT_FOUND')
        if (!rightToEvent(viewer, 'approved', report.place)) return fail('NOT_ALLOWED')
      }
      if (!signedInRecently(viewer, now())) return fail('SIGN_IN_AGAIN')
      const outcome: ApprovedMany = { approved: [], left: [] }
      for (const one of each) {
        const done = await approveReport(viewer, one)
        if (done.ok) outcome.approved.push(one.reportId)
        else if (done.reason === 'STALE' || done.reason === 'WRONG_STATE')
          outcome.left.push({ reportId: one.reportId, reason: done.reason })
        else throw new Error(`report ${one.reportId} could not be approved: ${done.reason}`)
      }
      return ok(outcome)
    },
    { seconds: 60 },
  )
}
