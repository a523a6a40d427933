import 'server-only'
import type { Viewer } from '@/lib/access/model'
import type { FinanceReason } from '@/lib/finance/commands'
import type { Removal } from '@/lib/finance/schema'
import { keepTreasury } from '@/lib/finance/treasury/commands'
import type { PaymentInput } from '@/lib/finance/treasury/payments/schema'
import { dayText, decimalText } from '@/lib/platform/columns'
import { fail, ok, type Result } from '@/lib/values/result'

type Reason = 'NOT_FOUND' | 'STALE'
type Done = { id: string; itemId: string }

const stored = ({ paymentType, paidOn, amount, note }: PaymentInput) => ({
  paymentType,
  paidOn: new Date(paidOn),
  amount,
  note,
})
const told = ({ paymentType, paidOn, amount }: PaymentInput) => ({ paymentType, paidOn, amount })

/** A payment of a support of the project. Reasons: NOT_FOUND, NOT_ALLOWED. */
export function addPayment(viewer: Viewer, input: PaymentInput): Promise<Result<Done, FinanceReason>> {
  return keepTreasury<Done, Reason>(viewer, input.projectId, async (keeping) => {
    const { tx, projectId, organisationId } = keeping
    const item = await tx.supportItem.findFirst({ where: { id: input.itemId, projectId }, select: { id: true } })
    if (!item) return fail('NOT_FOUND')
    const last = await tx.supportPayment.aggregate({ where: { itemId: item.id }, _max: { sort: true } })
    const data = { ...stored(input), itemId: item.id, organisationId, sort: (last._max.sort ?? -1) + 1 }
    const { id } = await tx.supportPayment.create({ data, select: { id: true } })
    await keeping.record('treasury.payment_added', { type: 'support_payment', id }, told(input))
    return ok({ id, itemId: item.id })
  })
}

/** Reasons: NOT_FOUND, NOT_ALLOWED, STALE. */
export function changePayment(
  viewer: Viewer,
  { id, version, ...input }: PaymentInput & { id: string; version: number },
): Promise<Result<Done, FinanceReason>> {
  return keepTreasury<Done, Reason>(viewer, input.projectId, async (keeping) => {
    const { tx, projectId } = keeping
    const own = { id, itemId: input.itemId, item: { projectId } }
    const before = await tx.supportPayment.findFirst({
      where: own,
      select: { paymentType: true, paidOn: true, amount: true },
    })
    if (!before) return fail('NOT_FOUND')
    const data = { ...stored(input), version: { increment: 1 } }
    const moved = await tx.supportPayment.updateMany({ where: { ...own, version }, data })
    if (moved.count === 0) return fail('STALE')
    const then = { ...before, paidOn: dayText(before.paidOn), amount: decimalText(before.amount) }
    await keeping.record('treasury.payment_changed', { type: 'support_payment', id }, { ...told(input), before: then })
    return ok({ id, itemId: input.itemId })
  })
}

/** Reasons: NOT_FOUND, NOT_ALLOWED, STALE. */
export function removePayment(
  viewer: Viewer,
  { id, version, projectId }: Removal,
): Promise<Result<Pick<Done, 'itemId'>, FinanceReason>> {
  return keepTreasury<Pick<Done, 'itemId'>, Reason>(viewer, projectId, async (keeping) => {
    const { tx } = keeping
    const before = await tx.supportPayment.findFirst({
      where: { id, item: { projectId } },
      select: { itemId: true, paymentType: true, paidOn: true, amount: true },
    })
    if (!before) return fail('NOT_FOUND')
    const gone = await tx.supportPayment.deleteMany({ where: { id, item: { projectId }, version } })
    if (gone.count === 0) return fail('STALE')
    const { itemId, ...rest } = before
    const then = { ...rest, paidOn: dayText(rest.paidOn), amount: decimalText(rest.amount) }
    await keeping.record('treasury.payment_removed', { type: 'support_payment', id }, then)
    return ok({ itemId })
  })
}
