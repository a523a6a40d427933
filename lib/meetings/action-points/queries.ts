import 'server-only'
import type { Viewer } from '@/lib/access/model'
import { asViewer } from '@/lib/access/viewer'
import type { OpenActionPoint } from '@/lib/meetings/action-points/model'
import { namesOf, withoutNames } from '@/lib/meetings/names/model'
import { listNames } from '@/lib/meetings/names/queries'
import { canReadNames, visibleMeetings } from '@/lib/meetings/permissions'
import { dayText } from '@/lib/platform/columns'

/** What was agreed on and is not done, of the meetings of a project the viewer may read; the earliest due day first. */
export function listOpenActionPoints(viewer: Viewer, projectId: string): Promise<OpenActionPoint[]> {
  return asViewer(viewer, async (tx) => {
    const rows = await tx.actionPoint.findMany({
      where: { doneOn: null, agendaItem: { meeting: { AND: [{ body: { projectId } }, visibleMeetings(viewer)] } } },
      orderBy: [{ dueOn: { sort: 'asc', nulls: 'last' } }, { id: 'asc' }],
      select: {
        id: true,
        text: true,
        responsibleRole: true,
        dueOn: true,
        doneOn: true,
        version: true,
        agendaItem: {
          select: {
            id: true,
            title: true,
            meeting: {
              select: {
                id: true,
                title: true,
                heldOn: true,
                body: { select: { name: true } },
                attendance: { select: { name: true, role: true } },
                items: { select: { presenterName: true, presenterRole: true } },
              },
            },
          },
        },
      },
    })
    const known = canReadNames(viewer, projectId) ? null : await listNames(viewer, projectId)
    return rows.map(({ agendaItem, ...row }): OpenActionPoint => {
      const { attendance, items, body, heldOn, ...meeting } = agendaItem.meeting
      const point = {
        ...row,
        dueOn: dayText(row.dueOn),
        doneOn: dayText(row.doneOn),
        itemId: agendaItem.id,
        itemTitle: agendaItem.title,
        meeting: { ...meeting, body: body.name, heldOn: dayText(heldOn) },
      }
      return known === null ? point : withoutNames(point, [...namesOf(attendance, items), ...known])
    })
  })
}
