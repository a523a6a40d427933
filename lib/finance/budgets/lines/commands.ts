import 'server-only'
import type { Viewer } from '@/lib/access/model'
import type { BudgetLineInput } from '@/lib/finance/budgets/lines/schema'
import { type FinanceReason, keepFinance, strangePlaces } from '@/lib/finance/commands'
import { sameAmount } from '@/lib/finance/model'
import type { Removal } from '@/lib/finance/schema'
import { replaceShares } from '@/lib/finance/shares/commands'
import { decimalText } from '@/lib/platform/columns'
import { fail, ok, type Result } from '@/lib/values/result'

type Reason = 'NOT_FOUND' | 'INVALID' | 'STALE'

const stored = ({ projectId: _, tableId: __, shares: ___, ...columns }: BudgetLineInput) => columns

const told = ({ title, amount, notInProject }: BudgetLineInput) => ({ title, amount: notInProject ? '-' : amount })

/** A line at the end of a budget table. Reasons: NOT_FOUND, NOT_ALLOWED, INVALID (a place of another project, at its field). */
export function addBudgetLine(viewer: Viewer, input: BudgetLineInput): Promise<Result<{ id: string }, FinanceReason>> {
  return keepFinance<{ id: string }, Reason>(viewer, input.projectId, async (keeping) => {
    const { tx, projectId, organisationId } = keeping
    const { tableId } = input
    const strange = await strangePlaces(viewer, keeping, input)
    if (strange) return fail('INVALID', strange)
    // Counted on: two lines added at once get their places one after the other, and a table that gets a line is not taken away.
    const held = await tx.budgetTable.updateMany({
      where: { id: tableId, projectId },
      data: { version: { increment: 1 } },
    })
    if (held.count === 0) return fail('NOT_FOUND')
    const last = await tx.budgetLine.aggregate({ where: { tableId }, _max: { sort: true } })
    const data = { ...stored(input), tableId, organisationId, sort: (last._max.sort ?? -1) + 1 }
    const { id } = await tx.budgetLine.create({ data, select: { id: true } })
    await replaceShares(viewer, keeping, { budgetLineId: id }, input.shares)
    await keeping.record('budget.line_added', { type: 'budget', id: tableId }, { line: id, ...told(input) })
    return ok({ id })
  })
}

/** Reasons: NOT_FOUND, NOT_ALLOWED, STALE, INVALID (a place of another project, at its field). */
export function changeBudgetLine(
  viewer: Viewer,
  { id, version, ...input }: BudgetLineInput & { id: string; version: number },
): Promise<Result<{ id: string }, FinanceReason>> {
  return keepFinance<{ id: string }, Reason>(viewer, input.projectId, async (keeping) => {
    const { tx, projectId } = keeping
    const { tableId } = input
    const strange = await strangePlaces(viewer, keeping, input)
    if (strange) return fail('INVALID', strange)
    const where = { id, tableId, table: { projectId } }
    const before = await tx.budgetLine.findFirst({
      where,
      select: { title: true, amount: true, amountAsWritten: true, notInProject: true },
    })
    if (!before) return fail('NOT_FOUND')
    const same = sameAmount(decimalText(before.amount), input.amount) && before.notInProject === input.notInProject
    // An amount that stays is written as the source writes it.
    const asWritten = same ? { amountAsWritten: before.amountAsWritten } : {}
    const data = { ...stored(input), ...asWritten, version: { increment: 1 } }
    const moved = await tx.budgetLine.updateMany({ where: { ...where, version }, data })
    if (moved.count === 0) return fail('STALE')
    await replaceShares(viewer, keeping, { budgetLineId: id }, input.shares)
    const then = { title: before.title, amount: before.notInProject ? '-' : (before.amount?.toString() ?? null) }
    await keeping.record(
      'budget.line_changed',
      { type: 'budget', id: tableId },
      { line: id, ...told(input), before: then },
    )
    return ok({ id })
  })
}

/** Reasons: NOT_FOUND, NOT_ALLOWED, STALE. */
export function removeBudgetLine(
  viewer: Viewer,
  { id, version, projectId }: Removal,
): Promise<Result<{ tableId: string }, FinanceReason>> {
  return keepFinance<{ tableId: string }, Reason>(viewer, projectId, async (keeping) => {
    const { tx } = keeping
    const where = { id, table: { projectId } }
    const line = await tx.budgetLine.findFirst({ where, select: { tableId: true, title: true, amount: true } })
    if (!line) return fail('NOT_FOUND')
    const gone = await tx.budgetLine.deleteMany({ where: { ...where, version } })
    if (gone.count === 0) return fail('STALE')
    const { tableId, title, amount } = line
    const data = { line: id, title, amount: amount?.toString() ?? null }
    await keeping.record('budget.line_removed', { type: 'budget', id: tableId }, data)
    return ok({ tableId })
  })
}
