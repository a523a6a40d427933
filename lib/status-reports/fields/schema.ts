import { z } from 'zod'

const path = z.string().min(1).max(200)

/** One field as the browser sends it. Text is checked by the command: too long a text is told at its field. */
const field = z.object({
  path,
  text: z.string(),
  /** Version of the field the writer saw; 0 when it had none */
  version: z.number().int().min(0),
  /** The writer says that what was carried over still holds */
  confirm: z.boolean().default(false),
})

export const saveFieldsSchema = z.object({ fields: z.array(field).min(1).max(500) })
export type SentField = z.input<typeof field>
