import type { BlockType } from '@/lib/final-report/blocks/model'
import type {
  FinalReportReason,
  ReportEventType,
  ReportState,
  SectionKind,
  SectionState,
} from '@/lib/final-report/model'

/** Catalogue keys of everything in the final report that has a name; each table is total over its type. */

export const reportStateLabels: Record<ReportState, string> = {
  draft: 'finalReport.state.draft',
  checked: 'finalReport.state.checked',
  approved: 'finalReport.state.approved',
  decided: 'finalReport.state.decided',
  frozen: 'finalReport.state.frozen',
  sent: 'finalReport.state.sent',
}

export const reportEventLabels: Record<ReportEventType, string> = {
  checked: 'finalReport.event.checked',
  returned: 'finalReport.event.returned',
  approved: 'finalReport.event.approved',
  decided: 'finalReport.event.decided',
  frozen: 'finalReport.event.frozen',
  sent: 'finalReport.event.sent',
  correction_opened: 'finalReport.event.correctionOpened',
}

export const sectionStateLabels: Record<SectionState, string> = {
  empty: 'finalReport.sectionState.empty',
  draft: 'finalReport.sectionState.draft',
  ready: 'finalReport.sectionState.ready',
  approved: 'finalReport.sectionState.approved',
}

export const sectionKindLabels: Record<SectionKind, string> = {
  chapter: 'finalReport.kind.chapter',
  question: 'finalReport.kind.question',
  workpackage: 'finalReport.kind.workpackage',
  toimintamalli: 'finalReport.kind.toimintamalli',
  attachment: 'finalReport.kind.attachment',
}

export const blockTypeLabels: Record<BlockType | 'unreadable', string> = {
  paragraph: 'finalReport.block.paragraph',
  heading: 'finalReport.block.heading',
  list: 'finalReport.block.list',
  quote: 'finalReport.block.quote',
  links: 'finalReport.block.links',
  toimintamalli: 'finalReport.block.toimintamalli',
  bound_number: 'finalReport.block.boundNumber',
  indicator_table: 'finalReport.block.indicatorTable',
  toimintamalli_table: 'finalReport.block.toimintamalliTable',
  breakdown_table: 'finalReport.block.breakdownTable',
  budget_table: 'finalReport.block.budgetTable',
  purchase_table: 'finalReport.block.purchaseTable',
  decision_list: 'finalReport.block.decisionList',
  phase_table: 'finalReport.block.phaseTable',
  cost_table: 'finalReport.block.costTable',
  person_month_table: 'finalReport.block.personMonthTable',
  risk_table: 'finalReport.block.riskTable',
  chart: 'finalReport.block.chart',
  free_table: 'finalReport.block.freeTable',
  image: 'finalReport.block.image',
  attachment_reference: 'finalReport.block.attachmentReference',
  cross_reference: 'finalReport.block.crossReference',
  unreadable: 'finalReport.block.unreadable',
}

export const reasonLabels: Record<FinalReportReason | 'SIGNED_OUT' | 'FACTOR_DEMANDED', string> = {
  NOT_FOUND: 'finalReport.reason.notFound',
  NOT_ALLOWED: 'finalReport.reason.notAllowed',
  LOCKED: 'finalReport.reason.locked',
  STALE: 'finalReport.reason.stale',
  EXISTS: 'finalReport.reason.exists',
  NO_TEMPLATE: 'finalReport.reason.noTemplate',
  NOT_IN_PROJECT: 'finalReport.reason.notInProject',
  NOTHING: 'finalReport.reason.nothing',
  UNFINISHED: 'finalReport.reason.unfinished',
  INVALID: 'finalReport.reason.invalid',
  GONE: 'finalReport.reason.gone',
  SIGNED_OUT: 'finalReport.reason.signedOut',
  FACTOR_DEMANDED: 'access.reason.FACTOR_DEMANDED',
}
