'use server'

import { action } from '@/lib/access/action'
import { removalSchema } from '@/lib/finance/schema'
import { itemAddress, treasuryAddress } from '@/lib/finance/treasury/addresses'
import { addOwner, changeOwner, removeOwner } from '@/lib/finance/treasury/owners/commands'
import { newOwnerSchema, ownerSchema } from '@/lib/finance/treasury/owners/schema'

/** Back to the support, or to the contractors. */
const toOwned = ({ itemId }: { itemId: string | null }, { project }: { project: string }) =>
  itemId === null ? `${treasuryAddress(project)}#contractors` : `${itemAddress(project, itemId)}#owners`

export const add = action(newOwnerSchema, (viewer, { project: _, ...input }) => addOwner(viewer, input), toOwned)
export const change = action(ownerSchema, (viewer, { project: _, ...input }) => changeOwner(viewer, input), toOwned)
export const remove = action(removalSchema, removeOwner, toOwned)
