import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { signOut, startSession } from '@/lib/access/commands'
import { forgetOldCopyKeys, takeCopyKeys } from '@/lib/access/copy-keys'
import type { Viewer } from '@/lib/access/model'
import { signInActor, viewerOfSession } from '@/lib/access/queries'
import { endOwnSession, endSessionsOf } from '@/lib/access/sessions/commands'
import { asViewer, systemViewer } from '@/lib/access/viewer'
import { setClock } from '@/lib/platform/clock'
import { type Account, type CountyOfTest, inProject, makeAccount, makeCounty } from '../support/builders/accounts'
import { sql } from './behind'

const start = new Date('2025-10-01T06:00:00Z')
const daysLater = (days: number) => setClock(new Date(start.getTime() + days * 86_400_000))

let county: CountyOfTest
let account: Account
beforeEach(async () => {
  setClock(start)
  county = await makeCounty()
  account = await makeAccount(county, [inProject('coordinator', county.projects[0]?.id ?? '')])
})
afterEach(() => setClock(null))

/** A new session of an account, as its requests see it. */
async function signedIn(who: Account = account): Promise<Viewer> {
  const { sessionId } = await asViewer(signInActor(), (tx) => startSession(tx, who.id, { userAgent: null }))
  const viewer = await viewerOfSession(signInActor(), sessionId, null)
  if (!viewer) throw new Error('no session')
  return viewer
}

async function take(viewer: Viewer, ids: string[] = []) {
  const keys = await takeCopyKeys(viewer, { ids })
  if (!keys.ok) throw new Error(keys.reason)
  return keys.value
}

/** A key that the account was given in a session. */
async function givenKey(viewer: Viewer) {
  const [key] = await take(viewer)
  if (!key) throw new Error('no key')
  return key
}

describe('who is not given a key', () => {
  it('another person of the same county on the same browser: a new one instead', async () => {
    const key = await givenKey(await signedIn())
    const other = await signedIn(await makeAccount(county, [inProject('coordinator', county.projects[0]?.id ?? '')]))
    const given = await take(other, [key.id])
    expect(given).toHaveLength(1)
    expect(given[0]?.id).not.toBe(key.id)
    expect(given[0]?.secret).not.toBe(key.secret)
  })

  it('somebody of another county, not even with the where dropped', async () => {
    const key = await givenKey(await signedIn())
    const stranger = await signedIn(await makeAccount(await makeCounty()))
    expect((await take(stranger, [key.id])).map(({ id }) => id)).not.toContain(key.id)
    const seen = await asViewer(stranger, (tx) => tx.localCopyKey.findMany({ select: { id: true } }))
    expect(seen.map(({ id }) => id)).not.toContain(key.id)
    const owner = await asViewer(systemViewer('operator'), (tx) => tx.localCopyKey.count({ where: { id: key.id } }))
    expect(owner, 'the key is there for those who may see it').toBe(1)
  })

  it('the product itself', async () => {
    expect(await takeCopyKeys(systemViewer('operator'), { ids: [] })).toEqual({ ok: false, reason: 'NOT_ALLOWED' })
  })
})

describe('a key', () => {
  it('has 256 bits and stays the same for the browser that asks for it', async () => {
    const viewer = await signedIn()
    const key = await givenKey(viewer)
    expect(Buffer.from(key.secret, 'base64')).toHaveLength(32)
    expect(await take(viewer, [key.id])).toEqual([key])
    expect((await givenKey(viewer)).id, 'another browser has its own').not.toBe(key.id)
  })

  it('outlives the session that expired: signing in again gives it back', async () => {
    const first = await signedIn()
    const key = await givenKey(first)
    await sql('UPDATE "LoginSession" SET "expiresAt" = $2 WHERE id = $1', [
      first.sessionId,
      new Date(start.getTime() - 1),
    ])
    expect(await viewerOfSession(signInActor(), String(first.sessionId), null)).toBeNull()
    expect(await take(await signedIn(), [key.id])).toEqual([key])
  })

  it('outlives sessions that an administrator ended', async () => {
    const key = await givenKey(await signedIn())
    await endSessionsOf(systemViewer('operator'), { userId: account.id })
    expect(await take(await signedIn(), [key.id])).toEqual([key])
  })

  it('is destroyed when its owner ends the session from elsewhere', async () => {
    const [first, second] = [await signedIn(), await signedIn()]
    const [here, elsewhere] = [await givenKey(first), await givenKey(second)]
    expect(await endOwnSession(second, { sessionId: String(first.sessionId) })).toMatchObject({ ok: true })
    expect(await take(second, [here.id, elsewhere.id])).toEqual([elsewhere])
  })

  it('is destroyed by signing out of the session that used it last, and of no other', async () => {
    const [first, second] = [await signedIn(), await signedIn()]
    const [here, elsewhere] = [await givenKey(first), await givenKey(second)]
    await signOut(first)
    const again = await take(await signedIn(), [here.id, elsewhere.id])
    expect(again).toEqual([elsewhere])
    expect(await sql('SELECT 1 FROM "LocalCopyKey" WHERE id = $1', [here.id])).toEqual([])
  })

  it('goes with the latest session that took it', async () => {
    const first = await signedIn()
    const key = await givenKey(first)
    const second = await signedIn()
    await take(second, [key.id])
    await signOut(first)
    expect(await take(second, [key.id])).toEqual([key])
    await signOut(second)
    expect((await take(await signedIn(), [key.id])).map(({ id }) => id)).not.toContain(key.id)
  })

  it('unused for 30 days is neither given nor kept', async () => {
    const key = await givenKey(await signedIn())
    daysLater(29)
    expect(await forgetOldCopyKeys(systemViewer('operator', county.organisationId))).toEqual({
      ok: true,
      value: { forgotten: 0 },
    })
    daysLater(30)
    expect((await take(await signedIn(), [key.id])).map(({ id }) => id)).not.toContain(key.id)
    expect(await forgetOldCopyKeys(systemViewer('operator', county.organisationId))).toEqual({
      ok: true,
      value: { forgotten: 1 },
    })
    expect(await sql('SELECT 1 FROM "LocalCopyKey" WHERE id = $1', [key.id])).toEqual([])
  })

  it('is cleared away by the schedule only', async () => {
    expect(await forgetOldCopyKeys(await signedIn())).toEqual({ ok: false, reason: 'NOT_ALLOWED' })
  })

  it('is one of fifty at most', async () => {
    const viewer = await signedIn()
    const first = await givenKey(viewer)
    for (let count = 0; count < 50; count += 1) {
      setClock(new Date(start.getTime() + (count + 1) * 1000))
      await take(viewer)
    }
    expect(await sql('SELECT 1 FROM "LocalCopyKey" WHERE "userId" = $1', [account.id])).toHaveLength(50)
    expect(await sql('SELECT 1 FROM "LocalCopyKey" WHERE id = $1', [first.id])).toEqual([])
  })
})
