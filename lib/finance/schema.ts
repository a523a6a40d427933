import { z } from 'zod'
import { fundingSources } from '@/lib/finance/model'
import { readShares, shareProblems } from '@/lib/finance/shares/model'
import { projectPlace, versionField } from '@/lib/projects/schema'
import { readBusinessId } from '@/lib/values/business-id'
import { compare, parseDecimal } from '@/lib/values/decimal'
import { dayField, optionalDayField, optionalIdField, optionalText } from '@/lib/values/form-fields'

const currency = /\s*(?:€|eur|euroa?)$/i

/** An amount of euros as typed: its exact text, or the key of the sentence that says why it is none. */
export function readAmount(text: string): { amount: string } | { error: string } {
  const parsed = parseDecimal(text.trim().replace(currency, ''))
  if (!parsed.ok) return { error: `finance.error.${amountErrors[parsed.reason]}` }
  const decimals = parsed.value.split('.')[1] ?? ''
  return decimals.length > 2 ? { error: 'finance.error.decimals' } : { amount: parsed.value }
}

const amountErrors = { NOT_A_NUMBER: 'amount', AMBIGUOUS_THOUSANDS: 'thousands', TOO_LONG: 'tooLarge' } as const

/** Euros typed the Finnish way: `1 234,50 €`. */
export const amountField = z
  .string()
  .trim()
  .min(1, 'finance.error.amountMissing')
  .max(60, 'finance.error.amount')
  .transform((text, context) => {
    const read = readAmount(text)
    if ('amount' in read) return read.amount
    context.addIssue({ code: 'custom', message: read.error })
    return z.NEVER
  })

/** The same where nothing is known when nothing is written: empty is unknown, never zero. */
export const optionalAmountField = z
  // Not a union: that would answer "invalid input" instead of what is wrong with the amount.
  .string()
  .trim()
  .max(60, 'finance.error.amount')
  .optional()
  .transform((text, context) => {
    const read = text ? readAmount(text) : { amount: null }
    if ('amount' in read) return read.amount
    context.addIssue({ code: 'custom', message: read.error })
    return z.NEVER
  })

/** What the source says may be words; a number it says is the amount itself, or one of the two is a slip. */
export function contradicts(amount: string | null, asWritten: string | null): boolean {
  const read = asWritten === null ? null : readAmount(asWritten)
  return read !== null && 'amount' in read && (amount === null || compare(read.amount, amount) !== 0)
}

export const shortText = (longest = 300) => optionalText(longest, 'finance.error.tooLong')
export const longText = shortText(5000)
export const requiredText = z.string().trim().min(1, 'finance.error.missing').max(500, 'finance.error.tooLong')
export const optionalDay = optionalDayField('finance.error.day')
export const day = dayField('finance.error.day')

export const fundingSourceField = z
  .union([z.literal(''), z.enum(fundingSources)])
  .optional()
  .transform((source) => source || null)

/** A Y-tunnus, with its check digit; nothing written comes out as null. */
export const businessIdField = z
  .string()
  .trim()
  .optional()
  .transform((text, context) => {
    const read = text ? readBusinessId(text) : null
    if (text && read === null) context.addIssue({ code: 'custom', message: 'finance.error.businessId' })
    return read
  })

/** To whom in the project money belongs. */
export const placeFields = {
  investmentId: optionalIdField,
  workPackageId: optionalIdField,
  costType: shortText(),
  fundingSource: fundingSourceField,
}

export const removalSchema = z.object({
  ...projectPlace,
  id: z.uuid(),
  version: versionField,
  sure: z.literal('yes', { error: 'finance.error.sure' }),
})
export type Removal = { projectId: string; id: string; version: number }

const rowName = /^(\w+)\/(\d{1,3})\/(\w+)$/

/** Rows of a form, whose fields are named `list/0/field`, under the name of their list; everything else as it is. */
export function withRows(typed: unknown): unknown {
  if (typeof typed !== 'object' || typed === null) return typed
  const whole: Record<string, unknown> = {}
  const lists = new Map<string, Record<string, Record<string, unknown>>>()
  for (const [name, value] of Object.entries(typed)) {
    const [, list, at, field] = rowName.exec(name) ?? []
    if (!list || !at || !field) {
      whole[name] = value
      continue
    }
    const rows = lists.get(list) ?? {}
    rows[at] = { ...rows[at], [field]: value }
    lists.set(list, rows)
  }
  return { ...whole, ...Object.fromEntries(lists) }
}

/** Tells funding shares that are no shares, or more than the whole together, at their fields. The object lets them through. */
export function checkShares(typed: Record<string, unknown>, context: z.core.$RefinementCtx): void {
  for (const { field, message } of shareProblems(readShares(typed))) {
    context.addIssue({ code: 'custom', path: [field], message })
  }
}

/** Checked also when another field is at fault, so that everything is told at once. */
export const always = { when: () => true }
