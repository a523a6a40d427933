import { rightTo, type Viewer } from '@/lib/access/model'
import { inVisibleProjects } from '@/lib/projects/permissions'

/** Where clause: what the State Treasury is told of projects in which the viewer keeps it. */
export function visibleTo(viewer: Viewer) {
  return inVisibleProjects(viewer, 'treasury.write')
}

/** The right by which the viewer keeps what the State Treasury is told, or null: nobody else even reads it. */
export function rightToKeepTreasury(viewer: Viewer, projectId: string): string | null {
  return rightTo(viewer, 'treasury.write', projectId)
}

export function canKeepTreasury(viewer: Viewer, projectId: string): boolean {
  return rightToKeepTreasury(viewer, projectId) !== null
}
