// A password that was hashed with less work than today is hashed anew when it is given, and only then.
import { hash } from '@node-rs/argon2'
import { beforeEach, describe, expect, it } from 'vitest'
import { signIn } from '@/lib/access/commands'
import { costsLess, verifyPassword } from '@/lib/access/password'
import { signInActor } from '@/lib/access/queries'
import { giveCode } from '@/lib/access/second-step'
import { setClock } from '@/lib/platform/clock'
import { type Account, type CountyOfTest, makeAccount, makeCounty, password } from '../support/builders/accounts'
import { attemptOf, codeOf, from, withFactor } from './authenticators'
import { auditTrail, empty, sql } from './behind'

const [cheap, today] = [{ memoryCost: 8192, timeCost: 1, parallelism: 1 }, 'm=65536,t=3,p=1']

let county: CountyOfTest
let account: Account
beforeEach(async () => {
  setClock(null)
  await empty('RateLimit')
  county = await makeCounty()
  account = await makeAccount(county)
})

async function stored(): Promise<{ hash: string; version: number }> {
  const [row] = await sql<{ hash: string; version: number }>(
    'SELECT "passwordHash" AS hash, version FROM "User" WHERE id = $1',
    [account.id],
  )
  return row ?? { hash: '', version: 0 }
}
async function storeWith(cost: typeof cheap): Promise<string> {
  const made = await hash(password, cost)
  await sql('UPDATE "User" SET "passwordHash" = $1 WHERE id = $2', [made, account.id])
  return made
}
const enter = (typed: string) => signIn(signInActor(), { email: account.email, password: typed }, from)

describe('the hash stays', () => {
  it('with a wrong password, and with the right one of an account that is out of use', async () => {
    const before = await storeWith(cheap)
    expect(await enter('väärä')).toMatchObject({ reason: 'WRONG_CREDENTIALS' })
    await sql('UPDATE "User" SET "disabledAt" = now() WHERE id = $1', [account.id])
    expect(await enter(password)).toMatchObject({ reason: 'WRONG_CREDENTIALS' })
    expect((await stored()).hash).toBe(before)
  })

  it('where it costs what it should, or more', async () => {
    const before = (await stored()).hash
    expect(before).toContain(today)
    expect(await enter(password)).toMatchObject({ ok: true })
    expect((await stored()).hash).toBe(before)
    const dearer = await storeWith({ ...cheap, memoryCost: 65_536, timeCost: 4 })
    expect(await enter(password)).toMatchObject({ ok: true })
    expect((await stored()).hash).toBe(dearer)
  })

  it.each([
    ['$argon2id$v=19$m=65536,t=3,p=1$salt$hash', false],
    ['$argon2id$v=19$m=65536,t=2,p=1$salt$hash', true],
    ['$argon2id$v=19$m=19456,t=3,p=1$salt$hash', true],
    ['$argon2i$v=19$m=19456,t=2,p=1$salt$hash', false],
    ['nothing of ours', false],
    ['', false],
  ])('%s: costs less %s', (one, less) => {
    expect(costsLess(one)).toBe(less)
  })
})

describe('the hash is made anew', () => {
  it('with the right password, once; the password and the version of the person stay what they were', async () => {
    const before = await storeWith(cheap)
    const { version } = await stored()
    expect(await enter(password)).toMatchObject({ ok: true, value: { kind: 'session' } })
    const after = await stored()
    expect(after).toEqual({ hash: expect.stringContaining(today), version })
    expect(after.hash).not.toBe(before)
    expect(await verifyPassword(after.hash, password)).toBe(true)
    expect(await verifyPassword(after.hash, 'väärä')).toBe(false)
    expect(await enter(password)).toMatchObject({ ok: true })
    expect((await stored()).hash).toBe(after.hash)
    expect(await auditTrail(county.organisationId)).toEqual([
      'session.started done credentials',
      'session.started done credentials',
    ])
  })

  it('before a code is asked for, which is then taken as ever', async () => {
    const { key } = await withFactor(account)
    await storeWith(cheap)
    const attempt = await attemptOf(account)
    expect((await stored()).hash).toContain(today)
    setClock(new Date(Date.now() + 60_000))
    expect(await giveCode(signInActor(), { code: codeOf(key) }, attempt, from)).toMatchObject({ ok: true })
  })
})
