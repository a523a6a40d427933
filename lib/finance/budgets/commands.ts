import 'server-only'
import type { Viewer } from '@/lib/access/model'
import type { BudgetTableInput } from '@/lib/finance/budgets/schema'
import { type FinanceReason, keepFinance } from '@/lib/finance/commands'
import type { Removal } from '@/lib/finance/schema'
import { fail, ok, type Result } from '@/lib/values/result'

const stored = ({ source, stated, statedAsWritten }: BudgetTableInput) => ({
  source,
  statedTotal: stated,
  statedTotalAsWritten: statedAsWritten,
})

/** A budget table with the total its source prints. Reasons: NOT_FOUND, NOT_ALLOWED. */
export function addBudgetTable(
  viewer: Viewer,
  input: BudgetTableInput,
): Promise<Result<{ id: string }, FinanceReason>> {
  return keepFinance<{ id: string }, never>(viewer, input.projectId, async (keeping) => {
    const { tx, projectId, organisationId } = keeping
    const last = await tx.budgetTable.aggregate({ where: { projectId }, _max: { sort: true } })
    const data = { ...stored(input), projectId, organisationId, sort: (last._max.sort ?? -1) + 1 }
    const { id } = await tx.budgetTable.create({ data, select: { id: true } })
    await keeping.record('budget.table_added', { type: 'budget', id }, { source: input.source, stated: input.stated })
    return ok({ id })
  })
}

/** Reasons: NOT_FOUND, NOT_ALLOWED, STALE. */
export function changeBudgetTable(
  viewer: Viewer,
  { id, version, ...input }: BudgetTableInput & { id: string; version: number },
): Promise<Result<{ id: string }, FinanceReason>> {
  return keepFinance<{ id: string }, 'NOT_FOUND' | 'STALE'>(viewer, input.projectId, async (keeping) => {
    const { tx, projectId } = keeping
    const before = await tx.budgetTable.findFirst({ where: { id, projectId }, select: { source: true } })
    if (!before) return fail('NOT_FOUND')
    const data = { ...stored(input), version: { increment: 1 } }
    const moved = await tx.budgetTable.updateMany({ where: { id, projectId, version }, data })
    if (moved.count === 0) return fail('STALE')
    const told = { before: before.source, source: input.source, stated: input.stated }
    await keeping.record('budget.table_changed', { type: 'budget', id }, told)
    return ok({ id })
  })
}

/** Takes away a table that has no lines any more. Reasons: NOT_FOUND, NOT_ALLOWED, STALE, IN_USE (it has lines). */
export function removeBudgetTable(
  viewer: Viewer,
  { id, version, projectId }: Removal,
): Promise<Result<null, FinanceReason>> {
  return keepFinance<null, 'NOT_FOUND' | 'STALE' | 'IN_USE'>(viewer, projectId, async (keeping) => {
    const { tx } = keeping
    // Held, so that no line is added meanwhile: lines count their table on.
    const held = await tx.budgetTable.updateMany({ where: { id, projectId, version }, data: { version } })
    const table = await tx.budgetTable.findFirst({
      where: { id, projectId },
      select: { source: true, _count: { select: { lines: true } } },
    })
    if (!table) return fail('NOT_FOUND')
    if (held.count === 0) return fail('STALE')
    if (table._count.lines > 0) return fail('IN_USE')
    await tx.budgetTable.delete({ where: { id } })
    await keeping.record('budget.table_removed', { type: 'budget', id }, { source: table.source })
    return ok(null)
  })
}
