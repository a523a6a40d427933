import 'server-only'
import type { Viewer } from '@/lib/access/model'
import { asViewer } from '@/lib/access/viewer'
import { type Named, namesOf } from '@/lib/meetings/names/model'
import { visibleTo } from '@/lib/meetings/permissions'

/**
 * Every name that a meeting of the project knows, drafts too: somebody who is spoken of in one meeting is named in another. They
 * are read to be left out of texts, never to be shown.
 */
export function listNames(viewer: Viewer, projectId: string): Promise<Named[]> {
  return asViewer(viewer, async (tx) => {
    const meeting = { body: { projectId, ...visibleTo(viewer) } }
    const attendance = await tx.attendance.findMany({
      where: { meeting, name: { not: null } },
      distinct: ['name'],
      orderBy: [{ name: 'asc' }, { sort: 'asc' }],
      select: { name: true, role: true },
    })
    const items = await tx.agendaItem.findMany({
      where: { meeting, presenterName: { not: null } },
      distinct: ['presenterName'],
      orderBy: [{ presenterName: 'asc' }, { sort: 'asc' }],
      select: { presenterName: true, presenterRole: true },
    })
    return namesOf(attendance, items)
  })
}
