import 'server-only'
import type { Viewer } from '@/lib/access/model'
import { type FinanceReason, type Keeping, keepFinance } from '@/lib/finance/commands'
import type { FundingShareRow } from '@/lib/finance/model'
import { visibleTo } from '@/lib/finance/permissions'
import { fail, ok, type Result } from '@/lib/values/result'

type Cost = { budgetLineId: string } | { purchaseId: string } | { wholeProject: true }

/** Puts the given shares in the place of those a cost had. That they are not more than the whole was seen to by the schema. */
export async function replaceShares(
  viewer: Viewer,
  { tx, projectId, organisationId }: Keeping,
  cost: Cost,
  shares: readonly FundingShareRow[],
): Promise<void> {
  const of = 'wholeProject' in cost ? { budgetLineId: null, purchaseId: null } : cost
  await tx.fundingShare.deleteMany({ where: { projectId, ...of, ...visibleTo(viewer) } })
  await tx.fundingShare.createMany({ data: shares.map((share) => ({ ...share, ...of, projectId, organisationId })) })
}

/**
 * States from where the money of the whole project comes. The project's row is counted on, so that of two people who write
 * at once the second is told. Reasons: NOT_FOUND, NOT_ALLOWED, STALE.
 */
export function changeFunding(
  viewer: Viewer,
  { projectId, version, shares }: { projectId: string; version: number; shares: FundingShareRow[] },
): Promise<Result<null, FinanceReason>> {
  return keepFinance<null, 'STALE'>(viewer, projectId, async (keeping) => {
    const { tx } = keeping
    const moved = await tx.project.updateMany({
      where: { id: projectId, version },
      data: { version: { increment: 1 } },
    })
    if (moved.count === 0) return fail('STALE')
    await replaceShares(viewer, keeping, { wholeProject: true }, shares)
    const written = Object.fromEntries(shares.map(({ source, percent }) => [source, percent]))
    await keeping.record('funding.changed', { type: 'project', id: projectId }, written)
    return ok(null)
  })
}
