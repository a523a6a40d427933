import 'server-only'
import type { Prisma } from '@/generated/prisma/client'
import type { Viewer } from '@/lib/access/model'
import { asViewer } from '@/lib/access/viewer'
import type { FundingShareRow } from '@/lib/finance/model'
import { visibleTo } from '@/lib/finance/permissions'
import { decimalText } from '@/lib/platform/columns'

/** Funding shares of a cost in the order of the sources, as part of another read. */
export const fundingSharesInOrder = {
  orderBy: [{ source: 'asc' }, { id: 'asc' }],
  select: { source: true, percent: true, note: true },
} as const satisfies Prisma.Purchase$fundingSharesArgs

type Stored = Prisma.FundingShareGetPayload<{ select: { source: true; percent: true; note: true } }>

/** A stored share as the house knows it. */
export function toFundingShare(row: Stored): FundingShareRow {
  return { ...row, percent: decimalText(row.percent) }
}

/** The funding split of the whole project, as part of another read. */
export const projectSharesInOrder = {
  where: { budgetLineId: null, purchaseId: null },
  ...fundingSharesInOrder,
} as const satisfies Prisma.Project$fundingSharesArgs

/** The funding split of the whole project; empty when nobody has stated it. */
export function listProjectShares(viewer: Viewer, projectId: string): Promise<FundingShareRow[]> {
  return asViewer(viewer, async (tx) => {
    const where = { projectId, budgetLineId: null, purchaseId: null, ...visibleTo(viewer) }
    const rows = await tx.fundingShare.findMany({ where, ...fundingSharesInOrder })
    return rows.map(toFundingShare)
  })
}
