'use server'

import { action } from '@/lib/access/action'
import { figureSheetAddress, figureSheetsAddress } from '@/lib/rounds/addresses'
import { removeSheet, takeSheet } from '@/lib/status-reports/sheets/commands'
import { removeSheetSchema, takeSheetSchema } from '@/lib/status-reports/sheets/schema'

export const take = action(takeSheetSchema, takeSheet, (_done, { project, period, id }) =>
  figureSheetAddress(project, period, id),
)
export const remove = action(removeSheetSchema, removeSheet, (_done, { project, period }) =>
  figureSheetsAddress(project, period),
)
