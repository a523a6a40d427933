import { z } from 'zod'
import { threadSteps } from '@/lib/comments/model'
import { commentFields } from '@/lib/comments/schema'
import { documentFields } from '@/lib/final-report/schema'

/** Where the person is and what is answered: a `page` to a form sent without scripts. It decides nothing. */
const place = {
  ...documentFields,
  sectionId: z.uuid(),
  answer: z.enum(['page', 'stay']).default('page'),
}
export type SectionPlaceOf = z.output<z.ZodObject<typeof place>>

export const startSectionThreadSchema = z.object({
  ...place,
  ...commentFields,
  path: z.string().min(1, 'comments.error.placeMissing').max(200),
})
export const sectionReplySchema = z.object({ ...place, ...commentFields, threadId: z.uuid() })
export const sectionThreadStepSchema = z.object({
  ...place,
  threadId: z.uuid(),
  step: z.enum(threadSteps).extract(['resolve', 'reopen']),
})
