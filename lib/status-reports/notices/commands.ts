import 'server-only'
import type { Viewer } from '@/lib/access/model'
import { tell } from '@/lib/notifications/commands'
import type { NotificationKind } from '@/lib/notifications/model'
import type { Tx } from '@/lib/platform/db'
import type { ReportEventType } from '@/lib/status-reports/model'
import { reviewersOf, writersOf } from '@/lib/status-reports/notices/queries'
import type { HeldReport } from '@/lib/status-reports/standing/queries'

type Told = { kind: NotificationKind; who: 'writers' | 'reviewers' }

/** Who is told of which step. Whoever returned a report is among its reviewers and so hears that it came back. */
const toldOf: Partial<Record<ReportEventType, Told>> = {
  submitted: { kind: 'submitted', who: 'reviewers' },
  resubmitted: { kind: 'resubmitted', who: 'reviewers' },
  returned: { kind: 'returned', who: 'writers' },
  approved: { kind: 'approved', who: 'writers' },
  reopened: { kind: 'reopened', who: 'writers' },
  corrected: { kind: 'corrected', who: 'writers' },
}

/** Tells the people concerned of a step of a report, in the step's own transaction. */
export async function tellOfStep(
  viewer: Viewer,
  tx: Tx,
  report: HeldReport,
  event: { id: string; type: ReportEventType },
): Promise<void> {
  const told = toldOf[event.type]
  if (!told) return
  const { projectId } = report.place
  const to =
    told.who === 'writers' ? await writersOf(viewer, tx, report.unitId) : await reviewersOf(viewer, tx, projectId)
  await tell(viewer, tx, {
    kind: told.kind,
    organisationId: report.organisationId,
    to,
    happening: event.id,
    subject: { projectId, periodId: report.periodId, reportId: report.id },
  })
}
