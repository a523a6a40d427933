'use server'

import { action } from '@/lib/access/action'
import { risksAddress } from '@/lib/projects/addresses'
import { riskAddress } from '@/lib/risks/addresses'
import {
  addRisk,
  assessRisk,
  changeRisk,
  closeRisk,
  removeMitigation,
  reopenRisk,
  saveMitigation,
} from '@/lib/risks/commands'
import {
  assessmentSchema,
  changeRiskSchema,
  closeRiskSchema,
  mitigationSchema,
  newRiskSchema,
  removeMitigationSchema,
  reopenRiskSchema,
} from '@/lib/risks/schema'

// No anchor where the answer leads back to the same page: the browser would then jump there without asking for the page anew.
type Place = { project: string; riskId: string }
const toRisk = (_done: unknown, { project, riskId }: Place) => riskAddress(project, riskId)

export const add = action(newRiskSchema, addRisk, ({ riskId }, { project }) => riskAddress(project, riskId))
export const change = action(changeRiskSchema, changeRisk, toRisk)
export const assess = action(assessmentSchema, assessRisk, toRisk)
export const close = action(closeRiskSchema, closeRisk, (_done, { project }) => risksAddress(project))
export const reopen = action(reopenRiskSchema, reopenRisk, toRisk)
export const keepMitigation = action(mitigationSchema, saveMitigation, toRisk)
export const dropMitigation = action(removeMitigationSchema, removeMitigation, toRisk)
