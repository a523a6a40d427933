import 'server-only'
import type { Prisma } from '@/generated/prisma/client'
import { signedInRecently, type Viewer } from '@/lib/access/model'
import { asViewer } from '@/lib/access/viewer'
import { isWritable, type MeetingFacts, type MeetingReason, type MeetingStep, stateAfter } from '@/lib/meetings/model'
import { rightToApproveMinutes, rightToWriteMeetings } from '@/lib/meetings/permissions'
import { holdMeeting } from '@/lib/meetings/standing/queries'
import { type AuditAction, recordAudit } from '@/lib/platform/audit'
import { now } from '@/lib/platform/clock'
import type { Tx } from '@/lib/platform/db'
import { bySort } from '@/lib/platform/order'
import { dateInHelsinki } from '@/lib/values/calendar'
import { fail, ok, type Result } from '@/lib/values/result'

export type Recorder = (action: AuditAction, data?: Prisma.InputJsonObject) => Promise<void>

/**
 * Writes something in a meeting that is a draft; everything else in it waits meanwhile. `anytime` is for what may be done to a
 * checked or approved meeting, too. Reasons: NOT_FOUND, NOT_ALLOWED, LOCKED, and those of `work`.
 */
export function writeInMeeting<T, Reason extends string = never>(
  viewer: Viewer,
  meetingId: string,
  work: (tx: Tx, meeting: MeetingFacts, record: Recorder) => Promise<Result<T, MeetingReason | Reason>>,
  { anytime = false }: { anytime?: boolean } = {},
): Promise<Result<T, MeetingReason | Reason>> {
  return asViewer(viewer, async (tx) => {
    const meeting = await holdMeeting(viewer, tx, meetingId)
    if (!meeting) return fail('NOT_FOUND')
    const right = rightToWriteMeetings(viewer, meeting.projectId)
    if (!right) return fail('NOT_ALLOWED')
    if (!anytime && !isWritable(meeting.state)) return fail('LOCKED')
    return work(tx, meeting, recorder(viewer, tx, meeting, right))
  })
}

function recorder(viewer: Viewer, tx: Tx, meeting: MeetingFacts, right: string): Recorder {
  return (action, data = {}) =>
    recordAudit(tx, viewer, {
      action,
      right,
      subjectType: 'meeting',
      subjectId: meeting.id,
      organisationId: meeting.organisationId,
      data,
    })
}

export type StepReason = MeetingReason | 'SIGN_IN_AGAIN' | 'WRONG_STATE' | 'NO_DAY' | 'NO_ITEMS' | 'NOT_HELD'
type Step = { meetingId: string; version: number }
type Work = (tx: Tx, meeting: MeetingFacts) => Promise<Result<Prisma.MeetingUncheckedUpdateManyInput, StepReason>>

/**
 * The writer says that the minutes are as the meeting was. The items get their § numbers here, going on from the last one of
 * the body in that year. Reasons: NOT_FOUND, NOT_ALLOWED, WRONG_STATE, STALE, NO_DAY (numbers need the year), NO_ITEMS.
 */
export function checkMeeting(viewer: Viewer, input: Step): Promise<Result<{ version: number }, StepReason>> {
  return step(viewer, input, 'check', async (tx, meeting) => {
    if (meeting.heldOn === null) return fail('NO_DAY')
    if ((await giveNumbers(tx, meeting, Number(meeting.heldOn.slice(0, 4)))) === 0) return fail('NO_ITEMS')
    return ok({ checkedAt: now(), checkedById: viewer.userId })
  })
}

/**
 * Takes checked minutes back to be written, with the reason. Numbers are given up when no later meeting goes on from them;
 * else they stay, and with them the items and their order. Reasons: NOT_FOUND, NOT_ALLOWED, WRONG_STATE, STALE.
 */
export function returnMeeting(
  viewer: Viewer,
  input: Step & { reason: string },
): Promise<Result<{ version: number }, StepReason>> {
  const { reason, ...place } = input
  return step(
    viewer,
    place,
    'return',
    async (tx, meeting) => {
      await giveUpNumbers(tx, meeting)
      return ok({ checkedAt: null, checkedById: null })
    },
    { reason },
  )
}

/** Approves checked minutes; after that they stay as they are. Reasons: as `returnMeeting`, SIGN_IN_AGAIN, NOT_HELD before the meeting's day. */
export function approveMeeting(viewer: Viewer, input: Step): Promise<Result<{ version: number }, StepReason>> {
  return step(viewer, input, 'approve', async (_tx, meeting) => {
    if (meeting.heldOn === null || meeting.heldOn > dateInHelsinki(now())) return fail('NOT_HELD')
    return ok({ approvedAt: now(), approvedById: viewer.userId })
  })
}

const recorded = { check: 'meeting.checked', return: 'meeting.returned', approve: 'meeting.approved' } as const
const rights = { check: rightToWriteMeetings, return: rightToWriteMeetings, approve: rightToApproveMinutes }

function step(
  viewer: Viewer,
  { meetingId, version }: Step,
  name: MeetingStep,
  work: Work,
  data: Prisma.InputJsonObject = {},
): Promise<Result<{ version: number }, StepReason>> {
  return asViewer(viewer, async (tx): Promise<Result<{ version: number }, StepReason>> => {
    const meeting = await holdMeeting(viewer, tx, meetingId)
    if (!meeting) return fail('NOT_FOUND')
    const right = rights[name](viewer, meeting.projectId)
    if (!right) return fail('NOT_ALLOWED')
    if (name === 'approve' && !signedInRecently(viewer, now())) return fail('SIGN_IN_AGAIN')
    const state = stateAfter(meeting.state, name)
    if (state === null) return fail('WRONG_STATE')
    if (meeting.version !== version) return fail('STALE')
    const change = await work(tx, meeting)
    if (!change.ok) return change
    const moved = await tx.meeting.updateMany({
      where: { id: meetingId, version, state: meeting.state },
      data: { ...change.value, state, version: { increment: 1 } },
    })
    if (moved.count === 0) return fail('STALE')
    await recorder(viewer, tx, meeting, right)(recorded[name], data)
    return ok({ version: version + 1 })
  })
}

/** Numbers are given to one meeting of a body at a time. */
async function holdBody(tx: Tx, bodyId: string): Promise<void> {
  await tx.$queryRaw`SELECT 1 FROM "SteeringBody" WHERE id = ${bodyId}::uuid FOR NO KEY UPDATE`
}

async function giveNumbers(tx: Tx, { id: meetingId, bodyId }: MeetingFacts, year: number): Promise<number> {
  await holdBody(tx, bodyId)
  const items = await tx.agendaItem.findMany({
    where: { meetingId },
    orderBy: bySort,
    select: { id: true, number: true },
  })
  const last = await tx.agendaItem.aggregate({ where: { bodyId, year }, _max: { number: true } })
  let number = last._max.number ?? 0
  for (const item of items) {
    if (item.number !== null) continue
    number += 1
    await tx.agendaItem.update({ where: { id: item.id }, data: { number, bodyId, year } })
  }
  return items.length
}

async function giveUpNumbers(tx: Tx, { id: meetingId, bodyId }: MeetingFacts): Promise<void> {
  await holdBody(tx, bodyId)
  const own = await tx.agendaItem.findFirst({
    where: { meetingId, bodyId },
    orderBy: { number: 'desc' },
    select: { number: true, year: true },
  })
  if (!own) return
  const later = await tx.agendaItem.count({ where: { bodyId, year: own.year, number: { gt: own.number ?? 0 } } })
  if (later > 0) return
  await tx.agendaItem.updateMany({ where: { meetingId, bodyId }, data: { number: null, bodyId: null, year: null } })
}
