import type { ReviewFinding } from '@/lib/status-reports/review/model'

export const findingLabels: Record<ReviewFinding, string> = {
  light_missing: 'reviewQueue.finding.lightMissing',
  reason_missing: 'reviewQueue.finding.reasonMissing',
  unchanged: 'reviewQueue.finding.unchanged',
  no_values: 'reviewQueue.finding.noValues',
  plan_change: 'reviewQueue.finding.planChange',
}
