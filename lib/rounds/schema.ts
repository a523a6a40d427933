import { z } from 'zod'
import { isIsoDate } from '@/lib/values/calendar'

const day = z.string().refine(isIsoDate, 'rounds.error.day')
const optionalDay = z
  .string()
  .nullish()
  .transform((text) => text || null)
  .refine((text) => text === null || isIsoDate(text), 'rounds.error.day')

/** A period: its name in addresses (2025-Q4), its days, and the days of its round. */
export const newPeriodSchema = z
  .object({
    projectId: z.uuid(),
    key: z
      .string()
      .trim()
      .regex(/^[0-9A-Za-z][0-9A-Za-z-]{0,19}$/, 'rounds.error.key'),
    from: day,
    to: day,
    opensOn: optionalDay,
    dueOn: optionalDay,
    closesOn: optionalDay,
  })
  .refine(({ from, to }) => from <= to, { path: ['to'], message: 'rounds.error.endsBeforeStart' })
  .refine(({ opensOn, dueOn }) => !opensOn || !dueOn || opensOn <= dueOn, {
    path: ['dueOn'],
    message: 'rounds.error.dueBeforeOpens',
  })
  .refine(({ dueOn, closesOn }) => !dueOn || !closesOn || dueOn <= closesOn, {
    path: ['closesOn'],
    message: 'rounds.error.closesBeforeDue',
  })
export type NewPeriod = z.infer<typeof newPeriodSchema>

export const publishSchema = z.object({
  projectId: z.uuid(),
  periodKey: z.string().max(20),
  /** Number of versions the person saw; somebody else's publication in between is told */
  seenVersion: z.coerce.number().int().min(0).optional(),
  note: z
    .string()
    .trim()
    .max(2000, 'rounds.error.noteTooLong')
    .optional()
    .transform((text) => text || undefined),
})
export type Publication = z.input<typeof publishSchema>
