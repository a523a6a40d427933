import { can, rightTo, type Viewer } from '@/lib/access/model'
import type { PlanChangeEventType, PlanChangeState } from '@/lib/plan-changes/model'
import { inVisibleProjects } from '@/lib/projects/permissions'

/** Where clause: plan changes of projects that the viewer may see. */
export function visibleTo(viewer: Viewer) {
  return inVisibleProjects(viewer)
}

/** Where clause: what a report proposes that is not published is seen by those who see such reports, until it is taken up. */
export function proposalsVisibleTo(viewer: Viewer, projectId: string) {
  if (can(viewer, 'report.read', projectId)) return {}
  return {
    OR: [{ reportId: null }, { state: { not: 'proposed' as const } }, { report: { state: 'published' as const } }],
  }
}

/** What a right is decided on: the project, and whether the viewer reports for the unit. */
export type ProposalPlace = { projectId: string; isOwnUnit: boolean }

/** The right by which the viewer may propose a change for the unit, or null; coordinators for their own units only. */
export function rightToPropose(viewer: Viewer, { projectId, isOwnUnit }: ProposalPlace): string | null {
  return rightTo(viewer, 'plan_changes.write', projectId) ?? (isOwnUnit ? proposer(viewer, projectId) : null)
}

function proposer(viewer: Viewer, projectId: string): string | null {
  return rightTo(viewer, 'plan_changes.propose', projectId)
}

/** The right by which the viewer may cause the event, or null. Who proposed may edit until the proposal is taken up. */
export function rightToEvent(
  viewer: Viewer,
  event: PlanChangeEventType,
  place: ProposalPlace & { state: PlanChangeState },
): string | null {
  if (event === 'proposed') return rightToPropose(viewer, place)
  if (event === 'edited' && place.state === 'proposed') return rightToPropose(viewer, place)
  return rightTo(viewer, 'plan_changes.write', place.projectId)
}

/** Whether the viewer can propose anything at all: all units, or one of their own. */
export function mayPropose(viewer: Viewer, projectId: string, units: readonly { own: boolean }[]): boolean {
  return rightToPropose(viewer, { projectId, isOwnUnit: units.some(({ own }) => own) }) !== null
}
