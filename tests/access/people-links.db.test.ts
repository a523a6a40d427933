// Links to accounts: how they are made, kept, sent and used, and the own password.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { signIn } from '@/lib/access/commands'
import type { Viewer } from '@/lib/access/model'
import { acceptLink } from '@/lib/access/people/accepting/commands'
import { findOpenLink } from '@/lib/access/people/accepting/queries'
import { changeDetails } from '@/lib/access/people/commands'
import { sendLink, withdrawLink } from '@/lib/access/people/links/commands'
import { withLinks } from '@/lib/access/people/links/queries'
import { changeOwnPassword } from '@/lib/access/people/password/commands'
import { disablePerson, enablePerson } from '@/lib/access/people/standing/commands'
import { signInActor, viewerOfSession } from '@/lib/access/queries'
import { systemViewer } from '@/lib/access/viewer'
import { setClock } from '@/lib/platform/clock'
import * as mail from '@/lib/platform/mail'
import { type CountyOfTest, inCounty, inProject, makeAccount, makeCounty, password } from '../support/builders/accounts'
import { from, signedIn, wait, withFactor } from './authenticators'
import { auditTrail, empty, sql } from './behind'
import { adminOf, behind, formOf, invited, newcomer, projectOf, secretIn } from './people-scene'

let county: CountyOfTest
let admin: Viewer
beforeEach(async () => {
  setClock(new Date('2025-10-01T09:00:00Z'))
  await empty('RateLimit')
  county = await makeCounty()
  admin = await adminOf(county)
})
afterEach(() => {
  setClock(null)
  vi.restoreAllMocks()
})

const chosen = 'toiset neljä sanaa tähän'
const over = { ok: false, reason: 'LINK_OVER' }
const open = (secret: string) => findOpenLink(signInActor(), secret, from.address)
const accept = (secret: string) => acceptLink(signInActor(), { secret, password: chosen }, from)
const enter = (email: string, secret = chosen) => signIn(signInActor(), { email, password: secret }, from)
const newLink = async (userId: string) => {
  const done = await sendLink(admin, { ...(await formOf(userId)), way: 'show' })
  if (!done.ok) throw new Error(done.reason)
  return secretIn(done.value.link)
}

describe('a link opens nothing', () => {
  const ways: [string, (person: { id: string; email: string; secret: string }) => Promise<unknown>][] = [
    ['used', ({ secret }) => accept(secret)],
    ['over', async () => wait(7 * 86_400)],
    ['withdrawn', async ({ id }) => withdrawLink(admin, await formOf(id))],
    ['followed by another one', ({ id }) => newLink(id)],
    ['of an account that was put out of use', async ({ id }) => disablePerson(admin, await formOf(id))],
    [
      'of an account that was put out of use and taken into use again',
      async ({ id }) => {
        await disablePerson(admin, await formOf(id))
        await enablePerson(admin, await formOf(id))
      },
    ],
    [
      'made for another address',
      async ({ id }) =>
        changeDetails(admin, { ...(await formOf(id)), name: 'x', locale: 'fi', email: newcomer().email }),
    ],
  ]

  it.each(ways)('%s', async (_, end) => {
    const person = await invited(admin)
    expect(await open(person.secret)).toMatchObject({ email: person.email })
    await end(person)
    const before = await behind(county.organisationId)
    expect(await open(person.secret)).toBeNull()
    expect(await accept(person.secret)).toEqual(over)
    expect(await behind(county.organisationId)).toEqual(before)
  })

  it('that was guessed, as if it were over; and is not looked for any more after sixty tries from one address', async () => {
    const person = await invited(admin)
    expect(await open('x'.repeat(43))).toBeNull()
    expect(await accept('x'.repeat(43))).toEqual(over)
    for (let n = 0; n < 60; n += 1) await open(`${'y'.repeat(41)}${n}`)
    expect(await open(person.secret)).toBeNull()
    expect(await accept(person.secret)).toEqual({ ok: false, reason: 'TOO_MANY_ATTEMPTS' })
    const elsewhere = { ...from, address: '203.0.113.9' }
    expect(await acceptLink(signInActor(), { secret: person.secret, password: chosen }, elsewhere)).toMatchObject({
      ok: true,
    })
  })
})

describe('a link', () => {
  it('shows county, roles and address, gives the password, and signs in, once of several at once', async () => {
    const { id, email, secret } = await invited(admin, { roles: [inProject('director', projectOf(county))] })
    expect(await open(secret)).toEqual({
      county: expect.stringMatching(/^Hyvinvointialue /),
      email,
      roles: [{ role: 'director', project: 'Hanke 1' }],
      known: false,
    })
    const answers = await Promise.all([1, 2, 3].map(() => accept(secret)))
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
    const done = answers.find((one) => one.ok)
    const sessionId = done?.ok && done.value.kind === 'session' ? done.value.sessionId : ''
    expect(await viewerOfSession(signInActor(), sessionId, null)).toMatchObject({ userId: id })
    expect(await enter(email)).toMatchObject({ ok: true })
    expect((await auditTrail(county.organisationId)).filter((line) => line.startsWith('invitation.used'))).toHaveLength(
      1,
    )
  })

  it('is kept as a hash only', async () => {
    const { id, secret } = await invited(admin)
    const rows = await sql<{ text: string }>('SELECT i::text AS text FROM "Invitation" i WHERE "userId" = $1', [id])
    const log = await sql<{ text: string }>('SELECT a::text AS text FROM "AuditEvent" a')
    expect(rows).toHaveLength(1)
    expect([...rows, ...log].filter(({ text }) => text.includes(secret))).toEqual([])
  })

  it('to an account that is in use ends its password and sessions only when it is used', async () => {
    const account = await makeAccount(county, [inCounty('admin')])
    const session = await signedIn(account)
    const lives = async () => (await viewerOfSession(signInActor(), String(session.sessionId), null)) !== null
    const secret = await newLink(account.id)
    expect(await enter(account.email, password)).toMatchObject({ ok: true })
    expect(await lives()).toBe(true)
    expect(await open(secret)).toMatchObject({ known: true })
    expect(await accept(secret)).toMatchObject({ ok: true })
    expect(await lives()).toBe(false)
    expect(await enter(account.email, password)).toMatchObject({ reason: 'WRONG_CREDENTIALS' })
  })

  it('is no way around the second factor: its code is asked for before a session begins', async () => {
    const account = await makeAccount(county)
    await withFactor(account)
    const secret = await newLink(account.id)
    const sessions = () => sql(`SELECT 1 FROM "LoginSession" WHERE "userId" = $1 AND "revokedAt" IS NULL`, [account.id])
    expect(await accept(secret)).toMatchObject({ ok: true, value: { kind: 'code' } })
    expect(await sessions()).toEqual([])
  })
})

describe('a mail with a link', () => {
  it('waits in the queue without it, in the language of the person, and gets it while it is sent', async () => {
    vi.spyOn(mail, 'sendsMail').mockReturnValue(true)
    const { id } = await invited(admin, { way: 'mail', locale: 'sv', roles: [inProject('finance', projectOf(county))] })
    const [kept] = await sql<{ subject: string; text: string; locale: string }>(
      'SELECT subject, text, locale FROM "Mail" WHERE "userId" = $1',
      [id],
    )
    expect(kept).toMatchObject({ locale: 'sv', subject: expect.stringMatching(/inbjudan/) })
    expect(kept?.text).toContain('Ekonomisakkunnig: Hanke 1')
    expect(kept?.text).not.toContain('secret=')
    const queue = systemViewer('schedule')
    const sent = await withLinks(queue, kept?.text ?? '')
    const secret = /invitation\?secret=([\w-]{43})\n/.exec(sent ?? '')?.[1] ?? ''
    expect(await open(secret)).toMatchObject({ known: false })
    expect(await withLinks(queue, 'Ei linkkiä.')).toBe('Ei linkkiä.')
    await withdrawLink(admin, await formOf(id))
    expect(await withLinks(queue, kept?.text ?? '')).toBeNull()
  })

  it('is written only where mails are sent; else the administrator is shown the link', async () => {
    const { id, secret } = await invited(admin, { way: 'mail' })
    expect(secret).toHaveLength(43)
    expect(await sql('SELECT 1 FROM "Mail" WHERE "userId" = $1', [id])).toEqual([])
  })
})

describe('a password that is like a name of the person or the place', () => {
  const refused = (field: string) => ({
    ok: false,
    reason: 'EASY_PASSWORD',
    fields: { [field]: 'access.error.passwordEasy' },
  })

  it('is not taken by a link, which stays good, nor as the own one', async () => {
    await sql(`UPDATE "Project" SET name = 'Revontuliverkko' WHERE id = $1`, [projectOf(county)])
    const easy = 'Revontuliverkko-26'
    const person = await invited(admin)
    expect(await acceptLink(signInActor(), { secret: person.secret, password: easy }, from)).toEqual(
      refused('password'),
    )
    const who = await signedIn(await makeAccount(county))
    expect(await changeOwnPassword(who, { password, newPassword: easy })).toEqual(refused('newPassword'))
    expect((await auditTrail(county.organisationId)).join()).not.toMatch(/invitation\.used|password_changed/)
    expect(await accept(person.secret)).toMatchObject({ ok: true })
  })
})

describe('the own password', () => {
  const change = (who: Viewer, current: string, newPassword = chosen) =>
    changeOwnPassword(who, { password: current, newPassword })

  it('is not changed without the present one, to the same, or where there is none', async () => {
    const who = await signedIn(await makeAccount(county))
    const without = await signedIn(await makeAccount(county, [], { secret: false }))
    const before = await behind(county.organisationId)
    expect(await change(who, 'väärä')).toMatchObject({
      reason: 'WRONG_PASSWORD',
      fields: { password: 'people.error.wrongPassword' },
    })
    expect(await change(who, password, password)).toMatchObject({ reason: 'SAME_PASSWORD' })
    expect(await change(systemViewer('operator'), password)).toEqual({ ok: false, reason: 'NOT_ALLOWED' })
    expect(await change(without, password)).toEqual({ ok: false, reason: 'NOT_ALLOWED' })
    expect(await behind(county.organisationId)).toEqual(before)
  })

  it('is not guessed: ten wrong ones and even the right one is refused', async () => {
    const who = await signedIn(await makeAccount(county))
    for (let n = 0; n < 10; n += 1) expect(await change(who, `väärä ${n}`)).toMatchObject({ reason: 'WRONG_PASSWORD' })
    expect(await change(who, password)).toEqual({ ok: false, reason: 'TOO_MANY_ATTEMPTS' })
  }, 60_000)

  it('ends every other session and an open link, and is recorded', async () => {
    const account = await makeAccount(county)
    const [here, other] = [await signedIn(account), await signedIn(account)]
    const secret = await newLink(account.id)
    expect(await change(here, password)).toEqual({ ok: true, value: null })
    const lives = async ({ sessionId }: Viewer) =>
      (await viewerOfSession(signInActor(), String(sessionId), null)) !== null
    expect([await lives(here), await lives(other)]).toEqual([true, false])
    expect(await open(secret)).toBeNull()
    expect(await enter(account.email)).toMatchObject({ ok: true })
    expect(await enter(account.email, password)).toMatchObject({ reason: 'WRONG_CREDENTIALS' })
    expect(await auditTrail(county.organisationId)).toContain('person.password_changed done own')
  })
})
