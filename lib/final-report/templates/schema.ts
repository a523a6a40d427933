import { z } from 'zod'
import { sectionKinds } from '@/lib/final-report/model'

const tooLong = 'admin.templates.error.tooLong'
const missing = 'admin.templates.error.missing'
const choose = 'admin.templates.error.choose'

/** Ends of lines are one sign; empty is nothing. */
const text = (most: number) =>
  z
    .string()
    .default('')
    .transform((typed) => typed.replaceAll('\r\n', '\n').trim())
    .refine((typed) => typed.length <= most, tooLong)
const optional = (most: number) => text(most).transform((typed) => typed || null)
const required = (most: number) => text(most).refine((typed) => typed !== '', missing)
const orNull = <S extends z.ZodType<string>>(schema: S) =>
  z.union([z.literal('').transform(() => null), schema], { error: choose }).default(null)

/** The version as the form was given it: `version` says how often it had been changed then. */
const written = z.object({ versionId: z.uuid(), version: z.coerce.number().int().positive() })

export const newTemplateSchema = z.object({ name: required(120), from: orNull(z.uuid(choose)) })
export const openVersionSchema = z.object({ templateId: z.uuid() })
export const detailsSchema = written.extend({ name: required(120), note: optional(2000) })
export const discardSchema = written
export const publishSchema = written.extend({ note: optional(2000) })

const placeFields = z.object({
  number: optional(20),
  kind: z.enum(sectionKinds, { error: choose }),
  titleFi: required(500),
  titleSv: optional(500),
  promptFi: optional(5000),
  promptSv: optional(5000),
  parentId: orNull(z.uuid(choose)),
  showsKey: orNull(z.string().min(1, choose).max(100, choose)),
})
export type PlaceFields = z.output<typeof placeFields>

export const newPlaceSchema = written.extend(placeFields.shape)
export const placeSchema = newPlaceSchema.extend({ placeId: z.uuid() })
export const movePlaceSchema = written.extend({ placeId: z.uuid(), direction: z.enum(['up', 'down']) })
export const removePlaceSchema = written.extend({ placeId: z.uuid() })

/** "kind:question" or "place:4.1": where a prompt is asked. */
export const askedText = (prompt: { kind: string | null; placeKey: string | null }): string =>
  prompt.kind === null ? `place:${prompt.placeKey}` : `kind:${prompt.kind}`

const asked = z
  .string({ error: choose })
  .max(110, choose)
  .transform((typed, context) => {
    const at = typed.indexOf(':')
    const [where, what] = [typed.slice(0, at), typed.slice(at + 1)]
    const kind = where === 'kind' ? (sectionKinds.find((one) => one === what) ?? null) : null
    const placeKey = where === 'place' && what !== '' ? what : null
    if (kind !== null || placeKey !== null) return { kind, placeKey }
    context.addIssue({ code: 'custom', message: choose })
    return z.NEVER
  })

export const newPromptSchema = written.extend({ asked, textFi: required(1000), textSv: optional(1000) })
export const promptSchema = newPromptSchema.extend({ promptId: z.uuid() })
export const movePromptSchema = written.extend({ promptId: z.uuid(), direction: z.enum(['up', 'down']) })
export const removePromptSchema = written.extend({ promptId: z.uuid() })
