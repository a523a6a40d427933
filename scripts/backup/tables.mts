// The tables of a database as a backup sees them.
import type pg from 'pg'
import { type BackedUpTable, BackupError, type Manifest, quoted } from './contents.mts'

/**
 * Every table but the history of migrations (brought back by the migrations themselves) and unlogged ones (counters that a
 * crash may lose). Computed columns are computed again.
 */
export async function tablesOf(owner: pg.Client): Promise<BackedUpTable[]> {
  const { rows } = await owner.query<BackedUpTable>(`
    SELECT c.relname AS name,
           (SELECT array_agg(a.attname::text ORDER BY a.attnum) FROM pg_attribute a
             WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = '') AS columns,
           coalesce((SELECT array_agg(a.attname::text ORDER BY array_position(k.conkey, a.attnum)) FROM pg_constraint k
             JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = ANY (k.conkey)
            WHERE k.conrelid = c.oid AND k.contype = 'p'), '{}') AS key
      FROM pg_class c
     WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND c.relpersistence = 'p'
       AND c.relname <> '_prisma_migrations'
     ORDER BY c.relname`)
  return rows.map((table) => (table.key.length > 0 ? table : { ...table, key: table.columns }))
}

export async function sequencesOf(owner: pg.Client): Promise<Manifest['sequences']> {
  const { rows } = await owner.query<{ name: string }>(
    "SELECT relname AS name FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'S' ORDER BY 1",
  )
  const found: Manifest['sequences'] = []
  for (const { name } of rows) {
    const { rows: state } = await owner.query(
      `SELECT last_value::text AS value, is_called AS called FROM ${quoted(name)}`,
    )
    found.push({ name, ...state[0] })
  }
  return found
}

/** Throws RULES_HIDE_ROWS unless the role sees every row: a backup that lacks some is worse than none. */
export async function requireEveryRow(owner: pg.Client): Promise<void> {
  const { rows } = await owner.query(
    'SELECT rolname AS name, rolsuper OR rolbypassrls AS sees FROM pg_roles WHERE rolname = current_user',
  )
  if (!rows[0].sees) {
    throw new BackupError(
      'RULES_HIDE_ROWS',
      `Row-level security binds the role ${rows[0].name}. Give it BYPASSRLS, or make the backup as another role.`,
    )
  }
}
