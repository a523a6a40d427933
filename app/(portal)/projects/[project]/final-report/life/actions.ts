'use server'

import { action } from '@/lib/access/action'
import { lifeAddress } from '@/lib/final-report/addresses'
import { takeStep } from '@/lib/final-report/life/commands'
import { decidedStepSchema, plainStepSchema, reasonedStepSchema } from '@/lib/final-report/life/schema'

const back = (_done: unknown, { project }: { project: string }) => lifeAddress(project)

/** Checks, approves, locks or sends the report. */
export const plainStep = action(plainStepSchema, takeStep, back)

/** Returns the report, or opens it for a correction, with the reason. */
export const reasonedStep = action(reasonedStepSchema, takeStep, back)

/** Records the decision of the steering group. */
export const decidedStep = action(
  decidedStepSchema,
  (viewer, { decision, ...place }) =>
    takeStep(viewer, { ...place, step: 'decided', reason: null, decisionId: decision }),
  back,
)
