'use server'

import { action } from '@/lib/access/action'
import { planChangeAddress } from '@/lib/plan-changes/addresses'
import {
  takeUp as beginPreparation,
  decideChange,
  editChange,
  putInForce as enforce,
  proposeChange,
  rejectChange,
} from '@/lib/plan-changes/commands'
import { removeEffect, saveEffect } from '@/lib/plan-changes/effects/commands'
import {
  decisionSchema,
  effectSchema,
  inForceSchema,
  planChangeEditSchema,
  proposalSchema,
  rejectionSchema,
  removeEffectSchema,
  takeUpSchema,
} from '@/lib/plan-changes/schema'

type Done = { changeId: string }
type Place = { project: string }
// No anchor: where the answer leads back to the same page, the browser would jump there without asking for the page anew.
const toChange = ({ changeId }: Done, { project }: Place) => planChangeAddress(project, changeId)

export const propose = action(proposalSchema, proposeChange, toChange)
export const edit = action(planChangeEditSchema, editChange, toChange)
export const takeUp = action(takeUpSchema, beginPreparation, toChange)
export const decide = action(decisionSchema, decideChange, toChange)
export const putInForce = action(inForceSchema, enforce, toChange)
export const reject = action(rejectionSchema, rejectChange, toChange)
export const keepEffect = action(effectSchema, saveEffect, toChange)
export const dropEffect = action(removeEffectSchema, removeEffect, toChange)
