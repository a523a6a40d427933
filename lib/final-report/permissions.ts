import { type Capability, can, type Viewer } from '@/lib/access/model'
import { type DocumentKind, documentKinds, type ReportEventType, reportEventTypes } from '@/lib/final-report/model'
import { inVisibleProjects } from '@/lib/projects/permissions'

type DocumentRight = 'read' | 'write' | 'approve' | 'discuss' | 'comment'

/**
 * Who does what with a document of each kind. The plan belongs to everybody who reads the project; what is said of it while it
 * is written – comments, findings of the check, earlier texts – belongs to those who make the project. `discuss` reads that,
 * `comment` writes it; `approve` says that a section is as it shall be.
 */
export const documentRights = {
  final_report: {
    read: 'final_report.read',
    write: 'final_report.write',
    approve: 'final_report.approve',
    discuss: 'final_report.read',
    comment: 'final_report.write',
  },
  project_plan: {
    read: 'project.read',
    write: 'plan.write',
    approve: 'plan.write',
    discuss: 'report.comment',
    comment: 'report.comment',
  },
} as const satisfies Record<DocumentKind, Record<DocumentRight, Capability>>

/** Where clause: documents of a kind that the viewer may read. A plan is never taken for the final report. */
export function visibleTo(viewer: Viewer, kind: DocumentKind = 'final_report') {
  return { kind, ...inVisibleProjects(viewer, documentRights[kind].read) }
}

/** Where clause: documents of every kind in which the viewer has a right; the row tells its kind. */
export function documentsOf(viewer: Viewer, right: DocumentRight = 'read') {
  return {
    OR: documentKinds.map((kind) => ({ kind, ...inVisibleProjects(viewer, documentRights[kind][right]) })),
  }
}

/** Whether the viewer has a right in the project's document of a kind. */
export function canInDocument(viewer: Viewer, right: DocumentRight, projectId: string, kind: DocumentKind): boolean {
  return can(viewer, documentRights[kind][right], projectId)
}

export function canReadReport(viewer: Viewer, projectId: string): boolean {
  return canInDocument(viewer, 'read', projectId, 'final_report')
}

export function canEditReport(viewer: Viewer, projectId: string): boolean {
  return canInDocument(viewer, 'write', projectId, 'final_report')
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
