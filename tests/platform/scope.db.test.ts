import { beforeAll, describe, expect, it, vi } from 'vitest'
import { inScope, readInScope, type Scope, sql, type Tx } from '@/lib/platform/db'
import { type CountyOfTest, makeCounty } from '../support/builders/accounts'

let one: CountyOfTest
let other: CountyOfTest
beforeAll(async () => {
  one = await makeCounty()
  other = await makeCounty()
})

const county = ({ organisationId }: CountyOfTest): Scope => ({ organisationId, userId: null, scope: 'county' })
const system: Scope = { organisationId: null, userId: null, scope: 'system' }
const transaction = async (tx: Tx) => (await tx.$queryRaw<{ id: string }[]>`SELECT txid_current()::text AS id`)[0]?.id
const projects = (tx: Tx) => tx.project.findMany({ select: { id: true }, orderBy: { id: 'asc' } })
const ids = (from: CountyOfTest) => from.projects.map(({ id }) => ({ id }))

describe('a scope', () => {
  it('sees its own rows with no where clause, and none of another', async () => {
    expect(await inScope(county(one), projects)).toEqual(ids(one))
    expect(await inScope(county(other), projects)).toEqual(ids(other))
    expect(await inScope(system, projects)).toEqual([...ids(one), ...ids(other)])
    expect(await inScope({ organisationId: null, userId: null, scope: 'county' }, projects)).toEqual([])
  })

  it('keeps to itself when many run at the same moment over few connections', async () => {
    const asked = Array.from({ length: 60 }, (_, i) => (i % 2 === 0 ? one : other))
    const seen = await Promise.all(asked.map((from) => inScope(county(from), projects)))
    expect(seen).toEqual(asked.map(ids))
  })

  it('shares a kept plan with another on the same connection, and sees its own rows all the same', async () => {
    for (let i = 0; i < 50; i++) {
      const from = i % 2 === 0 ? one : other
      expect(await inScope(county(from), projects)).toEqual(ids(from))
    }
    const kept = await inScope(
      system,
      (tx) => tx.$queryRaw<{ name: string; again: number }[]>`
        SELECT name, generic_plans::int AS again FROM pg_prepared_statements WHERE statement LIKE '%FROM "public"."Project"%'`,
    )
    expect(kept).toEqual([{ name: expect.stringMatching(/^etappi_\d+$/), again: expect.any(Number) }])
    expect(kept[0]?.again).toBeGreaterThan(5)
  })

  it('shares its connections and the names of its statements with the same module once more, as a build has it', async () => {
    vi.resetModules()
    const again = await import('@/lib/platform/db')
    expect(again.inScope).not.toBe(inScope)
    expect(await again.inScope(county(one), projects)).toEqual(ids(one))
    const read = (tx: Tx) => again.readWithin(tx, again.sql`SELECT id FROM "Project" ORDER BY id`)
    expect(await again.inScope(county(other), read)).toEqual(ids(other))
    const numbers = [1, 2, 3, 4, 5, 6]
    for (let turn = 0; turn < 22; turn++) {
      for (const n of numbers) {
        expect(await again.readInScope(county(one), again.sql([`SELECT ${n} AS n`]))).toEqual([{ n }])
        expect(await readInScope(county(one), sql([`SELECT ${n + 10} AS n`]))).toEqual([{ n: n + 10 }])
      }
    }
    const named = await inScope(
      system,
      (tx) => tx.$queryRaw<object[]>`SELECT 1 FROM pg_prepared_statements WHERE statement ~ 'SELECT \\d+ AS n'`,
    )
    expect(named).toHaveLength(12)
  })

  it('joins the running transaction of the same scope', async () => {
    await inScope(county(one), async (tx) => {
      const outer = await transaction(tx)
      expect(await inScope(county(one), transaction)).toBe(outer)
    })
  })

  it('is a transaction of its own inside another scope, and sees with its own eyes', async () => {
    await inScope(county(one), async (tx) => {
      const outer = await transaction(tx)
      expect(await inScope(county(other), transaction)).not.toBe(outer)
      expect(await inScope(county(other), projects)).toEqual(ids(other))
      expect(await projects(tx)).toEqual(ids(one))
    })
  })

  it('keeps all or nothing of what was done in it, joined parts too', async () => {
    const rename = (name: string) => (tx: Tx) => tx.project.updateMany({ data: { name } })
    const failing = inScope(county(one), async (tx) => {
      await rename('Ensin')(tx)
      await inScope(county(one), rename('Sitten'))
      throw new Error('not so')
    })
    await expect(failing).rejects.toThrow('not so')
    const [row] = await inScope(county(one), (tx) => tx.project.findMany({ select: { name: true } }))
    expect(row?.name).toBe('Hanke 1')
  })

  it('keeps what was written before a refusal that is returned: refuse first, write afterwards', async () => {
    const answer = await inScope(county(other), async (tx) => {
      await tx.project.updateMany({ data: { description: 'kirjoitettu' } })
      return { ok: false, reason: 'LATE' }
    })
    expect(answer.reason).toBe('LATE')
    const [row] = await inScope(county(other), (tx) => tx.project.findMany({ select: { description: true } }))
    expect(row?.description).toBe('kirjoitettu')
  })

  it('ends after its time', async () => {
    const slow = inScope(county(one), (tx) => tx.$queryRaw`SELECT 1 AS one FROM pg_sleep(2)`, { seconds: 1 })
    await expect(slow).rejects.toThrow(/[Tt]ransaction/)
  })
})
