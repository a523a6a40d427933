'use server'

import { action } from '@/lib/access/action'
import { removalSchema } from '@/lib/finance/schema'
import { itemAddress } from '@/lib/finance/treasury/addresses'
import { addPayment, changePayment, removePayment } from '@/lib/finance/treasury/payments/commands'
import { newPaymentSchema, paymentSchema } from '@/lib/finance/treasury/payments/schema'

const toItem = ({ itemId }: { itemId: string }, { project }: { project: string }) =>
  `${itemAddress(project, itemId)}#payments`

export const add = action(newPaymentSchema, (viewer, { project: _, ...input }) => addPayment(viewer, input), toItem)
export const change = action(paymentSchema, (viewer, { project: _, ...input }) => changePayment(viewer, input), toItem)
export const remove = action(removalSchema, removePayment, toItem)
