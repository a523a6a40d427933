import 'server-only'
import { createHash, randomBytes, randomUUID, timingSafeEqual } from 'node:crypto'
import { z } from 'zod'
import { returnAddress } from '@/lib/access/oidc/addresses'
import type { ProviderDocument } from '@/lib/access/oidc/discovery'
import { seal, unseal } from '@/lib/access/sealing'
import { now } from '@/lib/platform/clock'
import { env } from '@/lib/platform/env'
import type { ProviderSettings } from '@/lib/platform/provider-settings'

/** How long somebody may take at the provider. */
export const flowSeconds = 10 * 60

const purposeSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('sign-in') }),
  /** For an act that asks for a sign-in of the last minutes */
  z.object({ kind: z.literal('again') }),
  z.object({ kind: z.literal('invitation'), secret: z.string() }),
  z.object({ kind: z.literal('link'), sessionId: z.uuid() }),
])
/** What the person came for. */
export type Purpose = z.output<typeof purposeSchema>

const flowSchema = z.object({
  id: z.uuid(),
  issuer: z.string(),
  state: z.string(),
  nonce: z.string(),
  verifier: z.string(),
  next: z.string(),
  until: z.number(),
  purpose: purposeSchema,
})
/** A sign-in that is at the provider. */
export type Flow = z.output<typeof flowSchema>

const secret = (): string => randomBytes(32).toString('base64url')

/** Begins a sign-in at the provider; the browser keeps what is sealed of it. */
export function beginFlow({ issuer }: ProviderSettings, purpose: Purpose, next: string): Flow {
  const until = now().getTime() + flowSeconds * 1000
  return { id: randomUUID(), issuer, state: secret(), nonce: secret(), verifier: secret(), next, until, purpose }
}

export const sealFlow = (flow: Flow): string => sealText('sign-in.flow', flow)

/** What a browser kept; null when it is none, was altered, is too old, or began at another provider. */
export function openFlow({ issuer }: ProviderSettings, kept: string | undefined): Flow | null {
  const flow = flowSchema.safeParse(openText('sign-in.flow', kept)).data
  return flow && flow.until > now().getTime() && flow.issuer === issuer ? flow : null
}

/** Whether an answer belongs to the sign-in that this browser began. */
export function isAnswerTo(flow: Flow, state: string): boolean {
  const [own, given] = [flow.state, state].map((text) => createHash('sha256').update(text).digest())
  return own !== undefined && given !== undefined && timingSafeEqual(own, given)
}

/** Where the provider sends people back to, as it was told. */
export const returnTo = (): string => `${env().appUrl}${returnAddress}`

/** Where the person goes to be recognised. Says who asks and nothing of the person, an invitation or the page that was wanted. */
export function authorizationAddress(settings: ProviderSettings, document: ProviderDocument, flow: Flow): string {
  const url = new URL(document.authorization_endpoint)
  const again = flow.purpose.kind === 'again'
  const asked = {
    response_type: 'code',
    response_mode: 'query',
    client_id: settings.clientId,
    redirect_uri: returnTo(),
    scope: 'openid',
    state: flow.state,
    nonce: flow.nonce,
    code_challenge: createHash('sha256').update(flow.verifier).digest('base64url'),
    code_challenge_method: 'S256',
    // Asked for always: it obliges the provider to say when it last saw who the person is.
    max_age: String(again ? freshSeconds : longestSeconds()),
    ...(again ? { prompt: 'login' } : {}),
    ...(settings.askedAcr.length > 0 ? { acr_values: settings.askedAcr.join(' ') } : {}),
  }
  for (const [name, text] of Object.entries(asked)) url.searchParams.set(name, text)
  return url.href
}

/** A sign-in at the provider counts as fresh for so long, as one here does. */
export const freshSeconds = 15 * 60
/** A sign-in at the provider is too old to begin a session when a session of ours would have ended. */
export const longestSeconds = (): number => env().sessionMaxHours * 3600

const linkSchema = z.object({ sessionId: z.uuid(), until: z.number() })

/** Shows that linking was begun on the viewer’s own page: another site cannot make it. */
export const sealLink = (sessionId: string): string =>
  sealText('sign-in.link', { sessionId, until: now().getTime() + freshSeconds * 1000 })

/** The session whose page the link was on; null when it is none of ours or too old. */
export function openLink(link: string): string | null {
  const opened = linkSchema.safeParse(openText('sign-in.link', link)).data
  return opened && opened.until > now().getTime() ? opened.sessionId : null
}

const enteredSchema = z.object({ sessionId: z.string(), idToken: z.string().nullable() })
/** What the browser keeps beside a session that began at the provider, to end the one there, too. */
export type Entered = z.output<typeof enteredSchema>

// A cookie has 4096 bytes; the ID token only spares a question at the provider.
const longest = 2600

export const sealEntered = ({ sessionId, idToken }: Entered): string =>
  sealText('sign-in.provider', { sessionId, idToken: idToken && idToken.length <= longest ? idToken : null })

export const openEntered = (kept: string | undefined): Entered | null =>
  enteredSchema.safeParse(openText('sign-in.provider', kept)).data ?? null

type Sealed = 'sign-in.flow' | 'sign-in.link' | 'sign-in.provider'

function sealText(purpose: Sealed, content: object): string {
  return Buffer.from(seal(purpose, '', Buffer.from(JSON.stringify(content)))).toString('base64url')
}

function openText(purpose: Sealed, text: string | undefined): unknown {
  const opened = unseal(purpose, '', Buffer.from(text ?? '', 'base64url'))
  return opened ? JSON.parse(opened.toString()) : null
}
