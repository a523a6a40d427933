import { z } from 'zod'
import { dayFields } from '@/lib/rounds/schema'
import { isIsoDate } from '@/lib/values/calendar'

const place = { project: z.string().max(100), period: z.string().max(20), periodId: z.uuid(), unitId: z.uuid() }

/** The unit's own day as the person saw it, empty for none: somebody faster is told. */
const seenDay = z
  .string()
  .refine((text) => text === '' || isIsoDate(text))
  .transform((text) => text || null)

export const grantSchema = z.object({
  ...place,
  seenDueOn: seenDay,
  dueOn: dayFields.from,
  allowedBy: z.string().trim().min(1, 'calendar.error.allowedByMissing').max(200, 'calendar.error.allowedByTooLong'),
  reason: z.string().trim().min(1, 'calendar.error.reasonMissing').max(2000, 'calendar.error.reasonTooLong'),
})
export type ExceptionGrant = {
  periodId: string
  unitId: string
  dueOn: string
  allowedBy: string
  reason: string
  seenDueOn?: string | null
}

export const withdrawSchema = z.object({ ...place, seenDueOn: seenDay })
export type ExceptionWithdrawal = { periodId: string; unitId: string; seenDueOn?: string | null }
