import { rightTo, type Viewer } from '@/lib/access/model'
import { inVisibleProjects } from '@/lib/projects/permissions'

/** Where clause: communications of projects that the viewer may see. */
export function visibleTo(viewer: Viewer) {
  return inVisibleProjects(viewer)
}

/** The right by which the viewer keeps the project's communication plan and log, or null. */
export function rightToKeepCommunications(viewer: Viewer, projectId: string): string | null {
  return rightTo(viewer, 'communications.write', projectId)
}
