import { z } from 'zod'
import { dayField, optionalText } from '@/lib/values/form-fields'

const place = { targetId: z.uuid(), project: z.string().max(100) }

export const reachedSchema = z.object({
  ...place,
  on: dayField('evidence.error.day'),
  note: optionalText(2000, 'evidence.error.noteTooLong'),
})

export const notReachedSchema = z.object({
  ...place,
  /** The day the person saw; somebody faster is told */
  seenOn: z.string().max(10),
  reason: z.string().trim().min(1, 'evidence.error.reason').max(2000, 'evidence.error.noteTooLong'),
})
