export const planChangeStates = ['proposed', 'in_preparation', 'decided', 'in_force', 'rejected'] as const
export type PlanChangeState = (typeof planChangeStates)[number]

/** hankesuunnitelmamuutos; one change may have been decided in several months. */
export type PlanChangeRow = {
  id: string
  no: number | null
  investmentId: string | null
  workPackageId: string | null
  workPackageAsWritten: string | null
  /** The status report that proposed it */
  reportId: string | null
  title: string
  what: string | null
  why: string | null
  oldText: string | null
  newText: string | null
  /** Euros */
  oldAmount: string | null
  newAmount: string | null
  state: PlanChangeState
  decided: { asWritten: string; timeCode: string }[]
  inForceFrom: string | null
  rejectedReason: string | null
  effects: PlanChangeEffectRow[]
  version: number
}

/** A change with what has happened to it, the first first; nothing for one that is older than the portal. */
export type PlanChangeHistory = PlanChangeRow & { events: { type: PlanChangeEventType; at: string }[] }

/** What the change does to the money of one place of the budget. Euros; an unknown amount is null. */
export type PlanChangeEffectRow = {
  id: string
  investmentId: string | null
  workPackageId: string | null
  year: number | null
  costType: string | null
  oldAmount: string | null
  newAmount: string | null
}

/** In how many months decisions were made; more than changes when one was decided twice. */
export function countDecisions(changes: readonly Pick<PlanChangeRow, 'decided'>[]): number {
  return changes.reduce((count, change) => count + change.decided.length, 0)
}

/** What can happen to a change of the plan; the rows are its history. */
export const planChangeEventTypes = ['proposed', 'edited', 'taken_up', 'decided', 'put_in_force', 'rejected'] as const
export type PlanChangeEventType = (typeof planChangeEventTypes)[number]

/** One decision of the steering group, alone or with the meeting's decision that it is. */
export type ChangeDecisionRow = {
  id: string
  asWritten: string
  timeCode: string
  decidedOn: string | null
  note: string | null
  /** What the meeting decided; null when it stands alone or the viewer may not see the meeting yet */
  decision: { text: string; meetingId: string | null; itemId: string | null } | null
}

export type PlanChangeEventRow = {
  id: string
  type: PlanChangeEventType
  at: string
  /** Role of whoever did it; null when the product did, or when the person has no role any more */
  role: string | null
  note: string | null
}

/** Everything that is known of one change. */
export type PlanChangeDetails = PlanChangeRow & {
  decisions: ChangeDecisionRow[]
  events: PlanChangeEventRow[]
  /** The report that proposed it, for those who may read it */
  report: { periodKey: string; unitId: string } | null
  /** The viewer reports for its unit */
  isOwnUnit: boolean
}

/** A decision of a meeting that can be tied to a change. */
export type MeetingDecisionChoice = { id: string; text: string; day: string | null }
