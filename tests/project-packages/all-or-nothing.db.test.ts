import type pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { disconnect } from '@/lib/platform/db'
import { importPackage } from '@/lib/project-packages/commands'
import { heads, parts } from '@/lib/project-packages/parts/model'
import { withClient } from '../../scripts/database/open.mts'
import { readTables } from '../platform/catalogue'
import { testDatabase } from '../support/database'
import { fullPackage } from './full'
import { operator, takeIn } from './places'

const { text } = fullPackage({ id: '00000000-0000-7000-8000-000000000999', key: 'kaikki-alue', name: 'Alue' })
const onDatabase = <T>(work: (client: pg.Client) => Promise<T>): Promise<T> => withClient(testDatabase().ownerUrl, work)

/** How many rows each table has. */
async function rowCounts(client: pg.Client): Promise<string> {
  const names = [...(await readTables(client)).keys()]
  const { rows } = await client.query(
    names.map((name) => `SELECT '${name}' AS name, count(*) FROM "${name}"`).join(' UNION ALL '),
  )
  return JSON.stringify(rows)
}

beforeAll(() =>
  onDatabase((client) =>
    client.query(
      `CREATE FUNCTION planted_failure() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'planted'; END $$`,
    ),
  ),
)
afterAll(disconnect)

describe('an import that breaks off', { timeout: 300_000 }, () => {
  it('leaves nothing, at whichever table it happens', async () => {
    const before = await onDatabase(rowCounts)
    const tables = [...heads, ...parts].map(({ table }) => table)
    const taken: string[] = []
    for (const table of tables) {
      await onDatabase((client) =>
        client.query(
          `CREATE TRIGGER planted BEFORE INSERT ON "${table}" FOR EACH ROW EXECUTE FUNCTION planted_failure()`,
        ),
      )
      const broke = await importPackage(operator, { text }).then(
        () => false,
        (error: unknown) => /planted/.test(String(error)),
      )
      if (!broke) taken.push(table)
      expect(await onDatabase(rowCounts)).toBe(before)
      await onDatabase((client) => client.query(`DROP TRIGGER planted ON "${table}"`))
    }
    expect(taken).toEqual([])
    console.log(`broken off at ${tables.length} tables`)
    expect(tables.length).toBeGreaterThan(100)
    expect(await takeIn(text)).toMatchObject({ outcome: 'imported' })
    expect(await onDatabase(rowCounts)).not.toBe(before)
  })
})
