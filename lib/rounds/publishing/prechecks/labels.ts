import type { PrecheckRule } from '@/lib/rounds/publishing/prechecks/model'

export const precheckLabels: Record<PrecheckRule, string> = {
  no_report: 'calendar.rule.noReport',
  not_approved: 'calendar.rule.notApproved',
  red_without_reason: 'calendar.rule.redWithoutReason',
  yellow_without_reason: 'calendar.rule.yellowWithoutReason',
  open_comments: 'calendar.rule.openComments',
  no_value: 'calendar.rule.noValue',
  no_national_value: 'calendar.rule.noNationalValue',
  budget_differs: 'calendar.rule.budgetDiffers',
  estimates_differ: 'calendar.rule.estimatesDiffer',
  parts_differ: 'calendar.rule.partsDiffer',
  rows_differ: 'calendar.rule.rowsDiffer',
}
