import type pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { disconnect } from '@/lib/platform/db'
import { heads, isMatched, parts } from '@/lib/project-packages/parts/model'
import { withClient } from '../../scripts/database/open.mts'
import { type Column, readTables } from '../platform/catalogue'
import type { TestDatabase } from '../support/test-server'
import { fullPackage } from './full'
import { columnsOutside } from './outside'
import { demoCopy, emptyInstallation, goTo, packageOf, takeIn } from './places'

let demo: TestDatabase
let empty: TestDatabase
beforeAll(async () => {
  ;[demo, empty] = [await demoCopy(), await emptyInstallation()]
}, 300_000)
afterAll(async () => {
  await disconnect()
  await demo.dispose()
  await empty.dispose()
})

type Rows = { table: string; rows: Set<string>; filled: Map<string, number> }

/** Every row of the tables of a project as the database has it, without what stays outside; and how often each column is filled. */
async function contents(client: pg.Client): Promise<Rows[]> {
  const tables = await readTables(client)
  const own = parts.filter((part) => !isMatched(part))
  const found: Rows[] = []
  for (const { table } of [...heads.filter(({ name }) => name === 'project'), ...own]) {
    const outside = Object.keys(columnsOutside[table] ?? {})
    const columns = (tables.get(table)?.columns ?? []).filter(({ name }) => !outside.includes(name))
    const { rows } = await client.query<Record<string, string | null>>(
      `SELECT ${columns.map(read).join(', ')} FROM "${table}" t`,
    )
    const filled = columns.map(({ name }) => [name, rows.filter((row) => row[name] !== null).length] as const)
    found.push({ table, rows: new Set(rows.map((row) => JSON.stringify(row))), filled: new Map(filled) })
  }
  return found
}

/** A list that was never filled and an empty one are the same to the product. */
const read = ({ name, isArray }: Column): string =>
  `${isArray ? `nullif(t."${name}", '{}')` : `t."${name}"`}::text AS "${name}"`

/** Rows that one side has and the other lacks. */
function lost(before: readonly Rows[], after: readonly Rows[]): string[] {
  return before.flatMap(({ table, rows }) => {
    const there = after.find((one) => one.table === table)?.rows ?? new Set()
    return [...rows].filter((row) => !there.has(row)).map((row) => `${table} ${row.slice(0, 300)}`)
  })
}

const count = (all: readonly Rows[]) => all.reduce((sum, { rows }) => sum + rows.size, 0)
const onEmpty = <T>(work: (client: pg.Client) => Promise<T>): Promise<T> => withClient(empty.ownerUrl, work)

describe('nothing is lost on the way', { timeout: 300_000 }, () => {
  it('of the demo projects: every row of every table is there, column by column', async () => {
    await goTo(demo)
    const texts = [await packageOf('kkk2'), await packageOf('syli'), await packageOf('tyhja')]
    const before = await withClient(demo.ownerUrl, contents)
    await goTo(empty)
    for (const text of texts) await takeIn(text)
    const after = await onEmpty(contents)
    expect(lost(before, after).slice(0, 5)).toEqual([])
    expect(lost(after, before).slice(0, 5)).toEqual([])
    console.log(`${count(before)} rows of ${before.length} tables`)
    expect(count(before)).toBeGreaterThan(5_000)
  })

  it('and a row or a value that were lost would be seen', async () => {
    const before = await onEmpty(contents)
    await onEmpty(async (client) => {
      await client.query('BEGIN')
      await client.query(
        `UPDATE "Risk" SET description = description || '!' WHERE id = (SELECT min(id::text)::uuid FROM "Risk")`,
      )
      await client.query(`DELETE FROM "BudgetNote" WHERE id = (SELECT min(id::text)::uuid FROM "BudgetNote")`)
      const planted = await contents(client)
      expect(
        lost(before, planted)
          .map((text) => text.split(' ')[0])
          .sort(),
      ).toEqual(['BudgetNote', 'Risk'])
      await client.query('ROLLBACK')
    })
  })

  it('of a project that fills every field of every part', async () => {
    const { text, filled } = fullPackage(JSON.parse(await packageOf('kkk2')).organisation)
    await takeIn(text)
    const after = await onEmpty(contents)
    const never = after.flatMap(({ table, filled: columns }) =>
      [...columns].filter(([, often]) => often === 0).map(([column]) => `${table}.${column}`),
    )
    expect(never).toEqual([])
    expect(await takeIn(text)).toMatchObject({ outcome: 'identical' })
    const { key } = JSON.parse(text).project
    const again = await packageOf(key)
    expect(again).toBe(text)
    console.log(`${filled} fields filled`)
    expect(filled).toBeGreaterThan(850)
  })
})
