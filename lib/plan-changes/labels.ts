import type { PlanChangeEventType, PlanChangeState } from '@/lib/plan-changes/model'

export const planChangeStateLabels: Record<PlanChangeState, string> = {
  proposed: 'planChanges.state.proposed',
  in_preparation: 'planChanges.state.inPreparation',
  decided: 'planChanges.state.decided',
  in_force: 'planChanges.state.inForce',
  rejected: 'planChanges.state.rejected',
}

export const planChangeEventLabels: Record<PlanChangeEventType, string> = {
  proposed: 'planChanges.event.proposed',
  edited: 'planChanges.event.edited',
  taken_up: 'planChanges.event.taken_up',
  decided: 'planChanges.event.decided',
  put_in_force: 'planChanges.event.put_in_force',
  rejected: 'planChanges.event.rejected',
}
