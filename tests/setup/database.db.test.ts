import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testDatabase } from '../support/database'

describe('the database of a test file', () => {
  const app = new pg.Client({ connectionString: process.env.DATABASE_APP_URL })
  beforeAll(() => app.connect())
  afterAll(() => app.end())

  it('holds the migrations', async () => {
    const { rows } = await app.query(
      'select count(*)::int as count from _prisma_migrations where finished_at is not null',
    )
    expect(rows[0].count).toBeGreaterThan(0)
  })

  it('is reached by a role that row-level security binds', async () => {
    const { rows } = await app.query(
      'select rolname, rolsuper, rolbypassrls, rolcreatedb, rolcreaterole from pg_roles where rolname = current_user',
    )
    expect(rows[0]).toEqual({
      rolname: 'etappi_app',
      rolsuper: false,
      rolbypassrls: false,
      rolcreatedb: false,
      rolcreaterole: false,
    })
  })

  it('does not let the application rewrite the history of migrations', async () => {
    await expect(app.query('delete from _prisma_migrations')).rejects.toThrow(/permission denied/)
  })

  it('sorts the Finnish way', async () => {
    const { rows } = await app.query(
      "select string_agg(name, ' ' order by name) as names from unnest(array['Östersund', 'Ähtäri', 'Zorro', 'Åbo', 'Aalto']) name",
    )
    expect(rows[0].names).toBe('Aalto Zorro Åbo Ähtäri Östersund')
  })

  it('is its own', () => {
    expect(new URL(process.env.DATABASE_APP_URL ?? '').pathname).toBe(`/${testDatabase().name}`)
  })
})
