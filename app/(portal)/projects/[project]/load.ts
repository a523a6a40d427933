import type { Viewer } from '@/lib/access/model'
import { listProjectShares } from '@/lib/finance/shares/queries'
import { listInvestments } from '@/lib/investments/queries'
import { now } from '@/lib/platform/clock'
import { findOverview } from '@/lib/projects/overview/queries'
import { dateInHelsinki } from '@/lib/values/calendar'
import { listOutline } from '@/lib/work-packages/outline/queries'

/** Everything the project page tells. */
export async function loadProjectPage(viewer: Viewer, projectId: string) {
  const [overview, shares, investments, packages] = await Promise.all([
    findOverview(viewer, projectId),
    listProjectShares(viewer, projectId),
    listInvestments(viewer, projectId),
    listOutline(viewer, projectId),
  ])
  return { overview, shares, investments, packages, today: dateInHelsinki(now()) }
}
