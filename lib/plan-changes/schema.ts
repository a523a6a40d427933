import { z } from 'zod'
import { type Placed, projectField as project, versionField as version } from '@/lib/projects/schema'
import { parseDecimal } from '@/lib/values/decimal'
import { dayField, optionalIdField, optionalText } from '@/lib/values/form-fields'
import { parseTime } from '@/lib/values/parse-time'

const long = optionalText(20_000, 'planChanges.error.tooLong')
const note = optionalText(2000, 'planChanges.error.tooLong')

/** Euros as people write them: `1 234,50`, `−500`, `12 000 €`. Nothing comes out as null: unknown, which is not zero. */
const amount = z
  .string()
  .optional()
  .transform((text = '') => text.trim().replace(/\s*(?:€|euroa?|eur)$/i, ''))
  .transform((text) => (text === '' ? null : parseDecimal(text)))
  .refine((read) => read === null || read.ok, 'planChanges.error.amount')
  .refine((read) => !read?.ok || (read.value.split('.')[1] ?? '').length <= 2, 'planChanges.error.cents')
  .transform((read) => (read?.ok ? read.value : null))

const changeFields = {
  workPackageId: optionalIdField,
  investmentId: optionalIdField,
  title: z.string().trim().min(1, 'planChanges.error.titleMissing').max(500, 'planChanges.error.tooLong'),
  what: long,
  why: long,
  oldText: long,
  newText: long,
  oldAmount: amount,
  newAmount: amount,
}

export const proposalSchema = z.object({ project, projectId: z.uuid(), reportId: optionalIdField, ...changeFields })
export type Proposal = Placed<z.output<typeof proposalSchema>>

export const planChangeEditSchema = z.object({ project, changeId: z.uuid(), version, ...changeFields })
export type PlanChangeEdit = Placed<z.output<typeof planChangeEditSchema>>

export const takeUpSchema = z.object({ project, changeId: z.uuid(), version, note })
export type TakingUp = Placed<z.output<typeof takeUpSchema>>

/** The day or the month in which it was decided: `12.9.2025`, `9/2025`. */
const decided = z
  .string()
  .trim()
  .max(100, 'planChanges.error.tooLong')
  .transform((asWritten) => ({ asWritten, time: parseTime(asWritten) }))
  .refine(({ time }) => time.ok && time.value.code !== null, 'planChanges.error.decided')
  .transform(({ asWritten, time }) => {
    const span = time.ok ? time.value : null
    return { asWritten, timeCode: span?.code ?? '', decidedOn: span && span.from === span.to ? span.from : null }
  })

export const decisionSchema = z.object({
  project,
  changeId: z.uuid(),
  version,
  decided,
  decisionId: optionalIdField,
  note,
})
export type SteeringDecision = Placed<z.output<typeof decisionSchema>>

export const inForceSchema = z.object({
  project,
  changeId: z.uuid(),
  version,
  inForceFrom: dayField('planChanges.error.day'),
  note,
})
export type InForce = Placed<z.output<typeof inForceSchema>>

export const rejectionSchema = z.object({
  project,
  changeId: z.uuid(),
  version,
  reason: z.string().trim().min(1, 'planChanges.error.reasonMissing').max(2000, 'planChanges.error.tooLong'),
})
export type Rejection = Placed<z.output<typeof rejectionSchema>>

export const effectSchema = z
  .object({
    project,
    changeId: z.uuid(),
    version,
    /** Empty: another one */
    effectId: optionalIdField,
    investmentId: optionalIdField,
    workPackageId: optionalIdField,
    year: z
      .string()
      .trim()
      .optional()
      .refine((text = '') => text === '' || /^(?:19|20|21)\d\d$/.test(text), 'planChanges.error.year')
      .transform((text = '') => (text === '' ? null : Number(text))),
    costType: optionalText(200, 'planChanges.error.tooLong'),
    oldAmount: amount,
    newAmount: amount,
  })
  .refine(({ oldAmount, newAmount }) => oldAmount !== null || newAmount !== null, {
    path: ['newAmount'],
    message: 'planChanges.error.amountMissing',
  })
export type Effect = Placed<z.output<typeof effectSchema>>

export const removeEffectSchema = z.object({ project, changeId: z.uuid(), version, effectId: z.uuid() })
export type EffectRemoval = Placed<z.output<typeof removeEffectSchema>>
