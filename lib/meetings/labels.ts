import type { ConcernKind } from '@/lib/meetings/decisions/model'
import type { MeetingState } from '@/lib/meetings/model'

export const meetingStateLabels: Record<MeetingState, string> = {
  draft: 'meetings.state.draft',
  checked: 'meetings.state.checked',
  approved: 'meetings.state.approved',
}

export const concernKindLabels: Record<ConcernKind, string> = {
  work_package: 'decisions.concerns.workPackage',
  toimintamalli: 'decisions.concerns.toimintamalli',
  investment: 'decisions.concerns.investment',
  purchase: 'decisions.concerns.purchase',
  plan_change: 'decisions.concerns.planChange',
  section: 'decisions.concerns.section',
}
