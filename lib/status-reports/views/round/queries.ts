import 'server-only'
import type { Prisma } from '@/generated/prisma/client'
import type { Viewer } from '@/lib/access/model'
import { asViewer } from '@/lib/access/viewer'
import { visibleProjects } from '@/lib/projects/permissions'
import { visibleTo } from '@/lib/status-reports/permissions'
import type { ReportView } from '@/lib/status-reports/views/model'
import { ownDay, reportFields, toReport } from '@/lib/status-reports/views/queries'

/** A report of a period as the whole of them is read: what it would open again is told on its own page. */
export type RoundReport = Omit<ReportView, 'reopening'>

/**
 * The reports of a period, in the order of the units: those of the viewer's own units, or of all units for who reports for
 * none. Null when there is no such period for the viewer. Three statements, however many the reports.
 */
export function listReports(
  viewer: Viewer,
  { projectId, periodKey }: { projectId: string; periodKey: string },
): Promise<RoundReport[] | null> {
  return asViewer(viewer, async (tx) => {
    const period = await tx.reportingPeriod.findFirst({
      where: { key: periodKey, project: { AND: [{ id: projectId }, visibleProjects(viewer, 'report.read')] } },
      select: { id: true, from: true, exceptions: { select: { ...ownDay, workPackageId: true } } },
    })
    if (!period) return null
    const all: Prisma.StatusReportWhereInput[] = [{ periodId: period.id, unit: { projectId } }, visibleTo(viewer)]
    const own: Prisma.StatusReportWhereInput = {
      unit: { coordinators: { some: { userId: viewer.userId ?? undefined } } },
    }
    const reportsFor = viewer.userId !== null && (await tx.statusReport.count({ where: { AND: [...all, own] } })) > 0
    const rows = await tx.statusReport.findMany({
      where: { AND: reportsFor ? [...all, own] : all },
      orderBy: { unit: { sort: 'asc' } },
      select: {
        ...reportFields,
        unit: { select: { ...reportFields.unit.select, statusReports: latestBefore(period.from) } },
      },
    })
    return rows.map((row) => {
      const exception = period.exceptions.find(({ workPackageId }) => workPackageId === row.unit.id)
      return toReport(viewer, row, exception, row.unit.statusReports[0] ?? null)
    })
  })
}

/** The unit's report of the nearest period that was over before the day. */
const latestBefore = (day: Date) =>
  ({
    where: { period: { to: { lt: day } } },
    orderBy: { period: { to: 'desc' } },
    take: 1,
    select: { period: { select: { key: true } }, entries: { select: { path: true, text: true } } },
  }) as const satisfies Prisma.WorkPackage$statusReportsArgs
