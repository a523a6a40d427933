'use server'

import { action } from '@/lib/access/action'
import { changeDefinition, defineIndicator } from '@/lib/indicators/definitions/commands'
import { definitionSchema, newIndicatorSchema } from '@/lib/indicators/definitions/schema'
import { addTarget, supersedeTarget } from '@/lib/indicators/targets/commands'
import { newTargetSchema, supersedeSchema } from '@/lib/indicators/targets/schema'
import { enterBreakdown, enterValue } from '@/lib/indicators/values/commands'
import { breakdownSchema, valueSchema } from '@/lib/indicators/values/schema'
import { indicatorAddress } from '@/lib/projects/addresses'

const toIndicator = ({ indicatorId }: { indicatorId: string }, { project }: { project: string }) =>
  indicatorAddress(project, indicatorId)

export const define = action(newIndicatorSchema, defineIndicator, toIndicator)
export const redefine = action(definitionSchema, changeDefinition, toIndicator)
export const setTarget = action(newTargetSchema, addTarget, toIndicator)
export const endTarget = action(supersedeSchema, supersedeTarget, toIndicator)
export const enter = action(valueSchema, enterValue, toIndicator)
export const enterParts = action(breakdownSchema, enterBreakdown, toIndicator)
