import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testDatabase } from '../support/database'

const owner = new pg.Client({ connectionString: testDatabase().ownerUrl })
const app = new pg.Client({ connectionString: testDatabase().appUrl })
beforeAll(() => Promise.all([owner.connect(), app.connect()]))
afterAll(() => Promise.all([owner.end(), app.end()]))

describe('the role that the application connects as', () => {
  it('has no power to step over the walls', async () => {
    const { rows } = await app.query(
      'SELECT rolsuper, rolbypassrls, rolcreaterole, rolcreatedb, rolreplication FROM pg_roles WHERE rolname = current_user',
    )
    expect(rows).toEqual([
      { rolsuper: false, rolbypassrls: false, rolcreaterole: false, rolcreatedb: false, rolreplication: false },
    ])
  })

  it('owns nothing and is a member of nothing', async () => {
    const owned = await app.query(
      "SELECT relname FROM pg_class WHERE relowner = (SELECT oid FROM pg_roles WHERE rolname = current_user) AND relnamespace = 'public'::regnamespace",
    )
    const functions = await app.query(
      'SELECT proname FROM pg_proc WHERE proowner = (SELECT oid FROM pg_roles WHERE rolname = current_user)',
    )
    const memberships = await app.query(
      'SELECT 1 FROM pg_auth_members WHERE member = (SELECT oid FROM pg_roles WHERE rolname = current_user)',
    )
    expect([owned.rows, functions.rows, memberships.rows]).toEqual([[], [], []])
  })

  it.each([
    ['switch row-level security off', 'ALTER TABLE "Risk" DISABLE ROW LEVEL SECURITY', /must be owner/],
    ['drop a policy', 'DROP POLICY organisation ON "Risk"', /must be owner/],
    ['drop a trigger', 'DROP TRIGGER append_only ON "Snapshot"', /must be owner/],
    ['silence triggers', "SET session_replication_role = 'replica'", /permission denied/],
    ['empty a table', 'TRUNCATE "Risk"', /permission denied/],
    ['make a table', 'CREATE TABLE sneaky (id int)', /permission denied/],
    ['become the owner', 'SET ROLE postgres', /permission denied|does not exist/],
    ['rewrite the history of migrations', 'UPDATE _prisma_migrations SET checksum = checksum', /permission denied/],
    ['read files of the server', "SELECT pg_read_file('postgresql.conf')", /permission denied/],
  ])('cannot %s', async (_, sql, message) => {
    await expect(app.query(sql)).rejects.toThrow(message)
  })

  it('is told no, instead of being shown everything, when it asks for row security to be off', async () => {
    await app.query('BEGIN')
    await app.query('SET LOCAL row_security = off')
    await expect(app.query('SELECT * FROM "Risk"')).rejects.toThrow(/would be affected by row-level security/)
    await app.query('ROLLBACK')
  })

  it('differs from the owner: what it may not do, the owner may (the refusals above are no accident)', async () => {
    await owner.query('BEGIN')
    await owner.query('ALTER TABLE "Risk" DISABLE ROW LEVEL SECURITY')
    await owner.query('DROP TRIGGER append_only ON "Snapshot"')
    await owner.query('TRUNCATE "Risk" CASCADE')
    await owner.query('ROLLBACK')
  })
})
