import { z } from 'zod'
import { threadSteps } from '@/lib/comments/model'
import { commentFields, visibilityField } from '@/lib/comments/schema'
import { reportPlace } from '@/lib/status-reports/schema'

/** Where the person is and what is answered: a `page` to a form sent without scripts. It decides nothing. */
const place = {
  ...reportPlace,
  on: z.enum(['report', 'form']),
  answer: z.enum(['page', 'stay']).default('page'),
}
export type CommentedPlace = z.output<z.ZodObject<typeof place>>

export const startThreadSchema = z.object({
  ...place,
  ...commentFields,
  reportId: z.uuid(),
  path: z.string().min(1, 'comments.error.placeMissing').max(200),
  /** An unticked box sends nothing */
  visibility: visibilityField.default('internal'),
})

export const replySchema = z.object({ ...place, ...commentFields, threadId: z.uuid() })

export const threadStepSchema = z.object({ ...place, threadId: z.uuid(), step: z.enum(threadSteps) })
