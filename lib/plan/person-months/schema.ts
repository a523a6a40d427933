import { z } from 'zod'
import { fundingSources } from '@/lib/finance/model'
import { longText, optionalNumberField, readNumber, rowFields, shortText } from '@/lib/plan/schema'
import { compare } from '@/lib/values/decimal'
import { optionalIdField } from '@/lib/values/form-fields'

const year = z
  .string()
  .trim()
  .optional()
  .refine((text = '') => text === '' || /^20\d{2}$/.test(text), 'plan.error.year')
  .transform((text = '') => (text === '' ? null : Number(text)))

/** Person-months may be unknown, but then the row says something else: words of the source, or whose work it is. */
export const personMonthsSchema = z
  .object({
    ...rowFields,
    workPackageId: optionalIdField,
    role: shortText,
    year,
    months: optionalNumberField,
    monthsAsWritten: shortText,
    fundingSource: z
      .union([z.literal(''), z.enum(fundingSources)])
      .optional()
      .transform((source) => source || null),
    note: longText,
  })
  .superRefine(({ months, monthsAsWritten, role, note }, context) => {
    const wrong = (path: string, message: string) => context.addIssue({ code: 'custom', path: [path], message })
    if (months === null && monthsAsWritten === null && role === null && note === null)
      wrong('months', 'plan.error.monthsOrWords')
    if (months?.startsWith('-')) wrong('months', 'plan.error.negative')
    const read = monthsAsWritten === null ? null : readNumber(monthsAsWritten)
    if (read && 'number' in read && (months === null || compare(read.number, months) !== 0))
      wrong('monthsAsWritten', 'plan.error.writtenDiffers')
  })
export type PersonMonthsInput = Omit<z.output<typeof personMonthsSchema>, 'project'>
