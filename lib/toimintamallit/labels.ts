import type { GoalState, UseState } from '@/lib/toimintamallit/model'

export const useStateLabels: Record<UseState, string> = {
  yes: 'toimintamallit.use.yes',
  partly: 'toimintamallit.use.partly',
  no: 'toimintamallit.use.no',
}

/** Nobody has told whether the model was piloted or stayed in use. */
export const unknownUseLabel = 'toimintamallit.use.unknown'

export const goalStateLabels: Record<GoalState, string> = {
  yes: 'toimintamallit.goal.yes',
  partly: 'toimintamallit.goal.partly',
  no: 'toimintamallit.goal.no',
  unknown: 'toimintamallit.goal.unknown',
}
