import { rightTo, type Viewer } from '@/lib/access/model'

/** The right by which the viewer keeps the templates of the own county, with the county's id; null for everybody else. */
export function templateRight(viewer: Viewer): { right: string; organisationId: string } | null {
  const right = rightTo(viewer, 'templates.write', null)
  return right && viewer.organisationId ? { right, organisationId: viewer.organisationId } : null
}
