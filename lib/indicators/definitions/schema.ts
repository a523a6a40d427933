import { z } from 'zod'
import { longestFormula } from '@/lib/indicators/formulas/model'
import { accumulations, indicatorDirections, indicatorKinds, indicatorScopes } from '@/lib/indicators/model'
import { type Placed, projectField as project, projectPlace, versionField as version } from '@/lib/projects/schema'
import { optionalDayField, optionalIdField, optionalText } from '@/lib/values/form-fields'

const tooLong = 'indicators.error.tooLong'
const oneOf = <T extends string>(values: readonly T[]) =>
  z
    .enum(['', ...values])
    .optional()
    .transform((value) => (value === undefined || value === '' ? null : (value as T)))

/** What an indicator means; each may change, and then the definition before is kept as its earlier version. */
const meaning = {
  name: z.string().trim().min(1, 'indicators.error.nameMissing').max(500, tooLong),
  scope: z.enum(indicatorScopes),
  kind: oneOf(indicatorKinds),
  unit: optionalText(60, tooLong),
  direction: oneOf(indicatorDirections),
  accumulation: oneOf(accumulations),
  definition: optionalText(4000, tooLong),
  formula: optionalText(longestFormula, 'indicators.error.formula.TOO_LONG'),
  source: optionalText(1000, tooLong),
  producer: optionalText(300, tooLong),
  method: optionalText(4000, tooLong),
  /** One on a line */
  dimensions: z
    .string()
    .max(1000, tooLong)
    .optional()
    .transform((text = '') => [...new Set(text.split('\n').map((one) => one.trim()))].filter((one) => one !== '')),
  owner: optionalText(300, tooLong),
  horizon: optionalText(200, tooLong),
}

export const newIndicatorSchema = z.object({
  ...projectPlace,
  /** The label by which formulas and lists know it; given one when empty */
  code: optionalText(40, tooLong).refine(
    (text) => text === null || !/[[\]]/.test(text),
    'indicators.error.codeBrackets',
  ),
  workPackageId: optionalIdField,
  investmentId: optionalIdField,
  note: optionalText(4000, tooLong),
  ...meaning,
})
export type NewIndicator = Placed<z.output<typeof newIndicatorSchema>>
export type Meaning = Pick<NewIndicator, keyof typeof meaning>

/** A slip put right in the definition in force, or another definition from a day on, with a reason. */
export const definitionSchema = z
  .object({
    project,
    indicatorId: z.uuid(),
    version,
    change: z.enum(['slip', 'definition'], 'indicators.error.changeMissing'),
    validFrom: optionalDayField('indicators.error.day'),
    reason: optionalText(2000, tooLong),
    note: optionalText(4000, tooLong),
    ...meaning,
  })
  .refine(({ change, reason }) => change === 'slip' || reason !== null, {
    path: ['reason'],
    message: 'indicators.error.reasonMissing',
  })
export type DefinitionChange = Placed<z.output<typeof definitionSchema>>
