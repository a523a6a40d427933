import { rightTo, type Viewer } from '@/lib/access/model'
import { inVisibleProjects } from '@/lib/projects/permissions'

/** Where clause: indicators and data tables of projects that the viewer may see. */
export function visibleTo(viewer: Viewer) {
  return inVisibleProjects(viewer)
}

/** The right by which the viewer defines indicators, sets targets and enters values from elsewhere, or null. */
export function rightToKeepIndicators(viewer: Viewer, projectId: string): string | null {
  return rightTo(viewer, 'indicators.write', projectId)
}
