import { z } from 'zod'
import { optionalText } from '@/lib/values/form-fields'

const place = {
  project: z.string().min(1).max(100),
  version: z.coerce.number().int().positive(),
}

/** A step that needs no more than a press; a note may be given. */
export const plainStepSchema = z.object({
  ...place,
  step: z.enum(['checked', 'approved', 'frozen', 'sent']),
  reason: optionalText(2000, 'finalReport.error.tooLong'),
})

export const reasonedStepSchema = z.object({
  ...place,
  step: z.enum(['returned', 'correction_opened']),
  reason: z.string().trim().min(1, 'finalReport.error.reason').max(2000, 'finalReport.error.tooLong'),
})

export const decidedStepSchema = z.object({ ...place, decision: z.uuid('finalReport.error.choose') })
