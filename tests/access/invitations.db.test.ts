import { createHash } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { signIn } from '@/lib/access/commands'
import {
  acceptFirstAdministrator,
  addCounty,
  countyOfLink,
  createFirstAdministratorInvitation,
} from '@/lib/access/invitations'
import { signInActor, viewerOfSession } from '@/lib/access/queries'
import { newAccountSchema } from '@/lib/access/schema'
import { systemViewer } from '@/lib/access/viewer'
import { setClock } from '@/lib/platform/clock'
import { inCounty, makeAccount, makeCounty } from '../support/builders/accounts'
import { signedIn } from './authenticators'
import { auditTrail, empty, sql } from './behind'

beforeEach(() => empty('User', 'Invitation', 'Organisation'))
afterEach(() => setClock(null))

/** The secret of a new link. */
async function newLink(): Promise<string> {
  const made = await createFirstAdministratorInvitation()
  return new URL(made?.url ?? 'http://none').searchParams.get('secret') ?? ''
}

const accept = (secret: string, email = 'paakayttaja@example.fi', organisation = 'Päijät-Hämeen hyvinvointialue') =>
  acceptFirstAdministrator(signInActor(), { secret, email, organisation, password: 'neljä sanaa ilman numeroita' })
const refused = { ok: false, reason: 'INVITATION_USED' }
const people = async () => Number((await sql<{ count: string }>('SELECT count(*) FROM "User"'))[0]?.count)

describe('the link for the first administrator', () => {
  it('is not made when somebody can already sign in', async () => {
    await makeAccount(await makeCounty())
    expect(await createFirstAdministratorInvitation()).toBeNull()
  })

  it('opens nothing when it was guessed', async () => {
    await newLink()
    expect(await accept('x'.repeat(43))).toEqual(refused)
    expect(await people()).toBe(0)
  })

  it('opens nothing after 24 hours', async () => {
    setClock(new Date('2025-10-01T09:00:00Z'))
    const secret = await newLink()
    setClock(new Date('2025-10-02T08:59:00Z'))
    expect(await countyOfLink(signInActor(), secret)).toBeNull()
    setClock(new Date('2025-10-02T09:00:00Z'))
    expect(await countyOfLink(signInActor(), secret)).toBeUndefined()
    expect(await accept(secret)).toEqual(refused)
    expect(await people()).toBe(0)
  })

  it('opens nothing once a later one was printed', async () => {
    const [earlier, later] = [await newLink(), await newLink()]
    expect(await accept(earlier)).toEqual(refused)
    expect(await accept(later)).toMatchObject({ ok: true })
  })

  it('opens nothing once somebody has an account by another way', async () => {
    const secret = await newLink()
    await makeAccount(await makeCounty())
    expect(await accept(secret)).toEqual(refused)
    expect(await people()).toBe(1)
  })

  it('takes no password that is like the county or the address, and stays good', async () => {
    const secret = await newLink()
    const named = { secret, email: 'paakayttaja@example.fi', organisation: 'Kaukopohjan hyvinvointialue' }
    const easy = await acceptFirstAdministrator(signInActor(), { ...named, password: 'Kaukopohja-26!' })
    expect(easy).toEqual({ ok: false, reason: 'EASY_PASSWORD', fields: { password: 'access.error.passwordEasy' } })
    expect(await people()).toBe(0)
    expect(await accept(secret)).toMatchObject({ ok: true })
  })

  it('works once', async () => {
    const secret = await newLink()
    expect(await accept(secret)).toMatchObject({ ok: true })
    expect(await countyOfLink(signInActor(), secret)).toBeUndefined()
    expect(await accept(secret, 'toinen@example.fi')).toEqual(refused)
    expect(await people()).toBe(1)
  })

  it('works once, also when it is sent five times at the same moment', async () => {
    const secret = await newLink()
    const answers = await Promise.all([1, 2, 3, 4, 5].map((n) => accept(secret, `paakayttaja${n}@example.fi`)))
    expect(answers.filter((answer) => answer.ok)).toHaveLength(1)
    expect(answers.filter((answer) => !answer.ok)).toEqual([refused, refused, refused, refused])
    expect(await people()).toBe(1)
  })

  it('makes one administrator when several links are open and used at the same moment', async () => {
    const secrets = [
      await newLink(),
      await newLink(),
      await newLink(),
      await newLink(),
      await newLink(),
      await newLink(),
    ]
    await sql(`UPDATE "Invitation" SET "expiresAt" = now() + interval '1 hour'`)
    const answers = await Promise.all(
      secrets.map((secret, n) => accept(secret, `paakayttaja${n}@example.fi`, `Alue ${n}`)),
    )
    expect(answers.filter((answer) => answer.ok)).toHaveLength(1)
    expect(await people()).toBe(1)
  })

  it('is kept as a hash only', async () => {
    const secret = await newLink()
    const [row] = await sql<{ text: string; secretHash: string }>(
      'SELECT i::text AS text, "secretHash" FROM "Invitation" i',
    )
    expect(row?.text).not.toContain(secret)
    expect(row?.secretHash).toBe(createHash('sha256').update(secret).digest('hex'))
  })
})

describe('accepting it', () => {
  it('makes the county and its administrator, signs them in and is recorded', async () => {
    const started = await accept(await newLink())
    if (!started.ok) throw new Error(started.reason)
    const viewer = await viewerOfSession(signInActor(), started.value.sessionId, null)
    expect(viewer).toMatchObject({
      organisationName: 'Päijät-Hämeen hyvinvointialue',
      held: [{ role: 'admin', projectId: null }],
    })
    expect(await sql('SELECT key FROM "Organisation"')).toEqual([{ key: 'paijat-hameen-hyvinvointialue' }])
    expect(await auditTrail(String(viewer?.organisationId))).toEqual(['invitation.used done invitation'])
    const again = { email: 'paakayttaja@example.fi', password: 'neljä sanaa ilman numeroita' }
    expect(await signIn(signInActor(), again, { address: 'x', userAgent: null })).toMatchObject({ ok: true })
  })

  it.each([
    ['password', 'lyhyt', 'access.error.passwordShort'],
    ['password', 'x'.repeat(201), 'access.error.passwordLong'],
    ['password', 'salasana1234', 'access.error.passwordEasy'],
    ['organisation', ' ', 'access.error.organisation'],
    ['email', 'ei osoite', 'access.error.email'],
  ])('asks for what is missing: %s "%.10s"', (field, value, message) => {
    const password = 'neljä sanaa ilman numeroita'
    const typed = { secret: 's'.repeat(43), email: 'a@example.fi', organisation: 'Alue', password }
    const issues = newAccountSchema.safeParse({ ...typed, [field]: value }).error?.issues
    expect(issues?.map((issue) => [issue.path[0], issue.message])).toEqual([[field, message]])
  })
})

describe('the link for the first administrator of a county that the operator makes', () => {
  const operator = systemViewer('operator')
  const secretIn = (url: string) => new URL(url).searchParams.get('secret') ?? ''
  const made = async (again = false) => {
    const done = await addCounty(operator, { key: 'uusi', name: 'Uusi alue', again })
    if (!done.ok) throw new Error(done.reason)
    return { ...done.value, secret: secretIn(done.value.url) }
  }

  it('is made by nobody but the operator, and for no key that is taken', async () => {
    const county = await makeCounty()
    const admin = await signedIn(await makeAccount(county, [inCounty('admin')]))
    expect(await addCounty(admin, { key: 'a', name: 'A', again: false })).toEqual({ ok: false, reason: 'NOT_ALLOWED' })
    await made()
    for (const again of [false, true]) {
      const key = again ? 'toinen' : 'uusi'
      const reason = again ? 'NOT_FOUND' : 'KEY_TAKEN'
      expect(await addCounty(operator, { key, name: 'Muu', again })).toEqual({ ok: false, reason })
    }
    expect(await sql('SELECT name FROM "Organisation" WHERE key = $1', ['uusi'])).toEqual([{ name: 'Uusi alue' }])
  })

  it('makes an account in that county, once, while others have theirs', async () => {
    await makeAccount(await makeCounty())
    const { organisationId, secret } = await made()
    expect(await countyOfLink(signInActor(), secret)).toEqual({ id: organisationId, name: 'Uusi alue' })
    const answers = await Promise.all([1, 2, 3].map((n) => accept(secret, `uusi${n}@example.fi`, 'Jokin muu nimi')))
    const started = answers.find((answer) => answer.ok)
    expect(answers.filter((answer) => !answer.ok)).toEqual([refused, refused])
    const viewer = started?.ok ? await viewerOfSession(signInActor(), started.value.sessionId, null) : null
    expect(viewer).toMatchObject({ organisationId, organisationName: 'Uusi alue', held: [{ role: 'admin' }] })
    expect(await auditTrail(organisationId)).toEqual([
      'county.added done system:operator',
      'invitation.used done invitation',
    ])
    expect(await addCounty(operator, { key: 'uusi', name: 'Uusi alue', again: true })).toMatchObject({
      reason: 'KEY_TAKEN',
    })
  })

  it('is followed by another one only while the county has nobody; the one before opens nothing', async () => {
    const first = await made()
    const second = await made(true)
    expect(second.organisationId).toBe(first.organisationId)
    expect(await accept(first.secret)).toEqual(refused)
    expect(await accept(second.secret)).toMatchObject({ ok: true })
  })

  it('refuses an address of another county without saying so, and still works afterwards', async () => {
    const other = await makeAccount(await makeCounty())
    const { secret } = await made()
    expect(await accept(secret, other.email)).toEqual({
      ok: false,
      reason: 'EMAIL_REFUSED',
      fields: { email: 'people.error.emailRefused' },
    })
    expect(await accept(secret)).toMatchObject({ ok: true })
  })
})
