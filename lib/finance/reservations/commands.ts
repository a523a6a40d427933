import 'server-only'
import type { Viewer } from '@/lib/access/model'
import { type FinanceReason, keepFinance, strangePlaces } from '@/lib/finance/commands'
import type { ReservationInput } from '@/lib/finance/reservations/schema'
import type { Removal } from '@/lib/finance/schema'
import { fail, ok, type Result } from '@/lib/values/result'

type Reason = 'NOT_FOUND' | 'INVALID' | 'STALE'

const stored = ({ investmentId, amount, asWritten, note }: ReservationInput) => ({
  investmentId,
  amount,
  asWritten,
  note,
})

/** Sets money aside. Reasons: NOT_FOUND, NOT_ALLOWED, INVALID (an investment of another project, at its field). */
export function addReservation(
  viewer: Viewer,
  input: ReservationInput,
): Promise<Result<{ id: string }, FinanceReason>> {
  return keepFinance<{ id: string }, Reason>(viewer, input.projectId, async (keeping) => {
    const { tx, projectId, organisationId } = keeping
    const strange = await strangePlaces(viewer, keeping, input)
    if (strange) return fail('INVALID', strange)
    const last = await tx.reservation.aggregate({ where: { projectId }, _max: { sort: true } })
    const data = { ...stored(input), projectId, organisationId, sort: (last._max.sort ?? -1) + 1 }
    const { id } = await tx.reservation.create({ data, select: { id: true } })
    await keeping.record('reservation.added', { type: 'reservation', id }, { amount: input.amount })
    return ok({ id })
  })
}

/** Reasons: NOT_FOUND, NOT_ALLOWED, STALE, INVALID (an investment of another project, at its field). */
export function changeReservation(
  viewer: Viewer,
  { id, version, ...input }: ReservationInput & { id: string; version: number },
): Promise<Result<{ id: string }, FinanceReason>> {
  return keepFinance<{ id: string }, Reason>(viewer, input.projectId, async (keeping) => {
    const { tx, projectId } = keeping
    const strange = await strangePlaces(viewer, keeping, input)
    if (strange) return fail('INVALID', strange)
    const before = await tx.reservation.findFirst({ where: { id, projectId }, select: { amount: true } })
    if (!before) return fail('NOT_FOUND')
    const data = { ...stored(input), version: { increment: 1 } }
    const moved = await tx.reservation.updateMany({ where: { id, projectId, version }, data })
    if (moved.count === 0) return fail('STALE')
    const told = { amount: input.amount, before: before.amount?.toString() ?? null }
    await keeping.record('reservation.changed', { type: 'reservation', id }, told)
    return ok({ id })
  })
}

/** Reasons: NOT_FOUND, NOT_ALLOWED, STALE. */
export function removeReservation(
  viewer: Viewer,
  { id, version, projectId }: Removal,
): Promise<Result<null, FinanceReason>> {
  return keepFinance<null, Reason>(viewer, projectId, async (keeping) => {
    const { tx } = keeping
    const before = await tx.reservation.findFirst({ where: { id, projectId }, select: { amount: true } })
    if (!before) return fail('NOT_FOUND')
    const gone = await tx.reservation.deleteMany({ where: { id, projectId, version } })
    if (gone.count === 0) return fail('STALE')
    const told = { amount: before.amount?.toString() ?? null }
    await keeping.record('reservation.removed', { type: 'reservation', id }, told)
    return ok(null)
  })
}
