import { rightTo, type Viewer } from '@/lib/access/model'
import { inVisibleProjects, visibleProjects } from '@/lib/projects/permissions'

/** Where clause: bodies of projects that the viewer may see. */
export function visibleTo(viewer: Viewer) {
  return inVisibleProjects(viewer)
}

/** Where clause: meetings the viewer may read. Approved ones belong to every reader of the project, others to few. */
export function visibleMeetings(viewer: Viewer) {
  return {
    OR: [
      { state: 'approved' as const, body: inVisibleProjects(viewer) },
      { body: inVisibleProjects(viewer, 'meetings.read') },
    ],
  }
}

/** Where clause: decisions the viewer may read: those of meetings they may read, and those that came without a meeting. */
export function visibleDecisions(viewer: Viewer) {
  return {
    project: visibleProjects(viewer),
    OR: [{ agendaItemId: null }, { agendaItem: { meeting: visibleMeetings(viewer) } }],
  }
}

/** The right by which the viewer may write meetings of the project, or null. */
export function rightToWriteMeetings(viewer: Viewer, projectId: string): string | null {
  return rightTo(viewer, 'meetings.write', projectId)
}

/** The right by which the viewer may approve minutes, or null. */
export function rightToApproveMinutes(viewer: Viewer, projectId: string): string | null {
  return rightTo(viewer, 'meetings.approve', projectId)
}

/** Whether the viewer may know the names in minutes; without them everybody reads the public form. */
export function canReadNames(viewer: Viewer, projectId: string): boolean {
  return rightTo(viewer, 'meetings.read', projectId) !== null
}

/** Whether the viewer reads meetings before their minutes are approved; to others these are not there. */
export function readsEveryMeeting(viewer: Viewer, projectId: string): boolean {
  return rightTo(viewer, 'meetings.read', projectId) !== null
}
