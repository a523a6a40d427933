import { hkdfSync } from 'node:crypto'
import { EncryptJWT, jwtDecrypt } from 'jose'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { signOut, startSession } from '@/lib/access/commands'
import { can, type Viewer } from '@/lib/access/model'
import { authOptions, openSession, sealSession } from '@/lib/access/next-auth'
import { listAccounts, signInActor, viewerOfSession } from '@/lib/access/queries'
import { endSessionsOf } from '@/lib/access/sessions/commands'
import { asViewer, systemViewer } from '@/lib/access/viewer'
import { setClock } from '@/lib/platform/clock'
import { env } from '@/lib/platform/env'
import {
  type Account,
  type CountyOfTest,
  inCounty,
  inProject,
  makeAccount,
  makeCounty,
} from '../support/builders/accounts'
import { auditTrail, sql } from './behind'

const limits = vi.hoisted(() => ({ sessionIdleMinutes: 60, sessionMaxHours: 12 }))
vi.mock(import('@/lib/platform/env'), async (original) => {
  const real = await original()
  return { ...real, env: () => ({ ...real.env(), ...limits }) }
})

const start = '2025-10-01T06:00:00Z'
const minutesLater = (minutes: number) => setClock(new Date(new Date(start).getTime() + minutes * 60_000))

let county: CountyOfTest
let account: Account
beforeEach(async () => {
  Object.assign(limits, { sessionIdleMinutes: 60, sessionMaxHours: 12 })
  setClock(new Date(start))
  county = await makeCounty(2)
  account = await makeAccount(county, [inProject('director', county.projects[0]?.id ?? '')])
})
afterEach(() => setClock(null))

const begin = async (who: Account = account): Promise<string> =>
  (await asViewer(signInActor(), (tx) => startSession(tx, who.id, { userAgent: null }))).sessionId
const viewerOf = (sessionId: string) => viewerOfSession(signInActor(), sessionId, 'request-1')

/** The viewer of a new session of an account. */
async function signedIn(who: Account = account): Promise<Viewer> {
  const viewer = await viewerOf(await begin(who))
  if (!viewer) throw new Error('no session')
  return viewer
}

describe('a session', () => {
  it('tells who looks, with the roles of this moment', async () => {
    const sessionId = await begin()
    expect(await viewerOf(sessionId)).toMatchObject({
      kind: 'person',
      userId: account.id,
      organisationId: county.organisationId,
      scope: 'county',
      held: [{ role: 'director', projectId: county.projects[0]?.id }],
      locale: 'fi',
      sessionId,
      authenticatedAt: new Date(start),
      requestId: 'request-1',
    })
  })

  it('is nobody’s when it does not exist', async () => {
    expect(await viewerOf('01936f5e-0000-7000-8000-000000000000')).toBeNull()
  })

  it('ends by inactivity', async () => {
    const sessionId = await begin()
    minutesLater(59)
    expect(await viewerOf(sessionId)).not.toBeNull()
    minutesLater(59 + 61)
    expect(await viewerOf(sessionId)).toBeNull()
  })

  it('ends at its last hour, however busy', async () => {
    const sessionId = await begin()
    for (let minutes = 30; minutes < 12 * 60; minutes += 30) {
      minutesLater(minutes)
      expect(await viewerOf(sessionId), `after ${minutes} min`).not.toBeNull()
    }
    minutesLater(12 * 60)
    expect(await viewerOf(sessionId)).toBeNull()
  })

  it('lives on under a short limit of inactivity while there is activity', async () => {
    limits.sessionIdleMinutes = 1
    const sessionId = await begin()
    for (let minutes = 0.5; minutes < 5; minutes += 0.5) {
      minutesLater(minutes)
      expect(await viewerOf(sessionId), `after ${minutes} min`).not.toBeNull()
    }
    minutesLater(6)
    expect(await viewerOf(sessionId)).toBeNull()
  })

  it('writes nothing when read again within the minute', async () => {
    const sessionId = await begin()
    minutesLater(0.5)
    await viewerOf(sessionId)
    expect(await sql('SELECT "lastSeenAt" FROM "LoginSession" WHERE id = $1', [sessionId])).toEqual([
      { lastSeenAt: new Date(start) },
    ])
  })

  it('ends at once when the account is disabled', async () => {
    const sessionId = await begin()
    await sql('UPDATE "User" SET "disabledAt" = now() WHERE id = $1', [account.id])
    expect(await viewerOf(sessionId)).toBeNull()
  })

  it('loses and gains rights at once when roles change', async () => {
    const sessionId = await begin()
    const [first, second] = county.projects.map((project) => project.id)
    const may = async (projectId = '') => {
      const viewer = await viewerOf(sessionId)
      return viewer !== null && can(viewer, 'period.publish', projectId)
    }
    expect([await may(first), await may(second)]).toEqual([true, false])
    await sql('UPDATE "Membership" SET "projectId" = $1 WHERE "userId" = $2', [second, account.id])
    expect([await may(first), await may(second)]).toEqual([false, true])
    await sql('DELETE FROM "Membership" WHERE "userId" = $1', [account.id])
    expect([await may(first), await may(second)]).toEqual([false, false])
  })
})

describe('signing out', () => {
  it('ends the session on the server, and no other', async () => {
    const [here, there] = [await signedIn(), await begin()]
    await signOut(here)
    expect(await viewerOf(String(here.sessionId))).toBeNull()
    expect(await viewerOf(there)).not.toBeNull()
    expect(await auditTrail(county.organisationId)).toEqual(['session.ended done own'])
  })

  it('is one act, however often it is sent', async () => {
    const viewer = await signedIn()
    await Promise.all(Array.from({ length: 5 }, () => signOut(viewer)))
    await signOut(viewer)
    expect(await auditTrail(county.organisationId)).toEqual(['session.ended done own'])
  })

  it('does not touch a session of somebody else', async () => {
    const other = await begin(await makeAccount(county))
    await signOut({ ...(await signedIn()), sessionId: other })
    expect(await viewerOf(other)).not.toBeNull()
    expect(await auditTrail(county.organisationId)).toEqual([])
  })

  it('by next-auth’s own address ends it too', async () => {
    const sessionId = await begin()
    await authOptions({ address: 'x', userAgent: null, requestId: null }).events?.signOut?.({
      token: { sid: sessionId },
      session: { expires: '' },
    })
    expect(await viewerOf(sessionId)).toBeNull()
  })
})

describe('ending the sessions of a person', () => {
  it.each(['coordinator', 'director', 'finance', 'steering', 'auditor'] as const)(
    'is refused to a %s',
    async (role) => {
      const other = await makeAccount(county, [inProject(role, county.projects[0]?.id ?? '')])
      const kept = await begin()
      expect(await endSessionsOf(await signedIn(other), { userId: account.id })).toEqual({
        ok: false,
        reason: 'NOT_ALLOWED',
      })
      expect(await viewerOf(kept)).not.toBeNull()
    },
  )

  it('of another county, or of nobody, looks the same to an administrator', async () => {
    const stranger = await makeAccount(await makeCounty(), [inCounty('admin')])
    const kept = await begin()
    const viewer = await signedIn(stranger)
    expect(await endSessionsOf(viewer, { userId: account.id })).toEqual({ ok: false, reason: 'NOT_FOUND' })
    expect(await endSessionsOf(viewer, { userId: '01936f5e-0000-7000-8000-000000000000' })).toEqual({
      ok: false,
      reason: 'NOT_FOUND',
    })
    expect(await viewerOf(kept)).not.toBeNull()
  })

  it('is done by the administrator of the county, and recorded', async () => {
    const admin = await signedIn(await makeAccount(county, [inCounty('admin')]))
    const [one, other] = [await begin(), await begin()]
    expect(await endSessionsOf(admin, { userId: account.id })).toEqual({ ok: true, value: { ended: 2 } })
    expect([await viewerOf(one), await viewerOf(other)]).toEqual([null, null])
    expect(await auditTrail(county.organisationId)).toEqual(['session.revoked done admin'])
  })

  it('is done by the operator', async () => {
    const sessionId = await begin()
    expect(await endSessionsOf(systemViewer('operator'), { userId: account.id })).toEqual({
      ok: true,
      value: { ended: 1 },
    })
    expect(await viewerOf(sessionId)).toBeNull()
    expect(await auditTrail(county.organisationId)).toEqual(['session.revoked done system:operator'])
  })
})

describe('the list of accounts', () => {
  it('is empty to those who do not manage people', async () => {
    for (const role of ['coordinator', 'director', 'finance', 'steering', 'auditor'] as const) {
      const other = await makeAccount(county, [inProject(role, county.projects[0]?.id ?? '')])
      expect(await listAccounts(await signedIn(other))).toEqual([])
    }
    expect(await listAccounts(await signedIn(await makeAccount(county, [inCounty('national')])))).toEqual([])
  })

  it('holds the administrator’s own county, and everybody for the operator', async () => {
    const stranger = await makeAccount(await makeCounty(), [inCounty('admin')])
    const admin = await makeAccount(county, [inCounty('admin')])
    const own = (await listAccounts(await signedIn(admin))).map((row) => row.email)
    expect(own).toEqual([account.email, admin.email].sort())
    const all = await listAccounts(systemViewer('operator'))
    expect(all.map((row) => row.email)).toEqual(expect.arrayContaining([...own, stranger.email]))
    const bound = await listAccounts(systemViewer('operator', county.organisationId))
    expect(bound.map((row) => row.email)).toEqual(own)
    expect(all.find((row) => row.email === account.email)?.roles).toEqual([
      { role: 'director', project: county.projects[0]?.key },
    ])
  })
})

describe('the cookie', () => {
  it('holds the session id where only the server can read it', async () => {
    const sessionId = await begin()
    const sealed = await sealSession(sessionId)
    expect(await openSession(sealed)).toBe(sessionId)
    expect(sealed).not.toContain(sessionId)
    const readable = sealed.split('.').map((part) => Buffer.from(part, 'base64url').toString())
    expect(readable.filter((part) => part.includes(sessionId))).toEqual([])
  })

  it('is worth nothing when it was sealed in another way, even with the right key', async () => {
    const sessionId = await begin()
    // As the library makes its key.
    const bytes = hkdfSync('sha256', env().authSecret, '', 'NextAuth.js Generated Encryption Key', 32)
    const key = new Uint8Array(bytes)
    const sealWith = (enc: string) =>
      new EncryptJWT({ sid: sessionId })
        .setProtectedHeader({ alg: 'dir', enc })
        .setIssuedAt()
        .setExpirationTime('1h')
        .encrypt(key)
    const [same, other] = [await sealWith('A256GCM'), await sealWith('A128CBC-HS256')]
    expect((await jwtDecrypt(other, key)).payload.sid).toBe(sessionId)
    expect([await openSession(same), await openSession(other)]).toEqual([sessionId, null])
  })

  it.each([
    ['is absent', async () => undefined],
    ['is empty', async () => ''],
    ['is no token', async () => 'abc'],
    ['was altered', async () => `${(await sealSession('01936f5e-0000-7000-8000-000000000000')).slice(0, -2)}aa`],
  ])('is worth nothing when it %s', async (_, make) => {
    expect(await openSession(await make())).toBeNull()
  })
})
