// Listing and ending sessions: one's own, and those of the county's people.
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Viewer } from '@/lib/access/model'
import { signInActor, viewerOfSession } from '@/lib/access/queries'
import { endOtherSessions, endOwnSession, endSessionOf } from '@/lib/access/sessions/commands'
import { findPerson, listOwnSessions, listPeople } from '@/lib/access/sessions/queries'
import { systemViewer } from '@/lib/access/viewer'
import { setClock } from '@/lib/platform/clock'
import {
  type Account,
  type CountyOfTest,
  inCounty,
  inProject,
  makeAccount,
  makeCounty,
} from '../support/builders/accounts'
import { signedIn, wait, withFactor } from './authenticators'
import { auditTrail, empty, sql } from './behind'

let county: CountyOfTest
let account: Account
beforeEach(async () => {
  setClock(new Date('2025-10-01T09:00:00Z'))
  await empty('RateLimit')
  county = await makeCounty()
  account = await makeAccount(county, [inProject('director', county.projects[0]?.id ?? '')])
})
afterEach(() => setClock(null))

const lives = async ({ sessionId }: Viewer) => (await viewerOfSession(signInActor(), String(sessionId), null)) !== null
const idOf = ({ sessionId }: Viewer) => ({ sessionId: String(sessionId) })
const administrator = async (of = county) => signedIn(await makeAccount(of, [inCounty('admin')]))

describe('a session is not ended', () => {
  it('by another person, of the same county or of another, as if it were not there', async () => {
    const own = await signedIn(account)
    for (const other of [
      await signedIn(await makeAccount(county)),
      await administrator(),
      await administrator(await makeCounty()),
    ]) {
      expect(await endOwnSession(other, idOf(own))).toEqual({ ok: false, reason: 'NOT_FOUND' })
    }
    expect(await lives(own)).toBe(true)
    expect(await auditTrail(county.organisationId)).toEqual([])
  })

  it.each(['coordinator', 'director', 'finance', 'steering', 'auditor'] as const)(
    'of somebody else by a %s',
    async (role) => {
      const own = await signedIn(account)
      const other = await signedIn(await makeAccount(county, [inProject(role, county.projects[0]?.id ?? '')]))
      expect(await endSessionOf(other, { userId: account.id, ...idOf(own) })).toEqual({
        ok: false,
        reason: 'NOT_ALLOWED',
      })
      expect(await lives(own)).toBe(true)
    },
  )

  it('by the administrator of another county, or in the name of another person', async () => {
    const own = await signedIn(account)
    const stranger = await administrator(await makeCounty())
    expect(await endSessionOf(stranger, { userId: account.id, ...idOf(own) })).toMatchObject({ reason: 'NOT_FOUND' })
    const colleague = await makeAccount(county)
    const admin = await administrator()
    expect(await endSessionOf(admin, { userId: colleague.id, ...idOf(own) })).toMatchObject({ reason: 'NOT_FOUND' })
    expect(await lives(own)).toBe(true)
  })

  it('twice: the second finds nothing, and there is one audit row', async () => {
    const [own, other] = [await signedIn(account), await signedIn(account)]
    const answers = await Promise.all([1, 2, 3].map(() => endOwnSession(own, idOf(other))))
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
    expect(await auditTrail(county.organisationId)).toEqual(['session.revoked done own'])
  })
})

describe('one’s own sessions', () => {
  it('are those that still open something, the last used first, this one marked', async () => {
    const [first, idle, over, ended] = [
      await signedIn(account),
      await signedIn(account),
      await signedIn(account),
      await signedIn(account),
    ]
    await endOwnSession(first, idOf(ended))
    await sql(`UPDATE "LoginSession" SET "lastSeenAt" = $2 WHERE id = $1`, [
      idle.sessionId,
      new Date('2025-10-01T07:59:00Z'),
    ])
    await sql(`UPDATE "LoginSession" SET "expiresAt" = $2 WHERE id = $1`, [
      over.sessionId,
      new Date('2025-10-01T08:59:00Z'),
    ])
    await sql(`UPDATE "LoginSession" SET "userAgent" = $2 WHERE id = $1`, [
      first.sessionId,
      'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:145.0) Gecko/20100101 Firefox/145.0',
    ])
    wait(60)
    const here = await signedIn(account)
    expect(await listOwnSessions(here)).toMatchObject([
      { id: here.sessionId, current: true, device: { browser: null, system: null } },
      { id: first.sessionId, current: false, device: { browser: 'Firefox', system: 'Windows' }, secondFactor: false },
    ])
    expect(await listOwnSessions(systemViewer('operator'))).toEqual([])
  })

  it('end all but the one that asks, at once', async () => {
    const [here, one, two] = [await signedIn(account), await signedIn(account), await signedIn(account)]
    const colleague = await signedIn(await makeAccount(county))
    expect(await endOtherSessions(here)).toEqual({ ok: true, value: { ended: 2 } })
    expect([await lives(here), await lives(one), await lives(two), await lives(colleague)]).toEqual([
      true,
      false,
      false,
      true,
    ])
    expect(await endOtherSessions(here)).toEqual({ ok: false, reason: 'NOT_FOUND' })
  })
})

describe('the people of a county', () => {
  it('are seen by nobody but its administrators', async () => {
    for (const role of ['coordinator', 'director', 'finance', 'steering', 'auditor'] as const) {
      const other = await signedIn(await makeAccount(county, [inProject(role, county.projects[0]?.id ?? '')]))
      expect(await listPeople(other)).toBeNull()
      expect(await findPerson(other, account.id)).toBeNull()
    }
    expect(await listPeople(await signedIn(await makeAccount(county, [inCounty('national')])))).toBeNull()
    expect(await findPerson(await administrator(await makeCounty()), account.id)).toBeNull()
  })

  it('are listed with roles, second factor, last sign-in and open sessions', async () => {
    const { viewer } = await withFactor(account)
    wait(60)
    await signedIn(account)
    const admin = await administrator()
    const people = await listPeople(admin)
    expect(people).toHaveLength(2)
    expect(people?.find(({ id }) => id === account.id)).toEqual({
      id: account.id,
      name: expect.any(String),
      email: account.email,
      roles: [{ role: 'director', project: 'Hanke 1' }],
      disabled: false,
      state: 'active',
      until: null,
      byProvider: false,
      secondFactor: true,
      lastSignIn: '2025-10-01T09:01:30.000Z',
      sessions: 2,
      self: false,
    })
    expect(people?.find(({ self }) => self)?.id).toBe(admin.userId)
    const found = await findPerson(admin, account.id)
    expect(found?.sessions.map(({ current }) => current)).toEqual([false, false])
    expect(await endSessionOf(admin, { userId: account.id, ...idOf(viewer) })).toEqual({
      ok: true,
      value: { ended: 1 },
    })
    expect(await lives(viewer)).toBe(false)
    expect((await auditTrail(county.organisationId)).at(-1)).toBe('session.revoked done admin')
  })
})
