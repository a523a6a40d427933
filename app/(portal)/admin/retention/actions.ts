'use server'

import { action } from '@/lib/access/action'
import { holdsAddress, listAddress, retentionAddress } from '@/lib/retention/addresses'
import { carryOut } from '@/lib/retention/destruction/commands'
import { liftHold, placeHold } from '@/lib/retention/holds/commands'
import { decideList, leaveOut, prepareList, withdrawList } from '@/lib/retention/lists/commands'
import { addRule, changeRule, removeRule } from '@/lib/retention/rules/commands'
import {
  carryOutSchema,
  decideSchema,
  holdSchema,
  leaveOutSchema,
  liftSchema,
  newRuleSchema,
  prepareSchema,
  removeRuleSchema,
  ruleSchema,
  withdrawSchema,
} from '@/lib/retention/schema'

const toRules = () => retentionAddress
const toHolds = () => holdsAddress
const toList = (_done: unknown, { listId }: { listId: string }) => listAddress(listId)

export const add = action(newRuleSchema, addRule, toRules)
export const change = action(ruleSchema, changeRule, toRules)
export const remove = action(removeRuleSchema, removeRule, toRules)
export const hold = action(holdSchema, placeHold, toHolds)
export const lift = action(liftSchema, liftHold, toHolds)
export const prepare = action(prepareSchema, prepareList, ({ listId }) => listAddress(listId))
export const leaveOutLine = action(leaveOutSchema, leaveOut, toList)
export const withdraw = action(withdrawSchema, withdrawList, toList)
export const decide = action(decideSchema, decideList, toList)
export const destroy = action(carryOutSchema, carryOut, toList)
