import 'server-only'
import { redirect } from 'next/navigation'
import type { z } from 'zod'
import type { FormState } from '@/lib/access/form-state'
import type { Viewer } from '@/lib/access/model'
import { currentViewer } from '@/lib/access/session'
import type { FieldErrors, Result } from '@/lib/values/result'

type Handler<Input, Value, Reason extends string> = (viewer: Viewer, input: Input) => Promise<Result<Value, Reason>>

/**
 * Makes a server action: viewer → schema → handler. Refusals come back as state with the typed text; success goes on
 * to the address `after` gives. Every export of an actions file is made by this or by `publicAction`.
 */
export function action<S extends z.ZodType, Value, Reason extends string>(
  schema: S,
  handler: Handler<z.output<S>, Value, Reason>,
  after: (value: Value, input: z.output<S>) => string | null = () => null,
): (previous: FormState, form: FormData) => Promise<FormState> {
  return async (previous, form) => {
    const viewer = await currentViewer()
    if (!viewer) return answerTo(previous, textsOf(form), 'SIGNED_OUT')
    return settle(previous, form, schema, (input) => handler(viewer, input), after)
  }
}

/** The same for what can be done before signing in; the handler is given no viewer and must name its own actor. */
export function publicAction<S extends z.ZodType, Value, Reason extends string>(
  schema: S,
  handler: (input: z.output<S>) => Promise<Result<Value, Reason>>,
  after: (value: Value, input: z.output<S>) => string | null = () => null,
): (previous: FormState, form: FormData) => Promise<FormState> {
  return (previous, form) => settle(previous, form, schema, handler, after)
}

async function settle<S extends z.ZodType, Value, Reason extends string>(
  previous: FormState,
  form: FormData,
  schema: S,
  run: (input: z.output<S>) => Promise<Result<Value, Reason>>,
  after: (value: Value, input: z.output<S>) => string | null,
): Promise<FormState> {
  const typed = textsOf(form)
  const input = schema.safeParse(typed)
  if (!input.success) return answerTo(previous, typed, 'INVALID', fieldErrors(input.error))
  const result = await run(input.data)
  if (!result.ok) return answerTo(previous, typed, result.reason, result.fields)
  const next = after(result.value, input.data)
  if (next) redirect(next)
  return answerTo(previous, typed, null)
}

function answerTo(
  previous: FormState,
  typed: Record<string, string>,
  reason: FormState['reason'],
  fields: FieldErrors = {},
): FormState {
  return { reason, fields, typed: withoutSecrets(typed), attempt: previous.attempt + 1 }
}

/** Texts of a form; a name sent several times (check boxes) becomes a comma-separated list. Next's own fields are left out. */
export function textsOf(form: FormData): Record<string, string> {
  const typed: Record<string, string> = {}
  for (const [name, value] of form.entries()) {
    if (typeof value !== 'string' || name.startsWith('$ACTION')) continue
    typed[name] = Object.hasOwn(typed, name) ? `${typed[name]},${value}` : value
  }
  return typed
}

/** What may be sent back to the form: everything typed but passwords and one-time secrets. */
function withoutSecrets(typed: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(typed).filter(([name]) => name !== 'password' && name !== 'secret'))
}

/** First message of each field, by its address. */
export function fieldErrors(error: z.ZodError): FieldErrors {
  const fields: FieldErrors = {}
  for (const issue of error.issues) {
    const address = issue.path.join('/') || 'form'
    fields[address] ??= issue.message
  }
  return fields
}
