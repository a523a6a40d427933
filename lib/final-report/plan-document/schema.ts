import { z } from 'zod'
import { projectPlace } from '@/lib/projects/schema'
import { optionalText } from '@/lib/values/form-fields'

/** Makes a version of the plan. */
export const planVersionSchema = z.object({
  ...projectPlace,
  /** How many versions there were when the person looked */
  version: z.coerce.number().int().min(0),
  reason: optionalText(2000, 'plan.error.tooLong'),
})
export type PlanVersion = z.output<typeof planVersionSchema>
