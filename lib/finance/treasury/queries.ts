import 'server-only'
import type { Prisma } from '@/generated/prisma/client'
import type { Viewer } from '@/lib/access/model'
import { asViewer } from '@/lib/access/viewer'
import { listPurchases } from '@/lib/finance/queries'
import { listProjectShares } from '@/lib/finance/shares/queries'
import type { OwnerRow, SupportItemRow, Treasury } from '@/lib/finance/treasury/model'
import { canKeepTreasury, visibleTo } from '@/lib/finance/treasury/permissions'
import { dayText, decimalText } from '@/lib/platform/columns'
import { bySort } from '@/lib/platform/order'
import { findOverview } from '@/lib/projects/overview/queries'

const ownersInOrder = {
  orderBy: bySort,
  select: {
    ...{ id: true, itemId: true, contractorId: true, version: true },
    ...{ firstNames: true, lastName: true, bornOn: true, roleFrom: true },
  },
} as const satisfies Prisma.SupportItem$ownersArgs

type StoredOwner = Prisma.BeneficialOwnerGetPayload<{ select: typeof ownersInOrder.select }>

/** The day of birth stays here: of it only how it stands goes on. */
function toOwner({ bornOn, roleFrom, ...row }: StoredOwner): OwnerRow {
  const late = bornOn !== null && roleFrom !== null && bornOn >= roleFrom
  return { ...row, roleFrom: dayText(roleFrom), birth: bornOn === null ? 'missing' : late ? 'after_role' : 'known' }
}

const itemFields = {
  ...{ id: true, name: true, implementer: true, supportId: true, supportType: true, version: true },
  ...{ recipientType: true, recipientId: true, recipientName: true, businessId: true },
  payments: {
    orderBy: [{ paidOn: 'asc' }, { sort: 'asc' }],
    select: { id: true, paymentType: true, paidOn: true, amount: true, note: true, version: true },
  },
  owners: ownersInOrder,
} as const satisfies Prisma.SupportItemSelect

function toItem(row: Prisma.SupportItemGetPayload<{ select: typeof itemFields }>): SupportItemRow {
  return {
    ...row,
    payments: row.payments.map((one) => ({ ...one, paidOn: dayText(one.paidOn), amount: decimalText(one.amount) })),
    owners: row.owners.map(toOwner),
  }
}

/** One support of the project; null when it is not there for the viewer. */
export function findItem(viewer: Viewer, projectId: string, id: string): Promise<SupportItemRow | null> {
  return asViewer(viewer, async (tx) => {
    const row = await tx.supportItem.findFirst({ where: { id, projectId, ...visibleTo(viewer) }, select: itemFields })
    return row && toItem(row)
  })
}

/** Everything of which the file of a month is made, without days of birth; null for those who may not keep it. */
export async function readTreasury(viewer: Viewer, projectId: string): Promise<Treasury | null> {
  return (await readWithBirths(viewer, projectId))?.treasury ?? null
}

/** The same with the days of birth by owner: for files/queries only, from where they go no further than into the file. */
export function readWithBirths(
  viewer: Viewer,
  projectId: string,
): Promise<{ treasury: Treasury; births: ReadonlyMap<string, string> } | null> {
  return asViewer(viewer, async (tx) => {
    if (!canKeepTreasury(viewer, projectId)) return null
    const own = { projectId, ...visibleTo(viewer) }
    const overview = await findOverview(viewer, projectId)
    if (!overview) return null
    const items = await tx.supportItem.findMany({ where: own, orderBy: bySort, select: itemFields })
    const owners = await tx.beneficialOwner.findMany({
      where: { ...own, contractorId: { not: null } },
      ...ownersInOrder,
      orderBy: [...ownersInOrder.orderBy],
    })
    const born = [...items.flatMap((item) => item.owners), ...owners]
    return {
      births: new Map(born.flatMap(({ id, bornOn }) => (bornOn === null ? [] : [[id, dayText(bornOn)]]))),
      treasury: {
        items: items.map(toItem),
        contractorOwners: owners.map(toOwner),
        purchases: await listPurchases(viewer, projectId),
        documents: overview.documents,
        shares: await listProjectShares(viewer, projectId),
      },
    }
  })
}

/** A contractor of the project by name; null when it is not there for the viewer. */
export function findContractor(viewer: Viewer, projectId: string, id: string): Promise<{ name: string } | null> {
  return asViewer(viewer, (tx) =>
    tx.purchaseContractor.findFirst({
      where: { id, purchase: { projectId, ...visibleTo(viewer) } },
      select: { name: true },
    }),
  )
}
