// What a transaction sends at once, and that nothing of it ever goes astray: neither outside of it nor to somebody else's.
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { inScope, readWithin, type Scope, sql, type Tx } from '@/lib/platform/db'
import { env } from '@/lib/platform/env'
import { openWire, type Wire } from '../bench/queries/wire.mts'
import { type CountyOfTest, makeCounty } from '../support/builders/accounts'
import { withFault } from './fault-sweep/driver'
import { connectTo } from './replica-pair'

let county: CountyOfTest
let wire: Wire
const own = env().databaseAppUrl
beforeAll(async () => {
  county = await makeCounty()
  wire = await openWire(own)
  await connectTo(wire.url)
})
afterAll(async () => {
  await connectTo(own)
  await wire.close()
})

const scope = (): Scope => ({ organisationId: county.organisationId, userId: null, scope: 'county' })
const rename = (tx: Tx, name: string) => tx.project.updateMany({ data: { name } })
const nameNow = async () => (await inScope(scope(), (tx) => readWithin<{ name: string }>(tx, names)))[0]?.name
const names = sql`SELECT name FROM "Project"`
const number = (n: number) => sql`SELECT ${n}::int AS n, txid_current()::text AS id`

describe('what a transaction sends', () => {
  it('goes together when it begins with reads: the beginning, whose eyes it has, and the reads in their order', async () => {
    await nameNow() // a connection is there
    wire.take()
    const before = wire.passed()
    const rows = await inScope(scope(), async (tx) => {
      const read = await Promise.all([1, 2, 3].map((n) => readWithin<{ n: number; id: string }>(tx, number(n))))
      expect(wire.passed() - before).toBe(1)
      return read.flat()
    })
    expect(rows.map(({ n }) => n)).toEqual([1, 2, 3])
    expect(new Set(rows.map(({ id }) => id)).size).toBe(1)
    const sent = wire.take().map((text) => /^(BEGIN|COMMIT)|set_config|txid_current/.exec(text)?.[0])
    expect(sent).toEqual(['BEGIN', 'set_config', 'txid_current', 'txid_current', 'txid_current', 'COMMIT'])
  })

  it('is read after the lock that it waited for, with what the one before had written', async () => {
    const locking = sql`SELECT id FROM "Project" FOR UPDATE`
    const held = Promise.withResolvers<void>()
    const first = inScope(scope(), async (tx) => {
      await readWithin(tx, locking)
      held.resolve()
      await wait(150)
      await rename(tx, 'Ensin')
    })
    await held.promise
    const waiting = inScope(scope(), async (tx) => {
      const [, seen] = await Promise.all([readWithin(tx, locking), readWithin<{ name: string }>(tx, names)])
      return seen.map(({ name }) => name)
    })
    await first
    expect(await waiting).toEqual(['Ensin'])
  })

  it('is refused when the transaction is over: its connection may be somebody else’s by then', async () => {
    let kept: Tx | undefined
    await inScope(scope(), async (tx) => {
      kept = tx
    })
    await expect(readWithin(kept as Tx, names)).rejects.toThrow('the transaction is over')
    let late: Tx | undefined
    const slow = inScope(
      scope(),
      async (tx) => {
        late = tx
        await wait(1_500)
        return readWithin(tx, names)
      },
      { seconds: 1 },
    )
    await expect(slow).rejects.toThrow()
    await expect(readWithin(late as Tx, names)).rejects.toThrow('the transaction is over')
  })

  it.each([
    ['its beginning', 1],
    ['whose eyes it has', 2],
  ])('writes nothing when %s is refused, and the connection serves the next', async (_, at) => {
    const was = await nameNow()
    const { asked, told } = await withFault({ at, kind: 'refused' }, () =>
      inScope(scope(), (tx) => rename(tx, 'Harha')),
    )
    expect(asked.hit).toBe(true)
    expect(asked.statements.filter((text) => text.startsWith('UPDATE'))).toEqual([])
    expect(told).toMatchObject({ status: 'rejected' })
    expect(await nameNow()).toBe(was)
    await inScope(scope(), (tx) => rename(tx, `Oikea ${at}`))
    expect(await nameNow()).toBe(`Oikea ${at}`)
  })

  it('says of reads that went along what was wrong at the beginning', async () => {
    const { asked, told } = await withFault({ at: 2, kind: 'refused' }, () =>
      inScope(scope(), (tx) => Promise.all([readWithin(tx, names), readWithin(tx, names)])),
    )
    expect(asked.statements.filter((text) => text.startsWith('SELECT name'))).toHaveLength(2)
    expect(told).toMatchObject({ status: 'rejected', reason: { message: 'planted' } })
  })

  it('is not sent any more when the transaction was given up before its beginning was confirmed', async () => {
    const was = await nameNow()
    const { query } = pg.Client.prototype
    const sent: string[] = []
    pg.Client.prototype.query = function (this: pg.Client, ...given: unknown[]) {
      const [asked] = given as [string | pg.QueryConfig]
      const text = typeof asked === 'string' ? asked : asked.text
      sent.push(text)
      const answer = Reflect.apply(query, this, given)
      return text.includes('set_config') ? wait(1_500).then(() => answer) : answer
    } as typeof query
    try {
      await expect(inScope(scope(), (tx) => rename(tx, 'Harha'), { seconds: 1 })).rejects.toThrow()
      await wait(1_000)
    } finally {
      pg.Client.prototype.query = query
    }
    expect(sent.some((text) => text.includes('set_config')) && sent.includes('ROLLBACK')).toBe(true)
    expect(sent.filter((text) => text.startsWith('UPDATE'))).toEqual([])
    expect(await nameNow()).toBe(was)
  })

  it('is undone as a whole by a read that fails among others, and the connection serves the next', async () => {
    const was = await nameNow()
    const broken = inScope(scope(), async (tx) => {
      await rename(tx, 'Harha')
      const reads = ['SELECT 1/0 AS no', 'SELECT 1 AS n'].map((text) => readWithin(tx, sql([text])))
      expect((await Promise.allSettled(reads)).map(({ status }) => status)).toEqual(['rejected', 'rejected'])
      return Promise.all(reads)
    })
    await expect(broken).rejects.toThrow('division by zero')
    expect(await nameNow()).toBe(was)
  })
})
