// Switching a second factor on and off, its recovery codes, and the administrator's reset: refused cases first.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Viewer } from '@/lib/access/model'
import { signInActor, viewerOfSession } from '@/lib/access/queries'
import {
  beginFactor,
  confirmFactor,
  renewRecoveryCodes,
  resetFactor,
  switchOffFactor,
} from '@/lib/access/second-factor/commands'
import { recoveryCodes } from '@/lib/access/second-factor/model'
import { findBegunFactor, findOwnFactor } from '@/lib/access/second-factor/queries'
import { asViewer, systemViewer } from '@/lib/access/viewer'
import { setClock } from '@/lib/platform/clock'
import {
  type Account,
  type CountyOfTest,
  inCounty,
  inProject,
  makeAccount,
  makeCounty,
  password,
} from '../support/builders/accounts'
import { codeOf, signedIn, wait, withFactor, wrongCode } from './authenticators'
import { auditTrail, empty, sql } from './behind'

const changed = vi.hoisted(() => ({ authSecret: '' }))
vi.mock(import('@/lib/platform/env'), async (original) => {
  const real = await original()
  return { ...real, env: () => ({ ...real.env(), ...(changed.authSecret && { authSecret: changed.authSecret }) }) }
})

const proof = { password }
let county: CountyOfTest
let account: Account
beforeEach(async () => {
  changed.authSecret = ''
  setClock(new Date('2025-10-01T09:00:00Z'))
  await empty('RateLimit')
  county = await makeCounty()
  account = await makeAccount(county)
})
afterEach(() => setClock(null))

const refused = (reason: string) => expect.objectContaining({ ok: false, reason })
const done = expect.objectContaining({ ok: true })
const stateOf = async (viewer: Viewer) => (await findOwnFactor(viewer))?.state
const rows = (table: 'SecondFactor' | 'RecoveryCode', userId = account.id) =>
  sql(`SELECT t::text AS text FROM "${table}" t WHERE "userId" = $1`, [userId])

/** Every act of the settings, as somebody would send it. */
const acts: [string, (viewer: Viewer, secret?: string) => Promise<unknown>][] = [
  ['begin', (viewer, secret = password) => beginFactor(viewer, { password: secret })],
  ['renew', (viewer, secret = password) => renewRecoveryCodes(viewer, { password: secret })],
  ['switch off', (viewer, secret = password) => switchOffFactor(viewer, { password: secret })],
]

describe('an act on one’s own second factor is refused', () => {
  it.each(acts)('%s: 15 minutes and a second after signing in, and not a second before them', async (name, act) => {
    const { viewer } = name === 'begin' ? { viewer: await signedIn(account) } : await withFactor(account)
    setClock(new Date('2025-10-01T09:15:01Z'))
    expect(await act(viewer)).toEqual(refused('SIGN_IN_AGAIN'))
    setClock(new Date('2025-10-01T09:14:59Z'))
    expect(await act(viewer)).toEqual(done)
  })

  it('confirm: the same', async () => {
    const viewer = await signedIn(account)
    await beginFactor(viewer, proof)
    const { key = '' } = (await findBegunFactor(viewer)) ?? {}
    setClock(new Date('2025-10-01T09:15:01Z'))
    expect(await confirmFactor(viewer, { code: codeOf(key) })).toEqual(refused('SIGN_IN_AGAIN'))
    expect(await stateOf(viewer)).toBe('begun')
    setClock(new Date('2025-10-01T09:14:59Z'))
    expect(await confirmFactor(viewer, { code: codeOf(key) })).toEqual(done)
  })

  it.each(acts)('%s: with a wrong password or code', async (name, act) => {
    const { viewer, key } = name === 'begin' ? { viewer: await signedIn(account), key: '' } : await withFactor(account)
    for (const wrong of ['väärä', key === '' ? '123456' : wrongCode(key), 'AAAA-BBBB-CCCC-DDDD']) {
      expect(await act(viewer, wrong)).toEqual(refused('WRONG_PROOF'))
    }
  })

  it.each(acts)('%s: after ten wrong proofs even with the right one', async (name, act) => {
    const { viewer } = name === 'begin' ? { viewer: await signedIn(account) } : await withFactor(account)
    for (let i = 0; i < 10; i++) await act(viewer, 'väärä')
    expect(await act(viewer)).toEqual(refused('TOO_MANY_ATTEMPTS'))
  })

  it('with a code that was used before, or a recovery code a second time', async () => {
    const { viewer, key, codes } = await withFactor(account)
    const code = codeOf(key)
    expect(await renewRecoveryCodes(viewer, { password: code })).toEqual(done)
    expect(await switchOffFactor(viewer, { password: code })).toEqual(refused('WRONG_PROOF'))
    expect(await switchOffFactor(viewer, { password: codes[0] ?? '' })).toEqual(refused('WRONG_PROOF'))
  })

  it('by an account without a password here, and by the product itself', async () => {
    const viewer = await signedIn(await makeAccount(county, [], { secret: false }))
    expect(await findOwnFactor(viewer)).toBeNull()
    for (const [, act] of acts) {
      expect(await act(viewer)).toEqual(refused('NOT_ALLOWED'))
      expect(await act(systemViewer('operator'))).toEqual(refused('NOT_ALLOWED'))
    }
  })

  it('where there is nothing to change: on twice, confirmed without a beginning, codes of none, off twice', async () => {
    const viewer = await signedIn(account)
    expect(await confirmFactor(viewer, { code: '123456' })).toEqual(refused('NOT_BEGUN'))
    expect(await renewRecoveryCodes(viewer, proof)).toEqual(refused('NOT_ON'))
    expect(await switchOffFactor(viewer, proof)).toEqual(refused('NOT_ON'))
    await beginFactor(viewer, proof)
    expect(await renewRecoveryCodes(viewer, proof)).toEqual(refused('NOT_ON'))
    const on = await withFactor(account)
    expect(await beginFactor(on.viewer, proof)).toEqual(refused('ALREADY_ON'))
    expect(await confirmFactor(on.viewer, { code: codeOf(on.key) })).toEqual(refused('NOT_BEGUN'))
  })

  it('confirm: with a wrong code, a recovery code’s form, or the code of an earlier key', async () => {
    const viewer = await signedIn(account)
    await beginFactor(viewer, proof)
    const first = (await findBegunFactor(viewer))?.key ?? ''
    await beginFactor(viewer, proof)
    const second = (await findBegunFactor(viewer))?.key ?? ''
    expect(second).not.toBe(first)
    for (const code of [wrongCode(second), 'AAAA-BBBB-CCCC-DDDD', '', codeOf(first)]) {
      expect(await confirmFactor(viewer, { code })).toEqual(refused('WRONG_CODE'))
    }
    expect(await stateOf(viewer)).toBe('begun')
  })
})

describe('resetting somebody’s second factor is refused', () => {
  it.each(['coordinator', 'director', 'finance', 'steering', 'auditor'] as const)('to a %s', async (role) => {
    await withFactor(account)
    const other = await signedIn(await makeAccount(county, [inProject(role, county.projects[0]?.id ?? '')]))
    expect(await resetFactor(other, { userId: account.id })).toEqual(refused('NOT_ALLOWED'))
    expect(await rows('SecondFactor')).toHaveLength(1)
  })

  it('to another county’s administrator, as if there were no such person', async () => {
    await withFactor(account)
    const stranger = await signedIn(await makeAccount(await makeCounty(), [inCounty('admin')]))
    expect(await resetFactor(stranger, { userId: account.id })).toEqual(refused('NOT_FOUND'))
    expect(await rows('SecondFactor')).toHaveLength(1)
  })

  it('to an administrator for their own, and after 15 minutes', async () => {
    const admin = await makeAccount(county, [inCounty('admin')])
    const { viewer } = await withFactor(admin)
    expect(await resetFactor(viewer, { userId: admin.id })).toEqual(refused('NOT_ALLOWED'))
    await withFactor(account)
    setClock(new Date('2025-10-01T09:15:01Z'))
    expect(await resetFactor(viewer, { userId: account.id })).toEqual(refused('SIGN_IN_AGAIN'))
    setClock(new Date('2025-10-01T09:14:59Z'))
    expect(await resetFactor(viewer, { userId: account.id })).toEqual(done)
  })
})

describe('a second factor', () => {
  it('goes from off over begun to on, gives ten recovery codes once, and is recorded', async () => {
    const viewer = await signedIn(account)
    expect(await stateOf(viewer)).toBe('off')
    await beginFactor(viewer, proof)
    expect(await stateOf(viewer)).toBe('begun')
    const begun = await findBegunFactor(viewer)
    expect(begun?.key).toMatch(/^[A-Z2-7]{32}$/)
    expect(begun?.address).toMatch(/^otpauth:\/\/totp\/Etappi:.+&algorithm=SHA1&digits=6&period=30$/)
    const confirmed = await confirmFactor(viewer, { code: codeOf(begun?.key ?? '') })
    if (!confirmed.ok) throw new Error(confirmed.reason)
    const { codes } = confirmed.value
    expect(new Set(codes).size).toBe(recoveryCodes)
    expect(codes.filter((code) => !/^([A-Z2-7]{4}-){6}[A-Z2-7]{4}$/.test(code))).toEqual([])
    expect(await findOwnFactor(viewer)).toEqual({ state: 'on', since: '2025-10-01T09:00:00.000Z', codesLeft: 10 })
    expect(await findBegunFactor(viewer)).toBeNull()
    expect(await auditTrail(county.organisationId)).toEqual([
      'second_factor.begun done own',
      'second_factor.switched_on done own',
    ])
    const [session] = await sql('SELECT "secondFactor" FROM "LoginSession" WHERE id = $1', [viewer.sessionId])
    expect(session).toEqual({ secondFactor: true })
  })

  it('stands in the database where nobody can read it: neither the key nor a recovery code', async () => {
    const { key, codes } = await withFactor(account)
    const bytes = await sql<{ hex: string }>(
      `SELECT encode(secret, 'hex') AS hex FROM "SecondFactor" WHERE "userId" = $1`,
      [account.id],
    )
    const stored = [...(await rows('SecondFactor')), ...(await rows('RecoveryCode'))].map(({ text }) => String(text))
    expect(stored).toHaveLength(11)
    for (const secret of [key, ...codes, ...codes.map((code) => code.replaceAll('-', ''))]) {
      expect(stored.join()).not.toContain(secret)
    }
    const { Secret } = await import('otpauth')
    expect(bytes[0]?.hex).not.toContain(Secret.fromBase32(key).hex.toLowerCase())
    const audit = await sql<{ text: string }>('SELECT t::text AS text FROM "AuditEvent" t')
    expect(audit.filter(({ text }) => text.includes(key) || codes.some((code) => text.includes(code)))).toEqual([])
  })

  it('of another account opens nothing when its row is copied over', async () => {
    const other = await makeAccount(county)
    const theirs = await withFactor(other)
    const { viewer } = await withFactor(account)
    await sql(
      `UPDATE "SecondFactor" SET secret = (SELECT secret FROM "SecondFactor" WHERE "userId" = $1), "lastStep" = NULL WHERE "userId" = $2`,
      [other.id, account.id],
    )
    wait(30)
    expect(await switchOffFactor(viewer, { password: codeOf(theirs.key) })).toEqual(refused('WRONG_PROOF'))
    expect(await stateOf(viewer)).toBe('unreadable')
  })

  it('that cannot be read any more says so, and is switched off by the password', async () => {
    const { viewer, key } = await withFactor(account)
    changed.authSecret = 'toinen salaisuus, vähintään 32 merkkiä pitkä'
    expect(await stateOf(viewer)).toBe('unreadable')
    expect(await switchOffFactor(viewer, { password: codeOf(key) })).toEqual(refused('WRONG_PROOF'))
    expect(await beginFactor(viewer, proof)).toEqual(refused('ALREADY_ON'))
    expect(await switchOffFactor(viewer, proof)).toEqual(done)
    expect(await stateOf(viewer)).toBe('off')
    expect(await withFactor(account)).toMatchObject({ codes: expect.any(Array) })
  })

  it('is switched off with everything of it, and recorded; codes made anew replace the earlier ones', async () => {
    const { viewer, key, codes } = await withFactor(account)
    const renewed = await renewRecoveryCodes(viewer, { password: codeOf(key) })
    expect(renewed).toMatchObject({ ok: true })
    expect(renewed.ok && renewed.value.codes.filter((code) => codes.includes(code))).toEqual([])
    expect(await rows('RecoveryCode')).toHaveLength(10)
    expect(await switchOffFactor(viewer, { password: renewed.ok ? (renewed.value.codes[0] ?? '') : '' })).toEqual(done)
    expect([await rows('SecondFactor'), await rows('RecoveryCode')]).toEqual([[], []])
    expect((await auditTrail(county.organisationId)).slice(2)).toEqual([
      'second_factor.codes_made done own',
      'second_factor.switched_off done own',
    ])
  })

  it('begun twice at once has one key', async () => {
    const viewer = await signedIn(account)
    expect(await Promise.all([beginFactor(viewer, proof), beginFactor(viewer, proof)])).toEqual([done, done])
    expect(await rows('SecondFactor')).toHaveLength(1)
  })

  it('confirmed five times at once gives codes once', async () => {
    const viewer = await signedIn(account)
    await beginFactor(viewer, proof)
    const code = codeOf((await findBegunFactor(viewer))?.key ?? '')
    const answers = await Promise.all([1, 2, 3, 4, 5].map(() => confirmFactor(viewer, { code })))
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
    expect(await rows('RecoveryCode')).toHaveLength(10)
  })

  it('is reset by the county’s administrator or the operator: their sessions end, and it is recorded', async () => {
    for (const by of [await signedIn(await makeAccount(county, [inCounty('admin')])), systemViewer('operator')]) {
      const { viewer } = await withFactor(account)
      expect(await resetFactor(by, { userId: account.id })).toEqual(done)
      expect([await rows('SecondFactor'), await rows('RecoveryCode')]).toEqual([[], []])
      expect(await viewerOfSession(signInActor(), String(viewer.sessionId), null)).toBeNull()
      expect((await auditTrail(county.organisationId)).at(-1)).toMatch(
        /^second_factor\.reset done (admin|system:operator)$/,
      )
      expect(await resetFactor(by, { userId: account.id })).toEqual(refused('NOT_FOUND'))
    }
  })

  it('and recovery codes are rows of their county only', async () => {
    await withFactor(account)
    const stranger = await signedIn(await makeAccount(await makeCounty(), [inCounty('admin')]))
    const own = await signedIn(account)
    const seen = (viewer: Viewer) =>
      asViewer(viewer, async (tx) => [await tx.secondFactor.count(), await tx.recoveryCode.count()])
    expect(await seen(stranger)).toEqual([0, 0])
    expect(await seen(own)).toEqual([1, 10])
  })
})
