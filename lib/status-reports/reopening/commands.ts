import 'server-only'
import type { Viewer } from '@/lib/access/model'
import { asViewer } from '@/lib/access/viewer'
import type { Tx } from '@/lib/platform/db'
import { fieldTexts } from '@/lib/status-reports/fields/queries'
import { steps } from '@/lib/status-reports/model'
import { rightToEvent } from '@/lib/status-reports/permissions'
import { textPaths } from '@/lib/status-reports/reopening/model'
import { findReopening, subjectsOf } from '@/lib/status-reports/reopening/queries'
import type { ReportReopening } from '@/lib/status-reports/reopening/schema'
import { type Moved, type MoveReason, moveReport } from '@/lib/status-reports/standing/commands'
import { type HeldReport, holdReport } from '@/lib/status-reports/standing/queries'
import { fail, type Result } from '@/lib/values/result'

/**
 * Opens an approved or published report for its writer again, with a reason: wholly when nothing builds on it, otherwise its
 * texts only (see `reopeningOf`). A copy of the fields is kept, so that what changed is computed and not claimed.
 * Reasons: NOT_FOUND, NOT_ALLOWED, STALE (somebody moved it, or other things open than the person was told), WRONG_STATE.
 */
export function reopenReport(viewer: Viewer, input: ReportReopening): Promise<Result<Moved, MoveReason | 'NOT_FOUND'>> {
  return asViewer(viewer, async (tx) => {
    const report = await holdReport(viewer, tx, input.reportId)
    if (!report) return fail('NOT_FOUND')
    if (!rightToEvent(viewer, 'reopened', report.place)) return fail('NOT_ALLOWED')
    if (report.version !== input.version) return fail('STALE')
    if (steps[report.standing.state].reopened === null) return fail('WRONG_STATE')
    await holdLater(tx, report)
    const { scope } = await findReopening(viewer, tx, report)
    if (input.seen !== undefined && input.seen !== scope) return fail('STALE')
    return moveReport(viewer, tx, report, {
      type: 'reopened',
      reason: input.reason,
      opens: scope === 'texts' ? textPaths(await subjectsOf(viewer, tx, report)) : [],
      copy: await fieldTexts(viewer, tx, report.id),
    })
  })
}

/** Nobody begins a later report of the unit while it is being decided whether one has been begun. */
async function holdLater(tx: Tx, { unitId, periodId }: HeldReport): Promise<void> {
  await tx.$queryRaw`
    SELECT 1 FROM "StatusReport" later
      JOIN "ReportingPeriod" its ON its.id = later."periodId"
      JOIN "ReportingPeriod" own ON own.id = ${periodId}::uuid
     WHERE later."unitId" = ${unitId}::uuid AND its."to" > own."to"
     ORDER BY its."to"
       FOR SHARE OF later`
}
