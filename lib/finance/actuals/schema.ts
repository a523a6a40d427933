import { z } from 'zod'
import type { FundingSource } from '@/lib/finance/model'
import { longText, optionalDay, placeFields, readAmount } from '@/lib/finance/schema'
import { projectPlace, versionField } from '@/lib/projects/schema'
import { optionalIdField } from '@/lib/values/form-fields'

/** An amount that must be there, beside how it was typed. */
export const statedAmountField = z
  .string()
  .trim()
  .min(1, 'finance.error.amountMissing')
  .max(60, 'finance.error.amount')
  .transform((text, context): { amount: string; amountAsWritten: string } => {
    const read = readAmount(text)
    if ('amount' in read) return { amount: read.amount, amountAsWritten: text }
    context.addIssue({ code: 'custom', message: read.error })
    return z.NEVER
  })

const actualFields = {
  ...projectPlace,
  ...placeFields,
  periodId: optionalIdField,
  amount: statedAmountField,
  asOf: optionalDay,
  note: longText,
}

/** toteuma as it is written down: to whom it belongs, of which period, how much. */
export type ActualInput = {
  projectId: string
  investmentId: string | null
  workPackageId: string | null
  periodId: string | null
  costType: string | null
  fundingSource: FundingSource | null
  amount: string
  amountAsWritten: string
  asOf: string | null
  note: string | null
}

export const newActualSchema = z
  .object(actualFields)
  .transform(({ amount, ...typed }): ActualInput & { project: string } => ({ ...typed, ...amount }))

export const actualSchema = z
  .object({ ...actualFields, id: z.uuid(), version: versionField })
  .transform(({ amount, ...typed }) => ({ ...typed, ...amount }))
