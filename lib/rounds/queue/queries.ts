import 'server-only'
import { can, type Viewer } from '@/lib/access/model'
import { asViewer } from '@/lib/access/viewer'
import { findRound } from '@/lib/rounds/queries'
import type { Queue } from '@/lib/rounds/queue/model'
import { lastReminders } from '@/lib/rounds/reminders/queries'
import { waitingBriefs } from '@/lib/status-reports/review/queries'

/** The round as its reviewer works it through; null when there is no such period or the viewer may not review in it. */
export function findQueue(viewer: Viewer, projectId: string, periodKey: string): Promise<Queue | null> {
  return asViewer(viewer, async () => {
    if (!can(viewer, 'report.review', projectId)) return null
    const round = await findRound(viewer, projectId, periodKey)
    if (!round) return null
    return {
      round,
      briefs: await waitingBriefs(viewer, round.periodId, round.usesLights),
      reminded: await lastReminders(viewer, round.periodId),
    }
  })
}
