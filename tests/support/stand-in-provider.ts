// A provider of OpenID Connect on the loopback: description, keys, sign-in page, codes for tokens, end of session. Honest unless a
// test bends it. Ends with the test that started it, and by itself after five minutes.
import { createHash, randomUUID } from 'node:crypto'
import http from 'node:http'
import type { AddressInfo } from 'node:net'
import { exportJWK, exportSPKI, generateKeyPair, type JWK, type JWTPayload, SignJWT } from 'jose'
import { now } from '@/lib/platform/clock'

export type PersonThere = { sub: string; authTime?: number | null; more?: Record<string, unknown> }
type Key = Awaited<ReturnType<typeof generateKeyPair>>['privateKey']
export type Keys = { kid: string; own: Key; publicPem: string; foreign: Key; clientSecret: string }

/** Where it departs from what is right; everything else of it stays honest. */
export type Bend = {
  document?: (document: Record<string, unknown>) => Record<string, unknown>
  claims?: (claims: JWTPayload) => JWTPayload
  token?: (claims: JWTPayload, keys: Keys) => Promise<string>
  /** What goes back with the person */
  answer?: (query: URLSearchParams) => void
  /** Published besides its own */
  keys?: JWK[]
  down?: 'description' | 'token' | 'keys'
  /** A description that names no method: the secret goes in the form then */
  posts?: boolean
}

export type StandInProvider = {
  issuer: string
  clientId: string
  clientSecret: string
  /** Where people may be sent back to; anything else is refused, as real providers do */
  returns: string
  person: PersonThere
  bend: Bend
  /** Everything it was asked, sign-in pages with their query */
  asked: { path: string; query: URLSearchParams; form: URLSearchParams }[]
  /** Signs with another key from now on */
  changeKey(): Promise<void>
  stop(): Promise<void>
}

const seconds = (): number => Math.floor(now().getTime() / 1000)

type Given = { nonce: string; challenge: string; redirect: string; used: boolean }
type Answer = { status?: number; location?: string; json?: unknown }

export async function startStandInProvider(returns = ''): Promise<StandInProvider> {
  const [clientId, clientSecret] = ['etappi-test', 'salaisuus: + % ä']
  const codes = new Map<string, Given>()
  let keys = await newKeys(clientSecret)
  const provider = {
    clientId,
    clientSecret,
    person: { sub: 'henkilö-1' },
    returns,
    bend: {},
    asked: [],
  } as unknown as StandInProvider

  const document = (): unknown => {
    const at = (path: string) => `${provider.issuer}${path}`
    const honest = {
      issuer: provider.issuer,
      authorization_endpoint: at('/authorize?tenant=1'),
      token_endpoint: at('/token'),
      jwks_uri: at('/keys'),
      end_session_endpoint: at('/end'),
      id_token_signing_alg_values_supported: ['RS256'],
      code_challenge_methods_supported: ['S256'],
      authorization_response_iss_parameter_supported: true,
      token_endpoint_auth_methods_supported: [provider.bend.posts ? 'client_secret_post' : 'client_secret_basic'],
    }
    return provider.bend.document?.(honest) ?? honest
  }

  const authorize = (query: URLSearchParams): Answer => {
    const redirect = query.get('redirect_uri') ?? ''
    const right =
      query.get('client_id') === clientId && query.get('response_type') === 'code' && redirect === provider.returns
    if (!right || query.get('code_challenge_method') !== 'S256')
      return { status: 400, json: { error: 'invalid_request' } }
    const code = randomUUID()
    codes.set(code, {
      nonce: query.get('nonce') ?? '',
      challenge: query.get('code_challenge') ?? '',
      redirect,
      used: false,
    })
    const back = new URLSearchParams({ code, state: query.get('state') ?? '', iss: provider.issuer })
    provider.bend.answer?.(back)
    return { status: 302, location: `${redirect}?${back}` }
  }

  const token = async (form: URLSearchParams, authorization: string): Promise<Answer> => {
    const given = codes.get(form.get('code') ?? '')
    const [id, secret] = Buffer.from(authorization.slice(6), 'base64').toString().split(':').map(formText)
    const shown = provider.bend.posts ? [form.get('client_id'), form.get('client_secret')] : [id, secret]
    if (shown[0] !== clientId || shown[1] !== clientSecret) return { status: 401, json: { error: 'invalid_client' } }
    const challenge = createHash('sha256')
      .update(form.get('code_verifier') ?? '')
      .digest('base64url')
    const right = given && !given.used && given.redirect === form.get('redirect_uri') && given.challenge === challenge
    if (!right) return { status: 400, json: { error: 'invalid_grant' } }
    given.used = true
    const { sub, authTime = seconds(), more } = provider.person
    const honest: JWTPayload = {
      iss: provider.issuer,
      aud: clientId,
      sub,
      nonce: given.nonce,
      iat: seconds(),
      exp: seconds() + 300,
      ...(authTime === null ? {} : { auth_time: authTime }),
      ...more,
    }
    const claims = provider.bend.claims?.(honest) ?? honest
    const made = await (provider.bend.token ?? signed)(claims, keys)
    return { json: { access_token: 'pääsy', token_type: 'Bearer', id_token: made } }
  }

  const answer = (
    path: string,
    query: URLSearchParams,
    form: URLSearchParams,
    head: string,
  ): Answer | Promise<Answer> => {
    const { down } = provider.bend
    const wanted = { '/.well-known/openid-configuration': 'description', '/token': 'token', '/keys': 'keys' }[path]
    if (down && down === wanted) return { status: 503 }
    if (path === '/.well-known/openid-configuration') return { json: document() }
    if (path === '/authorize') return authorize(query)
    if (path === '/token') return token(form, head)
    if (path === '/keys')
      return publicKeys(keys).then((own) => ({ json: { keys: [...own.keys, ...(provider.bend.keys ?? [])] } }))
    if (path === '/end') return { status: 302, location: query.get('post_logout_redirect_uri') ?? '/' }
    return { status: 404 }
  }

  const server = http.createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://127.0.0.1')
    const parts: Buffer[] = []
    request.on('data', (part: Buffer) => parts.push(part))
    request.on('end', async () => {
      const form = new URLSearchParams(Buffer.concat(parts).toString())
      provider.asked.push({ path: url.pathname, query: url.searchParams, form })
      const told = await answer(url.pathname, url.searchParams, form, request.headers.authorization ?? '')
      const { status = 200, location, json } = told
      response.writeHead(status, { 'Content-Type': 'application/json', ...(location ? { Location: location } : {}) })
      response.end(json === undefined ? '' : JSON.stringify(json))
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const stop = async () => {
    clearTimeout(timer)
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  }
  const timer = setTimeout(() => void stop(), 300_000).unref()
  const changeKey = async () => {
    keys = await newKeys(clientSecret)
  }
  return Object.assign(provider, {
    issuer: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    changeKey,
    stop,
  })
}

const formText = (text: string): string => new URLSearchParams(`t=${text}`).get('t') ?? ''

async function newKeys(clientSecret: string): Promise<Keys> {
  const [own, foreign] = await Promise.all([generateKeyPair('RS256'), generateKeyPair('RS256')])
  publics.set(own.privateKey, own.publicKey)
  return {
    kid: randomUUID(),
    own: own.privateKey,
    foreign: foreign.privateKey,
    publicPem: await exportSPKI(own.publicKey),
    clientSecret,
  }
}
const publics = new WeakMap<object, Key>()

async function publicKeys({ kid, own }: Keys): Promise<{ keys: JWK[] }> {
  const key = publics.get(own)
  return { keys: key ? [{ ...(await exportJWK(key)), kid, alg: 'RS256', use: 'sig' }] : [] }
}

/** A token as the provider signs it; `change` for what is wrong with it. */
export function signed(claims: JWTPayload, keys: Keys, change: { kid?: string; key?: Key } = {}): Promise<string> {
  return new SignJWT(claims)
    .setProtectedHeader({ alg: 'RS256', kid: change.kid ?? keys.kid })
    .sign(change.key ?? keys.own)
}
