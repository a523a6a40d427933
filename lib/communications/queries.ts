import 'server-only'
import type { Viewer } from '@/lib/access/model'
import { asViewer } from '@/lib/access/viewer'
import type { CommunicationEntry } from '@/lib/communications/model'
import { visibleTo } from '@/lib/communications/permissions'
import { dayText } from '@/lib/platform/columns'

/** Communication plan and log of a project in stored order. */
export function listCommunications(viewer: Viewer, projectId: string): Promise<CommunicationEntry[]> {
  return asViewer(viewer, async (tx) => {
    const rows = await tx.communicationRow.findMany({
      where: { projectId, ...visibleTo(viewer) },
      orderBy: { sort: 'asc' },
      select: {
        id: true,
        periodId: true,
        no: true,
        topic: true,
        audience: true,
        statusText: true,
        responsibleRole: true,
        channels: true,
        dateAsWritten: true,
        dateCode: true,
        aim: true,
        version: true,
        items: {
          orderBy: [{ kind: 'asc' }, { sort: 'asc' }],
          select: { id: true, kind: true, text: true, periodId: true, happenedOn: true, url: true },
        },
      },
    })
    return rows.map((row) => ({
      ...row,
      items: row.items.map((item) => ({ ...item, happenedOn: dayText(item.happenedOn) })),
    }))
  })
}
