import { notInProjectLabel } from '@/lib/finance/labels'
import type { Missing } from '@/lib/reporting-api/missing/model'
import type { Shown } from '@/lib/reporting-api/model'
import { unknownLabels } from '@/lib/values/labels'

export const missingLabels: Record<Missing, string> = {
  ...unknownLabels,
  not_in_project: notInProjectLabel,
  not_recorded: 'reportingApi.missing.not_recorded',
  not_scored: 'reportingApi.missing.not_scored',
  no_number: 'reportingApi.missing.no_number',
  no_amount: 'reportingApi.missing.no_amount',
}

export const shownStateLabels: Record<Shown['state'], string> = {
  published: 'reportingApi.state.published',
  approved: 'reportingApi.state.approved',
}
