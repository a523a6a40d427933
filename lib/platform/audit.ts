import 'server-only'
import type { Prisma } from '@/generated/prisma/client'
import type { Tx } from '@/lib/platform/db'

/** Everything that is recorded. Each has a sentence in the catalogues under `audit.action`. */
export const auditActions = [
  'session.started',
  'session.refused',
  'session.ended',
  'session.revoked',
  'invitation.created',
  'invitation.used',
  'report.opened',
  'report.submitted',
  'report.recalled',
  'report.review_started',
  'report.returned',
  'report.approved',
  'report.reopened',
  'report.corrected',
  'report.evidence_added',
  'report.evidence_removed',
  'evidence.added',
  'evidence.removed',
  'target.reached',
  'target.not_reached',
  'comment.added',
  'comment.resolved',
  'comment.reopened',
  'comment.shown',
  'comment.hidden',
  'period.created',
  'period.changed',
  'period.exception_granted',
  'period.exception_withdrawn',
  'reminder.sent',
  'mail.retried',
  'period.opened',
  'period.published',
  'risk.added',
  'risk.changed',
  'risk.assessed',
  'risk.closed',
  'risk.reopened',
  'risk.mitigation_saved',
  'risk.mitigation_removed',
  'plan_change.proposed',
  'plan_change.edited',
  'plan_change.taken_up',
  'plan_change.decided',
  'plan_change.put_in_force',
  'plan_change.rejected',
  'communication.added',
  'communication.changed',
  'communication.removed',
  'communication.item_saved',
  'communication.item_removed',
  'final_report.saved',
  'final_report.exported',
  'final_report.finding_accepted',
  'final_report.finding_withdrawn',
  'final_report.import_read',
  'final_report.imported',
  'final_report.import_removed',
  'final_report.moved',
  'final_report.frozen',
  'final_report.archived',
  'review.exported',
  'listing.exported',
  'template.added',
  'template.version_opened',
  'template.changed',
  'template.version_removed',
  'template.published',
  'county.colours_set',
  'county.logo_set',
  'county.logo_removed',
  'project.edited',
  'project.retention_set',
  'project.document_added',
  'project.document_removed',
  'project.link_added',
  'project.link_removed',
  'project.dnsh_recorded',
  'project.declaration_signed',
  'toimintamalli.added',
  'toimintamalli.edited',
  'budget.table_added',
  'budget.table_changed',
  'budget.table_removed',
  'budget.line_added',
  'budget.line_changed',
  'budget.line_removed',
  'actual.added',
  'actual.changed',
  'actual.removed',
  'actual.previewed',
  'actual.pasted',
  'forecast.added',
  'purchase.added',
  'purchase.changed',
  'purchase.removed',
  'reservation.added',
  'reservation.changed',
  'reservation.removed',
  'finance_note.added',
  'finance_note.changed',
  'finance_note.removed',
  'funding.changed',
  'meeting.body_saved',
  'meeting.added',
  'meeting.edited',
  'meeting.removed',
  'meeting.attendance_saved',
  'meeting.item_added',
  'meeting.item_edited',
  'meeting.item_moved',
  'meeting.item_removed',
  'meeting.decision_saved',
  'meeting.decision_removed',
  'meeting.action_point_saved',
  'meeting.action_point_removed',
  'meeting.action_point_marked',
  'meeting.attachment_added',
  'meeting.attachment_removed',
  'meeting.checked',
  'meeting.returned',
  'meeting.approved',
  'minutes.exported',
  'data.loaded',
] as const
export type AuditAction = (typeof auditActions)[number]

export type AuditActor = {
  organisationId: string | null
  userId: string | null
  kind: 'person' | 'system'
  /** web, command-line, seed */
  source: string
  requestId: string | null
}

export type AuditEntry = {
  action: AuditAction
  /** The role or named right that allowed it */
  right: string
  subjectType: string
  subjectId?: string | null
  /** When the actor acts on behalf of the whole service */
  organisationId?: string
  result?: 'done' | 'refused'
  data?: Prisma.InputJsonObject
}

/**
 * Writes one audit row in the caller's transaction, so that the act and its record stand or fall together.
 * @throws when neither the actor nor the entry names an organisation
 */
export async function recordAudit(tx: Tx, actor: AuditActor, entry: AuditEntry): Promise<void> {
  const organisationId = entry.organisationId ?? actor.organisationId
  if (!organisationId) throw new Error(`audit row ${entry.action} without an organisation`)
  await tx.auditEvent.create({
    data: {
      organisationId,
      actorId: actor.userId,
      actorKind: actor.kind,
      action: entry.action,
      right: entry.right,
      subjectType: entry.subjectType,
      subjectId: entry.subjectId ?? null,
      source: actor.source,
      requestId: actor.requestId,
      result: entry.result ?? 'done',
      data: entry.data ?? {},
    },
  })
}
