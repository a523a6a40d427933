import { z } from 'zod'
import { type Placed, projectField as project, versionField as version } from '@/lib/projects/schema'
import { mitigationStates, riskKinds } from '@/lib/risks/model'
import { optionalDayField, optionalIdField, optionalText } from '@/lib/values/form-fields'

const needed = (longest: number, missing: string, tooLong: string) =>
  z.string().trim().min(1, missing).max(longest, tooLong)

/** Roles, one on a line; commas part them, too. */
const roles = z
  .string()
  .max(2000, 'risks.error.tooLong')
  .transform((text) => [...new Set(text.split(/[\n,;]/).map((role) => role.trim()))].filter((role) => role !== ''))

/** Digits that need not be written; not a union, which would answer "invalid input" instead of the message. */
const optionalNumber = (pattern: RegExp, message: string) =>
  z
    .string()
    .trim()
    .optional()
    .refine((text = '') => text === '' || pattern.test(text), message)
    .transform((text = '') => (text === '' ? null : Number(text)))

const score = optionalNumber(/^([1-9]|10)$/, 'risks.error.score')

const description = needed(4000, 'risks.error.descriptionMissing', 'risks.error.tooLong')
const riskFields = {
  kind: z.enum(riskKinds),
  description,
  ownerRoles: roles,
  workPackageId: optionalIdField,
  raisedOn: optionalDayField('risks.error.day'),
}

export const newRiskSchema = z.object({ project, projectId: z.uuid(), ...riskFields })
export type NewRisk = Placed<z.output<typeof newRiskSchema>>

export const changeRiskSchema = z.object({ project, riskId: z.uuid(), version, ...riskFields })
export type RiskChange = Placed<z.output<typeof changeRiskSchema>>

export const assessmentSchema = z
  .object({
    project,
    riskId: z.uuid(),
    version,
    periodId: z.uuid('risks.error.periodMissing'),
    probability: score,
    impact: score,
    probabilityAfter: score,
    impactAfter: score,
    pointsAsWritten: optionalNumber(/^\d{1,3}$/, 'risks.error.points'),
    source: optionalText(500, 'risks.error.tooLong'),
    assessedOn: optionalDayField('risks.error.day'),
    note: optionalText(4000, 'risks.error.tooLong'),
  })
  .refine(({ probability, impact, note }) => probability !== null || impact !== null || note !== null, {
    path: ['probability'],
    message: 'risks.error.nothingAssessed',
  })
export type Assessment = Placed<z.output<typeof assessmentSchema>>

export const closeRiskSchema = z.object({
  project,
  riskId: z.uuid(),
  version,
  closedOn: optionalDayField('risks.error.day'),
  reason: needed(2000, 'risks.error.reasonMissing', 'risks.error.tooLong'),
})
export type RiskClosing = Placed<z.output<typeof closeRiskSchema>>

export const reopenRiskSchema = z.object({ project, riskId: z.uuid(), version })
export type RiskStep = Placed<z.output<typeof reopenRiskSchema>>

export const mitigationSchema = z.object({
  project,
  riskId: z.uuid(),
  version,
  /** Empty: another one */
  mitigationId: optionalIdField,
  text: needed(4000, 'risks.error.textMissing', 'risks.error.tooLong'),
  state: z
    .enum(['', ...mitigationStates])
    .optional()
    .transform((state) => state || null),
  ownerRole: optionalText(200, 'risks.error.tooLong'),
  dueOn: optionalDayField('risks.error.day'),
})
export type Mitigation = Placed<z.output<typeof mitigationSchema>>

export const removeMitigationSchema = z.object({ project, riskId: z.uuid(), version, mitigationId: z.uuid() })
export type MitigationRemoval = Placed<z.output<typeof removeMitigationSchema>>
