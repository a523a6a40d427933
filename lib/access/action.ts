import 'server-only'
import { refresh } from 'next/cache'
import { redirect } from 'next/navigation'
import type { z } from 'zod'
import { fingerprint } from '@/lib/access/fingerprint'
import type { FormState } from '@/lib/access/form-state'
import type { Viewer } from '@/lib/access/model'
import { onceField, onlyOnce } from '@/lib/access/once'
import { recordRefusal } from '@/lib/access/refusals'
import { currentViewer, viewerBeforeFactor } from '@/lib/access/session'
import type { FieldErrors, Result } from '@/lib/values/result'

type Handler<Input, Value, Reason extends string> = (viewer: Viewer, input: Input) => Promise<Result<Value, Reason>>

/** What an attempt leads to: back to the form, or on to another address. */
type Outcome = { state: FormState; next: string | null }

/**
 * Makes a server action: viewer → key → schema → handler. Refusals come back as state with the typed text; success goes on
 * to the address `after` gives. The form's key makes sending it again harmless (see `onlyOnce`); a form without one is
 * refused. Every export of an actions file is made by this or by `publicAction`.
 */
export function action<S extends z.ZodType, Value, Reason extends string>(
  schema: S,
  handler: Handler<z.output<S>, Value, Reason>,
  after: (value: Value, input: z.output<S>) => string | null = () => null,
): (previous: FormState, form: FormData) => Promise<FormState> {
  return async (previous, form) => {
    const viewer = await currentViewer()
    return viewer ? keyed(viewer, previous, form, { schema, handler, after }) : notLetIn(previous, form)
  }
}

/**
 * The same for the few acts that lead to a demanded second factor, or out: they are done by people, too, who have none yet and
 * may do nothing else.
 */
export function actionBeforeFactor<S extends z.ZodType, Value, Reason extends string>(
  schema: S,
  handler: Handler<z.output<S>, Value, Reason>,
  after: (value: Value, input: z.output<S>) => string | null = () => null,
): (previous: FormState, form: FormData) => Promise<FormState> {
  return async (previous, form) => {
    const viewer = await viewerBeforeFactor()
    return viewer ? keyed(viewer, previous, form, { schema, handler, after }) : notLetIn(previous, form)
  }
}

/** Nobody is signed in, or somebody whose second factor is missing; what the latter tried is recorded. */
async function notLetIn(previous: FormState, form: FormData): Promise<FormState> {
  const awaiting = await viewerBeforeFactor()
  if (awaiting) await recordRefusal(awaiting)
  return answerTo(previous, textsOf(form), awaiting ? 'FACTOR_DEMANDED' : 'SIGNED_OUT')
}

type Act<S extends z.ZodType, Value, Reason extends string> = {
  schema: S
  handler: Handler<z.output<S>, Value, Reason>
  after: (value: Value, input: z.output<S>) => string | null
}

async function keyed<S extends z.ZodType, Value, Reason extends string>(
  viewer: Viewer,
  previous: FormState,
  form: FormData,
  { schema, handler, after }: Act<S, Value, Reason>,
): Promise<FormState> {
  const typed = textsOf(form)
  const key = typed[onceField]
  if (!key) return answerTo(previous, typed, 'INVALID')
  return goOn(
    await onlyOnce<Outcome>(viewer, key, typed, async () => {
      const answer = await settle(previous, typed, schema, (input) => handler(viewer, input), after)
      if (answer.state.reason === 'NOT_ALLOWED') await recordRefusal(viewer)
      return { answer, done: answer.state.reason === null }
    }),
  )
}

/**
 * The same for what can be done before signing in; the handler is given no viewer and must name its own actor. It asks for no
 * key: each signing in is a session of its own, and an invitation can be used only once.
 */
export function publicAction<S extends z.ZodType, Value, Reason extends string>(
  schema: S,
  handler: (input: z.output<S>) => Promise<Result<Value, Reason>>,
  after: (value: Value, input: z.output<S>) => string | null = () => null,
): (previous: FormState, form: FormData) => Promise<FormState> {
  return async (previous, form) => goOn(await settle(previous, textsOf(form), schema, handler, after))
}

/**
 * The same for an act that makes a secret. `secretOf` is shown with the answer and written nowhere: the answers that are kept
 * for sending again do not hold it. This process remembers it for a minute, so that a double click or a lost reply does not
 * cost the secret; sent again later, or to another process, the form is told that it was done, without the secret.
 */
export function secretAction<S extends z.ZodType, Value, Reason extends string>(
  schema: S,
  handler: Handler<z.output<S>, Value, Reason>,
  secretOf: (value: Value) => string,
): (previous: FormState, form: FormData) => Promise<FormState> {
  return withSecret(action, schema, handler, secretOf)
}

/** The same for the recovery codes that a person is given with a second factor that was demanded. */
export function secretActionBeforeFactor<S extends z.ZodType, Value, Reason extends string>(
  schema: S,
  handler: Handler<z.output<S>, Value, Reason>,
  secretOf: (value: Value) => string,
): (previous: FormState, form: FormData) => Promise<FormState> {
  return withSecret(actionBeforeFactor, schema, handler, secretOf)
}

function withSecret<S extends z.ZodType, Value, Reason extends string>(
  make: typeof action,
  schema: S,
  handler: Handler<z.output<S>, Value, Reason>,
  secretOf: (value: Value) => string,
): (previous: FormState, form: FormData) => Promise<FormState> {
  return async (previous, form) => {
    const viewer = await viewerBeforeFactor()
    const sent = fingerprint(JSON.stringify([viewer?.userId, textsOf(form)]))
    const keeping: Handler<z.output<S>, Value, Reason> = async (who, input) => {
      const made = await handler(who, input)
      if (made.ok) remember(sent, secretOf(made.value))
      return made
    }
    const state = await make(schema, keeping)(previous, form)
    const secret = state.reason === null ? remembered.get(sent) : undefined
    return secret === undefined ? state : { ...state, shownOnce: secret }
  }
}

/** Secrets made within the last minute, by the fingerprint of who sent what. */
const remembered = new Map<string, string>()

function remember(sent: string, secret: string): void {
  remembered.set(sent, secret)
  setTimeout(() => remembered.delete(sent), 60_000).unref()
}

async function settle<S extends z.ZodType, Value, Reason extends string>(
  previous: FormState,
  typed: Record<string, string>,
  schema: S,
  run: (input: z.output<S>) => Promise<Result<Value, Reason>>,
  after: (value: Value, input: z.output<S>) => string | null,
): Promise<Outcome> {
  const back = (reason: FormState['reason'], fields?: FieldErrors) => answerTo(previous, typed, reason, fields)
  const input = schema.safeParse(typed)
  if (!input.success) return { state: back('INVALID', fieldErrors(input.error)), next: null }
  const result = await run(input.data)
  if (!result.ok) return { state: back(result.reason, result.fields), next: null }
  return { state: back(null), next: after(result.value, input.data) }
}

/**
 * Leaving for another address is thrown by Next: it must happen after everything has been kept. The frame goes along anew: left
 * to itself the browser would keep the one of the page before, without the period or the project that was just made.
 */
function goOn({ state, next }: Outcome): FormState {
  if (next) {
    refresh()
    redirect(next)
  }
  return state
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

const secrets: ReadonlySet<string> = new Set(['password', 'newPassword', 'secret'])

/** What may be sent back to the form: everything typed but passwords, one-time secrets and the form's key. */
function withoutSecrets(typed: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(typed).filter(([name]) => !secrets.has(name) && name !== onceField))
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
