import 'server-only'
import type { Prisma } from '@/generated/prisma/client'
import type { Viewer } from '@/lib/access/model'
import { asViewer } from '@/lib/access/viewer'
import type { PlanChangeEventType, PlanChangeState } from '@/lib/plan-changes/model'
import { rightToEvent, visibleTo } from '@/lib/plan-changes/permissions'
import { follow } from '@/lib/plan-changes/steps/model'
import { recordAudit } from '@/lib/platform/audit'
import { now } from '@/lib/platform/clock'
import type { Tx } from '@/lib/platform/db'
import { fail, ok, type Result } from '@/lib/values/result'

export type PlanChangeReason = 'NOT_FOUND' | 'NOT_ALLOWED' | 'STALE' | 'WRONG_STATE' | 'UNIT'
export type PlanChangeDone = Promise<Result<{ changeId: string }, PlanChangeReason>>

export type HeldChange = {
  changeId: string
  projectId: string
  organisationId: string
  no: number | null
  state: PlanChangeState
}

type Happening = { event: PlanChangeEventType; note?: string | null }

/** What a step writes beside its event: columns of the change, and what the audit row tells. */
type Written = { change?: Prisma.PlanChangeUncheckedUpdateInput; told?: Prisma.InputJsonObject }

/**
 * One event of a change: scope, right, the version the person saw, the state table, the event and the audit row, all in one
 * transaction. The state column is a cache of the events. Reasons: NOT_FOUND, NOT_ALLOWED, WRONG_STATE, STALE, and those of `work`.
 */
export function happens(
  viewer: Viewer,
  { changeId, version }: { changeId: string; version: number },
  { event, note = null }: Happening,
  work: (tx: Tx, change: HeldChange) => Promise<Result<Written, PlanChangeReason>> = async () => ok({}),
): PlanChangeDone {
  return asViewer(viewer, async (tx) => {
    const row = await tx.planChange.findFirst({
      where: { id: changeId, ...visibleTo(viewer) },
      select: { projectId: true, organisationId: true, no: true, state: true, version: true, workPackageId: true },
    })
    if (!row) return fail('NOT_FOUND')
    const isOwnUnit = await isOwn(viewer, tx, row.workPackageId)
    const right = rightToEvent(viewer, event, { projectId: row.projectId, isOwnUnit, state: row.state })
    if (!right) return fail('NOT_ALLOWED')
    // Somebody else's step is told before it is said that this one cannot be taken any more.
    if (row.version !== version) return fail('STALE')
    const state = follow(row.state, event)
    if (!state) return fail('WRONG_STATE')
    // Holds the row: whoever was as fast waits here and then sees another version.
    const { count } = await tx.planChange.updateMany({
      where: { id: changeId, version, state: row.state },
      data: { version: { increment: 1 } },
    })
    if (count === 0) return fail('STALE')
    const done = await work(tx, { changeId, ...row })
    if (!done.ok) {
      await tx.planChange.update({ where: { id: changeId }, data: { version } })
      return done
    }
    const { change = {}, told = {} } = done.value
    await tx.planChange.update({ where: { id: changeId }, data: { ...change, state } })
    await recordEvent(viewer, tx, { changeId, organisationId: row.organisationId, right, event, note, told })
    return ok({ changeId })
  })
}

type Recorded = {
  changeId: string
  organisationId: string
  right: string
  event: PlanChangeEventType
  note: string | null
  told?: Prisma.InputJsonObject
}

/** Writes an event and its audit row; the caller holds the change. */
export async function recordEvent(
  viewer: Viewer,
  tx: Tx,
  { changeId, organisationId, right, event, note, told = {} }: Recorded,
): Promise<void> {
  const last = await tx.planChangeEvent.aggregate({ where: { planChangeId: changeId }, _max: { seq: true } })
  const seq = (last._max.seq ?? 0) + 1
  await tx.planChangeEvent.create({
    data: { planChangeId: changeId, organisationId, seq, type: event, actorId: viewer.userId, at: now(), note },
  })
  await recordAudit(tx, viewer, {
    action: `plan_change.${event}`,
    right,
    subjectType: 'plan_change',
    subjectId: changeId,
    organisationId,
    data: { ...told, ...(note ? { note } : {}) },
  })
}

/** Whether the viewer reports for the unit. */
export async function isOwn(viewer: Viewer, tx: Tx, workPackageId: string | null): Promise<boolean> {
  if (workPackageId === null || viewer.userId === null) return false
  return (await tx.workPackageCoordinator.count({ where: { workPackageId, userId: viewer.userId } })) > 0
}
