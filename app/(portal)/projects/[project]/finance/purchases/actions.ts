'use server'

import { action } from '@/lib/access/action'
import { purchaseAddress } from '@/lib/finance/addresses'
import { addPurchase, changePurchase, removePurchase } from '@/lib/finance/purchases/commands'
import { newPurchaseSchema, purchaseSchema } from '@/lib/finance/purchases/schema'
import { removalSchema } from '@/lib/finance/schema'
import { purchasesAddress } from '@/lib/projects/addresses'

const toPurchase = ({ id }: { id: string }, { project }: { project: string }) => purchaseAddress(project, id)

export const add = action(
  newPurchaseSchema,
  (viewer, { project: _, ...input }) => addPurchase(viewer, input),
  toPurchase,
)
export const change = action(
  purchaseSchema,
  (viewer, { project: _, ...input }) => changePurchase(viewer, input),
  toPurchase,
)
export const remove = action(removalSchema, removePurchase, (_gone, { project }) => purchasesAddress(project))
