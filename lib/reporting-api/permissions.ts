import { rightTo, type Viewer } from '@/lib/access/model'

/** The right by which the viewer keeps the keys of the own county, with its id; null for everybody else. */
export function keysOf(viewer: Viewer): { organisationId: string; right: string } | null {
  const right = rightTo(viewer, 'api_keys.manage', null)
  return right && viewer.organisationId ? { organisationId: viewer.organisationId, right } : null
}
