import 'server-only'
import type { Viewer } from '@/lib/access/model'
import { asViewer } from '@/lib/access/viewer'
import { dayText } from '@/lib/platform/columns'
import { visibleProjects } from '@/lib/projects/permissions'
import type { CalendarRow } from '@/lib/rounds/calendar/model'

/** Every period of a project with its days and how far its reports are, oldest first. Empty for those who see no reports. */
export function listCalendar(viewer: Viewer, projectId: string): Promise<CalendarRow[]> {
  return asViewer(viewer, async (tx) => {
    const rows = await tx.reportingPeriod.findMany({
      where: { project: { AND: [{ id: projectId }, visibleProjects(viewer, 'report.read')] } },
      orderBy: [{ from: 'asc' }, { to: 'asc' }],
      select: {
        id: true,
        key: true,
        from: true,
        to: true,
        opensOn: true,
        dueOn: true,
        closesOn: true,
        state: true,
        snapshots: { orderBy: { version: 'desc' }, take: 1, select: { version: true } },
        reports: { select: { state: true } },
        _count: { select: { exceptions: true } },
      },
    })
    return rows.map(({ snapshots, reports, _count, ...row }) => ({
      ...row,
      from: dayText(row.from),
      to: dayText(row.to),
      opensOn: dayText(row.opensOn),
      dueOn: dayText(row.dueOn),
      closesOn: dayText(row.closesOn),
      version: snapshots[0]?.version ?? 0,
      done: reports.filter(({ state }) => state === 'approved' || state === 'published').length,
      reports: reports.length,
      exceptions: _count.exceptions,
    }))
  })
}
