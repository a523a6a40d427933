import { z } from 'zod'
import { longText, optionalNumberField, readNumber, requiredText, rowFields, shortText } from '@/lib/plan/schema'
import { compare } from '@/lib/values/decimal'
import { optionalDayField, optionalIdField } from '@/lib/values/form-fields'
import { unknownKinds } from '@/lib/values/typed-value'

/** What is written of a value: a number where it is one, else its words. */
function numberIn(asWritten: string | null): string | null {
  const read = asWritten === null ? null : readNumber(asWritten)
  return read && 'number' in read ? read.number : null
}

export const maturitySchema = z
  .object({
    ...rowFields,
    workPackageId: optionalIdField,
    scale: requiredText,
    scaleMin: optionalNumberField,
    scaleMax: optionalNumberField,
    area: requiredText,
    asWritten: shortText,
    unknown: z
      .union([z.literal(''), z.enum(unknownKinds)])
      .optional()
      .transform((kind) => kind || null),
    assessedOn: optionalDayField('plan.error.day'),
    timeAsWritten: shortText,
    note: longText,
    source: shortText,
  })
  .superRefine(({ scaleMin, scaleMax, asWritten, unknown }, context) => {
    const wrong = (path: string, message: string) => context.addIssue({ code: 'custom', path: [path], message })
    if (asWritten === null && unknown === null) wrong('asWritten', 'plan.error.valueOrWhy')
    if (asWritten !== null && unknown !== null) wrong('unknown', 'plan.error.valueAndUnknown')
    if (scaleMin !== null && scaleMax !== null && compare(scaleMin, scaleMax) >= 0)
      wrong('scaleMax', 'plan.error.scaleEnds')
    const number = numberIn(asWritten ?? null)
    if (number === null) return
    const under = scaleMin !== null && compare(number, scaleMin) < 0
    const over = scaleMax !== null && compare(number, scaleMax) > 0
    if (under || over) wrong('asWritten', 'plan.error.outsideScale')
  })
  .transform((given) => ({ ...given, number: numberIn(given.asWritten) }))
export type MaturityInput = Omit<z.output<typeof maturitySchema>, 'project'>
