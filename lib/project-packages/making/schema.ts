import { z } from 'zod'
import { contradicts, optionalAmountField } from '@/lib/finance/schema'
import { locales } from '@/lib/platform/locales'
import { termField } from '@/lib/projects/basics/schema'
import { optionalIdField, optionalText } from '@/lib/values/form-fields'

/** A project that begins here: empty, or with the structure of another of the county's. */
export const newProjectSchema = z
  .object({
    key: z
      .string()
      .trim()
      .regex(/^[a-z0-9][a-z0-9-]{0,39}$/, 'structure.error.key')
      .refine((key) => key !== 'new', 'structure.error.keyTaken'),
    name: z.string().trim().min(1, 'projects.error.name').max(300, 'projects.error.tooLong'),
    programmeId: z.uuid('structure.error.programme'),
    term: termField,
    language: z.enum(locales),
    totalCost: optionalAmountField,
    totalCostAsWritten: optionalText(300, 'structure.error.tooLong'),
    sourceId: optionalIdField,
  })
  .check(({ value, issues }) => {
    if (!contradicts(value.totalCost, value.totalCostAsWritten)) return
    const message = 'finance.error.writtenDiffers'
    issues.push({ code: 'custom', input: value, path: ['totalCostAsWritten'], message })
  })
export type NewProject = z.output<typeof newProjectSchema>
