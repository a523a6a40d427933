import { rightTo, type Viewer } from '@/lib/access/model'
import { inVisibleProjects } from '@/lib/projects/permissions'

/** Where clause: toimintamallit of projects that the viewer may see. */
export function visibleTo(viewer: Viewer) {
  return inVisibleProjects(viewer)
}

/** The right by which the viewer may keep a model of the register, or null. Who only writes reports keeps those of own units. */
export function rightToKeep(viewer: Viewer, place: { projectId: string; isOwnUnit: boolean }): string | null {
  const right = rightTo(viewer, 'toimintamallit.write', place.projectId)
  if (right !== 'coordinator' || place.isOwnUnit) return right
  // Somebody may hold another role beside it.
  return rightTo(viewer, 'finance.write', place.projectId)
}
