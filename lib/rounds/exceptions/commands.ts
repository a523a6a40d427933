import 'server-only'
import type { Prisma } from '@/generated/prisma/client'
import type { Viewer } from '@/lib/access/model'
import { asViewer } from '@/lib/access/viewer'
import { recordAudit } from '@/lib/platform/audit'
import { now } from '@/lib/platform/clock'
import type { Tx } from '@/lib/platform/db'
import { canHaveMoreTime, refusedDay, type UnitDay } from '@/lib/rounds/exceptions/model'
import { readUnitDay } from '@/lib/rounds/exceptions/queries'
import type { ExceptionGrant, ExceptionWithdrawal } from '@/lib/rounds/exceptions/schema'
import type { PeriodReason } from '@/lib/rounds/model'
import { rightToManagePeriods } from '@/lib/rounds/permissions'
import { dateInHelsinki } from '@/lib/values/calendar'
import { fail, ok, type Result } from '@/lib/values/result'

type HeldDay = UnitDay & { organisationId: string; right: string }

/**
 * Gives a unit its own last day in a period, or another one than it had. Until the end of that day the unit may write and
 * send, whatever the period's closing day. Reasons: NOT_FOUND (period, or no reporting unit of its project), NOT_ALLOWED,
 * STALE (the unit has another day than the person saw), ALREADY_SENT, DAY (at the field: over, or no later than everybody's).
 */
export function grantException(
  viewer: Viewer,
  input: ExceptionGrant,
): Promise<Result<{ dueOn: string }, PeriodReason | 'STALE' | 'ALREADY_SENT' | 'DAY'>> {
  return held<{ dueOn: string }, 'ALREADY_SENT' | 'DAY'>(viewer, input, async (tx, unit) => {
    if (!canHaveMoreTime(unit.state)) return fail('ALREADY_SENT')
    const refused = refusedDay(input.dueOn, unit.days, dateInHelsinki(now()))
    if (refused) return fail('DAY', refused)
    const { dueOn, allowedBy, reason } = input
    const key = { periodId: unit.periodId, workPackageId: unit.unitId }
    const given = { dueOn: new Date(dueOn), allowedBy, reason, allowedById: viewer.userId, createdAt: now() }
    await tx.periodException.upsert({
      where: { periodId_workPackageId: key },
      create: { ...key, ...given, organisationId: unit.organisationId },
      update: given,
    })
    const before = unit.exception ? { before: unit.exception.dueOn } : {}
    await record(viewer, tx, unit, 'period.exception_granted', { dueOn, allowedBy, reason, ...before })
    return ok({ dueOn })
  })
}

/** Takes a unit's own day back: the period's days hold again. Reasons: NOT_FOUND (also when there is none), NOT_ALLOWED, STALE. */
export function withdrawException(
  viewer: Viewer,
  input: ExceptionWithdrawal,
): Promise<Result<null, PeriodReason | 'STALE'>> {
  return held<null>(viewer, input, async (tx, unit) => {
    if (!unit.exception) return fail('NOT_FOUND')
    await tx.periodException.delete({
      where: { periodId_workPackageId: { periodId: unit.periodId, workPackageId: unit.unitId } },
    })
    const { dueOn, allowedBy } = unit.exception
    await record(viewer, tx, unit, 'period.exception_withdrawn', { dueOn, allowedBy })
    return ok(null)
  })
}

/** The period's row is held, so that two people's days for one unit are decided one after the other. */
function held<T, Reason extends string = never>(
  viewer: Viewer,
  input: ExceptionWithdrawal,
  work: (tx: Tx, unit: HeldDay) => Promise<Result<T, PeriodReason | 'STALE' | Reason>>,
): Promise<Result<T, PeriodReason | 'STALE' | Reason>> {
  return asViewer(viewer, async (tx) => {
    await tx.$queryRaw`SELECT 1 FROM "ReportingPeriod" WHERE id = ${input.periodId}::uuid FOR NO KEY UPDATE`
    const unit = await readUnitDay(viewer, tx, input)
    if (!unit) return fail('NOT_FOUND')
    const right = rightToManagePeriods(viewer, unit.projectId)
    if (!right) return fail('NOT_ALLOWED')
    if (input.seenDueOn !== undefined && input.seenDueOn !== (unit.exception?.dueOn ?? null)) return fail('STALE')
    return work(tx, { ...unit, right })
  })
}

function record(
  viewer: Viewer,
  tx: Tx,
  unit: HeldDay,
  action: 'period.exception_granted' | 'period.exception_withdrawn',
  data: Prisma.InputJsonObject,
): Promise<void> {
  return recordAudit(tx, viewer, {
    action,
    right: unit.right,
    subjectType: 'period',
    subjectId: unit.periodId,
    organisationId: unit.organisationId,
    data: { key: unit.periodKey, unitId: unit.unitId, ...data },
  })
}
