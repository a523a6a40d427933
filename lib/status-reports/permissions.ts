import { type Capability, rightTo, type Viewer } from '@/lib/access/model'
import { visibleProjects } from '@/lib/projects/permissions'
import { type Party, parties, type ReportEventType } from '@/lib/status-reports/model'

/** Where clause: reports that are not yet published are seen by those who make them, never by the steering group. */
export function visibleTo(viewer: Viewer) {
  return { unit: { project: visibleProjects(viewer, 'report.read') } }
}

/** The same of one report that has been read. */
export function maySeeReport(
  viewer: Viewer,
  { organisationId, projectId }: { organisationId: string; projectId: string },
) {
  if (viewer.organisationId === null) return viewer.kind === 'system'
  return viewer.organisationId === organisationId && rightTo(viewer, 'report.read', projectId) !== null
}

const capabilityOf: Record<Party, Capability> = {
  writer: 'report.write',
  reviewer: 'report.review',
  publisher: 'period.publish',
  period_manager: 'period.manage',
}

/** What a right is decided on: the project and whether the viewer reports for the unit. */
export type ReportPlace = { projectId: string; isOwnUnit: boolean }

/** The right by which the viewer may cause the event, or null. Writing also needs the unit to be the viewer's own. */
export function rightToEvent(viewer: Viewer, event: ReportEventType, place: ReportPlace): string | null {
  const party = parties[event]
  if (party === 'writer' && viewer.kind === 'person' && !place.isOwnUnit) return null
  return rightTo(viewer, capabilityOf[party], place.projectId)
}

export function canWriteReport(viewer: Viewer, place: ReportPlace): boolean {
  return rightToEvent(viewer, 'saved', place) !== null
}

export function canReviewReport(viewer: Viewer, place: ReportPlace): boolean {
  return rightToEvent(viewer, 'approved', place) !== null
}
