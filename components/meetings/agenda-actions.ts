import type { StepAction } from '@/components/status-reports/step-form'

/** What can be done on a meeting's page to its items. */
export type AgendaActions = { move: StepAction; mark: StepAction }
