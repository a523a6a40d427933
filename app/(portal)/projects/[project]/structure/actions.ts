'use server'

import { action } from '@/lib/access/action'
import { structureAddress } from '@/lib/plan/addresses'
import { saveInvestment } from '@/lib/plan/structure/investments/commands'
import { removeFrom } from '@/lib/plan/structure/keeping/commands'
import { saveLevel } from '@/lib/plan/structure/levels/commands'
import { investmentSchema, levelSchema, removalSchema, unitSchema } from '@/lib/plan/structure/schema'
import { saveUnit } from '@/lib/plan/structure/units/commands'

const back = (_done: unknown, { project }: { project: string }) => structureAddress(project)

export const keepLevel = action(levelSchema, (viewer, { project: _, ...input }) => saveLevel(viewer, input), back)
export const keepInvestment = action(
  investmentSchema,
  (viewer, { project: _, ...input }) => saveInvestment(viewer, input),
  back,
)
export const keepUnit = action(unitSchema, (viewer, { project: _, ...input }) => saveUnit(viewer, input), back)
export const dropLevel = action(removalSchema, (viewer, input) => removeFrom(viewer, 'InvestmentLevel', input), back)
export const dropInvestment = action(removalSchema, (viewer, input) => removeFrom(viewer, 'Investment', input), back)
export const dropUnit = action(removalSchema, (viewer, input) => removeFrom(viewer, 'WorkPackage', input), back)
