'use server'

import { action } from '@/lib/access/action'
import { rowAddress } from '@/lib/communications/addresses'
import { addRow, changeRow, removeItem, removeRow, saveItem } from '@/lib/communications/commands'
import {
  itemSchema,
  newRowSchema,
  removeItemSchema,
  removeRowSchema,
  rowChangeSchema,
} from '@/lib/communications/schema'
import { communicationsAddress } from '@/lib/projects/addresses'

const toRow = ({ rowId }: { rowId: string }, { project }: { project: string }) => rowAddress(project, rowId)

export const add = action(newRowSchema, addRow, toRow)
export const change = action(rowChangeSchema, changeRow, toRow)
export const remove = action(removeRowSchema, removeRow, (_done, { project }) => communicationsAddress(project))
export const keepItem = action(itemSchema, saveItem, (done, input) => `${toRow(done, input)}#${input.kind}`)
export const dropItem = action(removeItemSchema, removeItem, toRow)
