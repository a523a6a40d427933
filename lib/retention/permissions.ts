import { can, rightTo, type Viewer } from '@/lib/access/model'

/** The right by which the viewer keeps rules and lists of the own county, with its id; null for everybody else. */
export function retentionOf(viewer: Viewer): { organisationId: string; right: string } | null {
  const right = rightTo(viewer, 'retention.manage', null)
  return right && viewer.organisationId ? { organisationId: viewer.organisationId, right } : null
}

/** The right by which the viewer places a hold on a project. */
export const holdRight = (viewer: Viewer, projectId: string): string | null =>
  rightTo(viewer, 'retention.hold', projectId)

/** Whether there is a project on which the viewer may place a hold. */
export function mayHoldSomewhere(viewer: Viewer): boolean {
  return viewer.kind === 'person' && viewer.held.some(({ projectId }) => can(viewer, 'retention.hold', projectId))
}
