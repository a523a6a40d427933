import { type PlanChangeEventType, type PlanChangeState, planChangeStates } from '@/lib/plan-changes/model'

const closed: Record<PlanChangeEventType, PlanChangeState | null> = {
  proposed: null,
  edited: null,
  taken_up: null,
  decided: null,
  put_in_force: null,
  rejected: null,
}

/** What each event makes of each state; null = cannot happen. A new state or event breaks the build here. */
export const steps: Record<PlanChangeState, Record<PlanChangeEventType, PlanChangeState | null>> = {
  proposed: { ...closed, edited: 'proposed', taken_up: 'in_preparation', rejected: 'rejected' },
  in_preparation: { ...closed, edited: 'in_preparation', decided: 'decided', rejected: 'rejected' },
  // One change may be decided in several meetings.
  decided: { ...closed, decided: 'decided', put_in_force: 'in_force', rejected: 'rejected' },
  in_force: closed,
  rejected: { ...closed, taken_up: 'in_preparation' },
}

/** The state after an event, or null when the event cannot happen there. */
export function follow(state: PlanChangeState, event: PlanChangeEventType): PlanChangeState | null {
  return steps[state][event]
}

/**
 * Where a change stands: what its events say. A row that is older than its events came with a state of its own, which holds
 * as long as they leave it open.
 */
export function stateOf(stored: PlanChangeState, events: readonly PlanChangeEventType[]): PlanChangeState {
  const fromProposal = events[0] === 'proposed'
  const start: readonly PlanChangeState[] = fromProposal ? ['proposed'] : planChangeStates
  const possible = (fromProposal ? events.slice(1) : events).reduce(
    (states, event) => [...new Set(states.flatMap((state) => follow(state, event) ?? []))],
    start,
  )
  const [only, other] = possible
  return only !== undefined && other === undefined ? only : stored
}

/**
 * Where the change stood when only the first `count` of its events had happened: what leads from there to its state now.
 * The state now when that could have been several.
 */
export function stateAfter(
  now: PlanChangeState,
  events: readonly PlanChangeEventType[],
  count: number,
): PlanChangeState {
  const [early, late] = [events.slice(0, count), events.slice(count)]
  if (events[0] === 'proposed') return early.length === 0 ? 'proposed' : stateOf(now, early)
  const leads = planChangeStates.filter(
    (state) => late.reduce<PlanChangeState | null>((at, event) => at && follow(at, event), state) === now,
  )
  const [only, other] = leads
  return only !== undefined && other === undefined ? only : now
}

/** Whether texts, amounts and effects can be changed: before anything has been decided. */
export function isEditable(state: PlanChangeState): boolean {
  return steps[state].edited !== null
}
