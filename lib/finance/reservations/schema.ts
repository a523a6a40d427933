import { z } from 'zod'
import { contradicts, longText, optionalAmountField, shortText } from '@/lib/finance/schema'
import { projectPlace, versionField } from '@/lib/projects/schema'
import { optionalIdField } from '@/lib/values/form-fields'

const reservationFields = {
  ...projectPlace,
  investmentId: optionalIdField,
  amount: optionalAmountField,
  asWritten: shortText(),
  note: longText,
}

type Amounts = { amount: string | null; asWritten: string | null }

function check({ value, issues }: { value: Amounts; issues: z.core.$ZodRawIssue[] }): void {
  const wrong = (field: keyof Amounts, message: string) =>
    issues.push({ code: 'custom', input: value, path: [field], message })
  if (value.amount === null && value.asWritten === null) wrong('amount', 'finance.error.amountOrWords')
  else if (contradicts(value.amount, value.asWritten)) wrong('asWritten', 'finance.error.writtenDiffers')
}

export const newReservationSchema = z.object(reservationFields).check(check)
export const reservationSchema = z.object({ ...reservationFields, id: z.uuid(), version: versionField }).check(check)

/** varaus: money set aside; an unknown amount is null and then told in words. */
export type ReservationInput = {
  projectId: string
  investmentId: string | null
  amount: string | null
  asWritten: string | null
  note: string | null
}
