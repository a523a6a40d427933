import 'server-only'
import { createLocalJWKSet, errors, type JSONWebKeySet, type JWTPayload, jwtVerify } from 'jose'
import { findKeys, type ProviderDocument, postForm } from '@/lib/access/oidc/discovery'
import type { Flow } from '@/lib/access/oidc/flow'
import { isStrongEnough, rolesInClaims } from '@/lib/access/oidc/model'
import { now } from '@/lib/platform/clock'
import { log } from '@/lib/platform/logger'
import type { ProviderSettings } from '@/lib/platform/provider-settings'
import { fail, ok, type Result } from '@/lib/values/result'

/** Signatures by a key pair only: with a shared secret, or with none, anybody could have signed. */
const algorithms = ['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512', 'ES256', 'ES384', 'ES512', 'EdDSA']
/** How far the clocks of two machines may be apart, in seconds. */
const tolerance = 30
const oldest = 10 * 60

/** Whom the provider has recognised. */
export type RecognisedPerson = {
  issuer: string
  subject: string
  authTime: Date | null
  /** By the claim that the settings name */
  roles: string[]
  idToken: string
}

type Asked = Pick<Flow, 'nonce' | 'verifier'>
type Read = Promise<Result<RecognisedPerson, 'AWAY' | 'INVALID' | 'TOO_WEAK'>>

/** Exchanges a code for an ID token and checks it. Reasons: AWAY, INVALID (refused, or the token does not hold), TOO_WEAK (recognised by less than the settings demand). */
export async function exchangeCode(
  settings: ProviderSettings,
  document: ProviderDocument,
  { code, returnTo }: { code: string; returnTo: string },
  asked: Asked,
): Read {
  const form = new URLSearchParams({ grant_type: 'authorization_code', code, redirect_uri: returnTo })
  form.set('code_verifier', asked.verifier)
  const methods = document.token_endpoint_auth_methods_supported
  const inHeader = !methods || methods.includes('client_secret_basic')
  if (!inHeader) {
    form.set('client_id', settings.clientId)
    form.set('client_secret', settings.clientSecret)
  }
  const sent = await postForm(new URL(document.token_endpoint), form, inHeader ? basic(settings) : undefined)
  if (!sent.ok) return sent
  const { status, json } = sent.value
  const { id_token, error } = (typeof json === 'object' && json !== null ? json : {}) as Record<string, unknown>
  if (status !== 200 || typeof id_token !== 'string')
    return invalid(typeof error === 'string' && /^\w{1,40}$/.test(error) ? error : `HTTP ${status}`)
  return readIdToken(settings, document, id_token, asked)
}

function basic({ clientId, clientSecret }: ProviderSettings): string {
  const pair = [clientId, clientSecret].map((text) => new URLSearchParams({ t: text }).toString().slice(2)).join(':')
  return `Basic ${Buffer.from(pair).toString('base64')}`
}

async function readIdToken(
  settings: ProviderSettings,
  document: ProviderDocument,
  idToken: string,
  { nonce }: Asked,
): Read {
  const keys = await findKeys(document)
  if (!keys.ok) return keys
  const verify = (set: JSONWebKeySet) => verified(settings, document, idToken, set)
  let payload = await verify(keys.value)
  if (payload instanceof errors.JWKSNoMatchingKey) {
    const anew = await findKeys(document, true)
    if (!anew.ok) return anew
    payload = await verify(anew.value)
  }
  if (payload instanceof Error) return invalid(payload.message)
  const { sub, aud, azp, auth_time } = payload
  if (!sub || sub.length > 255) return invalid('no subject')
  if (typeof payload.nonce !== 'string' || payload.nonce !== nonce) return invalid('another nonce')
  if ((Array.isArray(aud) && aud.length > 1) || azp !== undefined) {
    if (azp !== settings.clientId) return invalid('made for somebody else')
  }
  const at = now().getTime()
  if (auth_time !== undefined) {
    if (typeof auth_time !== 'number' || !(auth_time > 0)) return invalid('auth_time is no time')
    if (auth_time * 1000 > at + tolerance * 1000) return invalid('auth_time has not come yet')
  }
  const authTime = typeof auth_time === 'number' ? new Date(Math.min(auth_time * 1000, at)) : null
  if (!isStrongEnough(payload, settings)) {
    log('warn', 'sign-in.provider.too-weak', { acr: shown(payload.acr), amr: shown(payload.amr) })
    return fail('TOO_WEAK')
  }
  const roles = rolesInClaims(payload, settings.roleClaim)
  return ok({ issuer: settings.issuer, subject: sub, authTime, roles, idToken })
}

/** What a provider tells of strength, for the operator: names only, whatever else it may be. */
const shown = (told: unknown): string[] =>
  (Array.isArray(told) ? told : [told]).filter(
    (one): one is string => typeof one === 'string' && /^[\x21-\x7e]{1,200}$/.test(one),
  )

/** The keys that are long enough to believe what they sign. */
const strongKeys = ({ keys }: JSONWebKeySet, bits: number): JSONWebKeySet => ({
  keys: keys.filter(({ kty, n }) => kty !== 'RSA' || bitsOf(n) >= bits),
})

/** Length of a number as keys are written: base64url, the most significant byte first. */
function bitsOf(modulus: string | undefined): number {
  const bytes = Buffer.from(modulus ?? '', 'base64url')
  const first = bytes.findIndex((byte) => byte !== 0)
  return first < 0 ? 0 : (bytes.length - first) * 8 - Math.clz32(bytes[first] ?? 0) + 24
}

async function verified(
  { issuer, clientId, rsaBits }: ProviderSettings,
  { id_token_signing_alg_values_supported: offered }: ProviderDocument,
  idToken: string,
  keys: JSONWebKeySet,
): Promise<JWTPayload | Error> {
  try {
    const { payload } = await jwtVerify(idToken, createLocalJWKSet(strongKeys(keys, rsaBits)), {
      issuer,
      audience: clientId,
      algorithms: algorithms.filter((one) => offered?.includes(one) ?? true),
      requiredClaims: ['iss', 'sub', 'aud', 'exp', 'iat'],
      maxTokenAge: oldest,
      clockTolerance: tolerance,
      currentDate: now(),
    })
    return payload
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error))
  }
}

/** The operator reads why; whoever sent it is not told which check it failed. */
function invalid(why: string): Result<never, 'INVALID'> {
  log('warn', 'sign-in.provider.refused', { why })
  return fail('INVALID')
}
