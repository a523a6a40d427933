import type { ListState, RetentionKind } from '@/lib/retention/model'

/** One line as it is read. Moments are ISO text, days 2033-01-02. */
export type ListLine = {
  id: string
  kind: RetentionKind
  projectKey: string | null
  title: string
  rows: number
  dueOn: string
  basis: string
  years: number
  leftOutReason: string | null
  destroyed: { at: string; rows: number; files: number } | null
}

export type DestructionList = {
  id: string
  year: number
  version: number
  state: ListState
  prepared: { by: string; at: string }
  decided: { by: string; at: string; reason: string | null } | null
  withdrawn: { at: string; reason: string } | null
  carriedOutAt: string | null
  lines: ListLine[]
  /** The viewer prepared it, and so may withdraw it and does not decide on it */
  own: boolean
}

/** Where a list is between being prepared and being the record. */
export function stateOfList(list: {
  isApproved: boolean | null
  carriedOutAt: Date | null
  withdrawnAt: Date | null
}): ListState {
  if (list.carriedOutAt !== null) return 'carried_out'
  if (list.withdrawnAt !== null) return 'withdrawn'
  if (list.isApproved === null) return 'prepared'
  return list.isApproved ? 'approved' : 'refused'
}

/** A list that will never be carried out: who prepared it took it back, or the other person refused it. */
export function isOver({ state }: Pick<DestructionList, 'state'>): boolean {
  return state === 'withdrawn' || state === 'refused'
}
