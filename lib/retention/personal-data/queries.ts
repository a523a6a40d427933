import 'server-only'
import type { Viewer } from '@/lib/access/model'
import type { Tx } from '@/lib/platform/db'
import { readKeys } from '@/lib/retention/belonging/queries'
import { furtherReferences, type Held, isWithheld } from '@/lib/retention/personal-data/model'

/**
 * Every reference to a person: asked of the database itself, so that a new one cannot be forgotten. Rows stand once, by the
 * first reference that leads to them in the order of their names.
 */
export async function personReferences(viewer: Viewer, tx: Tx): Promise<{ table: string; column: string }[]> {
  const keys = (await readKeys(viewer, tx)).filter(({ parent }) => parent === 'User')
  return [...furtherReferences, ...keys.map(({ table, column }) => ({ table, column }))]
}

type Column = { table: string; name: string; type: string }

/** All that the viewer's county holds of a person, with `withheld` in the place of secrets. The caller has checked the right. */
export async function readPersonalData(viewer: Viewer, tx: Tx, userId: string, withheld: string): Promise<Held[]> {
  const columns = await tx.$queryRaw<Column[]>`
    SELECT c.relname::text AS table, a.attname::text AS name, t.typname::text AS type
      FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
      JOIN pg_type t ON t.oid = a.atttypid
     WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p')`
  const held: Held[] = []
  for (const { table, column } of await personReferences(viewer, tx)) {
    const hidden = columns.filter((one) => one.table === table && isWithheld(table, one)).map(({ name }) => name)
    // What is hidden never leaves the database, so that it cannot slip out on the way.
    const rows = await tx.$queryRawUnsafe<{ row: Record<string, unknown>; told: string[] }[]>(
      `SELECT to_jsonb(t) - $2::text[] AS row,
              ARRAY(SELECT key FROM jsonb_each(to_jsonb(t)) WHERE key = ANY($2::text[]) AND value <> 'null'::jsonb) AS told
         FROM "${table}" t WHERE t."${column}" = $1::uuid ORDER BY 1`,
      userId,
      hidden,
    )
    if (rows.length === 0) continue
    const shown = rows.map(({ row, told }) => ({ ...row, ...Object.fromEntries(told.map((name) => [name, withheld])) }))
    held.push({ table, column, rows: shown })
  }
  return held
}
