import 'server-only'
import type { Viewer } from '@/lib/access/model'
import { asViewer } from '@/lib/access/viewer'
import { expectedNumbers, type ItemRow } from '@/lib/meetings/agenda/model'
import { lastNumber, readItems } from '@/lib/meetings/agenda/queries'
import type { AttendanceRow, BodyRow, MeetingFacts } from '@/lib/meetings/model'
import { nameless } from '@/lib/meetings/names/model'
import { listNames } from '@/lib/meetings/names/queries'
import { canReadNames, visibleMeetings, visibleTo } from '@/lib/meetings/permissions'
import { factsOf, meetingFacts } from '@/lib/meetings/standing/queries'
import { dayText } from '@/lib/platform/columns'
import { bySort } from '@/lib/platform/order'

/** Bodies of a project in stored order with their meetings, the newest first; only meetings the viewer may read. */
export function listBodies(viewer: Viewer, projectId: string): Promise<BodyRow[]> {
  return asViewer(viewer, async (tx) => {
    const bodies = await tx.steeringBody.findMany({
      where: { projectId, ...visibleTo(viewer) },
      orderBy: bySort,
      select: {
        id: true,
        name: true,
        version: true,
        meetings: {
          where: visibleMeetings(viewer),
          orderBy: [{ heldOn: { sort: 'desc', nulls: 'first' } }, { sort: 'desc' }, { id: 'desc' }],
          select: {
            id: true,
            title: true,
            heldOn: true,
            dateAsWritten: true,
            state: true,
            period: { select: { key: true } },
            items: { select: { _count: { select: { decisions: true } } } },
          },
        },
      },
    })
    return bodies.map(({ meetings, ...body }) => ({
      ...body,
      meetings: meetings.map(({ period, items, ...meeting }) => ({
        ...meeting,
        heldOn: dayText(meeting.heldOn),
        periodKey: period?.key ?? null,
        items: items.length,
        decisions: items.reduce((sum, item) => sum + item._count.decisions, 0),
      })),
    }))
  })
}

export type MeetingView = {
  facts: MeetingFacts
  attendance: AttendanceRow[]
  items: ItemRow[]
  /** Numbers that items without one will get when the meeting is checked, by item */
  expected: Map<string, number>
  /** Names were left out: the viewer may not know them */
  withoutNames: boolean
}

/** One meeting with all that was said in it; null when it does not exist or is not the viewer's to read. */
export function findMeeting(viewer: Viewer, projectId: string, meetingId: string): Promise<MeetingView | null> {
  return asViewer(viewer, async (tx) => {
    const row = await tx.meeting.findFirst({
      where: { AND: [{ id: meetingId, body: { projectId } }, visibleMeetings(viewer)] },
      select: {
        ...meetingFacts,
        attendance: {
          orderBy: bySort,
          select: { id: true, role: true, present: true, note: true, name: true },
        },
      },
    })
    if (!row) return null
    const { attendance, ...own } = row
    const facts = factsOf(own)
    const items = await readItems(viewer, tx, facts)
    const withoutNames = !canReadNames(viewer, projectId)
    const expected = expectedNumbers(items, facts.state === 'draft' ? await lastNumber(viewer, facts) : null)
    const told = { facts, attendance, items, expected, withoutNames }
    return withoutNames ? nameless(told, await listNames(viewer, projectId)) : told
  })
}

/** One meeting's own facts for its forms; null as `findMeeting`. */
export function findMeetingFacts(viewer: Viewer, projectId: string, meetingId: string): Promise<MeetingFacts | null> {
  return asViewer(viewer, async (tx) => {
    const row = await tx.meeting.findFirst({
      where: { AND: [{ id: meetingId, body: { projectId } }, visibleMeetings(viewer)] },
      select: meetingFacts,
    })
    return row && factsOf(row)
  })
}
