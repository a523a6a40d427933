import type { ActionOrigin, ActionState } from '@/lib/actions/model'

export const originLabels: Record<ActionOrigin, string> = {
  plan: 'actions.origin.plan',
  report: 'actions.origin.report',
}

export const stateLabels: Record<ActionState, string> = {
  planned: 'actions.state.planned',
  in_preparation: 'actions.state.inPreparation',
  started: 'actions.state.started',
  in_progress: 'actions.state.inProgress',
  in_use: 'actions.state.inUse',
  done: 'actions.state.done',
  ended: 'actions.state.ended',
  suspended: 'actions.state.suspended',
  not_extended: 'actions.state.notExtended',
  not_reported: 'actions.state.notReported',
}

/** For an action whose state nobody has told. */
export const unknownStateLabel = 'actions.state.unknown'
