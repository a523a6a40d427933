import { z } from 'zod'
import { projectPlace, versionField } from '@/lib/projects/schema'
import { parseDecimal } from '@/lib/values/decimal'
import { optionalIdField, optionalText } from '@/lib/values/form-fields'

const reasons = { NOT_A_NUMBER: 'number', AMBIGUOUS_THOUSANDS: 'thousands', TOO_LONG: 'number' } as const

/** A number typed the Finnish way with at most two decimals; nothing written is unknown (null), never zero. */
export const optionalNumberField = z
  .string()
  .trim()
  .max(60, 'plan.error.number')
  .optional()
  .transform((text, context) => {
    if (!text) return null
    const read = readNumber(text)
    if ('number' in read) return read.number
    context.addIssue({ code: 'custom', message: read.error })
    return z.NEVER
  })

/** The number, or the key of the sentence that says why it is none. */
export function readNumber(text: string): { number: string } | { error: string } {
  const parsed = parseDecimal(text)
  if (!parsed.ok) return { error: `plan.error.${reasons[parsed.reason]}` }
  const [whole = '', decimals = ''] = parsed.value.replace('-', '').split('.')
  if (decimals.length > 2) return { error: 'plan.error.decimals' }
  return whole.length > 8 ? { error: 'plan.error.number' } : { number: parsed.value }
}

export const shortText = optionalText(300, 'plan.error.tooLong')
export const longText = optionalText(4000, 'plan.error.tooLong')
export const requiredText = z.string().trim().min(1, 'plan.error.missing').max(300, 'plan.error.tooLong')

/** The row that is written, and the state of it that the person saw; neither of a new one. */
export const rowFields = { ...projectPlace, id: optionalIdField, version: versionField.optional() }

/** A row that is taken away. */
export const rowRemovalSchema = z.object({ ...projectPlace, id: z.uuid(), version: versionField })
export type RowRemoval = Omit<z.output<typeof rowRemovalSchema>, 'project'>
