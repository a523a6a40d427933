import 'server-only'
import type { Prisma } from '@/generated/prisma/client'
import type { Viewer } from '@/lib/access/model'
import { asViewer } from '@/lib/access/viewer'
import type { PurchaseRow } from '@/lib/finance/model'
import { visibleTo } from '@/lib/finance/permissions'
import { fundingSharesInOrder, toFundingShare } from '@/lib/finance/shares/queries'
import { dayText, decimalText } from '@/lib/platform/columns'
import { bySort } from '@/lib/platform/order'

/** What is read of a purchase, for lists too. */
export const purchaseFields = {
  id: true,
  sourceId: true,
  investmentId: true,
  workPackageId: true,
  periodId: true,
  tableNo: true,
  title: true,
  amount: true,
  amountAsWritten: true,
  vatBasis: true,
  supplier: true,
  contract: true,
  workPackageBasis: true,
  flag: true,
  note: true,
  isSmall: true,
  decisionText: true,
  decidedOn: true,
  contractOn: true,
  caseNumber: true,
  version: true,
  contractors: {
    orderBy: bySort,
    select: { id: true, name: true, businessId: true, isSubcontractor: true, contractorId: true },
  },
  shares: { orderBy: { investmentId: 'asc' }, select: { investmentId: true, amount: true } },
  fundingShares: fundingSharesInOrder,
} as const satisfies Prisma.PurchaseSelect

/** A stored purchase as the house knows it. */
export function toPurchase(row: Prisma.PurchaseGetPayload<{ select: typeof purchaseFields }>): PurchaseRow {
  return {
    ...row,
    amount: decimalText(row.amount),
    decidedOn: dayText(row.decidedOn),
    contractOn: dayText(row.contractOn),
    shares: row.shares.map((one) => ({ ...one, amount: decimalText(one.amount) })),
    fundingShares: row.fundingShares.map(toFundingShare),
  }
}

/** One purchase of a project; null when it does not exist or is not the viewer's: the two look the same. */
export function findPurchase(viewer: Viewer, projectId: string, id: string): Promise<PurchaseRow | null> {
  return asViewer(viewer, async (tx) => {
    const row = await tx.purchase.findFirst({ where: { id, projectId, ...visibleTo(viewer) }, select: purchaseFields })
    return row && toPurchase(row)
  })
}
