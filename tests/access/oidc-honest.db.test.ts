// The honest way in by a provider: what it asks, what comes of it, the provider away, and roles that it tells.
import { createHash, randomUUID } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { signIn } from '@/lib/access/commands'
import { signedInRecently } from '@/lib/access/model'
import { endAddress, startFlow } from '@/lib/access/oidc/begin'
import { openEntered, openFlow, sealEntered } from '@/lib/access/oidc/flow'
import { signInActor, viewerOfSession } from '@/lib/access/queries'
import { now, setClock } from '@/lib/platform/clock'
import type { ProviderSettings } from '@/lib/platform/provider-settings'
import {
  type Account,
  type CountyOfTest,
  inCounty,
  inProject,
  makeAccount,
  makeCounty,
  password,
} from '../support/builders/accounts'
import { type StandInProvider, startStandInProvider } from '../support/stand-in-provider'
import { from, wait } from './authenticators'
import { auditTrail, empty, sql } from './behind'
import { begin, go, reasonOf, returnsTo, settingsOf } from './oidc-flows'

let provider: StandInProvider
let settings: ProviderSettings
let county: CountyOfTest
let account: Account

beforeEach(async () => {
  setClock(new Date('2025-10-01T09:00:00Z'))
  await empty('RateLimit')
  // A new one each time: what is kept of its description and keys belongs to one address.
  provider = await startStandInProvider(returnsTo())
  settings = settingsOf(provider)
  provider.person = { sub: randomUUID() }
  county = await makeCounty(2)
  account = await makeAccount(county)
  await sql('UPDATE "User" SET "oidcIssuer" = $2, "oidcSubject" = $3 WHERE id = $1', [
    account.id,
    provider.issuer,
    provider.person.sub,
  ])
})
afterEach(async () => {
  setClock(null)
  await provider.stop()
})

const seconds = () => Math.floor(now().getTime() / 1000)
async function viewerAfter(query: Record<string, string> = {}) {
  const finished = await go(settings, query)
  const viewer = await viewerOfSession(signInActor(), finished.entered?.sessionId ?? randomUUID(), null)
  if (!viewer) throw new Error(`nobody: ${finished.to}`)
  return viewer
}

describe('the honest way', () => {
  it('begins a session of the account that has issuer and subject, and is recorded', async () => {
    const viewer = await viewerAfter()
    expect(viewer).toMatchObject({ userId: account.id, organisationId: county.organisationId })
    expect((await auditTrail(county.organisationId)).at(-1)).toBe('session.started done provider')
    const [row] = await sql(
      `SELECT data, source FROM "AuditEvent" WHERE action = 'session.started' AND "actorId" = $1`,
      [account.id],
    )
    expect(row).toEqual({ data: { provider: provider.issuer }, source: 'sign-in' })
  })

  it('asks with PKCE, state and nonce, and shows the secret to nobody but the provider’s token address', async () => {
    const { to, kept } = await begin(settings)
    const flow = openFlow(settings, kept)
    if (!flow) throw new Error('no flow')
    expect(Object.fromEntries(to.searchParams)).toEqual({
      tenant: '1',
      response_type: 'code',
      response_mode: 'query',
      client_id: provider.clientId,
      redirect_uri: returnsTo(),
      scope: 'openid',
      state: flow.state,
      nonce: flow.nonce,
      code_challenge: createHash('sha256').update(flow.verifier).digest('base64url'),
      code_challenge_method: 'S256',
      max_age: '43200',
    })
    expect(kept).not.toContain(flow.state)
    expect(new Set([flow.state, flow.nonce, flow.verifier]).size).toBe(3)
    await go(settings)
    const secret = provider.asked.filter(({ form, query }) => `${form}${query}`.includes('salaisuus'))
    expect(secret).toEqual([])
  })

  it('works with a provider that takes the secret in the form, and with one that does not name itself', async () => {
    provider.bend = {
      posts: true,
      document: (honest) => ({ ...honest, authorization_response_iss_parameter_supported: undefined }),
      answer: (query) => query.delete('iss'),
    }
    expect(await viewerAfter()).toMatchObject({ userId: account.id })
  })

  it('finds the provider’s new key, once a minute at most', async () => {
    await viewerAfter()
    await provider.changeKey()
    expect(reasonOf(await go(settings))).toBe('INVALID')
    wait(61)
    expect(await viewerAfter()).toMatchObject({ userId: account.id })
    expect(provider.asked.filter(({ path }) => path === '/keys')).toHaveLength(2)
  })

  it('takes the place of the session that the browser had', async () => {
    const old = await viewerAfter()
    const finished = await go(settings, {}, { from: { ...from, sessionId: old.sessionId } })
    expect(finished.entered).not.toBeNull()
    expect(await viewerOfSession(signInActor(), String(old.sessionId), null)).toBeNull()
  })
})

describe('fresh is what the provider saw', () => {
  it.each([
    [0, true],
    [899, true],
    [901, false],
    [8 * 3600, false],
  ])('%i seconds ago: %s', async (ago, fresh) => {
    provider.person.authTime = seconds() - ago
    const viewer = await viewerAfter()
    expect(signedInRecently(viewer, now())).toBe(fresh)
    expect(viewer.authenticatedAt).toEqual(new Date((seconds() - ago) * 1000))
  })

  it('unsaid is not fresh', async () => {
    provider.person.authTime = null
    expect(signedInRecently(await viewerAfter(), now())).toBe(false)
  })

  it('asked for anew it is demanded, and an old or unsaid one is refused', async () => {
    const { to } = await begin(settings, { again: '1' })
    expect([to.searchParams.get('prompt'), to.searchParams.get('max_age')]).toEqual(['login', '900'])
    for (const authTime of [seconds() - 901, null]) {
      provider.person.authTime = authTime
      const refused = await go(settings, { again: '1', next: '/projects' })
      expect(refused).toMatchObject({ entered: null, to: '/sign-in?next=%2Fprojects&again=1&provider=NOT_FRESH' })
    }
    provider.person.authTime = seconds() - 5
    expect(signedInRecently(await viewerAfter({ again: '1' }), now())).toBe(true)
  })
})

describe('a provider that is away or not itself', () => {
  const refused = async () => expect(reasonOf(await startFlow(settings, new URLSearchParams(), null))).toBe('AWAY')

  it.each(['description', 'token', 'keys'] as const)(
    'without its %s says so, and lets in again afterwards',
    async (down) => {
      provider.bend = { down }
      if (down === 'description') await refused()
      else expect(reasonOf(await go(settings))).toBe('AWAY')
      const local = await signIn(signInActor(), { email: account.email, password }, from)
      expect(local).toMatchObject({ ok: true, value: { kind: 'session' } })
      provider.bend = {}
      expect(await viewerAfter()).toMatchObject({ userId: account.id })
    },
  )

  it.each([
    ['names another issuer', { issuer: 'https://login.example.fi' }],
    ['names itself with one slash more', { issuer: 'x' }],
    ['has its token address without TLS elsewhere', { token_endpoint: 'http://paha.example/token' }],
    ['has its sign-in page in a script', { authorization_endpoint: 'javascript:alert(1)' }],
    ['has no keys', { jwks_uri: undefined }],
  ])('whose description %s is not gone to', async (_, change) => {
    provider.bend = {
      document: (honest) => ({
        ...honest,
        ...change,
        ...('issuer' in change && change.issuer === 'x' ? { issuer: `${provider.issuer}/` } : {}),
      }),
    }
    await refused()
  })

  it('nowhere to be found is away', async () => {
    await provider.stop()
    await refused()
    provider = await startStandInProvider(returnsTo())
  })
})

describe('signing out there, too', () => {
  it('goes to the provider’s address with the token that it gave, and comes back', async () => {
    const { entered } = await go(settings)
    const kept = openEntered(entered ? sealEntered(entered) : undefined)
    const url = new URL((kept && (await endAddress(settings, kept))) ?? '')
    expect(url.origin + url.pathname).toBe(`${provider.issuer}/end`)
    expect(url.searchParams.get('id_token_hint')).toBe(entered?.idToken)
    expect(url.searchParams.get('post_logout_redirect_uri')).toMatch(/\/sign-in$/)
    expect(openEntered(sealEntered({ sessionId: 'x', idToken: 'x'.repeat(5000) }))?.idToken).toBeNull()
  })

  it('is left out by a provider that offers none', async () => {
    provider.bend = { document: (honest) => ({ ...honest, end_session_endpoint: undefined }) }
    expect(await endAddress(settings, { sessionId: 'x', idToken: null })).toBeNull()
  })
})

describe('roles that the provider tells', () => {
  const held = (id = account.id) =>
    sql<{ held: string }>(
      `SELECT m.role || coalesce(':' || p.key, '') AS held FROM "Membership" m LEFT JOIN "Project" p ON p.id = m."projectId"
        WHERE m."userId" = $1 ORDER BY 1`,
      [id],
    ).then((rows) => rows.map((row) => row.held))
  const told = (roles: unknown, roleClaim = 'roles') => {
    const claims = roleClaim === 'roles' ? { roles } : { realm_access: { roles } }
    provider.person.more = claims
    return go({ ...settings, roleClaim, roles: mapped() })
  }
  const mapped = (): ProviderSettings['roles'] => [
    { given: 'etappi.director', role: 'director', projectKey: county.projects[0]?.key ?? '' },
    { given: 'etappi.finance', role: 'finance', projectKey: county.projects[1]?.key ?? '' },
    // Two of the provider's names for one role here: it is given once.
    { given: 'etappi.deputy', role: 'director', projectKey: county.projects[0]?.key ?? '' },
    { given: 'etappi.admin', role: 'admin', projectKey: null },
    { given: 'etappi.national', role: 'national', projectKey: null },
  ]
  const first = () => county.projects[0]?.key ?? ''

  it('are given and taken at each sign-in, and recorded', async () => {
    await told(['etappi.director', 'etappi.deputy', 'etappi.finance', 'muu', 7])
    expect(await held()).toEqual([`director:${first()}`, `finance:${county.projects[1]?.key}`])
    await told(['etappi.finance', 'etappi.finance'])
    expect(await held()).toEqual([`finance:${county.projects[1]?.key}`])
    await told(['etappi.finance'])
    const rows = await sql<{ data: { given: { role: string }[]; taken: { role: string }[] } }>(
      `SELECT data FROM "AuditEvent" WHERE action = 'provider.roles_followed' AND "actorId" = $1 ORDER BY at, id`,
      [account.id],
    )
    const roles = (list: { role: string }[]) => list.map(({ role }) => role)
    expect(rows.map(({ data }) => [roles(data.given), roles(data.taken)])).toEqual([
      [['director', 'finance'], []],
      [[], ['director']],
    ])
  })

  it('untold leave none: no roles, no rights', async () => {
    await makeAccount(county, [inCounty('admin')])
    await told(['etappi.director', 'etappi.admin'])
    expect(await held()).toEqual(['admin', `director:${first()}`])
    for (const nothing of [[], undefined, {}, null, 'etappi.directo', [['etappi.admin']]]) {
      await told(nothing)
      expect(await held()).toEqual([])
      await told(['etappi.director'])
    }
  })

  it('untold leave a county its last administrator', async () => {
    await told(['etappi.admin', 'etappi.director'])
    await told([])
    expect(await held()).toEqual(['admin'])
    const [row] = await sql<{ data: { kept: { role: string }[]; taken: { role: string }[] } }>(
      `SELECT data FROM "AuditEvent" WHERE action = 'provider.roles_followed' AND "actorId" = $1 ORDER BY at DESC, id DESC LIMIT 1`,
      [account.id],
    )
    expect(row?.data).toMatchObject({ kept: [{ role: 'admin' }], taken: [{ role: 'director' }] })
    await makeAccount(county, [inCounty('admin')])
    await told([])
    expect(await held()).toEqual([])
  })

  it('are found where the settings say', async () => {
    await told(['etappi.director'], 'realm_access.roles')
    expect(await held()).toEqual([`director:${first()}`])
  })

  it('never make an administrator unless that was said, nor a national reader of a county’s person', async () => {
    await told(['admin', 'national', 'director', 'etappi.national'])
    expect(await held()).toEqual([])
  })

  it('give nothing in a project of another county', async () => {
    const other = await makeCounty()
    const roles = [{ given: 'x', role: 'director' as const, projectKey: other.projects[0]?.key ?? '' }]
    provider.person.more = { roles: ['x'] }
    expect((await go({ ...settings, roles })).entered).not.toBeNull()
    expect(await held()).toEqual([])
  })

  it('unmapped leave Etappi’s own roles as they are, whatever is told', async () => {
    const own = await makeAccount(county, [inProject('auditor', county.projects[0]?.id ?? ''), inCounty('admin')])
    await sql('UPDATE "User" SET "oidcIssuer" = $2, "oidcSubject" = $3 WHERE id = $1', [
      own.id,
      provider.issuer,
      'omat-roolit',
    ])
    provider.person = { sub: 'omat-roolit', more: { roles: ['etappi.director', 'director'] } }
    expect((await go(settings)).entered).not.toBeNull()
    expect(await held(own.id)).toEqual(['admin', `auditor:${first()}`])
  })
})
