import type { Viewer } from '@/lib/access/model'
import { inVisibleProjects } from '@/lib/projects/permissions'

/** Where clause: actions of work packages in projects that the viewer may see. */
export function visibleTo(viewer: Viewer) {
  return { workPackage: inVisibleProjects(viewer) }
}
