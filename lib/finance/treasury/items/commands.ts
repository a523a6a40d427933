import 'server-only'
import type { Viewer } from '@/lib/access/model'
import type { FinanceReason, Keeping } from '@/lib/finance/commands'
import type { Removal } from '@/lib/finance/schema'
import { keepTreasury } from '@/lib/finance/treasury/commands'
import type { ItemInput } from '@/lib/finance/treasury/items/schema'
import { type FieldErrors, fail, ok, type Result } from '@/lib/values/result'

type Reason = 'NOT_FOUND' | 'INVALID' | 'STALE'

function stored(input: ItemInput) {
  const { name, implementer, supportId, supportType, recipientType, recipientId, recipientName, businessId } = input
  return { name, implementer, supportId, supportType, recipientType, recipientId, recipientName, businessId }
}

/** An id of a support stands for one support of the project. */
async function takenId({ tx, projectId }: Keeping, supportId: string, own?: string): Promise<FieldErrors | null> {
  // Two supports written at once get their ids looked at one after the other.
  await tx.$queryRaw`SELECT 1 FROM "Project" WHERE id = ${projectId}::uuid FOR NO KEY UPDATE`
  const same = await tx.supportItem.findFirst({ where: { projectId, supportId }, select: { id: true } })
  return same && same.id !== own ? { supportId: 'finance.error.supportIdTaken' } : null
}

/** A support of which the State Treasury is told. Reasons: NOT_FOUND, NOT_ALLOWED, INVALID (the id is taken, at its field). */
export function addItem(viewer: Viewer, input: ItemInput): Promise<Result<{ id: string }, FinanceReason>> {
  return keepTreasury<{ id: string }, Reason>(viewer, input.projectId, async (keeping) => {
    const { tx, projectId, organisationId } = keeping
    const taken = await takenId(keeping, input.supportId)
    if (taken) return fail('INVALID', taken)
    const last = await tx.supportItem.aggregate({ where: { projectId }, _max: { sort: true } })
    const data = { ...stored(input), projectId, organisationId, sort: (last._max.sort ?? -1) + 1 }
    const { id } = await tx.supportItem.create({ data, select: { id: true } })
    await keeping.record('treasury.item_added', { type: 'support_item', id }, stored(input))
    return ok({ id })
  })
}

/** Reasons: NOT_FOUND, NOT_ALLOWED, STALE, INVALID (the id is taken, at its field). */
export function changeItem(
  viewer: Viewer,
  { id, version, ...input }: ItemInput & { id: string; version: number },
): Promise<Result<{ id: string }, FinanceReason>> {
  return keepTreasury<{ id: string }, Reason>(viewer, input.projectId, async (keeping) => {
    const { tx, projectId } = keeping
    const before = await tx.supportItem.findFirst({
      where: { id, projectId },
      select: {
        ...{ name: true, implementer: true, supportId: true, supportType: true },
        ...{ recipientType: true, recipientId: true, recipientName: true, businessId: true },
      },
    })
    if (!before) return fail('NOT_FOUND')
    const taken = await takenId(keeping, input.supportId, id)
    if (taken) return fail('INVALID', taken)
    const data = { ...stored(input), version: { increment: 1 } }
    const moved = await tx.supportItem.updateMany({ where: { id, projectId, version }, data })
    if (moved.count === 0) return fail('STALE')
    await keeping.record('treasury.item_changed', { type: 'support_item', id }, { ...stored(input), before })
    return ok({ id })
  })
}

/** Takes a support away with its payments and beneficial owners. Reasons: NOT_FOUND, NOT_ALLOWED, STALE. */
export function removeItem(viewer: Viewer, { id, version, projectId }: Removal): Promise<Result<null, FinanceReason>> {
  return keepTreasury<null, Reason>(viewer, projectId, async (keeping) => {
    const { tx } = keeping
    const before = await tx.supportItem.findFirst({
      where: { id, projectId },
      select: { name: true, supportId: true, _count: { select: { payments: true, owners: true } } },
    })
    if (!before) return fail('NOT_FOUND')
    const gone = await tx.supportItem.deleteMany({ where: { id, projectId, version } })
    if (gone.count === 0) return fail('STALE')
    const { name, supportId, _count } = before
    await keeping.record('treasury.item_removed', { type: 'support_item', id }, { name, supportId, with: _count })
    return ok(null)
  })
}
