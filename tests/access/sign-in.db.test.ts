import { verify } from '@node-rs/argon2'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { signIn } from '@/lib/access/commands'
import { signInActor } from '@/lib/access/queries'
import { withinLimit } from '@/lib/access/rate-limit'
import { type SignInInput, signInSchema } from '@/lib/access/schema'
import { now, setClock } from '@/lib/platform/clock'
import { type CountyOfTest, makeAccount, makeCounty, password } from '../support/builders/accounts'
import { auditTrail, empty, sql } from './behind'

// The real function, counted: that both kinds of attempt cost the same is shown by what is done, not by a stopwatch.
vi.mock(import('@node-rs/argon2'), async (original) => {
  const real = await original()
  return { ...real, verify: vi.fn(real.verify) }
})

const from = { address: '198.51.100.7', userAgent: 'Selain' }
const attempt = (input: SignInInput) => signIn(signInActor(), input, from)
const sessions = async (userId: string) => sql('SELECT * FROM "LoginSession" WHERE "userId" = $1', [userId])

let county: CountyOfTest
beforeEach(async () => {
  await empty('RateLimit')
  county = await makeCounty()
  vi.mocked(verify).mockClear()
  setClock(null)
})

describe('signing in is refused', () => {
  it('with a wrong password; the attempt is recorded and no session begins', async () => {
    const account = await makeAccount(county)
    expect(await attempt({ email: account.email, password: 'väärä' })).toEqual({
      ok: false,
      reason: 'WRONG_CREDENTIALS',
    })
    expect(await sessions(account.id)).toEqual([])
    expect(await auditTrail(county.organisationId)).toEqual(['session.refused refused credentials'])
  })

  it('to an unknown account, in the same words and with the same work as to a known one', async () => {
    const account = await makeAccount(county)
    const known = await attempt({ email: account.email, password: 'väärä' })
    const unknown = await attempt({ email: 'tuntematon@example.fi', password: 'väärä' })
    expect(unknown).toEqual(known)
    const costs = vi.mocked(verify).mock.calls.map(([stored]) => String(stored).split('$').slice(0, 4).join('$'))
    expect(costs).toEqual(['$argon2id$v=19$m=65536,t=3,p=1', '$argon2id$v=19$m=65536,t=3,p=1'])
  })

  it('to an unknown account and beyond the limit with a line in the log, without what was typed', async () => {
    const written = vi.spyOn(process.stderr, 'write').mockReturnValue(true)
    await attempt({ email: 'tuntematon@example.fi', password: 'väärä-salasana' })
    for (let i = 0; i < 100; i++) await withinLimit(`sign-in:address:${from.address}`, { attempts: 100, seconds: 900 })
    await attempt({ email: 'tuntematon@example.fi', password: 'väärä-salasana' })
    const lines = written.mock.calls.map(([text]) => String(text))
    written.mockRestore()
    expect(lines.map((line) => JSON.parse(line))).toMatchObject([
      { level: 'warn', event: 'sign-in.refused', reason: 'WRONG_CREDENTIALS', source: 'sign-in' },
      { level: 'warn', event: 'sign-in.refused', reason: 'TOO_MANY_ATTEMPTS', source: 'sign-in' },
    ])
    expect(lines.join()).not.toMatch(/tuntematon|salasana/)
  })

  it('to an account without a password, with the same work', async () => {
    const account = await makeAccount(county, [], { secret: false })
    expect(await attempt({ email: account.email, password: '' })).toEqual({ ok: false, reason: 'WRONG_CREDENTIALS' })
    expect(verify).toHaveBeenCalledTimes(1)
  })

  it('to a disabled account, even with the right password', async () => {
    const account = await makeAccount(county)
    await sql('UPDATE "User" SET "disabledAt" = now() WHERE id = $1', [account.id])
    expect(await attempt({ email: account.email, password })).toEqual({ ok: false, reason: 'WRONG_CREDENTIALS' })
    expect(await sessions(account.id)).toEqual([])
    expect(await auditTrail(county.organisationId)).toEqual(['session.refused refused credentials'])
  })

  it('after ten attempts, even with the right password, and no more passwords are tried', async () => {
    const account = await makeAccount(county)
    for (let i = 0; i < 10; i++) await attempt({ email: account.email, password: 'väärä' })
    expect(verify).toHaveBeenCalledTimes(10)
    expect(await attempt({ email: account.email, password })).toEqual({ ok: false, reason: 'TOO_MANY_ATTEMPTS' })
    expect(verify).toHaveBeenCalledTimes(10)
    const someoneElse = await makeAccount(county)
    expect(await attempt({ email: someoneElse.email, password })).toMatchObject({ ok: true })
  })

  it('after ten attempts, also when they come at the same moment: of 25, exactly 10 are tried', async () => {
    const account = await makeAccount(county)
    const answers = await Promise.all(
      Array.from({ length: 25 }, () => attempt({ email: account.email, password: 'väärä' })),
    )
    const reasons = answers.map((answer) => (answer.ok ? 'ok' : answer.reason)).sort()
    expect(reasons.filter((reason) => reason === 'WRONG_CREDENTIALS')).toHaveLength(10)
    expect(reasons.filter((reason) => reason === 'TOO_MANY_ATTEMPTS')).toHaveLength(15)
    expect(verify).toHaveBeenCalledTimes(10)
  })

  it('to one address that tries many accounts', async () => {
    for (let i = 0; i < 100; i++) await withinLimit(`sign-in:address:${from.address}`, { attempts: 100, seconds: 900 })
    const account = await makeAccount(county)
    expect(await attempt({ email: account.email, password })).toEqual({ ok: false, reason: 'TOO_MANY_ATTEMPTS' })
    const elsewhere = await signIn(
      signInActor(),
      { email: account.email, password },
      { address: '198.51.100.8', userAgent: null },
    )
    expect(elsewhere.ok).toBe(true)
  })
})

describe('the limit of attempts', () => {
  it('ends by itself', async () => {
    const account = await makeAccount(county)
    await attempt({ email: account.email, password: 'väärä' })
    await sql('UPDATE "RateLimit" SET hits = 10')
    expect(await attempt({ email: account.email, password })).toEqual({ ok: false, reason: 'TOO_MANY_ATTEMPTS' })
    await sql(`UPDATE "RateLimit" SET "resetsAt" = now() - interval '1 second'`)
    expect(await attempt({ email: account.email, password })).toMatchObject({ ok: true })
  })

  it('is used up by failures only', async () => {
    const account = await makeAccount(county)
    const wrong = { email: account.email, password: 'väärä' }
    for (let i = 0; i < 9; i++) await attempt(wrong)
    for (let i = 0; i < 12; i++) expect(await attempt({ email: account.email, password })).toMatchObject({ ok: true })
    for (let i = 0; i < 10; i++) expect(await attempt(wrong)).toMatchObject({ reason: 'WRONG_CREDENTIALS' })
    expect(await attempt(wrong)).toMatchObject({ reason: 'TOO_MANY_ATTEMPTS' })
    const [byAddress] = await sql<{ hits: number }>(`SELECT hits FROM "RateLimit" WHERE key LIKE 'sign-in:address:%'`)
    expect(byAddress?.hits).toBe(9 + 10 + 1)
  })

  it('keeps no mail address', async () => {
    await attempt({ email: 'joku@example.fi', password: 'väärä' })
    const keys = await sql<{ key: string }>('SELECT key FROM "RateLimit"')
    expect(keys.length).toBe(2)
    expect(keys.filter(({ key }) => key.includes('joku') || key.includes('@'))).toEqual([])
  })
})

describe('signing in', () => {
  it('begins a session with an end, and is recorded', async () => {
    setClock(new Date('2025-10-01T09:00:00Z'))
    const account = await makeAccount(county)
    const started = await signIn(
      signInActor(),
      { email: account.email, password },
      { address: 'x', userAgent: 'S'.repeat(500) },
    )
    expect(started).toMatchObject({
      ok: true,
      value: { userId: account.id, expiresAt: new Date('2025-10-01T21:00:00Z') },
    })
    const [session] = await sessions(account.id)
    expect(session).toMatchObject({
      authenticatedAt: now(),
      lastSeenAt: now(),
      revokedAt: null,
      userAgent: 'S'.repeat(200),
    })
    expect(await auditTrail(county.organisationId)).toEqual(['session.started done credentials'])
  })

  it('takes the address however it was typed', () => {
    const typed = signInSchema.parse({ email: '  Tili.A@Example.FI\t', password: ' välilyönti kuuluu salasanaan ' })
    expect(typed).toEqual({ email: 'tili.a@example.fi', password: ' välilyönti kuuluu salasanaan ' })
    expect(signInSchema.safeParse({ email: 'tili', password: 'x' }).error?.issues[0]?.message).toBe(
      'access.error.email',
    )
    expect(signInSchema.safeParse({ email: 'a@example.fi', password: '' }).error?.issues[0]?.message).toBe(
      'access.error.password',
    )
  })
})
