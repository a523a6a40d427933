import 'server-only'
import type { Prisma } from '@/generated/prisma/client'
import type { Viewer } from '@/lib/access/model'
import { type AuditAction, recordAudit } from '@/lib/platform/audit'
import { now } from '@/lib/platform/clock'
import type { Tx } from '@/lib/platform/db'
import { follow, type ReportEventType, type ReportState, type Standing } from '@/lib/status-reports/model'
import { tellOfStep } from '@/lib/status-reports/notices/commands'
import { rightToEvent } from '@/lib/status-reports/permissions'
import type { HeldReport } from '@/lib/status-reports/standing/queries'
import { fail, ok, type Result } from '@/lib/values/result'

export type Move = {
  type: ReportEventType
  reason?: string | null
  opens?: readonly string[]
  /** The report's fields as they were, for what is compared later */
  copy?: Prisma.InputJsonObject
}

export type Moved = { state: ReportState; version: number; standing: Standing; eventId: string }
export type MoveReason = 'NOT_ALLOWED' | 'WRONG_STATE' | 'STALE'

/** Saving is told by the event list alone: an audit row per typed field would bury the rest. */
const auditOf: Partial<Record<ReportEventType, AuditAction>> = {
  opened: 'report.opened',
  submitted: 'report.submitted',
  resubmitted: 'report.submitted',
  review_started: 'report.review_started',
  recalled: 'report.recalled',
  returned: 'report.returned',
  approved: 'report.approved',
  reopened: 'report.reopened',
  corrected: 'report.corrected',
}

/**
 * Moves a held report by one event: right, state table, guarded update, event, audit row, and who is told.
 * Reasons: NOT_ALLOWED, WRONG_STATE (the table has no such step), STALE (somebody moved it first).
 */
export async function moveReport(
  viewer: Viewer,
  tx: Tx,
  report: HeldReport,
  move: Move,
): Promise<Result<Moved, MoveReason>> {
  const right = rightToEvent(viewer, move.type, report.place)
  if (!right) return fail('NOT_ALLOWED')
  const standing = follow(report.standing, move)
  if (!standing) return fail('WRONG_STATE')
  // Saving leaves the version: it counts the steps of the round, so that a form opened before its first save can be sent.
  const version = move.type === 'saved' ? report.version : report.version + 1
  const moved = await tx.statusReport.updateMany({
    where: { id: report.id, version: report.version, state: report.standing.state },
    data: { state: standing.state, version, updatedAt: now() },
  })
  if (moved.count === 0) return fail('STALE')
  const event = await tx.statusReportEvent.create({
    select: { id: true },
    data: {
      organisationId: report.organisationId,
      reportId: report.id,
      seq: (report.lastEvent?.seq ?? 0) + 1,
      type: move.type,
      actorId: viewer.userId,
      at: now(),
      reason: move.reason ?? null,
      opens: [...(move.opens ?? [])],
      copy: move.copy,
    },
  })
  const action = auditOf[move.type]
  if (action) {
    await recordAudit(tx, viewer, {
      action,
      right,
      subjectType: 'status_report',
      subjectId: report.id,
      organisationId: report.organisationId,
      data: { event: move.type, state: standing.state, version, ...(move.opens ? { opens: [...move.opens] } : {}) },
    })
  }
  await tellOfStep(viewer, tx, report, { id: event.id, type: move.type })
  return ok({ state: standing.state, version, standing, eventId: event.id })
}
