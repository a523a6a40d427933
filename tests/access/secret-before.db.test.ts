// AUTH_SECRET follows another one: what the one of before sealed opens while it is given, and nothing is sealed with it any more.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Viewer } from '@/lib/access/model'
import { authOptions, openSession, sealSession } from '@/lib/access/next-auth'
import { withLinks } from '@/lib/access/people/links/queries'
import { signInActor } from '@/lib/access/queries'
import { seal, unseal } from '@/lib/access/sealing'
import { findOwnFactor } from '@/lib/access/second-factor/queries'
import { resealFactors } from '@/lib/access/second-factor/resealing/commands'
import { giveCode } from '@/lib/access/second-step'
import { systemViewer } from '@/lib/access/viewer'
import { setClock } from '@/lib/platform/clock'
import * as mail from '@/lib/platform/mail'
import { runDueWork } from '@/lib/rounds/schedule/commands'
import { type Account, type CountyOfTest, makeAccount, makeCounty } from '../support/builders/accounts'
import { attemptOf, codeOf, from, wait, withFactor } from './authenticators'
import { empty, sql } from './behind'
import { adminOf, invited } from './people-scene'

type Secrets = { authSecret?: string; authSecretBefore?: string }
const changed = vi.hoisted(() => ({ secrets: {} as Secrets }))
vi.mock(import('@/lib/platform/env'), async (original) => {
  const real = await original()
  return { ...real, env: () => ({ ...real.env(), ...changed.secrets }) }
})

const [first, second, third] = ['ensimmäinen', 'toinen', 'kolmas'].map((word) => `${word} salaisuus`.padEnd(32, '.'))
const secrets = (now: string | undefined, before?: string): Secrets => ({
  ...(now && { authSecret: now }),
  ...(before && { authSecretBefore: before }),
})
const schedule = systemViewer('schedule')

let county: CountyOfTest
let account: Account
beforeEach(async () => {
  changed.secrets = secrets(first)
  setClock(new Date('2025-10-01T09:00:00Z'))
  await empty('RateLimit')
  await empty('SecondFactor')
  county = await makeCounty()
  account = await makeAccount(county)
})
afterEach(() => {
  setClock(null)
  vi.restoreAllMocks()
})

const text = Buffer.from('sisältö')
const stateOf = async (viewer: Viewer) => (await findOwnFactor(viewer))?.state
const quietly = () => vi.spyOn(process.stderr, 'write').mockReturnValue(true)

describe('nothing opens', () => {
  it('that was sealed with a secret that is neither: the one of before that alone, or none', async () => {
    const sealed = seal('sign-in.flow', '', text)
    const cookie = await sealSession(account.id)
    for (const now of [secrets(second), secrets(second, third)]) {
      changed.secrets = now
      expect(unseal('sign-in.flow', '', sealed)).toBeNull()
      expect(await openSession(cookie)).toBeNull()
    }
  })

  it('for another purpose or in another name, with the one of before just as with the one of now', () => {
    const sealed = seal('second-factor.secret', account.id, text)
    changed.secrets = secrets(second, first)
    expect(unseal('second-factor.secret', account.id, sealed)).toEqual(text)
    expect(unseal('sign-in.attempt', account.id, sealed)).toBeNull()
    expect(unseal('second-factor.secret', county.organisationId, sealed)).toBeNull()
    sealed[20] = (sealed[20] ?? 0) ^ 1
    expect(unseal('second-factor.secret', account.id, sealed)).toBeNull()
  })

  it('sealed anew, to a person: only the product does that', async () => {
    const { viewer } = await withFactor(account)
    changed.secrets = secrets(second, first)
    const before = await sql('SELECT * FROM "SecondFactor"')
    expect(await resealFactors(viewer)).toEqual({ ok: false, reason: 'NOT_ALLOWED' })
    expect(await sql('SELECT * FROM "SecondFactor"')).toEqual(before)
  })
})

describe('while the one of before is given', () => {
  it('sessions go on, in the product and at the standard addresses; those that begin need it no more', async () => {
    const old = await sealSession(account.id)
    changed.secrets = secrets(second, first)
    expect(await openSession(old)).toBe(account.id)
    const decode = authOptions(from).jwt?.decode
    expect(await decode?.({ token: old, secret: second ?? '' })).toMatchObject({ sid: account.id })
    const anew = await sealSession(county.organisationId)
    changed.secrets = secrets(first)
    expect(await openSession(anew)).toBeNull()
    changed.secrets = secrets(second)
    expect(await openSession(anew)).toBe(county.organisationId)
  })

  it('a sign-in that was begun is ended with a code, and a mail that waits gets its link', async () => {
    vi.spyOn(mail, 'sendsMail').mockReturnValue(true)
    const { key } = await withFactor(account)
    const attempt = await attemptOf(account)
    const { id } = await invited(await adminOf(county), { way: 'mail' })
    const [kept] = await sql<{ text: string }>('SELECT text FROM "Mail" WHERE "userId" = $1', [id])
    const sent = await withLinks(schedule, kept?.text ?? '')
    changed.secrets = secrets(second)
    expect(await withLinks(schedule, kept?.text ?? '')).toBeNull()
    changed.secrets = secrets(second, first)
    expect(await withLinks(schedule, kept?.text ?? '')).toBe(sent)
    expect(await giveCode(signInActor(), { code: codeOf(key) }, attempt, from)).toMatchObject({ ok: true })
  })

  it('authenticators stay on, and are sealed anew, so that it can be taken out again', async () => {
    const written = quietly()
    const { viewer, key } = await withFactor(account)
    changed.secrets = secrets(second)
    expect(await stateOf(viewer)).toBe('unreadable')
    changed.secrets = secrets(second, first)
    expect(await stateOf(viewer)).toBe('on')
    expect(await resealFactors(schedule)).toEqual({ ok: true, value: { sealed: 1 } })
    expect(await resealFactors(schedule)).toEqual({ ok: true, value: { sealed: 0 } })
    expect(written.mock.calls.map(([line]) => JSON.parse(String(line)))).toMatchObject([
      { level: 'info', event: 'keys.sealed-anew', sealed: 1 },
    ])
    changed.secrets = secrets(second)
    expect(await stateOf(viewer)).toBe('on')
    wait(30)
    expect(await giveCode(signInActor(), { code: codeOf(key) }, await attemptOf(account), from)).toMatchObject({
      ok: true,
    })
  })

  it('what neither opens is left as it is, and what the one of now sealed, too', async () => {
    quietly()
    const lost = await makeAccount(county)
    changed.secrets = secrets(third)
    await withFactor(lost)
    changed.secrets = secrets(second)
    await withFactor(await makeAccount(county))
    const before = await sql('SELECT "userId", secret FROM "SecondFactor" ORDER BY "userId"')
    changed.secrets = secrets(second, first)
    expect(await resealFactors(schedule)).toEqual({ ok: true, value: { sealed: 0 } })
    expect(await sql('SELECT "userId", secret FROM "SecondFactor" ORDER BY "userId"')).toEqual(before)
  })

  it('the schedule does it by itself, and nothing without one of before', async () => {
    quietly()
    const { viewer } = await withFactor(account)
    expect(await runDueWork(systemViewer('schedule', county.organisationId))).toMatchObject({ value: { broken: [] } })
    expect(await resealFactors(schedule)).toEqual({ ok: true, value: { sealed: 0 } })
    changed.secrets = secrets(second, first)
    expect(await runDueWork(schedule)).toMatchObject({ ok: true, value: { broken: [] } })
    changed.secrets = secrets(second)
    expect(await stateOf(viewer)).toBe('on')
  })
})
