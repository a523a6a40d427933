'use server'

import { action } from '@/lib/access/action'
import { budgetAddress, budgetsAddress } from '@/lib/finance/addresses'
import { addBudgetTable, changeBudgetTable, removeBudgetTable } from '@/lib/finance/budgets/commands'
import { addBudgetLine, changeBudgetLine, removeBudgetLine } from '@/lib/finance/budgets/lines/commands'
import { lineSchema, newLineSchema } from '@/lib/finance/budgets/lines/schema'
import { newTableSchema, tableSchema } from '@/lib/finance/budgets/schema'
import { removalSchema } from '@/lib/finance/schema'

const toTable = ({ id }: { id: string }, { project }: { project: string }) => budgetAddress(project, id)
const toLines = (_done: unknown, { project, tableId }: { project: string; tableId: string }) =>
  budgetAddress(project, tableId)

export const addTable = action(
  newTableSchema,
  (viewer, { project: _, ...input }) => addBudgetTable(viewer, input),
  toTable,
)
export const changeTable = action(
  tableSchema,
  (viewer, { project: _, ...input }) => changeBudgetTable(viewer, input),
  toTable,
)
export const removeTable = action(removalSchema, removeBudgetTable, (_gone, { project }) => budgetsAddress(project))

export const addLine = action(
  newLineSchema,
  (viewer, { project: _, ...input }) => addBudgetLine(viewer, input),
  toLines,
)
export const changeLine = action(
  lineSchema,
  (viewer, { project: _, ...input }) => changeBudgetLine(viewer, input),
  toLines,
)
export const removeLine = action(removalSchema, removeBudgetLine, ({ tableId }, { project }) =>
  budgetAddress(project, tableId),
)
