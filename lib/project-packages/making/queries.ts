import 'server-only'
import { can, type Viewer } from '@/lib/access/model'
import { asViewer } from '@/lib/access/viewer'
import type { MadeRow } from '@/lib/project-packages/making/model'
import { visibleProjects } from '@/lib/projects/permissions'

/** The programmes that the installation knows, and the county's projects; null for those who may not make one. */
export function findProjectsOfCounty(
  viewer: Viewer,
): Promise<{ programmes: { id: string; name: string }[]; projects: MadeRow[] } | null> {
  return asViewer(viewer, async (tx) => {
    if (!can(viewer, 'project.move', null)) return null
    const programmes = await tx.programme.findMany({
      orderBy: [{ name: 'asc' }, { id: 'asc' }],
      select: { id: true, name: true },
    })
    const rows = await tx.project.findMany({
      where: visibleProjects(viewer),
      orderBy: [{ name: 'asc' }, { key: 'asc' }],
      select: {
        id: true,
        key: true,
        name: true,
        programme: { select: { name: true } },
        periods: { orderBy: [{ from: 'asc' }, { id: 'asc' }], select: { key: true, state: true } },
        _count: { select: { workPackages: { where: { reports: true } } } },
      },
    })
    const projects = rows.map(({ programme, _count, ...row }) => ({
      ...row,
      programme: programme.name,
      units: _count.workPackages,
    }))
    return { programmes, projects }
  })
}
