import { rightTo, type Viewer } from '@/lib/access/model'
import { inVisibleProjects } from '@/lib/projects/permissions'

/** Where clause: risks of projects that the viewer may see. */
export function visibleTo(viewer: Viewer) {
  return inVisibleProjects(viewer)
}

/** The right by which the viewer keeps the project's register, or null. */
export function rightToKeepRisks(viewer: Viewer, projectId: string): string | null {
  return rightTo(viewer, 'risks.write', projectId)
}
