import type { AuditAction } from '@/lib/platform/audit'

/** The sentence of each recorded act. Keys have "_" where the act has "." because "." parts the levels of a catalogue. */
export const auditActionLabels: Record<AuditAction, string> = {
  'session.started': 'audit.action.session_started',
  'session.refused': 'audit.action.session_refused',
  'session.ended': 'audit.action.session_ended',
  'session.revoked': 'audit.action.session_revoked',
  'invitation.created': 'audit.action.invitation_created',
  'invitation.used': 'audit.action.invitation_used',
  'report.opened': 'audit.action.report_opened',
  'report.submitted': 'audit.action.report_submitted',
  'report.recalled': 'audit.action.report_recalled',
  'report.review_started': 'audit.action.report_review_started',
  'report.returned': 'audit.action.report_returned',
  'report.approved': 'audit.action.report_approved',
  'report.reopened': 'audit.action.report_reopened',
  'report.corrected': 'audit.action.report_corrected',
  'report.evidence_added': 'audit.action.report_evidence_added',
  'report.evidence_removed': 'audit.action.report_evidence_removed',
  'comment.added': 'audit.action.comment_added',
  'comment.resolved': 'audit.action.comment_resolved',
  'comment.reopened': 'audit.action.comment_reopened',
  'comment.shown': 'audit.action.comment_shown',
  'comment.hidden': 'audit.action.comment_hidden',
  'period.changed': 'audit.action.period_changed',
  'period.exception_granted': 'audit.action.period_exception_granted',
  'period.exception_withdrawn': 'audit.action.period_exception_withdrawn',
  'reminder.sent': 'audit.action.reminder_sent',
  'mail.retried': 'audit.action.mail_retried',
  'period.created': 'audit.action.period_created',
  'period.opened': 'audit.action.period_opened',
  'period.published': 'audit.action.period_published',
  'final_report.saved': 'audit.action.final_report_saved',
  'final_report.exported': 'audit.action.final_report_exported',
  'data.loaded': 'audit.action.data_loaded',
}

export const auditResultLabels: Record<'done' | 'refused', string> = {
  done: 'audit.result.done',
  refused: 'audit.result.refused',
}
