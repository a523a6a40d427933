import 'server-only'
import type { Viewer } from '@/lib/access/model'
import { asViewer } from '@/lib/access/viewer'
import { visibleProjects } from '@/lib/projects/permissions'
import type { OwnWays } from '@/lib/projects/settings/model'
import { readSettings } from '@/lib/projects/settings/schema'

/** The settings of a project as its form begins with them; null when it is not the viewer's. */
export function findSettings(viewer: Viewer, projectId: string): Promise<OwnWays | null> {
  return asViewer(viewer, async (tx) => {
    const row = await tx.project.findFirst({
      where: { AND: [{ id: projectId }, visibleProjects(viewer)] },
      select: {
        version: true,
        settings: true,
        levels: { orderBy: [{ depth: 'asc' }, { key: 'asc' }], select: { id: true, label: true } },
      },
    })
    return row && { version: row.version, settings: readSettings(row.settings), levels: row.levels }
  })
}
