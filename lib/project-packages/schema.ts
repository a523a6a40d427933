import { z } from 'zod'
import { choices } from '@/lib/project-packages/choices/model'
import { type Field, formatName, formatVersion, isRequired, type Part } from '@/lib/project-packages/format/model'
import { heads, parts } from '@/lib/project-packages/parts/model'
import { isIsoDate } from '@/lib/values/calendar'

const longestText = 1_000_000
const longestDocument = 50_000_000

/** No text of the database holds NUL, and half a sign is no sign. */
const sound = (text: string): boolean => !text.includes('\u0000') && text.isWellFormed()

function soundThroughout(value: unknown): boolean {
  if (typeof value === 'string') return sound(value)
  if (Array.isArray(value)) return value.every(soundThroughout)
  if (value === null || typeof value !== 'object') return true
  return Object.entries(value).every(([key, inner]) => sound(key) && soundThroughout(inner))
}

const instantPattern =
  /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,6})?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$/

function isInstant(text: string): boolean {
  const found = instantPattern.exec(text)
  return found?.[1] !== undefined && isIsoDate(found[1])
}

const text = z.string().max(longestText).refine(sound)
const name = z.string().min(1).max(200).refine(sound)

/** One field without its absence. */
function valueSchema({ kind, of, digits: [whole, fraction] }: Field): z.ZodType {
  if (kind === 'integer' || kind === 'order') return z.int32()
  if (kind === 'flag' || kind === 'county') return z.boolean()
  if (kind === 'choice') return z.enum(choices[of] ?? [])
  if (kind === 'texts') return z.array(text)
  if (kind === 'json') return z.json().refine(soundThroughout)
  if (kind === 'ref') return name
  if (kind === 'document') return z.string().max(longestDocument).refine(sound)
  if (kind === 'day') {
    return z
      .string()
      .regex(/^\d{4}-\d{2}-\d{2}$/)
      .refine(isIsoDate)
  }
  if (kind === 'instant') return z.string().regex(instantPattern).refine(isInstant)
  if (kind === 'bytes') return z.base64()
  if (kind === 'hash') return z.string().regex(/^[0-9a-f]{64}$/)
  if (kind === 'decimal') return z.string().regex(new RegExp(`^-?\\d{1,${whole}}(\\.\\d{1,${fraction}})?$`))
  return text
}

/** Made once: a schema costs more than reading a row with it. */
const schemas = new Map<string, z.ZodObject>()

/** A row of a part: nothing unknown in it, and everything that no one could fill in. Null means absent. */
export function rowSchema(part: Part): z.ZodObject {
  const known = schemas.get(part.name)
  if (known) return known
  const shape: Record<string, z.ZodType> = part.named ? { id: name.optional() } : {}
  for (const field of part.fields) {
    const value = valueSchema(field)
    shape[field.name] = isRequired(field) ? value : value.nullish()
  }
  const made = z.strictObject(shape)
  schemas.set(part.name, made)
  return made
}

/** The whole package, as it is given out as a JSON Schema. Reading goes part by part, to tell every place that does not fit. */
export function packageSchema(): z.ZodObject {
  return z.strictObject({
    format: z.literal(formatName),
    version: z.literal(formatVersion),
    ...Object.fromEntries(heads.map((part) => [part.name, rowSchema(part).meta({ description: part.about })])),
    ...Object.fromEntries(
      parts.map((part) => [part.name, z.array(rowSchema(part)).optional().meta({ description: part.about })]),
    ),
  })
}

/** The JSON Schema of the format (draft 2020-12), as it lies in docs/project-package.schema.json. */
export function packageJsonSchema(): object {
  return {
    ...z.toJSONSchema(packageSchema(), { io: 'input', reused: 'ref' }),
    title: 'Etappi project package',
    description: `One project with everything that belongs to it, version ${formatVersion}. See docs/project-package.md.`,
  }
}
