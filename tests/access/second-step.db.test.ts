// Signing in to an account with a second factor: what must not open it, then what does.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { signIn } from '@/lib/access/commands'
import { can } from '@/lib/access/model'
import { authOptions, openSession, sealSession } from '@/lib/access/next-auth'
import { signInActor, viewerOfSession } from '@/lib/access/queries'
import { signInSchema } from '@/lib/access/schema'
import { seal } from '@/lib/access/sealing'
import { renewRecoveryCodes, resetFactor, switchOffFactor } from '@/lib/access/second-factor/commands'
import { findAttempt, giveCode } from '@/lib/access/second-step'
import type { Origin } from '@/lib/access/session'
import { systemViewer } from '@/lib/access/viewer'
import { setClock } from '@/lib/platform/clock'
import {
  type Account,
  type CountyOfTest,
  inProject,
  makeAccount,
  makeCounty,
  password,
} from '../support/builders/accounts'
import { attemptOf, codeOf, from, wait, withFactor, wrongCode } from './authenticators'
import { auditTrail, empty, sql } from './behind'

const changed = vi.hoisted(() => ({ authSecret: '' }))
vi.mock(import('@/lib/platform/env'), async (original) => {
  const real = await original()
  return { ...real, env: () => ({ ...real.env(), ...(changed.authSecret && { authSecret: changed.authSecret }) }) }
})

let county: CountyOfTest
let account: Account
let key: string
let codes: string[]
let before: number

beforeEach(async () => {
  changed.authSecret = ''
  setClock(new Date('2025-10-01T09:00:00Z'))
  await empty('RateLimit')
  county = await makeCounty()
  account = await makeAccount(county, [inProject('director', county.projects[0]?.id ?? '')])
  ;({ key, codes } = await withFactor(account))
  before = await sessions()
})
afterEach(() => setClock(null))

async function sessions(userId = account.id): Promise<number> {
  return (await sql('SELECT 1 FROM "LoginSession" WHERE "userId" = $1', [userId])).length
}
const give = (code: string, attempt: string | undefined, origin: Origin = from) =>
  giveCode(signInActor(), { code }, attempt, origin)
const refused = (reason: string) => ({ ok: false, reason })
const noSession = async () => expect(await sessions()).toBe(before)

describe('the password alone', () => {
  it('begins no session, in any way of writing the address', async () => {
    for (const email of [account.email, account.email.toUpperCase(), ` ${account.email} `]) {
      const done = await signIn(signInActor(), signInSchema.parse({ email, password }), from)
      expect(done).toMatchObject({ ok: true, value: { kind: 'code' } })
      expect(JSON.stringify(done)).not.toContain('sessionId')
    }
    await noSession()
  })

  it('is no way around at the standard endpoint of next-auth', async () => {
    const [provider] = authOptions(from).providers as unknown as [
      { options: { authorize: (raw: object) => Promise<{ id: string } | null> } },
    ]
    expect(await provider.options.authorize({ email: account.email, password })).toBeNull()
    await noSession()
    const plain = await makeAccount(county)
    expect(await provider.options.authorize({ email: plain.email, password })).toMatchObject({ id: expect.any(String) })
  })

  it('when it is wrong answers as for an account without a second factor', async () => {
    const plain = await makeAccount(county)
    const answers = await Promise.all(
      [account, plain, { email: 'ei-ole@example.fi' }].map(({ email }) =>
        signIn(signInActor(), { email, password: 'väärä' }, from),
      ),
    )
    expect(answers).toEqual([1, 2, 3].map(() => refused('WRONG_CREDENTIALS')))
  })
})

describe('a code opens nothing', () => {
  it('that is wrong, empty, or something else', async () => {
    const attempt = await attemptOf(account)
    for (const code of [wrongCode(key), '', '12345', '1234567', 'abc', key, password, `${codeOf(key)}0`]) {
      expect(await give(code, attempt), code).toEqual(refused('WRONG_CODE'))
    }
    await noSession()
  })

  it('that was used already: at sign-in, or to switch the authenticator on', async () => {
    const code = codeOf(key)
    expect(await give(code, await attemptOf(account))).toMatchObject({ ok: true })
    expect(await give(code, await attemptOf(account))).toEqual(refused('WRONG_CODE'))
    expect(await give(codeOf(key, -1), await attemptOf(account))).toEqual(refused('WRONG_CODE'))
    expect(await sessions()).toBe(before + 1)
  })

  it('of an older step than one that was used, though it is still near', async () => {
    const earlier = codeOf(key)
    wait(30)
    expect(await give(codeOf(key), await attemptOf(account))).toMatchObject({ ok: true })
    expect(await give(earlier, await attemptOf(account))).toEqual(refused('WRONG_CODE'))
  })

  it('of two steps ago or two steps ahead', async () => {
    wait(120)
    const attempt = await attemptOf(account)
    for (const steps of [-2, 2]) expect(await give(codeOf(key, steps), attempt)).toEqual(refused('WRONG_CODE'))
    await noSession()
  })

  it('of another account', async () => {
    const other = await makeAccount(county)
    const theirs = await withFactor(other)
    wait(30)
    expect(await give(codeOf(theirs.key), await attemptOf(account))).toEqual(refused('WRONG_CODE'))
    expect(await give(theirs.codes[0] ?? '', await attemptOf(account))).toEqual(refused('WRONG_CODE'))
    await noSession()
  })

  it('when a recovery code was used before, also in another way of writing', async () => {
    const [code = ''] = codes
    expect(await give(code, await attemptOf(account))).toMatchObject({ ok: true })
    for (const again of [code, code.toLowerCase(), code.replaceAll('-', ' ')]) {
      expect(await give(again, await attemptOf(account))).toEqual(refused('WRONG_CODE'))
    }
  })

  it('when recovery codes were made anew', async () => {
    const { viewer } = await withFactor(await makeAccount(county))
    expect(await renewRecoveryCodes(viewer, { password })).toMatchObject({ ok: true })
    const own = await signedInAgain()
    expect(await renewRecoveryCodes(own, { password })).toMatchObject({ ok: true })
    expect(await give(codes[1] ?? '', await attemptOf(account))).toEqual(refused('WRONG_CODE'))
  })
})

async function signedInAgain() {
  const started = await give(codeOf(key), await attemptOf(account))
  if (!started.ok) throw new Error(started.reason)
  wait(30)
  const viewer = await viewerOfSession(signInActor(), started.value.sessionId, null)
  if (!viewer) throw new Error('nobody')
  return viewer
}

describe('several at once', () => {
  it('with one code: exactly one is let in', async () => {
    const attempts = await Promise.all([1, 2, 3, 4, 5].map(() => attemptOf(account)))
    const answers = await Promise.all(attempts.map((attempt) => give(codeOf(key), attempt)))
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
    expect(await sessions()).toBe(before + 1)
  })

  it('with one recovery code: exactly one is let in', async () => {
    const attempts = await Promise.all([1, 2, 3, 4, 5].map(() => attemptOf(account)))
    const answers = await Promise.all(attempts.map((attempt) => give(codes[2] ?? '', attempt)))
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
    expect(await sessions()).toBe(before + 1)
  })

  it('with one attempt and different codes: exactly one is let in', async () => {
    const attempt = await attemptOf(account)
    const answers = await Promise.all([codeOf(key), ...codes.slice(0, 4)].map((code) => give(code, attempt)))
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
    expect(await sessions()).toBe(before + 1)
  })
})

describe('a kept attempt is worth nothing', () => {
  it('after it was used, with a code of the next step', async () => {
    const attempt = await attemptOf(account)
    expect(await give(codeOf(key), attempt)).toMatchObject({ ok: true })
    wait(30)
    expect(await give(codeOf(key), attempt)).toEqual(refused('ATTEMPT_OVER'))
    expect(await findAttempt(signInActor(), attempt)).toBeNull()
    expect(await sessions()).toBe(before + 1)
  })

  it('after five minutes, and is at 4 min 59 s', async () => {
    const [late, early] = [await attemptOf(account), await attemptOf(account)]
    wait(299)
    expect(await give(codeOf(key), early)).toMatchObject({ ok: true })
    wait(1)
    expect(await give(codes[0] ?? '', late)).toEqual(refused('ATTEMPT_OVER'))
  })

  it('when it is absent, no text of ours, altered, or a session’s cookie – and it is no session’s cookie', async () => {
    const attempt = await attemptOf(account)
    const at = Math.floor(attempt.length / 2)
    const altered = attempt.slice(0, at) + (attempt[at] === 'A' ? 'B' : 'A') + attempt.slice(at + 1)
    const session = await sealSession('01936f5e-0000-7000-8000-000000000000')
    for (const kept of [undefined, '', 'abc', '{}', altered, session, attempt.slice(0, -2)]) {
      expect(await give(codeOf(key), kept), kept).toEqual(refused('ATTEMPT_OVER'))
    }
    expect(await openSession(attempt)).toBeNull()
    await noSession()
  })

  it('when it was sealed for something else, or in another name', async () => {
    const text = Buffer.from(
      JSON.stringify({ id: crypto.randomUUID(), userId: account.id, until: Date.now() * 2, mark: 'x' }),
    )
    for (const forged of [seal('second-factor.secret', '', text), seal('sign-in.attempt', account.id, text)]) {
      expect(await give(codeOf(key), Buffer.from(forged).toString('base64url'))).toEqual(refused('ATTEMPT_OVER'))
    }
    // Even rightly sealed it must carry the mark of the account as it is.
    const unmarked = Buffer.from(seal('sign-in.attempt', '', text)).toString('base64url')
    expect(await give(codeOf(key), unmarked)).toEqual(refused('ATTEMPT_OVER'))
  })

  it('for another account than the one that it began with', async () => {
    const other = await makeAccount(county)
    const theirs = await withFactor(other)
    wait(30)
    const attempt = await attemptOf(other)
    expect(await give(codeOf(key), attempt)).toEqual(refused('WRONG_CODE'))
    expect(await give(codeOf(theirs.key), attempt)).toMatchObject({ ok: true, value: { userId: other.id } })
    await noSession()
  })

  it('when the account was disabled between the steps', async () => {
    const attempt = await attemptOf(account)
    await sql('UPDATE "User" SET "disabledAt" = now() WHERE id = $1', [account.id])
    expect(await give(codeOf(key), attempt)).toEqual(refused('ATTEMPT_OVER'))
    await noSession()
  })

  it('when the password was changed between the steps', async () => {
    const attempt = await attemptOf(account)
    await sql('UPDATE "User" SET "passwordHash" = $2 WHERE id = $1', [account.id, '$argon2id$other'])
    expect(await give(codeOf(key), attempt)).toEqual(refused('ATTEMPT_OVER'))
  })

  it('when the second factor was switched off, or reset, or made anew between the steps', async () => {
    const attempt = await attemptOf(account)
    expect(await resetFactor(systemViewer('operator'), { userId: account.id })).toMatchObject({ ok: true })
    expect(await give(codeOf(key), attempt)).toEqual(refused('ATTEMPT_OVER'))
    const anew = await withFactor(account)
    wait(30)
    expect(await give(codeOf(anew.key), attempt)).toEqual(refused('ATTEMPT_OVER'))
    const second = await attemptOf(account)
    expect(await switchOffFactor(anew.viewer, { password })).toMatchObject({ ok: true })
    expect(await give(codeOf(anew.key), second)).toEqual(refused('ATTEMPT_OVER'))
  })

  it('after AUTH_SECRET was changed; a new one says that codes cannot be read, and a recovery code still opens', async () => {
    const attempt = await attemptOf(account)
    expect(await findAttempt(signInActor(), attempt)).toEqual({ readable: true })
    changed.authSecret = 'toinen salaisuus, vähintään 32 merkkiä pitkä'
    expect(await give(codeOf(key), attempt)).toEqual(refused('ATTEMPT_OVER'))
    const anew = await attemptOf(account)
    expect(await findAttempt(signInActor(), anew)).toEqual({ readable: false })
    expect(await give(codeOf(key), anew)).toEqual(refused('WRONG_CODE'))
    expect(await give(codes[0] ?? '', anew)).toMatchObject({ ok: true })
  })
})

describe('guessing', () => {
  it('ends after ten codes in a quarter of an hour, also with new attempts and from other addresses', async () => {
    for (let i = 0; i < 10; i++) {
      const origin = { ...from, address: `198.51.100.${i}` }
      expect(await give(wrongCode(key), await attemptOf(account, origin), origin)).toEqual(refused('WRONG_CODE'))
    }
    expect(await give(codeOf(key), await attemptOf(account))).toEqual(refused('TOO_MANY_ATTEMPTS'))
    await noSession()
  })

  it('ends also when all come at the same moment: of 25, exactly 10 are tried', async () => {
    const attempt = await attemptOf(account)
    const answers = await Promise.all(Array.from({ length: 25 }, () => give(wrongCode(key), attempt)))
    const count = (wanted: string) => answers.filter((answer) => !answer.ok && answer.reason === wanted).length
    expect([count('WRONG_CODE'), count('TOO_MANY_ATTEMPTS')]).toEqual([10, 15])
  })

  it('ends after thirty codes in a day, however slowly they come', async () => {
    const attempt = await attemptOf(account)
    for (let round = 0; round < 3; round++) {
      for (let i = 0; i < 10; i++) expect(await give(wrongCode(key), attempt)).toEqual(refused('WRONG_CODE'))
      await sql(`UPDATE "RateLimit" SET "resetsAt" = now() - interval '1 second' WHERE key LIKE '%:quarter:%'`)
    }
    expect(await give(codeOf(key), attempt)).toEqual(refused('TOO_MANY_ATTEMPTS'))
  })

  it('uses up no attempts of anybody else, and a right code gives one’s own back', async () => {
    const other = await makeAccount(county)
    const theirs = await withFactor(other)
    const attempt = await attemptOf(account)
    for (let i = 0; i < 9; i++) await give(wrongCode(key), attempt)
    wait(30)
    expect(await give(codeOf(theirs.key), await attemptOf(other))).toMatchObject({ ok: true })
    expect(await give(codeOf(key), attempt)).toMatchObject({ ok: true })
    const again = await attemptOf(account)
    for (let i = 0; i < 10; i++) expect(await give(wrongCode(key), again)).toEqual(refused('WRONG_CODE'))
    expect(await give(wrongCode(key), again)).toEqual(refused('TOO_MANY_ATTEMPTS'))
  })
})

describe('a right code', () => {
  it('begins a session that says so, with the rights of that moment, and is recorded', async () => {
    const attempt = await attemptOf(account)
    await sql('DELETE FROM "Membership" WHERE "userId" = $1', [account.id])
    const started = await give(codeOf(key), attempt)
    if (!started.ok) throw new Error(started.reason)
    const viewer = await viewerOfSession(signInActor(), started.value.sessionId, null)
    expect(viewer && can(viewer, 'period.publish', county.projects[0]?.id ?? '')).toBe(false)
    const rows = await sql('SELECT "secondFactor" FROM "LoginSession" WHERE id = $1', [started.value.sessionId])
    expect(rows).toEqual([{ secondFactor: true }])
    expect((await auditTrail(county.organisationId)).slice(-2)).toEqual([
      'session.code_asked done credentials',
      'session.started done credentials+totp',
    ])
  })

  it.each([
    ['with spaces', () => `${codeOf(key).slice(0, 3)} ${codeOf(key).slice(3)}`],
    ['a step late', () => codeOf(key, 1)],
    ['of recovery, in small letters without hyphens', () => (codes[3] ?? '').toLowerCase().replaceAll('-', '')],
  ])('counts %s', async (_, code) => {
    expect(await give(code(), await attemptOf(account))).toMatchObject({ ok: true })
  })

  it('of recovery is recorded as such, with how many are left', async () => {
    await give(codes[0] ?? '', await attemptOf(account))
    expect((await auditTrail(county.organisationId)).slice(-2)).toEqual([
      'second_factor.recovery_used done own',
      'session.started done credentials+recovery',
    ])
    const rows = await sql(
      `SELECT data FROM "AuditEvent" WHERE action = 'second_factor.recovery_used' AND "actorId" = $1`,
      [account.id],
    )
    expect(rows).toEqual([{ data: { left: 9 } }])
  })

  it('takes the place of the session that the same browser had, whoever’s that was', async () => {
    const old = await signedInAgain()
    const stranger = (await withFactor(await makeAccount(county))).viewer
    const started = await give(codeOf(key, 1), await attemptOf(account), { ...from, sessionId: old.sessionId })
    expect(started.ok).toBe(true)
    expect(await viewerOfSession(signInActor(), String(old.sessionId), null)).toBeNull()
    wait(60)
    await give(codeOf(key, 1), await attemptOf(account), { ...from, sessionId: stranger.sessionId })
    expect(await viewerOfSession(signInActor(), String(stranger.sessionId), null)).toBeNull()
  })
})
