import { rightTo, type Viewer } from '@/lib/access/model'
import { inVisibleProjects } from '@/lib/projects/permissions'

/** Where clause: budgets and purchases of projects that the viewer may see. */
export function visibleTo(viewer: Viewer) {
  return inVisibleProjects(viewer)
}

/** The right by which the viewer keeps the finances of the project, or null. */
export function rightToKeepFinance(viewer: Viewer, projectId: string): string | null {
  return rightTo(viewer, 'finance.write', projectId)
}

export function canKeepFinance(viewer: Viewer, projectId: string): boolean {
  return rightToKeepFinance(viewer, projectId) !== null
}
