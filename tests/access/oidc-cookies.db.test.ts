// The three addresses of signing in by a provider, as the browser meets them over TLS.
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { beginAtProvider, leaveProvider, returnFromProvider } from '@/lib/access/oidc/answer'
import type { Settings } from '@/lib/platform/env'
import { makeAccount, makeCounty } from '../support/builders/accounts'
import { type StandInProvider, startStandInProvider } from '../support/stand-in-provider'
import { sql } from './behind'
import { settingsOf } from './oidc-flows'

type Cookie = { name: string; value: string; maxAge?: number; [more: string]: unknown }
const browser = vi.hoisted(() => ({ jar: new Map<string, { value: string }>(), set: [] as unknown[] }))
const changed = vi.hoisted(() => ({ provider: null as Settings['provider'] }))
vi.mock('next/headers', () => ({
  headers: async () => new Headers({ 'user-agent': 'Selain' }),
  cookies: async () => ({
    get: (name: string) => browser.jar.get(name),
    set: (given: Cookie | string, value = '', rest = {}) => {
      const cookie = typeof given === 'string' ? { name: given, value, ...rest } : given
      browser.set.push(cookie)
      browser.jar.set(cookie.name, { value: cookie.value })
    },
  }),
}))
vi.mock(import('@/lib/platform/env'), async (original) => {
  const real = await original()
  const env = () => ({ ...real.env(), appUrl: 'https://etappi.example.fi', provider: changed.provider })
  return { ...real, env }
})

let provider: StandInProvider
beforeAll(async () => {
  provider = await startStandInProvider('https://etappi.example.fi/sign-in/provider/return')
})
afterAll(() => provider.stop())

const at = (path: string) => new Request(`https://etappi.example.fi${path}`)
const taken = () => browser.set.splice(0) as Cookie[]
const common = { httpOnly: true, secure: true, sameSite: 'lax', path: '/' }

it('without a provider two do not exist, and the third leads to the sign-in page', async () => {
  for (const answer of [await beginAtProvider(at('/sign-in/provider')), await returnFromProvider(at('/x?state=x'))]) {
    expect(answer.status).toBe(404)
  }
  expect((await leaveProvider(at('/sign-in/provider/out'))).headers.get('location')).toBe('/sign-in')
  expect(taken()).toEqual([])
})

it('keeps what it needs in cookies of this host alone, for ten minutes and for the session, and forgets it', async () => {
  changed.provider = settingsOf(provider)
  const { id } = await makeAccount(await makeCounty())
  await sql('UPDATE "User" SET "oidcIssuer" = $2, "oidcSubject" = $3 WHERE id = $1', [
    id,
    provider.issuer,
    provider.person.sub,
  ])
  const begun = await beginAtProvider(at('/sign-in/provider?next=/projects'))
  expect(begun.status).toBe(303)
  expect(taken()).toMatchObject([{ name: '__Host-etappi.flow', maxAge: 600, ...common }])
  const sent = await fetch(begun.headers.get('location') ?? '', { redirect: 'manual' })
  const back = new URL(sent.headers.get('location') ?? '')
  const entered = await returnFromProvider(new Request(back))
  expect([entered.status, entered.headers.get('location')]).toEqual([303, '/projects'])
  const [flow, session, kept] = taken()
  expect(flow).toMatchObject({ name: '__Host-etappi.flow', value: '', maxAge: 0, ...common })
  expect(session).toMatchObject({ name: '__Host-etappi.session', maxAge: 12 * 3600, ...common })
  expect(kept).toMatchObject({ name: '__Host-etappi.provider', maxAge: 12 * 3600, ...common })
  expect(kept?.value.length).toBeLessThan(4000)
  const left = await leaveProvider(at('/sign-in/provider/out'))
  expect(left.headers.get('location')).toMatch(new RegExp(`^${provider.issuer}/end\\?`))
  expect(taken()).toMatchObject([{ name: '__Host-etappi.provider', value: '', maxAge: 0 }])
})

it.each(['cross-site', 'same-site'])(
  'another site (%s) neither begins nor ends anything: its way leads to our own page',
  async (site) => {
    changed.provider = settingsOf(provider)
    const from = (path: string) =>
      new Request(`https://etappi.example.fi${path}`, { headers: { 'sec-fetch-site': site } })
    const begun = await beginAtProvider(from('/sign-in/provider?next=/projects'))
    expect(begun.headers.get('location')).toBe('/sign-in?next=%2Fprojects')
    expect((await leaveProvider(from('/sign-in/provider/out'))).headers.get('location')).toBe('/sign-in')
    expect(taken()).toEqual([])
  },
)

it('begins only so often in a minute from one address', async () => {
  changed.provider = settingsOf(provider)
  const places: (string | null)[] = []
  for (let times = 0; times < 61; times++)
    places.push((await beginAtProvider(at('/sign-in/provider'))).headers.get('location'))
  expect(places.filter((place) => place?.startsWith(provider.issuer)).length).toBeGreaterThan(50)
  expect(places.at(-1)).toMatch(/^\/sign-in\?.*TOO_MANY_ATTEMPTS/)
  taken()
})
