import net from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { readPublishedAs, systemViewer } from '@/lib/access/viewer'
import { readHealth } from '@/lib/health/queries'
import { disconnect, replicaHere, sql } from '@/lib/platform/db'
import { withClient } from '../../scripts/database/open.mts'
import type { Pair } from '../support/standby'
import { connectTo, readsOf, usePair } from './replica-pair'

let pair: Pair
const system = systemViewer('operator')
const lines: string[] = []

beforeAll(async () => {
  pair = await usePair('nothing')
}, 120_000)
beforeEach(async () => {
  lines.length = 0
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => lines.push(String(text)) > 0)
  await connectTo(pair.primary.appUrl, pair.standby.appUrl)
})
afterEach(() => {
  vi.restoreAllMocks()
})
afterAll(async () => {
  await disconnect()
  pair.remove()
})

const read = () => readPublishedAs<{ n: number }>(system, sql`SELECT 1 AS n`, 1)
const told = (event: string) => lines.filter((line) => line.includes(`"database.replica.${event}"`)).length
const manyReads = async (count: number) => {
  const all = await Promise.all(Array.from({ length: count }, read))
  expect(all.filter((rows) => rows[0]?.n === 1)).toHaveLength(count)
}

describe('a replica that goes away', () => {
  it('is answered for by the primary, told of once, and used again when it is back', async () => {
    await manyReads(20)
    expect(replicaHere()?.standing()).toMatchObject({ asked: 20, answered: 20, isAway: false })
    // Under way while it dies: none of them may fail.
    const under = Array.from({ length: 200 }, async (_, at) => {
      await wait(at * 5)
      return read()
    })
    await wait(300)
    pair.standby.kill()
    const rows = await Promise.all(under)
    expect(rows.filter(([row]) => row?.n === 1)).toHaveLength(200)
    expect(replicaHere()?.standing().isAway).toBe(true)
    expect(told('away')).toBe(1)
    await pair.standby.start()
    await vi.waitFor(
      async () => {
        await read()
        expect(replicaHere()?.standing().isAway).toBe(false)
      },
      { timeout: 20_000, interval: 200 },
    )
    expect(told('back')).toBe(1)
    expect((await readsOf(read)).answered).toBe(1)
  })

  it('keeps nobody waiting when it takes connections and says nothing, but the first', async () => {
    const silent = net.createServer(() => {})
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve))
    const { port } = silent.address() as net.AddressInfo
    try {
      await connectTo(pair.primary.appUrl, `postgresql://a:b@127.0.0.1:${port}/etappi`)
      await read()
      // One after another: were each to wait for a connection of its own, they would take forty seconds.
      const began = performance.now()
      for (let time = 0; time < 20; time += 1) await manyReads(1)
      expect(performance.now() - began).toBeLessThan(20_000)
      expect([told('away'), replicaHere()?.standing().answered]).toEqual([1, 0])
    } finally {
      await disconnect()
      silent.close()
    }
  })

  it('stays in use when one statement fails on it, which the primary then tells', async () => {
    await expect(readPublishedAs(system, sql`SELECT 1 AS n FROM nowhere`, 1)).rejects.toThrow(/nowhere/)
    expect([told('failed'), told('away'), replicaHere()?.standing().isAway]).toEqual([1, 0, false])
    expect((await readsOf(read)).answered).toBe(1)
  })
})

describe('a database that is no replica for the application', () => {
  it.each([
    ['has a role that bypasses row-level security', () => pair.standby.ownerUrl, 'powers'],
    ['is another database of the same server', () => pair.primary.appUrl.replace(/[^/]+$/, 'postgres'), 'stranger'],
    ['is another server', () => elsewhere, 'stranger'],
  ] as const)('is never asked when it %s', async (_, url, refusal) => {
    await connectTo(pair.primary.appUrl, url())
    await manyReads(3)
    expect(replicaHere()?.standing()).toMatchObject({ answered: 0, isAway: true, refusal })
    expect(told('refused')).toBe(1)
  })

  // The database of the test file itself, in the tests' own server.
  const elsewhere = process.env.DATABASE_APP_URL ?? ''
})

describe('health', () => {
  it('tells of the replica: used, behind, away, not set', async () => {
    const found = async () => (await readHealth(system))?.replica
    await read()
    expect(await found()).toMatchObject({ refusal: null, asked: 1, answered: 1, lag: { isStandby: true } })
    const write = (name: string) =>
      withClient(pair.primary.ownerUrl, (owner) => owner.query(`CREATE TABLE ${name} AS SELECT 1`))
    await write('earlier')
    await pair.standby.catchUp()
    await pair.standby.pause()
    await write('later')
    const behind = await found()
    expect(behind?.lag?.bytes).toBeGreaterThan(0)
    expect(behind?.lag?.seconds).toEqual(expect.any(Number))
    await pair.standby.resume()
    await pair.standby.catchUp()
    await vi.waitFor(async () => expect((await found())?.lag).toMatchObject({ bytes: 0, seconds: null }), 10_000)
    pair.standby.kill()
    expect(await found()).toMatchObject({ refusal: null, lag: null })
    await connectTo(pair.primary.appUrl)
    expect(await found()).toBe(null)
  })
})
