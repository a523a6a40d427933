// Signing in by a provider: what must not get in, one case each, then what does. Every attack bends one thing of a way that is
// honest otherwise; the honest way beside them shows that they fail for that one thing.
import { createHmac, randomUUID } from 'node:crypto'
import type { JWTPayload } from 'jose'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { sealSession } from '@/lib/access/next-auth'
import type { Finished } from '@/lib/access/oidc/finish'
import { type beginFlow, openFlow, sealFlow } from '@/lib/access/oidc/flow'
import type { ProviderReason } from '@/lib/access/oidc/model'
import { now, setClock } from '@/lib/platform/clock'
import type { ProviderSettings } from '@/lib/platform/provider-settings'
import { type Account, type CountyOfTest, inProject, makeAccount, makeCounty } from '../support/builders/accounts'
import { type Bend, type Keys, type StandInProvider, signed, startStandInProvider } from '../support/stand-in-provider'
import { wait } from './authenticators'
import { empty, sql } from './behind'
import { begin, comeBack, go, reasonOf, recognisedAt, returnsTo, settingsOf } from './oidc-flows'

let provider: StandInProvider
let settings: ProviderSettings
let county: CountyOfTest
let account: Account

beforeAll(async () => {
  provider = await startStandInProvider(returnsTo())
  settings = settingsOf(provider)
})
afterAll(() => provider.stop())
beforeEach(async () => {
  setClock(new Date('2025-10-01T09:00:00Z'))
  await empty('RateLimit')
  provider.bend = {}
  provider.person = { sub: `henkilö-${randomUUID()}` }
  provider.asked.length = 0
  county = await makeCounty()
  account = await makeAccount(county, [inProject('director', county.projects[0]?.id ?? '')])
  await link(account, provider.person.sub)
})
afterEach(() => setClock(null))

const link = ({ id }: Account, subject: string, issuer = provider.issuer) =>
  sql('UPDATE "User" SET "oidcIssuer" = $2, "oidcSubject" = $3 WHERE id = $1', [id, issuer, subject])
const sessions = async () => (await sql('SELECT 1 FROM "LoginSession"')).length

const base64 = (content: object) => Buffer.from(JSON.stringify(content)).toString('base64url')
const hmac = (text: string, secret: string) => createHmac('sha256', secret).update(text).digest('base64url')
function shared(claims: object, kid: string, secret: string): Promise<string> {
  const text = `${base64({ alg: 'HS256', typ: 'JWT', kid })}.${base64(claims)}`
  return Promise.resolve(`${text}.${hmac(text, secret)}`)
}
/** Keeps the signature and changes what it was made for. */
async function altered(claims: JWTPayload, keys: Keys): Promise<string> {
  const [head, , signature] = (await signed(claims, keys)).split('.')
  return `${head}.${base64({ ...claims, sub: 'toinen' })}.${signature}`
}
const claims = (change: Record<string, unknown>): Bend => ({ claims: (honest) => ({ ...honest, ...change }) })
const secondsAgo = (seconds: number) => Math.floor(now().getTime() / 1000) - seconds
const answer = (change: (query: URLSearchParams) => void): Bend => ({ answer: change })

type Attack = [name: string, reason: ProviderReason, act: () => Promise<Finished>]
/** The honest way with one thing bent. */
const bent = (name: string, bend: () => Bend, reason: ProviderReason = 'INVALID'): Attack => [
  name,
  reason,
  () => {
    provider.bend = bend()
    return go(settings)
  },
]

const tokens: Attack[] = [
  bent('another issuer', () => claims({ iss: 'https://login.example.fi' })),
  bent('no issuer', () => claims({ iss: undefined })),
  bent('another audience', () => claims({ aud: 'toinen-palvelu' })),
  bent('two audiences and nobody it was made for', () => claims({ aud: [provider.clientId, 'toinen-palvelu'] })),
  bent('made for another of two audiences', () =>
    claims({ aud: [provider.clientId, 'toinen-palvelu'], azp: 'toinen-palvelu' }),
  ),
  bent('one audience, made for another', () => claims({ azp: 'toinen-palvelu' })),
  bent('expired', () => claims({ exp: secondsAgo(31) })),
  bent('never expiring', () => claims({ exp: undefined })),
  bent('not valid yet', () => claims({ nbf: secondsAgo(-60) })),
  bent('issued in the future', () => claims({ iat: secondsAgo(-60) })),
  bent('issued long ago', () => claims({ iat: secondsAgo(700) })),
  bent('no signature', () => ({ token: async (all) => `${base64({ alg: 'none', typ: 'JWT' })}.${base64(all)}.` })),
  bent('signed with the public key as a shared secret', () => ({
    token: (all, { kid, publicPem }) => shared(all, kid, publicPem),
  })),
  bent('signed with the client’s secret', () => ({ token: (all, { kid }) => shared(all, kid, provider.clientSecret) })),
  bent('signed by a key that nobody knows', () => ({
    token: (all, keys) => signed(all, keys, { kid: 'tuntematon', key: keys.foreign }),
  })),
  bent('signed by another key under a known name', () => ({
    token: (all, keys) => signed(all, keys, { key: keys.foreign }),
  })),
  bent('altered after it was signed', () => ({ token: altered })),
  bent('no token at all', () => ({ token: async () => 'ei mitään' })),
  bent('no nonce', () => claims({ nonce: undefined })),
  bent('another nonce', () => claims({ nonce: 'toinen' })),
  bent('no subject', () => claims({ sub: undefined })),
  bent('an empty subject', () => claims({ sub: '' })),
  bent('recognised in the future', () => claims({ auth_time: secondsAgo(-60) })),
  bent('recognised at no time', () => claims({ auth_time: 'äsken' })),
  bent(
    'recognised longer ago than a session lasts',
    () => claims({ auth_time: secondsAgo(12 * 3600 + 1) }),
    'NOT_FRESH',
  ),
]

/** The honest way with one thing bent, where the settings demand more than a sign-in. */
const weak = (name: string, more: Partial<ProviderSettings>, told: Record<string, unknown>): Attack => [
  name,
  'TOO_WEAK',
  async () => {
    const demanding = { ...settings, ...more }
    provider.bend = claims(told)
    const finished = await go(demanding)
    provider.bend = claims({ acr: 'urn:korkea', amr: ['pwd', 'mfa'] })
    const honest = await go(demanding)
    expect(honest.entered).not.toBeNull()
    await sql('DELETE FROM "LoginSession" WHERE id = $1', [honest.entered?.sessionId])
    return finished
  },
]
const [byAcr, byAmr] = [{ demandedAcr: ['urn:korkea'] }, { demandedAmr: ['mfa', 'hwk'] }]

const strengths: Attack[] = [
  weak('no word of its strength', byAcr, {}),
  weak('another strength', byAcr, { acr: 'urn:matala' }),
  weak('the strength in other letters', byAcr, { acr: 'URN:KORKEA' }),
  weak('the strength as a list', byAcr, { acr: ['urn:korkea'] }),
  weak('the strength beside another in one text', byAcr, { acr: 'urn:matala urn:korkea' }),
  weak('no word of its methods', byAmr, {}),
  weak('a password alone', byAmr, { amr: ['pwd'] }),
  weak('no methods', byAmr, { amr: [] }),
  weak('a method as a text', byAmr, { amr: 'mfa' }),
  weak('a method inside of another', byAmr, { amr: ['no-mfa'] }),
  weak('the methods and not the strength', { ...byAcr, ...byAmr }, { amr: ['mfa'] }),
  weak('the strength and not the methods', { ...byAcr, ...byAmr }, { acr: 'urn:korkea', amr: ['pwd'] }),
]

const answers: Attack[] = [
  bent('no state', () => answer((query) => query.delete('state')), 'OVER'),
  bent('another state', () => answer((query) => query.set('state', 'toinen')), 'OVER'),
  bent('two states', () => answer((query) => query.append('state', query.get('state') ?? '')), 'OVER'),
  bent('two codes', () => answer((query) => query.append('code', 'toinen'))),
  bent('no code', () => answer((query) => query.delete('code'))),
  bent('a made-up code', () => answer((query) => query.set('code', randomUUID()))),
  bent('named by another provider (mix-up)', () => answer((query) => query.set('iss', 'https://login.example.fi'))),
  bent('unnamed, though the provider names itself', () => answer((query) => query.delete('iss'))),
  bent(
    'an error with markup in its description',
    () =>
      answer((query) => {
        query.delete('code')
        query.set('error', '<script>alert(1)</script>')
        query.set('error_description', '<img src=x onerror=alert(1)>')
      }),
    'CANCELLED',
  ),
  [
    'the answer to a sign-in of another browser',
    'OVER',
    async () => comeBack(await begin(settings), await recognisedAt(await begin(settings))),
  ],
  ['an answer that nobody asked for', 'OVER', async () => comeBack({ settings, kept: '' }, await returned())],
  ['an altered cookie', 'OVER', async () => withCookie((kept) => `${kept.slice(0, -2)}AA`)],
  [
    'the cookie of a session',
    'OVER',
    async () => {
      const cookie = await sealSession(randomUUID())
      return withCookie(() => cookie)
    },
  ],
  [
    'the same answer a second time',
    'OVER',
    async () => {
      const begun = await begin(settings)
      const query = await recognisedAt(begun)
      const [first, second] = [await comeBack(begun, query), await comeBack(begun, query)]
      expect(first.entered).not.toBeNull()
      await sql('DELETE FROM "LoginSession" WHERE id = $1', [first.entered?.sessionId])
      return second
    },
  ],
  [
    'a code that was stolen and put into one’s own sign-in',
    'INVALID',
    async () => {
      const stolen = (await recognisedAt(await begin(settings))).get('code') ?? ''
      const begun = await begin(settings)
      const query = await recognisedAt(begun)
      query.set('code', stolen)
      return comeBack(begun, query)
    },
  ],
  ['another verifier than the one it began with', 'INVALID', async () => withFlow({ verifier: 'x'.repeat(43) })],
  [
    'ten minutes later',
    'OVER',
    async () => {
      const begun = await begin(settings)
      const query = await recognisedAt(begun)
      wait(600)
      return comeBack(begun, query)
    },
  ],
  ['begun at another provider', 'OVER', async () => withFlow({ issuer: 'https://login.example.fi' })],
]

const returned = async () => recognisedAt(await begin(settings))
async function withCookie(change: (kept: string) => string): Promise<Finished> {
  const begun = await begin(settings)
  return comeBack({ settings, kept: change(begun.kept) }, await recognisedAt(begun))
}
function withFlow(change: Partial<ReturnType<typeof beginFlow>>): Promise<Finished> {
  return withCookie((kept) => {
    const flow = openFlow(settings, kept)
    if (!flow) throw new Error('no flow')
    return sealFlow({ ...flow, ...change })
  })
}

const people: Attack[] = [
  [
    'somebody nobody knows',
    'UNKNOWN_PERSON',
    () => {
      provider.person = { sub: 'tuntematon' }
      return go(settings)
    },
  ],
  [
    'the address of an account that is not linked',
    'UNKNOWN_PERSON',
    () => {
      provider.person = { sub: 'tuntematon', more: { email: account.email, email_verified: true } }
      return go(settings)
    },
  ],
  [
    'the address of an account as the subject',
    'UNKNOWN_PERSON',
    () => {
      provider.person = { sub: account.email }
      return go(settings)
    },
  ],
  [
    'the subject of somebody at another provider',
    'UNKNOWN_PERSON',
    async () => {
      await link(account, provider.person.sub, 'https://login.example.fi')
      return go(settings)
    },
  ],
  [
    'the subject in other letters',
    'UNKNOWN_PERSON',
    () => {
      provider.person = { sub: provider.person.sub.toUpperCase() }
      return go(settings)
    },
  ],
  [
    'an account out of use',
    'DISABLED',
    async () => {
      await sql('UPDATE "User" SET "disabledAt" = now() WHERE id = $1', [account.id])
      return go(settings)
    },
  ],
]

const attacks = [...tokens, ...strengths, ...answers, ...people]

describe('nobody gets in with', () => {
  it(`at least 45 attacks (there are ${attacks.length})`, () => {
    expect(attacks.length).toBeGreaterThanOrEqual(45)
    expect(new Set(attacks.map(([name]) => name)).size).toBe(attacks.length)
  })

  it.each(attacks)('%s: %s', async (_, reason, act) => {
    const before = await sessions()
    const finished = await act()
    expect({ reason: reasonOf(finished), entered: finished.entered }).toEqual({ reason, entered: null })
    expect(finished.to).toMatch(/^\/sign-in\?next=%2F&provider=[A-Z_]+$/)
    expect(await sessions()).toBe(before)
    // The same, unbent, gets in: it was this and nothing else that kept it out.
    provider.bend = {}
    provider.person = { sub: `henkilö-${randomUUID()}` }
    await link(await makeAccount(county), provider.person.sub)
    expect((await go(settings)).entered).not.toBeNull()
  })
})

describe('where a person goes on', () => {
  it.each(['https://paha.example', '//paha.example', '/\\paha.example', '/.//paha.example', 'javascript:alert(1)', ''])(
    'is never elsewhere: %s',
    async (next) => {
      expect(await go(settings, { next })).toMatchObject({ to: '/', entered: expect.any(Object) })
    },
  )

  it('is the page that was wanted, which the provider never hears of', async () => {
    const next = '/projects/kkk2?from=linkki'
    expect((await go(settings, { next })).to).toBe(next)
    provider.bend = answer((query) => query.set('error', 'access_denied'))
    expect((await go(settings, { next })).to).toBe(`/sign-in?next=${encodeURIComponent(next)}&provider=CANCELLED`)
    expect(provider.asked.map(({ query }) => decodeURIComponent(String(query))).join()).not.toContain('kkk2')
  })
})

describe('a limit', () => {
  it('stops one address that tries on and on; a right sign-in does not use it up', async () => {
    for (let i = 0; i < 3; i++) expect((await go(settings)).entered).not.toBeNull()
    const [counter] = await sql<{ hits: number }>(`SELECT hits FROM "RateLimit" WHERE key LIKE 'sign-in:address:%'`)
    expect(counter).toEqual({ hits: 0 })
    await sql(`UPDATE "RateLimit" SET hits = 100 WHERE key LIKE 'sign-in:address:%'`)
    expect(reasonOf(await go(settings))).toBe('TOO_MANY_ATTEMPTS')
  })
})
