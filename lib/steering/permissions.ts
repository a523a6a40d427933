import type { Viewer } from '@/lib/access/model'
import { inVisibleProjects } from '@/lib/projects/permissions'

/** Where clause: published snapshots the viewer may read. The national role reads those of every county. */
export function visibleSnapshots(viewer: Viewer) {
  return viewer.scope === 'national' ? {} : inVisibleProjects(viewer, 'steering.read')
}
