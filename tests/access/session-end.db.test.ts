// When a session ends is told to its own browser, and asking does not keep it going.
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { signInActor, viewerOfSession } from '@/lib/access/queries'
import { endOfSession, secondsUntilWarning } from '@/lib/access/sessions/ending/queries'
import { setClock } from '@/lib/platform/clock'
import { type Account, inProject, makeAccount, makeCounty } from '../support/builders/accounts'
import { signedIn } from './authenticators'
import { empty, sql } from './behind'

const at = (time: string) => setClock(new Date(`2025-10-01T${time}:00Z`))
let account: Account
beforeEach(async () => {
  at('09:00')
  await empty('RateLimit')
  const county = await makeCounty()
  account = await makeAccount(county, [inProject('director', county.projects[0]?.id ?? '')])
})
afterEach(() => setClock(null))

const end = (sessionId: string) => endOfSession(signInActor(), sessionId)

describe('nothing is told of a session', () => {
  it('that does not exist', async () => {
    expect(await end('00000000-0000-4000-8000-000000000000')).toBeNull()
  })

  it.each([
    ['that was ended', `UPDATE "LoginSession" SET "revokedAt" = now() WHERE id = $1`],
    [
      'that has lasted its longest time',
      `UPDATE "LoginSession" SET "expiresAt" = '2025-10-01T08:59:59Z' WHERE id = $1`,
    ],
    ['that was not used for too long', `UPDATE "LoginSession" SET "lastSeenAt" = '2025-10-01T08:00:00Z' WHERE id = $1`],
    [
      'whose account is out of use',
      `UPDATE "User" SET "disabledAt" = now() FROM "LoginSession" s WHERE s."userId" = "User".id AND s.id = $1`,
    ],
  ])('%s', async (_what, change) => {
    const { sessionId } = await signedIn(account)
    expect(await end(String(sessionId))).not.toBeNull()
    await sql(change, [sessionId])
    expect(await end(String(sessionId))).toBeNull()
  })
})

it('asking for the end does not put it off, using the session does', async () => {
  const { sessionId } = await signedIn(account)
  at('09:50')
  expect(await end(String(sessionId))).toEqual({ seconds: 600, renewable: true, userId: account.id })
  expect(await end(String(sessionId))).toEqual({ seconds: 600, renewable: true, userId: account.id })
  const viewer = await viewerOfSession(signInActor(), String(sessionId), null)
  expect(await end(String(sessionId))).toEqual({ seconds: 3600, renewable: true, userId: account.id })
  expect(viewer && secondsUntilWarning(viewer)).toBe(3600 - 180)
})

it('near its longest time a page is told so from the beginning', async () => {
  const { sessionId } = await signedIn(account)
  await sql(`UPDATE "LoginSession" SET "expiresAt" = '2025-10-01T09:05:00Z' WHERE id = $1`, [sessionId])
  const viewer = await viewerOfSession(signInActor(), String(sessionId), null)
  expect(viewer && secondsUntilWarning(viewer)).toBe(120)
  expect(await end(String(sessionId))).toEqual({ seconds: 300, renewable: false, userId: account.id })
})
