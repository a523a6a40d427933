import 'server-only'
import type { Viewer } from '@/lib/access/model'
import type { Keeping } from '@/lib/finance/commands'
import { visibleTo } from '@/lib/finance/permissions'
import type { ContractorInput } from '@/lib/finance/purchases/schema'
import { bySort } from '@/lib/platform/order'
import type { FieldErrors } from '@/lib/values/result'

type Stored = { id: string; name: string; businessId: string | null; owners: number }

/** Stored contractors of a purchase in the order of the form, held so that nobody is made owner of one meanwhile. */
async function storedIn(viewer: Viewer, { tx, projectId }: Keeping, purchaseId: string): Promise<Stored[]> {
  await tx.$queryRaw`SELECT id FROM "PurchaseContractor" WHERE "purchaseId" = ${purchaseId}::uuid FOR UPDATE`
  const rows = await tx.purchaseContractor.findMany({
    where: { purchaseId, purchase: { projectId, ...visibleTo(viewer) } },
    orderBy: bySort,
    select: { id: true, name: true, businessId: true, _count: { select: { owners: true } } },
  })
  return rows.map(({ _count, ...row }) => ({ ...row, owners: _count.owners }))
}

/** Which stored contractor each of the given is: by its id, or else by name and Y-tunnus. New ones are none. */
function kept(stored: readonly Stored[], given: readonly ContractorInput[]): (string | null)[] {
  const free = new Map(stored.map((one) => [one.id, one]))
  const take = (id: string | undefined) => {
    if (id === undefined || !free.delete(id)) return null
    return id
  }
  const byId = given.map(({ id }) => take(id ?? undefined))
  return given.map((one, at) => {
    if (byId[at]) return byId[at]
    const same = [...free.values()].find(({ name, businessId }) => name === one.name && businessId === one.businessId)
    return take(same?.id)
  })
}

/** Contractors that would go although a beneficial owner hangs on them, each told at its row; null when there are none. */
export async function ownedAndGone(
  viewer: Viewer,
  keeping: Keeping,
  purchaseId: string,
  given: readonly ContractorInput[],
): Promise<FieldErrors | null> {
  const stored = await storedIn(viewer, keeping, purchaseId)
  const stay = new Set(kept(stored, given))
  const wrong = stored.flatMap(({ id, owners }, at) => (owners > 0 && !stay.has(id) ? [at] : []))
  if (wrong.length === 0) return null
  return Object.fromEntries(wrong.map((at) => [`contractors/${at}/name`, 'finance.error.contractorOwned']))
}

/**
 * Puts the given contractors in the place of those a purchase had. One that stays keeps its id, and with it its beneficial
 * owners; that none of the others has any was seen to before.
 */
export async function writeContractors(
  viewer: Viewer,
  keeping: Keeping,
  purchaseId: string,
  given: readonly ContractorInput[],
): Promise<void> {
  const { tx, organisationId } = keeping
  const ids = kept(await storedIn(viewer, keeping, purchaseId), given)
  const stay = ids.filter((id) => id !== null)
  // A subcontractor goes with its contractor: those that stay are loosed first.
  await tx.purchaseContractor.updateMany({ where: { purchaseId }, data: { contractorId: null } })
  await tx.purchaseContractor.deleteMany({ where: { purchaseId, id: { notIn: stay } } })
  const written: string[] = []
  for (const [sort, { name, businessId, isSubcontractor }] of given.entries()) {
    const data = { name, businessId, isSubcontractor, sort }
    const id = ids[sort]
    const row = id
      ? await tx.purchaseContractor.update({ where: { id }, data, select: { id: true } })
      : await tx.purchaseContractor.create({ data: { ...data, purchaseId, organisationId }, select: { id: true } })
    written.push(row.id)
  }
  for (const [at, { isSubcontractor, worksFor }] of given.entries()) {
    const [id, contractorId] = [written[at], written[worksFor ?? -1]]
    if (id && contractorId && isSubcontractor) {
      await tx.purchaseContractor.update({ where: { id }, data: { contractorId } })
    }
  }
}
