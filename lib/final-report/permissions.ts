import { can, type Viewer } from '@/lib/access/model'
import { inVisibleProjects } from '@/lib/projects/permissions'

/** Where clause: final reports the viewer may read. */
export function visibleTo(viewer: Viewer) {
  return inVisibleProjects(viewer, 'final_report.read')
}

export function canReadReport(viewer: Viewer, projectId: string): boolean {
  return can(viewer, 'final_report.read', projectId)
}

export function canEditReport(viewer: Viewer, projectId: string): boolean {
  return can(viewer, 'final_report.write', projectId)
}

export function canExportReport(viewer: Viewer, projectId: string): boolean {
  return can(viewer, 'final_report.export', projectId)
}
