export const meetingStates = ['draft', 'checked', 'approved'] as const
export type MeetingState = (typeof meetingStates)[number]

export type MeetingStep = 'check' | 'return' | 'approve'

/** What leads where: the writer checks, the director or the steering group approves; what is approved stays. */
const table: Record<MeetingState, Partial<Record<MeetingStep, MeetingState>>> = {
  draft: { check: 'checked' },
  checked: { return: 'draft', approve: 'approved' },
  approved: {},
}

/** The state a step leads to; null when the table has no such step. */
export function stateAfter(state: MeetingState, step: MeetingStep): MeetingState | null {
  return table[state][step] ?? null
}

/** Only a draft is written; what was checked is first taken back. */
export function isWritable(state: MeetingState): boolean {
  return state === 'draft'
}

/** Why an act on meetings was not carried out. Each has one sentence in the catalogues. */
export type MeetingReason =
  | 'NOT_FOUND'
  | 'NOT_ALLOWED'
  /** Checked or approved: not to be written now */
  | 'LOCKED'
  /** Somebody was faster; `fields` tells what is there now */
  | 'STALE'
  | 'INVALID'

/** ohjausryhmä or another deciding body */
export type BodyRow = { id: string; name: string; version: number; meetings: MeetingHeading[] }

export type MeetingHeading = {
  id: string
  title: string
  heldOn: string | null
  dateAsWritten: string | null
  state: MeetingState
  periodKey: string | null
  items: number
  decisions: number
}

export type AttendanceRow = {
  id: string
  role: string
  present: boolean
  note: string | null
  /** Personal data: null for those who may not know names */
  name: string | null
}

export type MeetingFacts = {
  id: string
  projectId: string
  organisationId: string
  bodyId: string
  body: string
  title: string
  heldOn: string | null
  dateAsWritten: string | null
  timeAsWritten: string | null
  place: string | null
  documentType: string | null
  note: string | null
  chairRole: string | null
  secretaryRole: string | null
  period: { id: string; key: string } | null
  state: MeetingState
  checkedAt: string | null
  approvedAt: string | null
  version: number
}
