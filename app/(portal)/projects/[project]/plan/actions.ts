'use server'

import { action } from '@/lib/access/action'
import { partAddress, planAddress } from '@/lib/plan/addresses'
import { removeDependency, saveDependency } from '@/lib/plan/dependencies/commands'
import { dependencySchema } from '@/lib/plan/dependencies/schema'
import { removeMaturity, saveMaturity } from '@/lib/plan/maturity/commands'
import { maturitySchema } from '@/lib/plan/maturity/schema'
import { removePersonMonths, savePersonMonths } from '@/lib/plan/person-months/commands'
import { personMonthsSchema } from '@/lib/plan/person-months/schema'
import { removeColumn, saveCells, saveColumn } from '@/lib/plan/schedule/commands'
import { cellsSchema, columnRemovalSchema, columnSchema } from '@/lib/plan/schedule/schema'
import { rowRemovalSchema } from '@/lib/plan/schema'
import { setLinkState } from '@/lib/projects/links/commands'
import { linkStateSchema } from '@/lib/projects/links/schema'

const toList =
  (list: string) =>
  (_done: unknown, { project }: { project: string }) =>
    `${planAddress(project)}#${list}`
const toPart = (_done: unknown, { project, workPackageId }: { project: string; workPackageId: string }) =>
  partAddress(project, workPackageId)

export const keepColumn = action(columnSchema, saveColumn, toPart)
export const dropColumn = action(columnRemovalSchema, removeColumn, toPart)
export const keepCells = action(cellsSchema, saveCells, toPart)
export const keepPersonMonths = action(personMonthsSchema, savePersonMonths, toList('person-months'))
export const dropPersonMonths = action(rowRemovalSchema, removePersonMonths, toList('person-months'))
export const keepMaturity = action(maturitySchema, saveMaturity, toList('maturity'))
export const dropMaturity = action(rowRemovalSchema, removeMaturity, toList('maturity'))
export const keepDependency = action(dependencySchema, saveDependency, toList('dependencies'))
export const dropDependency = action(rowRemovalSchema, removeDependency, toList('dependencies'))
export const keepLinkState = action(linkStateSchema, setLinkState, toList('links'))
