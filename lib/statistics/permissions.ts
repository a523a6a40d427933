import { rightTo, type Viewer } from '@/lib/access/model'
import { inVisibleProjects } from '@/lib/projects/permissions'

/** Where clause: indicators of projects that the viewer may see. */
export function visibleIndicators(viewer: Viewer) {
  return inVisibleProjects(viewer)
}

/** The right by which the viewer follows series and takes their figures as the project's own, or null. */
export function rightToFollow(viewer: Viewer, projectId: string): string | null {
  return rightTo(viewer, 'statistics.write', projectId)
}
