import { z } from 'zod'
import { parseTime } from '@/lib/values/parse-time'

/** A day as people write it: 1.10.2025. What comes out is 2025-10-01. */
const day = z
  .string()
  .transform((text) => parseTime(text.trim()))
  .refine((time) => time.ok && time.value.from !== null && time.value.from === time.value.to, 'rounds.error.day')
  .transform((time) => (time.ok && time.value.from) || '')

const optionalDay = z.union([z.literal('').transform(() => null), z.undefined().transform(() => null), day])

/** Where the person is, so that the answer can lead back there. */
const project = z.string().max(100)

/** A period: its name in addresses (2025-Q4), its days, and the days of its round. */
export const newPeriodFormSchema = z
  .object({
    project,
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
export type NewPeriod = Omit<z.output<typeof newPeriodFormSchema>, 'project'>

export const openPeriodSchema = z.object({ project, period: z.string().max(20), periodId: z.uuid() })

export const publishSchema = z.object({
  project,
  projectId: z.uuid(),
  periodKey: z.string().max(20),
  /** Number of versions the person saw; somebody else's publication in between is told */
  seenVersion: z.coerce.number().int().min(0).optional(),
  /** The person has read what is published and what is left out */
  sure: z.literal('yes', { error: 'rounds.error.sureMissing' }),
  note: z
    .string()
    .trim()
    .max(2000, 'rounds.error.noteTooLong')
    .optional()
    .transform((text) => text || undefined),
})
export type Publication = { projectId: string; periodKey: string; seenVersion?: number; note?: string }
