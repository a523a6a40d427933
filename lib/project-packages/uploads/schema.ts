import { z } from 'zod'

export const uploadSchema = z.object({ upload: z.uuid() })
export const takeSchema = uploadSchema.extend({
  /** Another key for the project; empty for that of the package */
  key: z
    .string()
    .trim()
    .max(40)
    .optional()
    .transform((key) => key || undefined),
})
export type TakeInput = z.output<typeof takeSchema>
