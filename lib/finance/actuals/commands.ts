import 'server-only'
import type { Viewer } from '@/lib/access/model'
import type { ActualInput } from '@/lib/finance/actuals/schema'
import { type FinanceReason, keepFinance, storedDay, strangePlaces } from '@/lib/finance/commands'
import { sameAmount } from '@/lib/finance/model'
import type { Removal } from '@/lib/finance/schema'
import { decimalText } from '@/lib/platform/columns'
import { fail, ok, type Result } from '@/lib/values/result'

type Reason = 'NOT_FOUND' | 'INVALID' | 'STALE'

/** The columns of what was typed. */
export function storedActual(input: ActualInput) {
  const { investmentId, workPackageId, periodId, costType, fundingSource, amount, amountAsWritten, note } = input
  const place = { investmentId, workPackageId, periodId, costType, fundingSource }
  return { ...place, amount, amountAsWritten, note, asOf: storedDay(input.asOf) }
}

/** Writes down what has been spent. Reasons: NOT_FOUND, NOT_ALLOWED, INVALID (a place of another project, at its field). */
export function addActual(viewer: Viewer, input: ActualInput): Promise<Result<{ id: string }, FinanceReason>> {
  return keepFinance<{ id: string }, Reason>(viewer, input.projectId, async (keeping) => {
    const { tx, projectId, organisationId } = keeping
    const strange = await strangePlaces(viewer, keeping, input)
    if (strange) return fail('INVALID', strange)
    const last = await tx.actual.aggregate({ where: { projectId }, _max: { sort: true } })
    const data = { ...storedActual(input), projectId, organisationId, sort: (last._max.sort ?? -1) + 1 }
    const { id } = await tx.actual.create({ data, select: { id: true } })
    await keeping.record('actual.added', { type: 'actual', id }, { amount: input.amount })
    return ok({ id })
  })
}

/** Reasons: NOT_FOUND, NOT_ALLOWED, STALE, INVALID (a place of another project, at its field). */
export function changeActual(
  viewer: Viewer,
  { id, version, ...input }: ActualInput & { id: string; version: number },
): Promise<Result<{ id: string }, FinanceReason>> {
  return keepFinance<{ id: string }, Reason>(viewer, input.projectId, async (keeping) => {
    const { tx, projectId } = keeping
    const strange = await strangePlaces(viewer, keeping, input)
    if (strange) return fail('INVALID', strange)
    const before = await tx.actual.findFirst({
      where: { id, projectId },
      select: { amount: true, amountAsWritten: true },
    })
    if (!before) return fail('NOT_FOUND')
    // An amount that stays is written as the source writes it.
    const same = sameAmount(decimalText(before.amount), input.amount)
    const asWritten = same ? { amountAsWritten: before.amountAsWritten } : {}
    const data = { ...storedActual(input), ...asWritten, version: { increment: 1 } }
    const moved = await tx.actual.updateMany({ where: { id, projectId, version }, data })
    if (moved.count === 0) return fail('STALE')
    const told = { amount: input.amount, before: before.amount.toString() }
    await keeping.record('actual.changed', { type: 'actual', id }, told)
    return ok({ id })
  })
}

/** Reasons: NOT_FOUND, NOT_ALLOWED, STALE. */
export function removeActual(
  viewer: Viewer,
  { id, version, projectId }: Removal,
): Promise<Result<null, FinanceReason>> {
  return keepFinance<null, Reason>(viewer, projectId, async (keeping) => {
    const { tx } = keeping
    const before = await tx.actual.findFirst({ where: { id, projectId }, select: { amount: true } })
    if (!before) return fail('NOT_FOUND')
    const gone = await tx.actual.deleteMany({ where: { id, projectId, version } })
    if (gone.count === 0) return fail('STALE')
    await keeping.record('actual.removed', { type: 'actual', id }, { amount: before.amount.toString() })
    return ok(null)
  })
}
