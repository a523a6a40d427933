import { rightTo, type Viewer } from '@/lib/access/model'

/** The right by which the viewer makes and opens the project's periods, or null. */
export function rightToManagePeriods(viewer: Viewer, projectId: string): string | null {
  return rightTo(viewer, 'period.manage', projectId)
}

/** The right by which the viewer publishes a period of the project, or null. */
export function rightToPublish(viewer: Viewer, projectId: string): string | null {
  return rightTo(viewer, 'period.publish', projectId)
}
