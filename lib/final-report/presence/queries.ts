import 'server-only'
import type { Viewer } from '@/lib/access/model'
import { asViewer } from '@/lib/access/viewer'
import { documentsOf } from '@/lib/final-report/permissions'
import { now } from '@/lib/platform/clock'
import { presentSeconds } from '@/lib/status-reports/presence/model'

/** Who writes each section of a report right now, by the section's id. */
export function listWriters(viewer: Viewer, reportId: string): Promise<Map<string, string[]>> {
  return asViewer(viewer, async (tx) => {
    const since = new Date(now().getTime() - presentSeconds * 1000)
    const rows = await tx.sectionPresence.findMany({
      where: { seenAt: { gte: since }, section: { reportId, report: documentsOf(viewer, 'discuss') } },
      orderBy: { user: { name: 'asc' } },
      select: { sectionId: true, user: { select: { name: true } } },
    })
    const writers = new Map<string, string[]>()
    for (const { sectionId, user } of rows) {
      writers.set(sectionId, [...new Set([...(writers.get(sectionId) ?? []), user.name])])
    }
    return writers
  })
}
