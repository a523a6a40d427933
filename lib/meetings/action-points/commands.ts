import 'server-only'
import type { Viewer } from '@/lib/access/model'
import type { ActionPointInput } from '@/lib/meetings/action-points/schema'
import type { MeetingReason } from '@/lib/meetings/model'
import { writeInMeeting } from '@/lib/meetings/standing/commands'
import { now } from '@/lib/platform/clock'
import type { Tx } from '@/lib/platform/db'
import { dateInHelsinki } from '@/lib/values/calendar'
import { fail, ok, type Result } from '@/lib/values/result'

type Saved = { pointId: string }

/** Adds an action point to an item, or writes one. Reasons: NOT_FOUND, NOT_ALLOWED, LOCKED, STALE. */
export function saveActionPoint(viewer: Viewer, input: ActionPointInput): Promise<Result<Saved, MeetingReason>> {
  const { meetingId, itemId, pointId, version, text, responsibleRole, dueOn } = input
  return writeInMeeting(viewer, meetingId, async (tx, { organisationId }, record) => {
    if ((await tx.agendaItem.count({ where: { id: itemId, meetingId } })) === 0) return fail('NOT_FOUND')
    const data = { text, responsibleRole, dueOn: dueOn ? new Date(dueOn) : null }
    let id = pointId
    if (id === null) {
      const sort = await tx.actionPoint.count({ where: { agendaItemId: itemId } })
      const row = { ...data, organisationId, agendaItemId: itemId, sort }
      id = (await tx.actionPoint.create({ data: row, select: { id: true } })).id
    } else {
      const saved = await tx.actionPoint.updateMany({
        where: { id, agendaItemId: itemId, version },
        data: { ...data, version: { increment: 1 } },
      })
      if (saved.count === 0) return fail(await whyNot(tx, itemId, id))
    }
    await record('meeting.action_point_saved', { pointId: id })
    return ok({ pointId: id })
  })
}

/** Nothing was written: somebody else was faster, or the action point is gone. */
async function whyNot(tx: Tx, itemId: string, id: string): Promise<MeetingReason> {
  return (await tx.actionPoint.count({ where: { id, agendaItemId: itemId } })) > 0 ? 'STALE' : 'NOT_FOUND'
}

type Point = { meetingId: string; itemId: string; pointId: string; version: number }

/** Takes an action point away. Reasons: NOT_FOUND, NOT_ALLOWED, LOCKED, STALE. */
export function removeActionPoint(viewer: Viewer, point: Point): Promise<Result<null, MeetingReason>> {
  const { meetingId, itemId, pointId, version } = point
  return writeInMeeting(viewer, meetingId, async (tx, _meeting, record) => {
    const gone = await tx.actionPoint.deleteMany({
      where: { id: pointId, agendaItemId: itemId, agendaItem: { meetingId }, version },
    })
    if (gone.count === 0) return fail(await whyNot(tx, itemId, pointId))
    await record('meeting.action_point_removed', { pointId })
    return ok(null)
  })
}

/** Says that something agreed on is done today, or that it is not done after all; in approved minutes, too. Reasons: NOT_FOUND, NOT_ALLOWED, STALE. */
export function markActionPoint(
  viewer: Viewer,
  { meetingId, itemId, pointId, version, done }: Point & { done: 'yes' | 'no' },
): Promise<Result<null, MeetingReason>> {
  return writeInMeeting(
    viewer,
    meetingId,
    async (tx, _meeting, record) => {
      const doneOn = done === 'yes' ? new Date(dateInHelsinki(now())) : null
      const marked = await tx.actionPoint.updateMany({
        where: { id: pointId, agendaItemId: itemId, agendaItem: { meetingId }, version },
        data: { doneOn, version: { increment: 1 } },
      })
      if (marked.count === 0) return fail(await whyNot(tx, itemId, pointId))
      await record('meeting.action_point_marked', { pointId, done })
      return ok(null)
    },
    { anytime: true },
  )
}
