import { rightTo, type Viewer } from '@/lib/access/model'

/** The right by which the viewer reads the log of the whole county, with its id; null for everybody else. */
export function logOf(viewer: Viewer): { organisationId: string; right: string } | null {
  const right = rightTo(viewer, 'audit.read', null)
  return right && viewer.organisationId ? { organisationId: viewer.organisationId, right } : null
}
