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
