import 'server-only'
import type { Prisma } from '@/generated/prisma/client'
import type { Viewer } from '@/lib/access/model'
import { asViewer } from '@/lib/access/viewer'
import { rightToKeepCommunications, visibleTo } from '@/lib/communications/permissions'
import type { Item, ItemRemoval, NewRow, RowChange, RowRemoval } from '@/lib/communications/schema'
import { type AuditAction, recordAudit } from '@/lib/platform/audit'
import type { Tx } from '@/lib/platform/db'
import { visibleProjects } from '@/lib/projects/permissions'
import { fail, ok, type Result } from '@/lib/values/result'

export type CommunicationReason = 'NOT_FOUND' | 'NOT_ALLOWED' | 'STALE'
type Done = Promise<Result<{ rowId: string }, CommunicationReason>>

/** Adds a row to the plan under the project's next number. Reasons: NOT_FOUND (project, period), NOT_ALLOWED. */
export function addRow(viewer: Viewer, { project: _place, projectId, schedule, ...row }: NewRow): Done {
  return asViewer(viewer, async (tx) => {
    const project = await tx.project.findFirst({
      where: { AND: [{ id: projectId }, visibleProjects(viewer)] },
      select: { organisationId: true },
    })
    if (!project) return fail('NOT_FOUND')
    const right = rightToKeepCommunications(viewer, projectId)
    if (!right) return fail('NOT_ALLOWED')
    if (!(await isPeriodOf(tx, projectId, row.periodId))) return fail('NOT_FOUND')
    // Two who add at the same time get numbers of their own.
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('communications/' || ${projectId}, 0))`
    const last = await tx.communicationRow.aggregate({ where: { projectId }, _max: { no: true, sort: true } })
    const { organisationId } = project
    const [no, sort] = [(last._max.no ?? 0) + 1, (last._max.sort ?? -1) + 1]
    const { id } = await tx.communicationRow.create({
      data: { ...row, ...schedule, projectId, organisationId, no, sort },
      select: { id: true },
    })
    await record(viewer, tx, {
      action: 'communication.added',
      right,
      rowId: id,
      organisationId,
      told: { no, topic: row.topic },
    })
    return ok({ rowId: id })
  })
}

/** Changes what is planned. Reasons: NOT_FOUND (row, period), NOT_ALLOWED, STALE. */
export function changeRow(viewer: Viewer, { project: _place, rowId, version, schedule, ...change }: RowChange): Done {
  return held(viewer, { rowId, version }, 'communication.changed', async (tx, row) => {
    if (!(await isPeriodOf(tx, row.projectId, change.periodId))) return fail('NOT_FOUND')
    await tx.communicationRow.update({ where: { id: rowId }, data: { ...change, ...schedule } })
    return ok({ topic: change.topic })
  })
}

/** Takes a row with its log out of the plan; what has been published stays. Reasons: NOT_FOUND, NOT_ALLOWED, STALE. */
export function removeRow(viewer: Viewer, { rowId, version }: RowRemoval): Done {
  return held(viewer, { rowId, version }, 'communication.removed', async (tx, { topic }) => {
    await tx.communicationRow.delete({ where: { id: rowId } })
    return ok({ topic })
  })
}

/**
 * Adds or changes a thing of the row: what it holds, what is planned, what was done. One with a day belongs to the period of
 * that day, else to the row's. Reasons: NOT_FOUND (row, item), NOT_ALLOWED, STALE.
 */
export function saveItem(viewer: Viewer, { project: _place, rowId, version, itemId, ...given }: Item): Done {
  return held(viewer, { rowId, version }, 'communication.item_saved', async (tx, { projectId, organisationId }) => {
    const day = given.happenedOn === null ? null : new Date(given.happenedOn)
    const period = day
      ? await tx.reportingPeriod.findFirst({
          where: { projectId, from: { lte: day }, to: { gte: day } },
          orderBy: [{ from: 'asc' }, { id: 'asc' }],
          select: { id: true },
        })
      : null
    const data = { ...given, happenedOn: day, periodId: period?.id ?? null }
    if (itemId === null) {
      const last = await tx.communicationItem.aggregate({ where: { rowId }, _max: { sort: true } })
      await tx.communicationItem.create({ data: { ...data, rowId, organisationId, sort: (last._max.sort ?? -1) + 1 } })
    } else {
      const { count } = await tx.communicationItem.updateMany({
        where: { id: itemId, rowId },
        data: { ...data, version: { increment: 1 } },
      })
      if (count === 0) return fail('NOT_FOUND')
    }
    return ok({ kind: given.kind, text: given.text })
  })
}

/** Takes a thing out of the row. Reasons: NOT_FOUND (row, item), NOT_ALLOWED, STALE. */
export function removeItem(viewer: Viewer, { rowId, version, itemId }: ItemRemoval): Done {
  return held(viewer, { rowId, version }, 'communication.item_removed', async (tx) => {
    const item = await tx.communicationItem.findFirst({
      where: { id: itemId, rowId },
      select: { kind: true, text: true },
    })
    if (!item) return fail('NOT_FOUND')
    await tx.communicationItem.delete({ where: { id: itemId } })
    return ok(item)
  })
}

type HeldRow = { projectId: string; organisationId: string; topic: string }

/** What every change of one row shares: scope, right, the version the person saw, and the audit row. */
function held(
  viewer: Viewer,
  { rowId, version }: RowRemoval,
  action: AuditAction,
  work: (tx: Tx, row: HeldRow) => Promise<Result<Prisma.InputJsonObject, CommunicationReason>>,
): Done {
  return asViewer(viewer, async (tx) => {
    const row = await tx.communicationRow.findFirst({
      where: { id: rowId, ...visibleTo(viewer) },
      select: { projectId: true, organisationId: true, topic: true },
    })
    if (!row) return fail('NOT_FOUND')
    const right = rightToKeepCommunications(viewer, row.projectId)
    if (!right) return fail('NOT_ALLOWED')
    const { count } = await tx.communicationRow.updateMany({
      where: { id: rowId, version },
      data: { version: { increment: 1 } },
    })
    if (count === 0) return fail('STALE')
    const done = await work(tx, row)
    // Nothing is done: nobody is to be told that it changed.
    if (!done.ok) {
      await tx.communicationRow.update({ where: { id: rowId }, data: { version } })
      return done
    }
    await record(viewer, tx, { action, right, rowId, organisationId: row.organisationId, told: done.value })
    return ok({ rowId })
  })
}

type Recorded = {
  action: AuditAction
  right: string
  rowId: string
  organisationId: string
  told: Prisma.InputJsonObject
}

function record(viewer: Viewer, tx: Tx, { action, right, rowId, organisationId, told }: Recorded): Promise<void> {
  return recordAudit(tx, viewer, {
    action,
    right,
    subjectType: 'communication',
    subjectId: rowId,
    organisationId,
    data: told,
  })
}

async function isPeriodOf(tx: Tx, projectId: string, periodId: string | null): Promise<boolean> {
  if (periodId === null) return true
  return (await tx.reportingPeriod.count({ where: { id: periodId, projectId } })) === 1
}
