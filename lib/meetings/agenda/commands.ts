import 'server-only'
import type { Viewer } from '@/lib/access/model'
import type { ItemInput, MoveInput } from '@/lib/meetings/agenda/schema'
import { areProjects } from '@/lib/meetings/choices/queries'
import { reliedOn } from '@/lib/meetings/decisions/queries'
import type { MeetingFacts, MeetingReason } from '@/lib/meetings/model'
import { writeInMeeting } from '@/lib/meetings/standing/commands'
import type { Tx } from '@/lib/platform/db'
import { bySort } from '@/lib/platform/order'
import { fail, ok, type Result } from '@/lib/values/result'

/** NUMBERED: a later meeting goes on from the numbers of these items, so that no item can come, go or move. */
export type AgendaReason = MeetingReason | 'NUMBERED' | 'IN_USE'

/**
 * Adds an item at the end, or writes one. Reasons: NOT_FOUND, NOT_ALLOWED, LOCKED, NUMBERED (adding), STALE, INVALID at the
 * field when the unit or plan change is not the project's.
 */
export function saveItem(viewer: Viewer, input: ItemInput): Promise<Result<{ itemId: string }, AgendaReason>> {
  const { project: _address, meetingId, itemId, version, ...data } = input
  return writeInMeeting<{ itemId: string }, AgendaReason>(viewer, meetingId, async (tx, meeting, record) => {
    const { workPackageId, planChangeId } = data
    if (
      !(await areProjects(
        viewer,
        meeting.projectId,
        workPackageId ? [{ kind: 'work_package', id: workPackageId }] : [],
      ))
    ) {
      return fail('INVALID', { workPackageId: 'meetings.error.choice' })
    }
    if (
      !(await areProjects(viewer, meeting.projectId, planChangeId ? [{ kind: 'plan_change', id: planChangeId }] : []))
    ) {
      return fail('INVALID', { planChangeId: 'meetings.error.choice' })
    }
    if (itemId === null) return addItem(tx, meeting, data, () => record('meeting.item_added', { title: data.title }))
    const saved = await tx.agendaItem.updateMany({
      where: { id: itemId, meetingId, version },
      data: { ...data, version: { increment: 1 } },
    })
    if (saved.count === 0) return fail(await whyNot(tx, meetingId, itemId))
    await record('meeting.item_edited', { itemId, title: data.title })
    return ok({ itemId })
  })
}

type ItemData = Omit<ItemInput, 'project' | 'meetingId' | 'itemId' | 'version'>

async function addItem(
  tx: Tx,
  meeting: MeetingFacts,
  data: ItemData,
  record: () => Promise<void>,
): Promise<Result<{ itemId: string }, AgendaReason>> {
  if (await isNumbered(tx, meeting.id)) return fail('NUMBERED')
  const last = await tx.agendaItem.aggregate({ where: { meetingId: meeting.id }, _max: { sort: true } })
  const { id } = await tx.agendaItem.create({
    data: {
      ...data,
      organisationId: meeting.organisationId,
      meetingId: meeting.id,
      sort: (last._max.sort ?? -1) + 1,
    },
    select: { id: true },
  })
  await bump(tx, meeting.id)
  await record()
  return ok({ itemId: id })
}

/** Nothing was written: somebody else was faster, or the item is gone. */
async function whyNot(tx: Tx, meetingId: string, itemId: string): Promise<MeetingReason> {
  return (await tx.agendaItem.count({ where: { id: itemId, meetingId } })) > 0 ? 'STALE' : 'NOT_FOUND'
}

async function isNumbered(tx: Tx, meetingId: string): Promise<boolean> {
  return (await tx.agendaItem.count({ where: { meetingId, bodyId: { not: null } } })) > 0
}

/** The order and number of the items are the meeting's: a form that knew other ones is told. */
async function bump(tx: Tx, meetingId: string): Promise<void> {
  await tx.meeting.update({ where: { id: meetingId }, data: { version: { increment: 1 } }, select: { id: true } })
}

/** Moves an item one place up or down. Reasons: NOT_FOUND, NOT_ALLOWED, LOCKED, NUMBERED, STALE (the meeting has changed). */
export function moveItem(
  viewer: Viewer,
  { meetingId, version, itemId, direction }: MoveInput,
): Promise<Result<{ itemId: string }, AgendaReason>> {
  return writeInMeeting<{ itemId: string }, AgendaReason>(viewer, meetingId, async (tx, meeting, record) => {
    const items = await tx.agendaItem.findMany({
      where: { meetingId },
      orderBy: bySort,
      select: { id: true, sort: true },
    })
    const from = items.findIndex(({ id }) => id === itemId)
    if (from < 0) return fail('NOT_FOUND')
    if (meeting.version !== version) return fail('STALE')
    if (await isNumbered(tx, meetingId)) return fail('NUMBERED')
    const to = Math.min(items.length - 1, Math.max(0, from + (direction === 'up' ? -1 : 1)))
    const [moved] = items.splice(from, 1)
    if (moved) items.splice(to, 0, moved)
    for (const [sort, item] of items.entries()) {
      if (item.sort !== sort)
        await tx.agendaItem.update({ where: { id: item.id }, data: { sort }, select: { id: true } })
    }
    await bump(tx, meetingId)
    await record('meeting.item_moved', { itemId, direction })
    return ok({ itemId })
  })
}

/**
 * Takes an item and what hangs on it away. Reasons: NOT_FOUND, NOT_ALLOWED, LOCKED, NUMBERED, STALE, IN_USE (something
 * outside rests on a decision of it).
 */
export function removeItem(
  viewer: Viewer,
  { meetingId, itemId, version }: { meetingId: string; itemId: string; version: number },
): Promise<Result<null, AgendaReason>> {
  return writeInMeeting<null, AgendaReason>(viewer, meetingId, async (tx, _meeting, record) => {
    if (await isNumbered(tx, meetingId)) return fail('NUMBERED')
    const used = await tx.decision.count({ where: { agendaItemId: itemId, ...reliedOn } })
    if (used > 0) return fail('IN_USE')
    const gone = await tx.agendaItem.deleteMany({ where: { id: itemId, meetingId, version } })
    if (gone.count === 0) return fail(await whyNot(tx, meetingId, itemId))
    await bump(tx, meetingId)
    await record('meeting.item_removed', { itemId })
    return ok(null)
  })
}
