import 'server-only'
import type { Prisma } from '@/generated/prisma/client'
import type { Viewer } from '@/lib/access/model'
import { asViewer } from '@/lib/access/viewer'
import { rightToKeepIndicators, visibleTo } from '@/lib/indicators/permissions'
import { type AuditAction, recordAudit } from '@/lib/platform/audit'
import type { Tx } from '@/lib/platform/db'
import { fail, ok, type Result } from '@/lib/values/result'

export type KeepReason = 'NOT_FOUND' | 'NOT_ALLOWED' | 'STALE'

export type HeldIndicator = { id: string; projectId: string; organisationId: string }

/** What every change of one indicator shares: scope, right, the version that the person saw, and the audit row. */
export function heldIndicator<Reason extends string = never>(
  viewer: Viewer,
  { indicatorId, version }: { indicatorId: string; version: number },
  action: AuditAction,
  work: (tx: Tx, indicator: HeldIndicator) => Promise<Result<Prisma.InputJsonObject, Reason | KeepReason>>,
): Promise<Result<{ indicatorId: string }, Reason | KeepReason>> {
  return asViewer(viewer, async (tx) => {
    const held = await tx.indicator.findFirst({
      where: { id: indicatorId, ...visibleTo(viewer) },
      select: { id: true, projectId: true, organisationId: true },
    })
    if (!held) return fail('NOT_FOUND')
    const right = rightToKeepIndicators(viewer, held.projectId)
    if (!right) return fail('NOT_ALLOWED')
    // One who changes formulas waits for another: together they could make a circle that neither of them makes alone.
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('indicators/' || ${held.projectId}, 0))`
    const { count } = await tx.indicator.updateMany({
      where: { id: indicatorId, version },
      data: { version: { increment: 1 } },
    })
    if (count === 0) return fail('STALE')
    const done = await work(tx, held)
    // Nothing is done: nobody is to be told that it changed.
    if (!done.ok) {
      await tx.indicator.update({ where: { id: indicatorId }, data: { version } })
      return done
    }
    await recordAudit(tx, viewer, {
      action,
      right,
      subjectType: 'indicator',
      subjectId: indicatorId,
      organisationId: held.organisationId,
      data: done.value,
    })
    return ok({ indicatorId })
  })
}
