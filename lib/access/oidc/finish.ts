import 'server-only'
import { signInAddress, signInAgainAddress } from '@/lib/access/addresses'
import { perAddress } from '@/lib/access/commands'
import type { Viewer } from '@/lib/access/model'
import { providerSettingsAddress } from '@/lib/access/oidc/addresses'
import { enterByProvider, linkProvider } from '@/lib/access/oidc/commands'
import { findProvider, type ProviderDocument } from '@/lib/access/oidc/discovery'
import {
  type Entered,
  type Flow,
  flowSeconds,
  freshSeconds,
  isAnswerTo,
  longestSeconds,
  openFlow,
  returnTo,
} from '@/lib/access/oidc/flow'
import { exchangeCode, type RecognisedPerson } from '@/lib/access/oidc/id-token'
import { isWithin, type ProviderReason } from '@/lib/access/oidc/model'
import { forgetAttempts, withinLimit } from '@/lib/access/rate-limit'
import type { Origin } from '@/lib/access/session'
import { now } from '@/lib/platform/clock'
import { log } from '@/lib/platform/logger'
import type { ProviderSettings } from '@/lib/platform/provider-settings'
import { fail, ok, type Result } from '@/lib/values/result'

type Answer<Value> = Promise<Result<Value, ProviderReason>>

/** What came back with the person, and what their browser kept. */
export type Returned = {
  query: URLSearchParams
  kept: string | undefined
  from: Origin
  /** Who acts until somebody is recognised */
  actor: Viewer
  /** Who is signed in already */
  viewer: Viewer | null
}

/** Where the person goes on; what the browser is to keep, or to forget. */
export type Finished = { to: string; entered: Entered | null; over: boolean }

/** Ends a sign-in at the provider: everything that came back is checked, and a session begins, or the reason is told. */
export async function finishFlow(settings: ProviderSettings, returned: Returned): Promise<Finished> {
  const flow = openFlow(settings, returned.kept)
  // An answer to nothing that this browser began: what it did begin goes on.
  if (!flow || !isAnswerTo(flow, only(returned.query, 'state') ?? '')) {
    return { to: refusalAddress(null, 'OVER'), entered: null, over: false }
  }
  const done = await finish(settings, flow, returned)
  if (!done.ok) return { to: refusalAddress(flow, done.reason), entered: null, over: true }
  return { to: flow.purpose.kind === 'link' ? providerSettingsAddress : flow.next, entered: done.value, over: true }
}

async function finish(
  settings: ProviderSettings,
  flow: Flow,
  { query, from, actor, viewer }: Returned,
): Answer<Entered | null> {
  const address = `sign-in:address:${from.address}`
  if (!(await withinLimit(address, perAddress))) return fail('TOO_MANY_ATTEMPTS')
  // The cookie could be sent again: of several answers to one sign-in, exactly one is the first.
  if (!(await withinLimit(`sign-in:flow:${flow.id}`, { attempts: 1, seconds: 2 * flowSeconds }))) return fail('OVER')
  const recognised = await recognise(settings, flow, query)
  if (!recognised.ok) return recognised
  const person = recognised.value
  if (!isInTime(flow, person)) return fail('NOT_FRESH')
  if (flow.purpose.kind === 'link') {
    if (viewer?.sessionId !== flow.purpose.sessionId) return fail('SIGN_IN_AGAIN')
    const linked = await linkProvider(viewer, person)
    if (!linked.ok) return linked
    await forgetAttempts(address, 'last')
    return ok(null)
  }
  const invitation = flow.purpose.kind === 'invitation' ? flow.purpose.secret : null
  const started = await enterByProvider(actor, person, { invitation, mapped: settings.roles }, from)
  if (!started.ok) return started
  await forgetAttempts(address, 'last')
  return ok({ sessionId: started.value.sessionId, idToken: person.idToken })
}

async function recognise(settings: ProviderSettings, flow: Flow, query: URLSearchParams): Answer<RecognisedPerson> {
  const found = await findProvider(settings)
  if (!found.ok) return found
  if (!isFrom(found.value, query)) return fail('INVALID')
  if (query.has('error')) {
    const error = only(query, 'error') ?? ''
    log('info', 'sign-in.provider.error', { error: /^\w{1,40}$/.test(error) ? error : 'other' })
    return fail('CANCELLED')
  }
  const code = only(query, 'code')
  if (!code) return fail('INVALID')
  return exchangeCode(settings, found.value, { code, returnTo: returnTo() }, flow)
}

/** Whose answer it is (RFC 9207): a provider that names itself in its answers must do so rightly. */
function isFrom(document: ProviderDocument, query: URLSearchParams): boolean {
  if (!query.has('iss')) return document.authorization_response_iss_parameter_supported !== true
  return only(query, 'iss') === document.issuer
}

function isInTime({ purpose }: Flow, person: RecognisedPerson): boolean {
  if (purpose.kind === 'again') return isWithin(person, now(), freshSeconds)
  return person.authTime === null || isWithin(person, now(), longestSeconds())
}

/** The one value of a name; a name that stands there twice is answered with nothing. */
function only(query: URLSearchParams, name: string): string | null {
  const [first, ...more] = query.getAll(name)
  return first && more.length === 0 ? first : null
}

/** The page that tells why, with the way on to what was wanted. */
export function refusalAddress(flow: Pick<Flow, 'purpose' | 'next'> | null, reason: ProviderReason): string {
  if (flow?.purpose.kind === 'link') return `${providerSettingsAddress}?provider=${reason}`
  const page = (flow?.purpose.kind === 'again' ? signInAgainAddress : signInAddress)(flow?.next ?? '/')
  return `${page}&provider=${reason}`
}
