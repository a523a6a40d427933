// Adding people, changing what they are called and may do, putting accounts out of use.
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Viewer } from '@/lib/access/model'
import { addPerson, changeDetails } from '@/lib/access/people/commands'
import { sendLink, withdrawLink } from '@/lib/access/people/links/commands'
import { roleKey } from '@/lib/access/people/model'
import { findPersonSettings } from '@/lib/access/people/queries'
import { setRoles } from '@/lib/access/people/roles/commands'
import { disablePerson, enablePerson } from '@/lib/access/people/standing/commands'
import { setUnits } from '@/lib/access/people/units/commands'
import { signInActor, viewerOfSession } from '@/lib/access/queries'
import { listPeople } from '@/lib/access/sessions/queries'
import { asViewer, systemViewer } from '@/lib/access/viewer'
import { setClock } from '@/lib/platform/clock'
import type { Result } from '@/lib/values/result'
import { type CountyOfTest, inCounty, inProject, makeAccount, makeCounty } from '../support/builders/accounts'
import { signedIn, wait } from './authenticators'
import { auditTrail, empty, sql } from './behind'
import { adminOf, behind, formOf, holder, invited, newcomer, projectOf, stale } from './people-scene'

let county: CountyOfTest
let admin: Viewer
beforeEach(async () => {
  setClock(new Date('2025-10-01T09:00:00Z'))
  await empty('RateLimit')
  county = await makeCounty(2)
  admin = await adminOf(county)
})
afterEach(() => setClock(null))

type Act = (who: Viewer, userId: string) => Promise<Result<unknown, string>>
const form = async (userId: string) => formOf(userId)
const details = { name: 'Uusi nimi', locale: 'sv' as const }

/** Every act on people; each would be done for the administrator of the county. */
const acts: [string, Act][] = [
  ['adding', (who) => addPerson(who, newcomer())],
  ['details', async (who, id) => changeDetails(who, { ...(await form(id)), ...details, email: newcomer().email })],
  ['roles', async (who, id) => setRoles(who, { ...(await form(id)), roles: [inCounty('admin')] })],
  ['units', async (who, id) => setUnits(who, { ...(await form(id)), units: [] })],
  ['a link', async (who, id) => sendLink(who, { ...(await form(id)), way: 'show' })],
  ['putting out of use', async (who, id) => disablePerson(who, await form(id))],
]

describe.each(acts)('%s', (_, act) => {
  it('is refused to everybody but administrators, and nothing is left', async () => {
    const { id } = await holder(county, 'coordinator')
    const others = (['coordinator', 'director', 'finance', 'steering', 'auditor'] as const).map((r) =>
      holder(county, r),
    )
    const viewers = await Promise.all((await Promise.all(others)).map((one) => signedIn(one)))
    const before = await behind(county.organisationId)
    for (const who of [...viewers, systemViewer('operator')]) {
      expect(await act(who, id)).toEqual({ ok: false, reason: 'NOT_ALLOWED' })
    }
    expect(await behind(county.organisationId)).toEqual(before)
  })

  it('is refused to an administrator whose sign-in is old, who was put out of use, or has lost the role', async () => {
    const { id } = await holder(county, 'coordinator')
    const [disabled, former] = [await adminOf(county), await adminOf(county)]
    await sql(`UPDATE "User" SET "disabledAt" = now() WHERE id = $1`, [disabled.userId])
    await sql(`DELETE FROM "Membership" WHERE "userId" = $1`, [former.userId])
    const before = await behind(county.organisationId)
    expect(await act(stale(admin), id)).toEqual({ ok: false, reason: 'SIGN_IN_AGAIN' })
    expect(await act({ ...admin, authenticatedAt: null }, id)).toEqual({ ok: false, reason: 'SIGN_IN_AGAIN' })
    expect(await act(disabled, id)).toEqual({ ok: false, reason: 'NOT_ALLOWED' })
    expect(await act(former, id)).toEqual({ ok: false, reason: 'NOT_ALLOWED' })
    expect(await behind(county.organisationId)).toEqual(before)
  })

  it('is done by the administrator, with an audit row', async () => {
    const { id } = await holder(county, 'coordinator')
    expect(await act(admin, id)).toMatchObject({ ok: true })
    expect((await auditTrail(county.organisationId)).length).toBeGreaterThan(0)
  })
})

// A new person belongs to nobody yet, and has no earlier form.
describe.each(acts.filter(([name]) => name !== 'adding'))('%s', (_, act) => {
  it('of a person of another county is answered like that of nobody', async () => {
    const other = await makeCounty()
    const { id } = await holder(other, 'coordinator')
    const before = await behind(other.organisationId)
    const missing = { ok: false, reason: 'NOT_FOUND' }
    expect(await act(admin, id)).toEqual(missing)
    expect(await act(admin, crypto.randomUUID())).toEqual(missing)
    expect(await behind(other.organisationId)).toEqual(before)
    expect(await findPersonSettings(admin, id)).toBeNull()
  })
})

it('every form that is older than the last change of its person is refused', async () => {
  const { id } = await holder(county, 'coordinator')
  const old = await formOf(id)
  await sql(`UPDATE "User" SET version = version + 1 WHERE id = $1`, [id])
  const before = await behind(county.organisationId)
  const answers = [
    await changeDetails(admin, { ...old, ...details, email: newcomer().email }),
    await setRoles(admin, { ...old, roles: [] }),
    await setUnits(admin, { ...old, units: [] }),
    await sendLink(admin, { ...old, way: 'show' }),
    await withdrawLink(admin, old),
    await disablePerson(admin, old),
    await enablePerson(admin, old),
  ]
  expect(answers).toEqual(answers.map(() => ({ ok: false, reason: 'STALE' })))
  expect(await behind(county.organisationId)).toEqual(before)
})

describe('adding somebody', () => {
  it('tells an address of the county at the field, and one of another county without saying so', async () => {
    const own = await makeAccount(county)
    const foreign = await makeAccount(await makeCounty())
    expect(await addPerson(admin, newcomer({ email: own.email }))).toEqual({
      ok: false,
      reason: 'EMAIL_KNOWN',
      fields: { email: 'people.error.emailKnown' },
    })
    expect(await addPerson(admin, newcomer({ email: foreign.email }))).toEqual({
      ok: false,
      reason: 'EMAIL_REFUSED',
      fields: { email: 'people.error.emailRefused' },
    })
    expect(await auditTrail(county.organisationId)).toEqual(['person.address_refused refused admin'])
    const person = await holder(county, 'finance')
    const given = { ...(await formOf(person.id)), ...details, email: foreign.email }
    expect(await changeDetails(admin, given)).toMatchObject({ reason: 'EMAIL_REFUSED' })
    expect(await sql('SELECT email FROM "User" WHERE id = $1', [person.id])).toEqual([{ email: person.email }])
  })

  it('tries no more than sixty addresses in an hour', async () => {
    const own = await makeAccount(county)
    for (let n = 0; n < 60; n += 1) await addPerson(admin, newcomer({ email: own.email }))
    expect(await addPerson(admin, newcomer())).toEqual({ ok: false, reason: 'TOO_MANY_ATTEMPTS' })
  }, 60_000)

  it('gives no role in a project of another county, and none that reads the whole country', async () => {
    const foreign = projectOf(await makeCounty())
    for (const role of [
      inProject('director', foreign),
      inProject('director', crypto.randomUUID()),
      inCounty('national'),
    ]) {
      expect(await addPerson(admin, newcomer({ roles: [inCounty('admin'), role] }))).toEqual({
        ok: false,
        reason: 'NOT_FOUND',
        fields: { roles: 'people.error.roles' },
      })
    }
    expect(await listPeople(admin)).toHaveLength(1)
  })

  it('makes an account that nobody can sign in to yet, with its roles and a link for seven days', async () => {
    const roles = [inProject('coordinator', projectOf(county)), inProject('finance', county.projects[1]?.id ?? '')]
    const { id } = await invited(admin, { roles, locale: 'sv' })
    expect(await findPersonSettings(admin, id)).toMatchObject({
      locale: 'sv',
      version: 1,
      held: roles,
      state: 'invited',
      until: '2025-10-08T09:00:00.000Z',
    })
    expect(await sql('SELECT "passwordHash" FROM "User" WHERE id = $1', [id])).toEqual([{ passwordHash: null }])
    expect(await auditTrail(county.organisationId)).toEqual([
      'person.added done admin',
      'invitation.created done admin',
    ])
    wait(7 * 86_400)
    expect((await listPeople(admin))?.find((one) => one.id === id)).toMatchObject({ state: 'waiting', until: null })
  })

  it('of several at once with one address adds one', async () => {
    const given = newcomer()
    const answers = await Promise.all([1, 2, 3].map(() => addPerson(admin, given)))
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
    expect(answers.filter((one) => !one.ok && one.reason === 'EMAIL_KNOWN')).toHaveLength(2)
  })
})

describe('roles', () => {
  const held = async (session: Viewer) =>
    (await viewerOfSession(signInActor(), String(session.sessionId), null))?.held.map(roleKey).sort()

  it('act on the next request of the person, end nothing, and are recorded with before and after', async () => {
    const account = await holder(county, 'director')
    const session = await signedIn(account)
    const [first, second] = county.projects.map(({ id }) => id)
    const roles = [inProject('finance', first ?? ''), inProject('auditor', second ?? '')]
    expect(await setRoles(admin, { ...(await formOf(account.id)), roles })).toMatchObject({ ok: true })
    expect(await held(session)).toEqual(roles.map(roleKey).sort())
    const [row] = await sql<{ data: unknown }>(
      `SELECT data FROM "AuditEvent" WHERE action = 'person.roles_set'
      AND "subjectId" = $1`,
      [account.id],
    )
    const [a, b] = county.projects.map(({ key }) => key)
    expect(row?.data).toEqual({ before: [`director: ${a}`], after: [`auditor: ${b}`, `finance: ${a}`] })
  })

  it('of the last administrator who can sign in stay, and the account too', async () => {
    await invited(admin, { roles: [inCounty('admin')] })
    const own = String(admin.userId)
    expect(await setRoles(admin, { ...(await formOf(own)), roles: [] })).toEqual({ ok: false, reason: 'LAST_ADMIN' })
    expect(await disablePerson(admin, await formOf(own))).toEqual({ ok: false, reason: 'LAST_ADMIN' })
    const colleague = await adminOf(county)
    expect(await setRoles(colleague, { ...(await formOf(own)), roles: [] })).toMatchObject({ ok: true })
    expect(await disablePerson(colleague, await formOf(String(colleague.userId)))).toMatchObject({
      reason: 'LAST_ADMIN',
    })
  })

  it.each(['roles', 'use'] as const)(
    'taken by two administrators from each other at once leave one (%s)',
    async (what) => {
      for (let round = 0; round < 5; round += 1) {
        const place = await makeCounty()
        const [one, two] = [await adminOf(place), await adminOf(place)]
        const take = async (who: Viewer, whom: Viewer) => {
          const which = await formOf(String(whom.userId))
          return what === 'roles' ? setRoles(who, { ...which, roles: [] }) : disablePerson(who, which)
        }
        const answers = await Promise.all([take(one, two), take(two, one)])
        expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
        const left = await sql(
          `SELECT 1 FROM "Membership" m JOIN "User" u ON u.id = m."userId"
        WHERE m."organisationId" = $1 AND m.role = 'admin' AND u."disabledAt" IS NULL`,
          [place.organisationId],
        )
        expect(left).toHaveLength(1)
      }
    },
    60_000,
  )
})

describe('reporting units', () => {
  const makeUnit = ({ organisationId }: CountyOfTest, projectId: string, sourceId: string) =>
    asViewer(systemViewer('operator'), (tx) =>
      tx.workPackage.create({
        data: { organisationId, projectId, sourceId, level: 'plan', reports: true, sort: 0 },
        select: { id: true },
      }),
    )

  it('are those of projects that the person coordinates; others are answered like missing ones', async () => {
    const own = await makeUnit(county, projectOf(county), 'TP1')
    const elsewhere = await makeUnit(county, county.projects[1]?.id ?? '', 'TP2')
    const other = await makeCounty()
    const foreign = await makeUnit(other, projectOf(other), 'TP3')
    const { id } = await holder(county, 'coordinator')
    for (const unit of [elsewhere.id, foreign.id, crypto.randomUUID()]) {
      expect(await setUnits(admin, { ...(await formOf(id)), units: [own.id, unit] })).toEqual({
        ok: false,
        reason: 'NOT_FOUND',
        fields: { units: 'people.error.units' },
      })
    }
    expect(await setUnits(admin, { ...(await formOf(id)), units: [own.id] })).toMatchObject({ ok: true })
    expect(await findPersonSettings(admin, id)).toMatchObject({ units: [{ id: own.id }], chosenUnits: [own.id] })
    expect(await setRoles(admin, { ...(await formOf(id)), roles: [] })).toMatchObject({ ok: true })
    expect(await findPersonSettings(admin, id)).toMatchObject({ units: [], chosenUnits: [] })
  })
})

describe('an account out of use', () => {
  it('lets nobody in from that moment, and is taken into use again with its roles', async () => {
    const account = await holder(county, 'director')
    const session = await signedIn(account)
    const lives = async () => (await viewerOfSession(signInActor(), String(session.sessionId), null)) !== null
    await sendLink(admin, { ...(await formOf(account.id)), way: 'show' })
    expect(await disablePerson(admin, await formOf(account.id))).toMatchObject({ ok: true })
    expect(await lives()).toBe(false)
    expect(await findPersonSettings(admin, account.id)).toMatchObject({ state: 'disabled', until: null })
    expect(await disablePerson(admin, await formOf(account.id))).toMatchObject({ reason: 'DISABLED' })
    expect(await sendLink(admin, { ...(await formOf(account.id)), way: 'show' })).toMatchObject({ reason: 'DISABLED' })
    expect(await enablePerson(admin, await formOf(account.id))).toMatchObject({ ok: true })
    expect(await lives()).toBe(false)
    expect(await findPersonSettings(admin, account.id)).toMatchObject({ state: 'active', held: [{ role: 'director' }] })
  })
})
