'use server'

import { action } from '@/lib/access/action'
import { removalSchema } from '@/lib/finance/schema'
import { itemAddress, treasuryAddress } from '@/lib/finance/treasury/addresses'
import { addItem, changeItem, removeItem } from '@/lib/finance/treasury/items/commands'
import { itemSchema, newItemSchema } from '@/lib/finance/treasury/items/schema'

const toItem = ({ id }: { id: string }, { project }: { project: string }) => itemAddress(project, id)

export const add = action(newItemSchema, (viewer, { project: _, ...input }) => addItem(viewer, input), toItem)
export const change = action(itemSchema, (viewer, { project: _, ...input }) => changeItem(viewer, input), toItem)
export const remove = action(removalSchema, removeItem, (_gone, { project }) => treasuryAddress(project))
