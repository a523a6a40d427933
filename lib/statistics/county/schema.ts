import { z } from 'zod'

/** Which county of the statistics the own one is; empty: the one of the same name. */
export const countyChoiceSchema = z.object({
  version: z.coerce.number().int().positive(),
  code: z
    .string()
    .trim()
    .max(10, 'people.error.region')
    .transform((text) => text || null),
})
