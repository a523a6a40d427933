import { z } from 'zod'
import { contradicts, optionalAmountField } from '@/lib/finance/schema'
import { projectPlace } from '@/lib/projects/schema'
import { optionalIdField, optionalText } from '@/lib/values/form-fields'

const tooLong = 'structure.error.tooLong'
const required = (longest: number) => z.string().trim().min(1, 'structure.error.missing').max(longest, tooLong)
const idOrNew = z.union([z.literal(''), z.uuid()]).transform((id) => id || null)
/** Fingerprint of the row that was seen; nothing of a new one. */
const stampField = z.string().max(64).default('')
const place = { ...projectPlace, id: idOrNew, version: stampField }
const idsField = z
  .string()
  .optional()
  .transform((text = '') => text.split(',').filter((id) => id !== ''))
  .pipe(z.array(z.uuid()))
/** Place among those beside it; nothing written: last. */
const positionField = z
  .string()
  .trim()
  .optional()
  .refine((text = '') => text === '' || (/^\d{1,4}$/.test(text) && Number(text) > 0), 'structure.error.position')
  .transform((text = '') => (text === '' ? null : Number(text)))

export const levelSchema = z.object({
  ...place,
  key: z
    .string()
    .trim()
    .regex(/^[a-z0-9][a-z0-9-]{0,39}$/, 'structure.error.key'),
  label: required(100),
  depth: z.string().trim().regex(/^\d$/, 'structure.error.depth').transform(Number),
})
export type LevelInput = Omit<z.output<typeof levelSchema>, 'project'>

export const investmentSchema = z.object({
  ...place,
  parentId: optionalIdField,
  levelId: z.uuid('structure.error.level'),
  code: optionalText(100, tooLong),
  title: required(500),
  note: optionalText(5000, tooLong),
  position: positionField,
})
export type InvestmentInput = Omit<z.output<typeof investmentSchema>, 'project'>

export const unitSchema = z
  .object({
    ...place,
    parentId: optionalIdField,
    investmentId: optionalIdField,
    level: z.enum(['plan', 'stream'], 'structure.error.missing'),
    reports: z
      .literal('yes')
      .optional()
      .transform((said) => said === 'yes'),
    code: optionalText(100, tooLong),
    titlePlan: optionalText(500, tooLong),
    titleReview: optionalText(500, tooLong),
    responsibleRole: optionalText(300, tooLong),
    scheduleAsWritten: optionalText(300, tooLong),
    costEstimate: optionalAmountField,
    costAsWritten: optionalText(300, tooLong),
    note: optionalText(5000, tooLong),
    serviceAreas: idsField,
    covers: idsField,
    position: positionField,
  })
  .check(({ value, issues }) => {
    const wrong = (field: string, message: string) =>
      issues.push({ code: 'custom', input: value, path: [field], message })
    if (value.titlePlan === null && value.titleReview === null) wrong('titlePlan', 'structure.error.title')
    if (contradicts(value.costEstimate, value.costAsWritten)) wrong('costAsWritten', 'finance.error.writtenDiffers')
  })
export type UnitInput = Omit<z.output<typeof unitSchema>, 'project'>

export const removalSchema = z.object({
  ...projectPlace,
  id: z.uuid(),
  version: stampField,
  sure: z.literal('yes', { error: 'structure.error.sure' }),
})
export type RemovalInput = { projectId: string; id: string; version: string }
