import { z } from 'zod'
import { typedTexts } from '@/lib/status-reports/fields/typed/model'
import { reportPlace } from '@/lib/status-reports/schema'
import type { FieldErrors } from '@/lib/values/result'

const path = z.string().min(1).max(200)

/** One field as the browser sends it. Text is checked by the command: too long a text is told at its field. */
const field = z.object({
  path,
  text: z.string(),
  /** Version of the field the writer saw; 0 when it had none */
  version: z.number().int().min(0),
  /** The writer says that what was carried over still holds */
  confirm: z.boolean().default(false),
  /** The text goes back to what it was: what stood there until now can be brought back in turn */
  undo: z.boolean().default(false),
})

export const saveFieldsSchema = z.object({ fields: z.array(field).min(1).max(500) })
export type SentField = z.input<typeof field>

const formHead = z.object({
  reportId: z.uuid(),
  version: z.coerce.number().int().positive(),
  ...reportPlace,
  intent: z.string().max(300).default('save'),
})

/**
 * The report form as browsers without scripts send it: `text:<path>` (or the rows of a value that is typed part by part) and
 * `seen:<path>` for each field, and the pressed button's `intent`: save, submit, confirm:<path> or confirm-section:<section>.
 */
export const reportFormSchema = z.record(z.string(), z.string()).transform((form, context) => {
  const head = formHead.safeParse(form)
  if (!head.success) {
    context.addIssue({ code: 'custom', message: 'statusReports.error.unknownReport' })
    return z.NEVER
  }
  const { intent } = head.data
  return { ...head.data, fields: fieldsIn(form, intent) }
})

function fieldsIn(form: Record<string, string>, intent: string): SentField[] {
  const [, all, place = ''] = /^confirm(-section)?:(.+)$/.exec(intent) ?? []
  return Object.entries(typedTexts(Object.entries(form))).map(([path, text]) => {
    const seen = Number(form[`seen:${path}`] ?? 0)
    const confirm = place !== '' && (all ? path.startsWith(`${place}/`) : path === place)
    return { path, text, version: Number.isSafeInteger(seen) ? seen : 0, confirm }
  })
}

const refusals = {
  STALE: 'statusReports.error.stale',
  LOCKED: 'statusReports.error.locked',
  TOO_LONG: 'statusReports.error.tooLong',
  UNKNOWN_FIELD: 'statusReports.error.unknownField',
} as const

/** Messages of the fields that were not saved; null when all were. */
export function refusedFields(
  outcomes: readonly ({ path: string; ok: true } | { path: string; ok: false; reason: keyof typeof refusals })[],
): FieldErrors | null {
  const refused = outcomes.flatMap((field) => (field.ok ? [] : [[field.path, refusals[field.reason]] as const]))
  return refused.length === 0 ? null : Object.fromEntries(refused)
}
