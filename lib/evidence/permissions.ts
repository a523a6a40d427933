import { rightTo, type Viewer } from '@/lib/access/model'
import type { SubjectHeading } from '@/lib/evidence/model'
import { visibleDecisions } from '@/lib/meetings/permissions'
import { visibleProjects } from '@/lib/projects/permissions'

/** Where clause: evidence of things in projects that the viewer may see. */
export function visibleTo(viewer: Viewer) {
  const project = visibleProjects(viewer)
  return {
    OR: [
      { target: { indicator: { project } } },
      { measurement: { indicator: { project } } },
      { action: { workPackage: { project } } },
      { purchase: { project } },
      { decision: visibleDecisions(viewer) },
      { toimintamalli: { project } },
    ],
  }
}

/** The right by which the viewer may add and remove evidence, or null. Who only writes reports does so for own units. */
export function rightToKeep(viewer: Viewer, subject: Pick<SubjectHeading, 'projectId' | 'isOwnUnit'>): string | null {
  const right = rightTo(viewer, 'evidence.write', subject.projectId)
  if (right !== 'coordinator' || subject.isOwnUnit) return right
  // Somebody may hold another role beside it.
  return rightTo(viewer, 'finance.write', subject.projectId)
}

/** Marking a target reached is said for the whole project. */
export function rightToMarkReached(viewer: Viewer, projectId: string): string | null {
  return rightTo(viewer, 'finance.write', projectId)
}
