import { z } from 'zod'
import { goalStates, useStates } from '@/lib/toimintamallit/model'
import { optionalText } from '@/lib/values/form-fields'

/** One answer of a list; nothing chosen is unknown. */
const answer = z.union([z.literal('').transform(() => null), z.enum(useStates)])

/** One text per line; empty lines are left out. */
const lines = z
  .string()
  .max(10_000, 'toimintamallit.error.tooLong')
  .transform((text) =>
    text
      .split(/\r?\n/)
      .map((line) => line.trim())
      .filter((line) => line !== ''),
  )

const fields = {
  project: z.string().max(100),
  name: z.string().trim().min(1, 'toimintamallit.error.name').max(500, 'toimintamallit.error.tooLong'),
  workPackageId: z.union([z.literal('').transform(() => null), z.uuid()]),
  /** Check boxes of one name come as a list with commas between; none at all does not come */
  investmentIds: z
    .string()
    .optional()
    .transform((text) => (text ? text.split(',') : []))
    .pipe(z.array(z.uuid())),
  innokylaUrl: optionalText(1000, 'toimintamallit.error.address'),
  titleTag: optionalText(200, 'toimintamallit.error.tooLong'),
  described: z.union([
    z.literal('').transform(() => null),
    z.literal('yes').transform(() => true),
    z.literal('no').transform(() => false),
  ]),
  piloted: answer,
  takenIntoUse: answer,
  stayedInUse: answer,
  statusText: optionalText(4000, 'toimintamallit.error.tooLong'),
  goals: lines,
  goalMet: z.union([z.literal('').transform(() => null), z.enum(goalStates)]),
  goalMetBasis: optionalText(4000, 'toimintamallit.error.tooLong'),
  results: lines,
  ownerAfterProject: optionalText(500, 'toimintamallit.error.tooLong'),
  note: optionalText(4000, 'toimintamallit.error.tooLong'),
}

export const newModelSchema = z.object({ ...fields, projectId: z.uuid() })
export type NewModel = Omit<z.output<typeof newModelSchema>, 'project'>

export const editModelSchema = z.object({
  ...fields,
  id: z.uuid(),
  version: z.coerce.number().int().positive(),
})
export type ModelEdit = Omit<z.output<typeof editModelSchema>, 'project'>
