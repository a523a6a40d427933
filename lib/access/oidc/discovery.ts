import 'server-only'
import type { JSONWebKeySet } from 'jose'
import { z } from 'zod'
import { now } from '@/lib/platform/clock'
import { log } from '@/lib/platform/logger'
import { askOutside, type OutsideAnswer } from '@/lib/platform/outside'
import type { ProviderSettings } from '@/lib/platform/provider-settings'
import { fail, ok, type Result } from '@/lib/values/result'

/** A person waits for each of these answers. */
const limits = { patience: 5000, bytes: 500_000, publicOnly: false } as const

const documentSchema = z.object({
  issuer: z.string(),
  authorization_endpoint: z.string(),
  token_endpoint: z.string(),
  jwks_uri: z.string(),
  end_session_endpoint: z.string().optional(),
  token_endpoint_auth_methods_supported: z.array(z.string()).optional(),
  id_token_signing_alg_values_supported: z.array(z.string()).optional(),
  authorization_response_iss_parameter_supported: z.boolean().optional(),
})
/** What a provider says of itself, as far as it is used. */
export type ProviderDocument = z.output<typeof documentSchema>

const keysSchema = z.object({
  keys: z
    .array(z.looseObject({ kty: z.string() }))
    .min(1)
    .max(100),
})

/** A provider that has gone away is noticed after the first of these. */
const keptFor = { document: 60_000, keys: 10 * 60_000 }
/** How soon keys may be fetched anew for a key that nobody knows: strangers must not make us ask without end. */
const refetchAfter = 60_000

type Kept<Value> = { value: Value; at: number }
const documents = new Map<string, Kept<ProviderDocument>>()
const keySets = new Map<string, Kept<JSONWebKeySet>>()

/**
 * What the provider of the settings says of itself. Refused when it names another issuer: then somebody else answers, or the
 * setting is not exactly what the provider calls itself. Reasons: AWAY.
 */
export async function findProvider({ issuer }: ProviderSettings): Promise<Result<ProviderDocument, 'AWAY'>> {
  const kept = documents.get(issuer)
  if (kept && now().getTime() - kept.at < keptFor.document) return ok(kept.value)
  const read = await readJson(new URL(`${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`))
  if (!read.ok) return read
  const document = documentSchema.safeParse(read.value).data
  if (!document) return away('its description cannot be read')
  if (document.issuer !== issuer) return away('it names another issuer than OIDC_ISSUER')
  const { authorization_endpoint, token_endpoint, jwks_uri, end_session_endpoint } = document
  const ends = [authorization_endpoint, token_endpoint, jwks_uri, end_session_endpoint ?? issuer]
  if (!ends.every((address) => isAsSafe(address, issuer))) return away('an address of it has no TLS')
  documents.set(issuer, { value: document, at: now().getTime() })
  return ok(document)
}

/** Without TLS only where the provider itself is reached without it: a stand-in on this machine. */
function isAsSafe(address: string, issuer: string): boolean {
  const url = URL.parse(address)
  if (!url || url.username || url.hash) return false
  return url.protocol === 'https:' || (url.protocol === 'http:' && url.hostname === new URL(issuer).hostname)
}

/** The keys by which the provider signs; `anew`: one was met that is not among them. Reasons: AWAY. */
export async function findKeys({ jwks_uri }: ProviderDocument, anew = false): Promise<Result<JSONWebKeySet, 'AWAY'>> {
  const kept = keySets.get(jwks_uri)
  const age = kept ? now().getTime() - kept.at : Number.POSITIVE_INFINITY
  if (kept && age < (anew ? refetchAfter : keptFor.keys)) return ok(kept.value)
  const read = await readJson(new URL(jwks_uri))
  if (!read.ok) return read
  const keys = keysSchema.safeParse(read.value).data
  if (!keys) return away('its keys cannot be read')
  keySets.set(jwks_uri, { value: keys, at: now().getTime() })
  return ok(keys)
}

async function readJson(url: URL): Promise<Result<unknown, 'AWAY'>> {
  const asked = await askOutside({ url, accept: 'application/json', ...limits })
  if (!asked.ok) return away(asked.reason)
  if (asked.value.status !== 200) return away(`HTTP ${asked.value.status}`)
  return parsed(asked.value)
}

function parsed({ body }: OutsideAnswer): Result<unknown, 'AWAY'> {
  try {
    return ok(JSON.parse(body))
  } catch {
    return away('no JSON')
  }
}

/** Posts a form to the provider, as exchanging a code asks. Reasons: AWAY; an answer that refuses comes back as it is. */
export async function postForm(
  url: URL,
  form: URLSearchParams,
  authorization: string | undefined,
): Promise<Result<{ status: number; json: unknown }, 'AWAY'>> {
  const asked = await askOutside({
    url,
    method: 'POST',
    body: form.toString(),
    sends: 'application/x-www-form-urlencoded',
    accept: 'application/json',
    ...(authorization === undefined ? {} : { authorization }),
    ...limits,
  })
  if (!asked.ok) return away(asked.reason)
  if (asked.value.status >= 500) return away(`HTTP ${asked.value.status}`)
  const json = parsed(asked.value)
  return json.ok ? ok({ status: asked.value.status, json: json.value }) : json
}

/** The operator reads why; people are told that the provider does not answer. */
function away(why: string): Result<never, 'AWAY'> {
  log('warn', 'sign-in.provider.away', { why })
  return fail('AWAY')
}
