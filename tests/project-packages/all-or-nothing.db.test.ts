import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { disconnect } from '@/lib/platform/db'
import { importPackage } from '@/lib/project-packages/commands'
import { heads, parts } from '@/lib/project-packages/parts/model'
import { readTables } from '../platform/catalogue'
import { testDatabase } from '../support/database'
import { fullPackage } from './full'
import { operator, takeIn } from './places'

const { text } = fullPackage({ id: '00000000-0000-7000-8000-000000000999', key: 'kaikki-alue', name: 'Alue' })

/** One connection for all looks: a new one would read the description of every table again. */
const owner = new pg.Client({ connectionString: testDatabase().ownerUrl })
let counting = ''

/** How many rows each table has. */
async function rowCounts(): Promise<string> {
  const { rows } = await owner.query({ name: 'counts', text: counting })
  return JSON.stringify(rows)
}

beforeAll(async () => {
  await owner.connect()
  const names = [...(await readTables(owner)).keys()]
  counting = names.map((name) => `SELECT '${name}' AS name, count(*) FROM "${name}"`).join(' UNION ALL ')
  await owner.query(
    `CREATE FUNCTION planted_failure() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'planted'; END $$`,
  )
})
afterAll(async () => {
  await owner.end()
  await disconnect()
})

describe('an import that breaks off', { timeout: 300_000 }, () => {
  it('leaves nothing, at whichever table it happens', async () => {
    const before = await rowCounts()
    const tables = [...heads, ...parts].map(({ table }) => table)
    const taken: string[] = []
    for (const table of tables) {
      await owner.query(
        `CREATE TRIGGER planted BEFORE INSERT ON "${table}" FOR EACH ROW EXECUTE FUNCTION planted_failure()`,
      )
      const broke = await importPackage(operator, { text }).then(
        () => false,
        (error: unknown) => /planted/.test(String(error)),
      )
      if (!broke) taken.push(table)
      expect(await rowCounts()).toBe(before)
      await owner.query(`DROP TRIGGER planted ON "${table}"`)
    }
    expect(taken).toEqual([])
    console.log(`broken off at ${tables.length} tables`)
    expect(tables.length).toBeGreaterThan(100)
    expect(await takeIn(text)).toMatchObject({ outcome: 'imported' })
    expect(await rowCounts()).not.toBe(before)
  })
})
