import { can, type Viewer } from '@/lib/access/model'

/** Whether the viewer keeps the schedule, the person-months and the other rows of the project's plan. */
export function canKeepPlan(viewer: Viewer, projectId: string): boolean {
  return can(viewer, 'plan.write', projectId)
}
