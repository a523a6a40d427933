import type { ChainFault } from '@/lib/audit-log/chain/model'
import type { AuditGroup, AuditSource, AuditSubject, AuditView } from '@/lib/audit-log/search/model'

export const auditGroupLabels: Record<AuditGroup, string> = {
  sign_in: 'auditLog.group.sign_in',
  people: 'auditLog.group.people',
  reporting: 'auditLog.group.reporting',
  publishing: 'auditLog.group.publishing',
  registers: 'auditLog.group.registers',
  finance: 'auditLog.group.finance',
  meetings: 'auditLog.group.meetings',
  final_report: 'auditLog.group.final_report',
  exports: 'auditLog.group.exports',
  restricted: 'auditLog.group.restricted',
  retention: 'auditLog.group.retention',
  settings: 'auditLog.group.settings',
  installation: 'auditLog.group.installation',
}

export const auditViewLabels: Record<AuditView, string> = {
  all: 'auditLog.view.all',
  exports: 'auditLog.view.exports',
  restricted: 'auditLog.view.restricted',
}

export const auditSourceLabels: Record<AuditSource, string> = {
  web: 'auditLog.source.web',
  'command-line': 'auditLog.source.command_line',
  'sign-in': 'auditLog.source.sign_in',
  'reporting-api': 'auditLog.source.reporting_api',
  schedule: 'auditLog.source.schedule',
  statistics: 'auditLog.source.statistics',
  'project-package': 'auditLog.source.project_package',
  'demo-data': 'auditLog.source.demo_data',
}

export const auditSubjectLabels: Record<AuditSubject, string> = {
  action: 'auditLog.subject.action',
  actual: 'auditLog.subject.actual',
  address: 'auditLog.subject.address',
  api_key: 'auditLog.subject.api_key',
  beneficial_owner: 'auditLog.subject.beneficial_owner',
  budget: 'auditLog.subject.budget',
  comment_thread: 'auditLog.subject.comment_thread',
  communication: 'auditLog.subject.communication',
  decision: 'auditLog.subject.decision',
  destruction_list: 'auditLog.subject.destruction_list',
  figure_sheet: 'auditLog.subject.figure_sheet',
  file: 'auditLog.subject.file',
  final_report: 'auditLog.subject.final_report',
  final_report_section: 'auditLog.subject.final_report_section',
  finance_note: 'auditLog.subject.finance_note',
  forecast: 'auditLog.subject.forecast',
  indicator: 'auditLog.subject.indicator',
  mail: 'auditLog.subject.mail',
  measurement: 'auditLog.subject.measurement',
  meeting: 'auditLog.subject.meeting',
  organisation: 'auditLog.subject.organisation',
  period: 'auditLog.subject.period',
  plan_change: 'auditLog.subject.plan_change',
  project: 'auditLog.subject.project',
  project_plan: 'auditLog.subject.project_plan',
  project_plan_section: 'auditLog.subject.project_plan_section',
  purchase: 'auditLog.subject.purchase',
  report_template: 'auditLog.subject.report_template',
  report_template_version: 'auditLog.subject.report_template_version',
  reservation: 'auditLog.subject.reservation',
  retention_rule: 'auditLog.subject.retention_rule',
  risk: 'auditLog.subject.risk',
  session: 'auditLog.subject.session',
  snapshot: 'auditLog.subject.snapshot',
  status_report: 'auditLog.subject.status_report',
  steering_body: 'auditLog.subject.steering_body',
  support_item: 'auditLog.subject.support_item',
  support_payment: 'auditLog.subject.support_payment',
  target: 'auditLog.subject.target',
  toimintamalli: 'auditLog.subject.toimintamalli',
  treasury_file: 'auditLog.subject.treasury_file',
  user: 'auditLog.subject.user',
  work_package: 'auditLog.subject.work_package',
}

export const chainFaultLabels: Record<ChainFault, string> = {
  gap: 'auditLog.fault.gap',
  parted: 'auditLog.fault.parted',
  altered: 'auditLog.fault.altered',
  unlinked: 'auditLog.fault.unlinked',
}

/** Rights that are no roles: by what somebody acted who holds none, or who needs none. */
export const otherRightLabels: Readonly<Record<string, string>> = {
  credentials: 'auditLog.right.credentials',
  invitation: 'auditLog.right.invitation',
  own: 'auditLog.right.own',
  api_key: 'auditLog.right.api_key',
  code: 'auditLog.right.code',
  recovery: 'auditLog.right.recovery',
  system: 'auditLog.right.system',
  none: 'auditLog.right.none',
}
