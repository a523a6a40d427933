import { type Capability, can, type Viewer } from '@/lib/access/model'
import { type ReportEventType, reportEventTypes } from '@/lib/final-report/model'
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

/** The writers check their report; everything after that is the director's. */
export const rightForStep: Record<ReportEventType, Capability> = {
  checked: 'final_report.write',
  returned: 'final_report.approve',
  approved: 'final_report.approve',
  decided: 'final_report.approve',
  frozen: 'final_report.approve',
  sent: 'final_report.approve',
  correction_opened: 'final_report.approve',
}

/** The steps in a report's life that the viewer may take. */
export function stepsOf(viewer: Viewer, projectId: string): ReportEventType[] {
  return reportEventTypes.filter((step) => can(viewer, rightForStep[step], projectId))
}

/** Whether the viewer may say that a section is as it shall be. */
export function canApproveSections(viewer: Viewer, projectId: string): boolean {
  return can(viewer, 'final_report.approve', projectId)
}
