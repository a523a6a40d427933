// Linking an account to a provider: by an invitation, in the settings, and taking the link off. What must not work first.
import { randomUUID } from 'node:crypto'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { signIn, startSession } from '@/lib/access/commands'
import { fingerprint } from '@/lib/access/fingerprint'
import type { Viewer } from '@/lib/access/model'
import { startFlow } from '@/lib/access/oidc/begin'
import { unlinkProvider } from '@/lib/access/oidc/commands'
import { sealLink } from '@/lib/access/oidc/flow'
import { signInActor, viewerOfSession } from '@/lib/access/queries'
import { asViewer } from '@/lib/access/viewer'
import { now, setClock } from '@/lib/platform/clock'
import type { ProviderSettings } from '@/lib/platform/provider-settings'
import { type Account, type CountyOfTest, makeAccount, makeCounty, password } from '../support/builders/accounts'
import { type StandInProvider, startStandInProvider } from '../support/stand-in-provider'
import { from, signedIn, wait, withFactor } from './authenticators'
import { auditTrail, empty, sql } from './behind'
import { begin, comeBack, go, reasonOf, recognisedAt, returnsTo, settingsOf } from './oidc-flows'

let provider: StandInProvider
let settings: ProviderSettings
let county: CountyOfTest
let invited: Account
let secret: string

beforeAll(async () => {
  provider = await startStandInProvider(returnsTo())
  settings = settingsOf(provider)
})
afterAll(() => provider.stop())
beforeEach(async () => {
  setClock(new Date('2025-10-01T09:00:00Z'))
  await empty('RateLimit')
  provider.bend = {}
  provider.person = { sub: randomUUID() }
  provider.asked.length = 0
  county = await makeCounty()
  invited = await makeAccount(county, [], { secret: false })
  secret = await invite(invited)
})
afterEach(() => setClock(null))

async function invite({ id, organisationId }: Account, hours = 24): Promise<string> {
  const made = `${randomUUID()}${randomUUID()}`
  const expiresAt = new Date(now().getTime() + hours * 3_600_000)
  await asViewer(signInActor(), (tx) =>
    tx.invitation.create({ data: { organisationId, userId: id, secretHash: fingerprint(made), expiresAt } }),
  )
  return made
}
const keyOf = async ({ id }: Account) => {
  const [row] = await sql<{ key: string | null }>(
    `SELECT "oidcIssuer" || ' ' || "oidcSubject" AS key FROM "User" WHERE id = $1`,
    [id],
  )
  return row?.key ?? null
}
const ownKey = () => `${provider.issuer} ${provider.person.sub}`
const isUsed = async (given = secret) =>
  (await sql('SELECT 1 FROM "Invitation" WHERE "secretHash" = $1 AND "usedAt" IS NOT NULL', [fingerprint(given)]))
    .length === 1
/** Past the triggers that would not let such a row be. */
async function planted(text: string, values: unknown[]): Promise<void> {
  await sql("SET session_replication_role = 'replica'")
  await sql(text, values)
  await sql("SET session_replication_role = 'origin'")
}

describe('an invitation opens nothing', () => {
  const refused = async (reason: string, given = secret) => {
    const finished = await go(settings, { invitation: given })
    expect({ reason: reasonOf(finished), entered: finished.entered }).toEqual({ reason, entered: null })
    expect(await keyOf(invited)).toBeNull()
  }

  it('that was used', async () => {
    await sql('UPDATE "Invitation" SET "usedAt" = now() WHERE "secretHash" = $1', [fingerprint(secret)])
    await refused('INVITATION_USED')
  })

  it('that has expired', async () => {
    wait(24 * 3600)
    await refused('INVITATION_USED')
  })

  it('that nobody sent', async () => {
    await refused('INVITATION_USED', `${secret}x`)
    expect(await isUsed()).toBe(false)
  })

  it('of another county than the account’s', async () => {
    const other = await makeCounty()
    await planted('UPDATE "Invitation" SET "organisationId" = $2 WHERE "secretHash" = $1', [
      fingerprint(secret),
      other.organisationId,
    ])
    await refused('INVITATION_USED')
    expect(await isUsed()).toBe(false)
  })

  it('to become the first administrator', async () => {
    const made = randomUUID()
    await asViewer(signInActor(), (tx) =>
      tx.invitation.create({
        data: { role: 'admin', secretHash: fingerprint(made), expiresAt: new Date(now().getTime() + 3_600_000) },
      }),
    )
    await refused('INVITATION_USED', made)
    expect(await isUsed(made)).toBe(false)
  })

  it('of an account out of use', async () => {
    await sql('UPDATE "User" SET "disabledAt" = now() WHERE id = $1', [invited.id])
    await refused('DISABLED')
    expect(await isUsed()).toBe(false)
  })

  it('of an account with a second factor: whoever reads the mail does not have the authenticator', async () => {
    invited = await makeAccount(county)
    await withFactor(invited)
    await refused('HAS_FACTOR', await invite(invited))
  })

  it('to somebody who has another account', async () => {
    const owner = await makeAccount(county)
    await go(settings, { invitation: await invite(owner) })
    await refused('TAKEN')
    expect(await isUsed()).toBe(false)
  })

  it('of an account that is linked to somebody else', async () => {
    await go(settings, { invitation: secret })
    const key = await keyOf(invited)
    provider.person = { sub: randomUUID() }
    const again = await invite(invited)
    expect(reasonOf(await go(settings, { invitation: again }))).toBe('ALREADY_LINKED')
    expect([await keyOf(invited), await isUsed(again)]).toEqual([key, false])
  })

  it('twice at the same moment: one is let in', async () => {
    const subjects = [randomUUID(), randomUUID()]
    const begun = await Promise.all(subjects.map(() => begin(settings, { invitation: secret })))
    const answers = await Promise.all(begun.map(recognisedAt))
    let at = 0
    provider.bend = { claims: (honest) => ({ ...honest, sub: subjects[at++ % 2] }) }
    const finished = await Promise.all(begun.map((one, i) => comeBack(one, answers[i] ?? new URLSearchParams())))
    expect(finished.filter(({ entered }) => entered)).toHaveLength(1)
    expect((await sql('SELECT 1 FROM "LoginSession" WHERE "userId" = $1', [invited.id])).length).toBe(1)
  })
})

describe('an invitation', () => {
  it('links its account, is used up, and signs in; the provider never hears its secret', async () => {
    const finished = await go(settings, { invitation: secret })
    expect(finished).toMatchObject({ to: '/', entered: expect.any(Object) })
    expect([await keyOf(invited), await isUsed()]).toEqual([ownKey(), true])
    expect(await auditTrail(county.organisationId)).toEqual([
      'invitation.used done invitation',
      'provider.linked done invitation',
      'session.started done provider',
    ])
    expect(JSON.stringify(provider.asked.map(({ query, form }) => `${query} ${form}`))).not.toContain(secret)
    expect((await go(settings)).entered).not.toBeNull()
  })
})

describe('an invitation of an account that was used before', () => {
  it('takes its password and its sessions: what opened it before does no more', async () => {
    const known = await makeAccount(county)
    const old = await signedIn(known)
    const finished = await go(settings, { invitation: await invite(known) })
    expect(finished.entered).not.toBeNull()
    expect(await viewerOfSession(signInActor(), String(old.sessionId), null)).toBeNull()
    const local = await signIn(signInActor(), { email: known.email, password }, from)
    expect(local).toEqual({ ok: false, reason: 'WRONG_CREDENTIALS' })
  })
})

describe('linking in the settings', () => {
  let owner: Account
  let viewer: Viewer
  beforeEach(async () => {
    owner = await makeAccount(county)
    viewer = await signedIn(owner)
  })
  const linkOf = ({ sessionId }: Viewer) => ({ link: sealLink(String(sessionId)) })
  const linked = (who = viewer) => go(settings, linkOf(who), { viewer: who })
  const notBegun = async (link: string, who: Viewer | null) => {
    const { to, keep } = await startFlow(settings, new URLSearchParams({ link }), who)
    expect([to, keep]).toEqual(['/settings/security?provider=SIGN_IN_AGAIN', null])
  }

  it('is not begun by a link that was made up, is old, or belongs to another session', async () => {
    const { link } = linkOf(viewer)
    await notBegun('', viewer)
    await notBegun(`${link.slice(0, -2)}AA`, viewer)
    await notBegun(link, null)
    await notBegun(link, await signedIn(owner))
    await notBegun(link, { ...viewer, authenticatedAt: new Date(now().getTime() - 901_000) })
    wait(901)
    await notBegun(link, { ...viewer, authenticatedAt: now() })
  })

  it('is not ended in another session than it began in, nor signed out', async () => {
    for (const other of [null, await signedIn(await makeAccount(county))]) {
      const begun = await begin(settings, linkOf(viewer), viewer)
      const finished = await comeBack(begun, await recognisedAt(begun), { viewer: other })
      expect(reasonOf(finished)).toBe('SIGN_IN_AGAIN')
    }
    expect(await keyOf(owner)).toBeNull()
  })

  it('is not ended by a sign-in that became too old on the way', async () => {
    const begun = await begin(settings, linkOf(viewer), viewer)
    const old = { ...viewer, authenticatedAt: new Date(now().getTime() - 901_000) }
    expect(reasonOf(await comeBack(begun, await recognisedAt(begun), { viewer: old }))).toBe('SIGN_IN_AGAIN')
    expect(await keyOf(owner)).toBeNull()
  })

  it('does not take somebody who has another account, nor a second one', async () => {
    await go(settings, { invitation: secret })
    expect(reasonOf(await linked())).toBe('TAKEN')
    provider.person = { sub: randomUUID() }
    expect(await linked()).toMatchObject({ to: '/settings/security', entered: null })
    const key = await keyOf(owner)
    provider.person = { sub: randomUUID() }
    expect(reasonOf(await linked())).toBe('ALREADY_LINKED')
    expect(await keyOf(owner)).toBe(key)
  })

  it('lets the same person in both ways afterwards; a provider of earlier times is replaced', async () => {
    await sql(`UPDATE "User" SET "oidcIssuer" = 'https://vanha.example', "oidcSubject" = 'x' WHERE id = $1`, [owner.id])
    expect(await linked()).toMatchObject({ to: '/settings/security', entered: null, over: true })
    expect(await keyOf(owner)).toBe(ownKey())
    expect((await go(settings)).entered).not.toBeNull()
    expect((await auditTrail(county.organisationId)).slice(-2)).toEqual([
      'provider.linked done own',
      'session.started done provider',
    ])
  })
})

describe('taking the link off', () => {
  it('asks for a fresh sign-in, a link, and a password to come in by', async () => {
    const owner = await makeAccount(county)
    const viewer = await signedIn(owner)
    expect(await unlinkProvider(viewer)).toEqual({ ok: false, reason: 'NOT_LINKED' })
    await go(settings, { link: sealLink(String(viewer.sessionId)) }, { viewer })
    const old = { ...viewer, authenticatedAt: new Date(now().getTime() - 901_000) }
    expect(await unlinkProvider(old)).toEqual({ ok: false, reason: 'SIGN_IN_AGAIN' })
    expect(await unlinkProvider(signInActor())).toEqual({ ok: false, reason: 'NOT_ALLOWED' })
    await go(settings, {})
    expect(await keyOf(owner)).toBe(ownKey())
    expect(await unlinkProvider(viewer)).toEqual({ ok: true, value: null })
    expect(await keyOf(owner)).toBeNull()
    expect(reasonOf(await go(settings))).toBe('UNKNOWN_PERSON')
  })

  it('is refused to those who would have no way in', async () => {
    await go(settings, { invitation: secret })
    const { sessionId } = await asViewer(signInActor(), (tx) => startSession(tx, invited.id, { userAgent: null }))
    const viewer = { ...(await signedIn(invited)), sessionId }
    expect(await unlinkProvider(viewer)).toEqual({ ok: false, reason: 'NO_PASSWORD' })
    expect(await keyOf(invited)).toBe(ownKey())
  })
})
