// Looking behind the application: as the owner of the tables, past row-level security and append-only triggers.
import pg from 'pg'
import { afterAll } from 'vitest'
import { testDatabase } from '../support/database'

let client: Promise<pg.Client> | null = null

async function connected(): Promise<pg.Client> {
  const made = new pg.Client({ connectionString: testDatabase().ownerUrl })
  await made.connect()
  return made
}

export async function sql<T extends pg.QueryResultRow>(text: string, values: unknown[] = []): Promise<T[]> {
  client ??= connected()
  return (await (await client).query<T>(text, values)).rows
}

/** Empties the given tables and everything that hangs on them, also those that only grow. */
export async function empty(...tables: string[]): Promise<void> {
  await sql("SET session_replication_role = 'replica'")
  await sql(`TRUNCATE ${tables.map((name) => `"${name}"`).join(', ')} CASCADE`)
  await sql("SET session_replication_role = 'origin'")
}

/** Audit rows, oldest first, as "action result right". */
export async function auditTrail(organisationId: string): Promise<string[]> {
  const rows = await sql<{ line: string }>(
    `SELECT action || ' ' || result || ' ' || "right" AS line FROM "AuditEvent" WHERE "organisationId" = $1 ORDER BY at, id`,
    [organisationId],
  )
  return rows.map((row) => row.line)
}

afterAll(async () => {
  await (await client)?.end()
  client = null
})
