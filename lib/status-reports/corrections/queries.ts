import 'server-only'
import type { Prisma } from '@/generated/prisma/client'
import type { Viewer } from '@/lib/access/model'
import { asViewer } from '@/lib/access/viewer'
import { visibleProjects } from '@/lib/projects/permissions'
import type { CorrectionsSince } from '@/lib/status-reports/corrections/model'

/** Corrections of a report, the oldest first, as `toCorrections` takes them. */
export const correctionsInOrder = {
  orderBy: { event: { seq: 'asc' } },
  select: { path: true, before: true, after: true, event: { select: { id: true, at: true, reason: true } } },
} as const satisfies Prisma.StatusReport$correctionsArgs

const correctedReports = {
  where: { corrections: { some: {} } },
  select: { corrections: { select: { event: { select: { at: true } } } } },
} as const satisfies Prisma.ReportingPeriod$reportsArgs

/**
 * How many figures have been corrected since the period's newest publication that a publication made now would show
 * otherwise: of its own reports and of the periods before it, whose figures stand in the same series. Null when the period
 * has not been published or is not the viewer's to see.
 */
export function correctionsSince(
  viewer: Viewer,
  projectId: string,
  periodKey: string,
): Promise<CorrectionsSince | null> {
  return asViewer(viewer, async (tx) => {
    const project = { AND: [{ id: projectId }, visibleProjects(viewer, 'report.read')] }
    const period = await tx.reportingPeriod.findFirst({
      where: { key: periodKey, project },
      select: {
        to: true,
        snapshots: { orderBy: { version: 'desc' }, take: 1, select: { version: true, publishedAt: true } },
        project: { select: { periods: { select: { to: true, reports: correctedReports } } } },
      },
    })
    const newest = period?.snapshots[0]
    if (!period || !newest) return null
    const { to, project: whole } = period
    const corrections = whole.periods
      .filter((one) => one.to <= to)
      .flatMap(({ reports }) => reports.flatMap((report) => report.corrections))
    const count = corrections.filter(({ event }) => event.at > newest.publishedAt).length
    return { count, version: newest.version, publishedAt: newest.publishedAt.toISOString() }
  })
}
