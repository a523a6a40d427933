import type { EntryOrigin, ReportSection } from '@/lib/status-reports/fields/model'
import type { Light, ReportEventType, ReportScope, ReportState } from '@/lib/status-reports/model'

export const stateLabels: Record<ReportState, string> = {
  not_started: 'statusReports.state.notStarted',
  draft: 'statusReports.state.draft',
  submitted: 'statusReports.state.submitted',
  in_review: 'statusReports.state.inReview',
  returned: 'statusReports.state.returned',
  approved: 'statusReports.state.approved',
  published: 'statusReports.state.published',
}

export const eventLabels: Record<ReportEventType, string> = {
  opened: 'statusReports.event.opened',
  saved: 'statusReports.event.saved',
  submitted: 'statusReports.event.submitted',
  review_started: 'statusReports.event.reviewStarted',
  recalled: 'statusReports.event.recalled',
  returned: 'statusReports.event.returned',
  resubmitted: 'statusReports.event.resubmitted',
  approved: 'statusReports.event.approved',
  published: 'statusReports.event.published',
  reopened: 'statusReports.event.reopened',
  corrected: 'statusReports.event.corrected',
}

export const scopeLabels: Record<ReportScope, string> = {
  full: 'statusReports.scope.full',
  rollup: 'statusReports.scope.rollup',
  ended: 'statusReports.scope.ended',
  not_reported: 'statusReports.scope.notReported',
  earlier_facts: 'statusReports.scope.earlierFacts',
}

export const lightLabels: Record<Light, string> = {
  green: 'statusReports.light.green',
  yellow: 'statusReports.light.yellow',
  red: 'statusReports.light.red',
}

/** A unit without a report: a state of its own, never green. */
export const noReportLabel = 'statusReports.light.none'
/** A unit whose report tells no light: a state of its own too. */
export const noLightLabel = 'statusReports.light.noLight'
/** The same where the project uses no lights, so that none is missing. */
export const reportedLabel = 'statusReports.light.reported'

export const sectionLabels: Record<ReportSection, string> = {
  overall: 'statusReports.section.overall',
  actions: 'statusReports.section.actions',
  results: 'statusReports.section.results',
  next_steps: 'statusReports.section.nextSteps',
  deviations: 'statusReports.section.deviations',
  indicators: 'statusReports.section.indicators',
  toimintamallit: 'statusReports.section.toimintamallit',
  risks: 'statusReports.section.risks',
}

export const originLabels: Record<EntryOrigin, string> = {
  typed: 'statusReports.origin.typed',
  prefilled: 'statusReports.origin.prefilled',
  imported: 'statusReports.origin.imported',
}
