import 'server-only'
import type { Viewer } from '@/lib/access/model'
import { type FinanceReason, type Keeping, storedDay } from '@/lib/finance/commands'
import type { Removal } from '@/lib/finance/schema'
import { keepTreasury } from '@/lib/finance/treasury/commands'
import type { OpenedOwner } from '@/lib/finance/treasury/owners/model'
import type { OwnerInput } from '@/lib/finance/treasury/owners/schema'
import { dayText } from '@/lib/platform/columns'
import { fail, ok, type Result } from '@/lib/values/result'

type Reason = 'NOT_FOUND' | 'INVALID' | 'STALE'
type Done = { id: string; itemId: string | null }

const stored = ({ firstNames, lastName, bornOn, roleFrom }: OwnerInput) => ({
  firstNames,
  lastName,
  bornOn: storedDay(bornOn),
  roleFrom: storedDay(roleFrom),
})

/** Whom they own, if it is of this project; exactly one of the two is given. */
async function owned({ tx, projectId }: Keeping, { itemId, contractorId }: OwnerInput) {
  if ((itemId === null) === (contractorId === null)) return null
  if (itemId !== null) {
    return await tx.supportItem.findFirst({ where: { id: itemId, projectId }, select: { id: true } })
  }
  return await tx.purchaseContractor.findFirst({
    where: { id: contractorId ?? '', purchase: { projectId } },
    select: { id: true },
  })
}

/** Of an owner the audit log tells whose it is and nothing of the person: those who read it may not know. */
const whose = ({ itemId, contractorId }: { itemId: string | null; contractorId: string | null }) => ({
  of: itemId === null ? 'contractor' : 'support_item',
  ownedId: itemId ?? contractorId,
})

/** A beneficial owner of a recipient or contractor of the project. Reasons: NOT_FOUND, NOT_ALLOWED. */
export function addOwner(viewer: Viewer, input: OwnerInput): Promise<Result<Done, FinanceReason>> {
  return keepTreasury<Done, Reason>(viewer, input.projectId, async (keeping) => {
    const { tx, projectId, organisationId } = keeping
    if (!(await owned(keeping, input))) return fail('NOT_FOUND')
    const { itemId, contractorId } = input
    const last = await tx.beneficialOwner.aggregate({ where: { itemId, contractorId }, _max: { sort: true } })
    const data = { ...stored(input), itemId, contractorId, projectId, organisationId }
    const { id } = await tx.beneficialOwner.create({
      data: { ...data, sort: (last._max.sort ?? -1) + 1 },
      select: { id: true },
    })
    await keeping.record('treasury.owner_added', { type: 'beneficial_owner', id }, whose(input))
    return ok({ id, itemId })
  })
}

/** Changes what is told of an owner, not whose owner it is. Reasons: NOT_FOUND, NOT_ALLOWED, STALE. */
export function changeOwner(
  viewer: Viewer,
  { id, version, ...input }: OwnerInput & { id: string; version: number },
): Promise<Result<Done, FinanceReason>> {
  return keepTreasury<Done, Reason>(viewer, input.projectId, async (keeping) => {
    const { tx, projectId } = keeping
    const before = await tx.beneficialOwner.findFirst({
      where: { id, projectId },
      select: { itemId: true, contractorId: true },
    })
    if (!before) return fail('NOT_FOUND')
    const data = { ...stored(input), version: { increment: 1 } }
    const moved = await tx.beneficialOwner.updateMany({ where: { id, projectId, version }, data })
    if (moved.count === 0) return fail('STALE')
    await keeping.record('treasury.owner_changed', { type: 'beneficial_owner', id }, whose(before))
    return ok({ id, itemId: before.itemId })
  })
}

/** Reasons: NOT_FOUND, NOT_ALLOWED, STALE. */
export function removeOwner(
  viewer: Viewer,
  { id, version, projectId }: Removal,
): Promise<Result<Pick<Done, 'itemId'>, FinanceReason>> {
  return keepTreasury<Pick<Done, 'itemId'>, Reason>(viewer, projectId, async (keeping) => {
    const { tx } = keeping
    const before = await tx.beneficialOwner.findFirst({
      where: { id, projectId },
      select: { itemId: true, contractorId: true },
    })
    if (!before) return fail('NOT_FOUND')
    const gone = await tx.beneficialOwner.deleteMany({ where: { id, projectId, version } })
    if (gone.count === 0) return fail('STALE')
    await keeping.record('treasury.owner_removed', { type: 'beneficial_owner', id }, whose(before))
    return ok({ itemId: before.itemId })
  })
}

/**
 * Hands out one owner with the day of birth, for the page on which it is changed. That it was handed out, to whom and why is
 * recorded with it, or it is not handed out at all. Reasons: NOT_FOUND, NOT_ALLOWED.
 */
export function openOwner(
  viewer: Viewer,
  { id, projectId }: { id: string; projectId: string },
): Promise<Result<OpenedOwner, FinanceReason>> {
  return keepTreasury<OpenedOwner, 'NOT_FOUND'>(viewer, projectId, async (keeping) => {
    const row = await keeping.tx.beneficialOwner.findFirst({
      where: { id, projectId },
      select: {
        ...{ id: true, itemId: true, contractorId: true, version: true },
        ...{ firstNames: true, lastName: true, bornOn: true, roleFrom: true },
        item: { select: { name: true } },
        contractor: { select: { name: true, purchase: { select: { title: true } } } },
      },
    })
    if (!row) return fail('NOT_FOUND')
    if (row.bornOn !== null) {
      const project = { type: 'project', id: projectId }
      await keeping.record('treasury.births_read', project, { why: 'page', owners: [id] })
    }
    const { item, contractor, ...owner } = row
    return ok({
      ...owner,
      bornOn: dayText(row.bornOn),
      roleFrom: dayText(row.roleFrom),
      of: item?.name ?? contractor?.name ?? '',
    })
  })
}
