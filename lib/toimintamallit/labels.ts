import type { Gap } from '@/lib/toimintamallit/gaps/model'
import type { GoalState, UseState } from '@/lib/toimintamallit/model'
import type { Answer, RegisterSort } from '@/lib/toimintamallit/register/model'

export const useStateLabels: Record<UseState, string> = {
  yes: 'toimintamallit.use.yes',
  partly: 'toimintamallit.use.partly',
  no: 'toimintamallit.use.no',
}

/** Nobody has told whether the model was piloted or stayed in use. */
export const unknownUseLabel = 'toimintamallit.use.unknown'

export const answerLabels: Record<Answer, string> = { ...useStateLabels, unknown: unknownUseLabel }

export const goalStateLabels: Record<GoalState, string> = {
  yes: 'toimintamallit.goal.yes',
  partly: 'toimintamallit.goal.partly',
  no: 'toimintamallit.goal.no',
  unknown: 'toimintamallit.goal.unknown',
}

export const gapLabels: Record<Gap, string> = {
  no_unit: 'toimintamallit.gap.no_unit',
  no_investment: 'toimintamallit.gap.no_investment',
  not_described: 'toimintamallit.gap.not_described',
  no_address: 'toimintamallit.gap.no_address',
  address_form: 'toimintamallit.gap.address_form',
  addresses_differ: 'toimintamallit.gap.addresses_differ',
  no_tag: 'toimintamallit.gap.no_tag',
  tag_differs: 'toimintamallit.gap.tag_differs',
  piloted_unknown: 'toimintamallit.gap.piloted_unknown',
  taken_unknown: 'toimintamallit.gap.taken_unknown',
  stayed_unknown: 'toimintamallit.gap.stayed_unknown',
  no_goal: 'toimintamallit.gap.no_goal',
  goal_unknown: 'toimintamallit.gap.goal_unknown',
  no_result: 'toimintamallit.gap.no_result',
  no_owner: 'toimintamallit.gap.no_owner',
  no_evidence: 'toimintamallit.gap.no_evidence',
}

export const registerSortLabels: Record<RegisterSort, string> = {
  register: 'toimintamallit.sort.register',
  name: 'toimintamallit.sort.name',
  unit: 'toimintamallit.sort.unit',
  gaps: 'toimintamallit.sort.gaps',
}
