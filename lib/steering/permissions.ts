import type { Viewer } from '@/lib/access/model'
import { visibleProjects } from '@/lib/projects/permissions'

/** Which published snapshots the viewer may read; null does not narrow. */
export type VisibleSnapshots = { organisationId: string | null; projectIds: string[] | null }

/** Those of the projects whose steering view the viewer may read. The national role reads those of every county. */
export function visibleSnapshots(viewer: Viewer): VisibleSnapshots {
  if (viewer.scope === 'national') return { organisationId: null, projectIds: null }
  const { organisationId = null, id } = visibleProjects(viewer, 'steering.read')
  return { organisationId, projectIds: id?.in ?? null }
}
