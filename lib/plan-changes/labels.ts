import type { PlanChangeState } from '@/lib/plan-changes/model'

export const planChangeStateLabels: Record<PlanChangeState, string> = {
  proposed: 'planChanges.state.proposed',
  in_preparation: 'planChanges.state.inPreparation',
  decided: 'planChanges.state.decided',
  in_force: 'planChanges.state.inForce',
  rejected: 'planChanges.state.rejected',
}
