import { z } from 'zod'
import { amountField, day, shortText } from '@/lib/finance/schema'
import { hasRightSign, type PaymentType, paymentTypes } from '@/lib/finance/treasury/model'
import { projectPlace, versionField } from '@/lib/projects/schema'

const paymentFields = {
  ...projectPlace,
  itemId: z.uuid(),
  paymentType: z.enum(paymentTypes, { error: 'finance.error.paymentType' }),
  paidOn: day,
  amount: amountField,
  note: shortText(),
}

function check({
  value,
  issues,
}: {
  value: { paymentType: PaymentType; amount: string }
  issues: z.core.$ZodRawIssue[]
}) {
  if (hasRightSign(value.paymentType, value.amount)) return
  const message = value.paymentType === 'recovery' ? 'finance.error.negative' : 'finance.error.positive'
  issues.push({ code: 'custom', input: value, path: ['amount'], message })
}

export const newPaymentSchema = z.object(paymentFields).check(check)
export const paymentSchema = z.object({ ...paymentFields, id: z.uuid(), version: versionField }).check(check)

/** A payment of a support; what was recovered is negative. Euros. */
export type PaymentInput = {
  projectId: string
  itemId: string
  paymentType: PaymentType
  paidOn: string
  amount: string
  note: string | null
}
