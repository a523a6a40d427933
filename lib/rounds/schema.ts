import { z } from 'zod'
import { dayField, optionalDayField } from '@/lib/values/form-fields'

const day = dayField('rounds.error.day')
const optionalDay = optionalDayField('rounds.error.day')

/** Where the person is, so that the answer can lead back there. */
const project = z.string().max(100)

/** The days of a period and of its round, as people write them. */
export const dayFields = { from: day, to: day, opensOn: optionalDay, dueOn: optionalDay, closesOn: optionalDay }
type Days = z.output<z.ZodObject<typeof dayFields>>

/** Days that are in no order, each told at its field. */
export function checkOrder({ value, issues }: { value: Days; issues: z.core.$ZodRawIssue[] }): void {
  const { from, to, opensOn, dueOn, closesOn } = value
  const wrong = (name: keyof Days, message: string) =>
    issues.push({ code: 'custom', input: value, path: [name], message })
  if (from > to) wrong('to', 'rounds.error.endsBeforeStart')
  if (opensOn && dueOn && opensOn > dueOn) wrong('dueOn', 'rounds.error.dueBeforeOpens')
  else if (dueOn && dueOn < from) wrong('dueOn', 'calendar.error.dueBeforeFrom')
  if (dueOn && closesOn && dueOn > closesOn) wrong('closesOn', 'rounds.error.closesBeforeDue')
  else if (opensOn && closesOn && opensOn > closesOn) wrong('closesOn', 'calendar.error.closesBeforeOpens')
}

/** The person has said that the period is meant to overlap another. */
export const overlapsField = z
  .literal('yes')
  .optional()
  .transform((said) => said === 'yes')

/** A period: its name in addresses (2025-Q4), its days, and the days of its round. */
export const newPeriodFormSchema = z
  .object({
    project,
    projectId: z.uuid(),
    key: z
      .string()
      .trim()
      .regex(/^[0-9A-Za-z][0-9A-Za-z-]{0,19}$/, 'rounds.error.key'),
    ...dayFields,
    overlaps: overlapsField,
  })
  .check(checkOrder)
export type NewPeriod = Omit<z.output<typeof newPeriodFormSchema>, 'project' | 'overlaps'> & { overlaps?: boolean }

export const openPeriodSchema = z.object({ project, period: z.string().max(20), periodId: z.uuid() })

export const publishSchema = z.object({
  project,
  projectId: z.uuid(),
  periodKey: z.string().max(20),
  /** Number of versions the person saw; somebody else's publication in between is told */
  seenVersion: z.coerce.number().int().min(0).optional(),
  /** Mark of the list of findings the person saw */
  seenFindings: z.string().max(100).optional(),
  /** The person has read what is published and what is left out */
  sure: z.literal('yes', { error: 'rounds.error.sureMissing' }),
  note: z
    .string()
    .trim()
    .max(2000, 'rounds.error.noteTooLong')
    .optional()
    .transform((text) => text || undefined),
})
export type Publication = {
  projectId: string
  periodKey: string
  seenVersion?: number
  seenFindings?: string
  /** Why it is published all the same when something was found; else a note if wanted */
  note?: string
}
