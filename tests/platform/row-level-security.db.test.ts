import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testDatabase } from '../support/database'
import { readTables, type Table, tenantKeys } from './catalogue'
import { type County, genericRow, insertRow, seedCounty } from './generic-rows'
import { wallFaults } from './walls'

const owner = new pg.Client({ connectionString: testDatabase().ownerUrl })
const app = new pg.Client({ connectionString: testDatabase().appUrl })
let tables: Map<string, Table>
let tenantTables: Table[]
let own: County
let other: County
let national: County

beforeAll(async () => {
  await Promise.all([owner.connect(), app.connect()])
  tables = await readTables(owner)
  tenantTables = [...tables.values()].filter((table) => table.ownedByTenant)
  own = await seedCounty(owner, tables)
  other = await seedCounty(owner, tables)
  national = await seedCounty(owner, new Map([...tables].filter(([name]) => name === 'User')))
})
afterAll(() => Promise.all([owner.end(), app.end()]))

type Scope = { organisation?: string; user?: string; scope?: 'county' | 'national' | 'system' }

/** Runs `work` as the application in a transaction with these settings, and takes it back. */
async function as<T>({ organisation = '', user = '', scope = 'county' }: Scope, work: () => Promise<T>): Promise<T> {
  await app.query('BEGIN')
  try {
    await app.query(
      "SELECT set_config('etappi.organisation', $1, true), set_config('etappi.user', $2, true), set_config('etappi.scope', $3, true)",
      [organisation, user, scope],
    )
    return await work()
  } finally {
    await app.query('ROLLBACK')
  }
}

async function count(sql: string, values: unknown[] = []): Promise<number> {
  const { rows } = await app.query<{ count: string }>(`SELECT count(*) AS count FROM ${sql}`, values)
  return Number(rows[0]?.count)
}

/** The refusal of one statement, or null when it went through; the transaction goes on. */
async function refusal(statement: () => Promise<unknown>): Promise<string | null> {
  await app.query('SAVEPOINT attempt')
  try {
    await statement()
    return null
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  } finally {
    await app.query('ROLLBACK TO SAVEPOINT attempt')
  }
}

/** table → finding, for the tables in which something was found. */
async function inEach(work: (table: Table) => Promise<string | null>): Promise<Record<string, string>> {
  const found: Record<string, string> = {}
  for (const table of tenantTables) {
    const finding = await work(table)
    if (finding !== null) found[table.name] = finding
  }
  return found
}

/** Tables that the application may only read, its own county's rows too. */
const readOnly = ['AuditLink']
const beyondTheWall = /row-level security|points outside its organisation|permission denied for table AuditLink/

describe('the walls as the database describes them', () => {
  it('stand around every table', async () => {
    const { faults, ...looked } = await wallFaults(owner)
    console.log('walls looked at:', looked)
    expect(faults).toEqual([])
    expect(looked.tables).toBeGreaterThanOrEqual(80)
    expect(looked.tenantTables).toBeGreaterThanOrEqual(70)
    expect(looked.keys).toBeGreaterThanOrEqual(100)
  })

  const plain =
    'CREATE TABLE "Planted" (id uuid PRIMARY KEY, "organisationId" uuid NOT NULL REFERENCES "Organisation", "projectId" uuid NOT NULL REFERENCES "Project");'
  it.each([
    ['a table without any wall', plain, /Planted: row-level security is off/],
    [
      'a table without a policy',
      `${plain} ALTER TABLE "Planted" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;`,
      /Planted: no policy/,
    ],
    [
      'a table whose owner is not bound',
      `${plain} SELECT etappi_protect('Planted'); ALTER TABLE "Planted" NO FORCE ROW LEVEL SECURITY;`,
      /bind the owner/,
    ],
    [
      'a policy that lets everything through',
      `CREATE POLICY planted ON "Risk" USING (true);`,
      /Risk: policy "planted" opens it further/,
    ],
    [
      'a policy without a check',
      `ALTER POLICY organisation ON "Risk" WITH CHECK (true);`,
      /Risk: no policy "organisation"/,
    ],
    [
      'a reading policy that writes',
      `DROP POLICY national_reads ON "Snapshot"; CREATE POLICY national_reads ON "Snapshot" USING (true);`,
      /more than reading/,
    ],
    [
      'a key without a guard',
      `${plain} SELECT etappi_protect('Planted'); DROP TRIGGER same_organisation ON "Planted";`,
      /Planted.projectId: may point/,
    ],
    ['a switched-off guard', `ALTER TABLE "Risk" DISABLE TRIGGER same_organisation;`, /Risk.projectId: may point/],
    [
      'a table outside any organisation',
      'CREATE TABLE "Planted" ("organisationId" uuid NOT NULL);',
      /Planted: nothing says/,
    ],
  ])('would be missed if %s were: it is reported', async (_, sql, finding) => {
    await owner.query('BEGIN')
    await owner.query(sql)
    const { faults } = await wallFaults(owner)
    await owner.query('ROLLBACK')
    expect(faults.join('\n')).toMatch(finding)
  })
})

describe('the application as one county, with no where clause', () => {
  const asOwn = <T>(work: () => Promise<T>) => as({ organisation: own.organisationId, user: own.ids.get('User') }, work)

  it('sees its own rows and no other in every table', async () => {
    const seen = await asOwn(() =>
      inEach(async ({ name }) => {
        const mine = await count(`"${name}" WHERE "organisationId" = $1`, [own.organisationId])
        const all = await count(`"${name}"`)
        return mine > 0 && all === mine ? null : `${mine} of ${all} rows are its own`
      }),
    )
    expect(seen).toEqual({})
  })

  it('changes and deletes nothing of another county', async () => {
    const touched = await asOwn(() =>
      inEach(async ({ name }) => {
        if (readOnly.includes(name)) return null
        const where = `WHERE "organisationId" = '${other.organisationId}'`
        const changed = await app.query(`UPDATE "${name}" SET "organisationId" = "organisationId" ${where}`)
        const deleted = await app.query(`DELETE FROM "${name}" ${where}`)
        return changed.rowCount === 0 && deleted.rowCount === 0
          ? null
          : `${changed.rowCount} changed, ${deleted.rowCount} deleted`
      }),
    )
    expect(touched).toEqual({})
    const { rows } = await owner.query('SELECT count(*)::int AS count FROM "Risk" WHERE "organisationId" = $1', [
      other.organisationId,
    ])
    expect(rows[0].count).toBe(1)
  })

  it('puts no row into another county, and its own rows go in', async () => {
    const wrong = await asOwn(() =>
      inEach(async (table) => {
        const foreign = await refusal(() => insertRow(app, table.name, genericRow(table, other)))
        return foreign && beyondTheWall.test(foreign) ? null : `insert: ${foreign ?? 'went through'}`
      }),
    )
    expect(wrong).toEqual({})
    // Positive control: the same generic row, of one's own county, is taken wherever no unique key stands in the way.
    const taken = await asOwn(() =>
      inEach(async (table) =>
        (await refusal(() => insertRow(app, table.name, genericRow(table, own)))) ? null : 'taken',
      ),
    )
    expect(Object.keys(taken).length).toBeGreaterThanOrEqual(60)
  })

  it('writes nothing at all where it may only read', async () => {
    for (const table of readOnly) {
      for (const sql of [
        `UPDATE "${table}" SET hash = hash`,
        `DELETE FROM "${table}"`,
        `INSERT INTO "${table}" DEFAULT VALUES`,
      ]) {
        expect(await asOwn(() => refusal(() => app.query(sql))), sql).toMatch(/permission denied/)
      }
    }
  })

  it('moves none of its rows to another county', async () => {
    const moved = await asOwn(() =>
      inEach(async ({ name }) => {
        const sql = `UPDATE "${name}" SET "organisationId" = $1 WHERE "organisationId" = $2`
        return (await refusal(() => app.query(sql, [other.organisationId, own.organisationId]))) ? null : 'moved'
      }),
    )
    expect(moved).toEqual({})
  })

  it('points none of its rows at a row of another county', async () => {
    let looked = 0
    const pointed = await asOwn(() =>
      inEach(async (table) => {
        for (const key of tenantKeys(table, tables)) {
          looked += 1
          const row = { ...genericRow(table, own), [key.column]: other.ids.get(key.table) }
          const why = await refusal(() => insertRow(app, table.name, row))
          if (!why || !beyondTheWall.test(why)) return `${key.column}: ${why ?? 'went through'}`
        }
        return null
      }),
    )
    expect(pointed).toEqual({})
    expect(looked).toBeGreaterThanOrEqual(100)
  })

  it('sees only its own organisation, sessions and invitations', async () => {
    await asOwn(async () => {
      expect(await count('"Organisation"')).toBe(1)
      expect(await count('"LoginSession"')).toBe(1)
      expect(await count('"Invitation"')).toBe(1)
      expect(await refusal(() => app.query(`UPDATE "Organisation" SET name = 'x'`))).toMatch(
        /only the looks of a county/,
      )
      expect((await app.query(`UPDATE "Organisation" SET "brandColour" = '#00357a'`)).rowCount).toBe(1)
      expect(
        await refusal(() =>
          app.query('UPDATE "Organisation" SET "logoFileId" = $1, "logoAlt" = \'x\'', [other.ids.get('StoredFile')]),
        ),
      ).toMatch(/points outside its organisation/)
      expect(
        (await app.query(`DELETE FROM "LoginSession" WHERE "userId" = $1`, [other.ids.get('User')])).rowCount,
      ).toBe(0)
      expect(
        await refusal(() =>
          app.query(`INSERT INTO "Organisation" (id, key, name) VALUES (gen_random_uuid(), 'x', 'x')`),
        ),
      ).toMatch(beyondTheWall)
    })
  })

  it('reads programme data and writes none of it', async () => {
    const shared = [...tables.values()].filter((t) => /^(Programme|ReportTemplate)/.test(t.name)).map((t) => t.name)
    expect(shared.length).toBe(5)
    await asOwn(async () => {
      for (const name of shared) {
        expect(await count(`"${name}"`)).toBe(2)
        expect((await app.query(`DELETE FROM "${name}"`)).rowCount).toBe(0)
        const table = tables.get(name)
        if (table) expect(await refusal(() => insertRow(app, name, genericRow(table, own)))).toMatch(beyondTheWall)
      }
    })
  })
})

describe('the application without a county', () => {
  it('sees no row of any tenant when nothing is set', async () => {
    const seen = await as({}, () => inEach(async ({ name }) => ((await count(`"${name}"`)) === 0 ? null : 'rows seen')))
    expect(seen).toEqual({})
    expect(await as({}, () => count('"Organisation"'))).toBe(0)
    expect(await as({}, () => count('"LoginSession"'))).toBe(0)
    expect(await as({}, () => count('"Invitation"'))).toBe(0)
  })

  it('forgets the county when the transaction ends', async () => {
    expect(await as({ organisation: own.organisationId }, () => count('"Risk"'))).toBe(1)
    expect(await count('"Risk"')).toBe(0)
  })

  it('sees a person’s own roles and nothing else when only the person is known', async () => {
    const user = { user: own.ids.get('User') }
    expect(await as(user, () => count('"Membership"'))).toBe(1)
    expect(await as(user, () => count('"Project"'))).toBe(0)
    expect(await as(user, async () => (await app.query('DELETE FROM "Membership"')).rowCount)).toBe(0)
  })

  it('refuses a scope that is no scope: an unknown word opens nothing', async () => {
    const odd = { organisation: '', scope: 'System' as 'system' }
    expect(await as(odd, () => count('"Risk"'))).toBe(0)
  })
})

describe('the national role', () => {
  const asNational = <T>(work: () => Promise<T>) =>
    as({ organisation: national.organisationId, scope: 'national' }, work)

  it('reads the snapshots and names of all counties and nothing else of theirs', async () => {
    const seen = await asNational(() =>
      inEach(async ({ name }) => {
        const theirs = await count(`"${name}" WHERE "organisationId" <> $1`, [national.organisationId])
        return theirs === 0 ? null : `${theirs} rows`
      }),
    )
    expect(seen).toEqual({ Snapshot: '2 rows', SnapshotFigures: '2 rows' })
    expect(await asNational(() => count('"Organisation"'))).toBe(3)
  })

  it('writes no snapshot', async () => {
    const snapshot = tables.get('Snapshot')
    if (!snapshot) throw new Error('no table Snapshot')
    await asNational(async () => {
      expect(await refusal(() => insertRow(app, 'Snapshot', genericRow(snapshot, own)))).toMatch(beyondTheWall)
      expect((await app.query('DELETE FROM "Snapshot"')).rowCount).toBe(0)
      expect((await app.query('UPDATE "Snapshot" SET note = note')).rowCount).toBe(0)
      expect((await app.query(`UPDATE "Organisation" SET name = 'x'`)).rowCount).toBe(0)
    })
  })
})
