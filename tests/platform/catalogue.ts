// The tables as the database itself describes them: no list to forget a new table in.
import type pg from 'pg'

/** `computed`: the database makes the value itself, and takes none. */
export type Column = {
  name: string
  type: string
  required: boolean
  isArray: boolean
  firstOfEnum: string | null
  computed: boolean
}
export type ForeignKey = { column: string; table: string; required: boolean }
export type Table = { name: string; columns: Column[]; foreignKeys: ForeignKey[]; ownedByTenant: boolean }

/** Tables of the product, by name. `ownedByTenant`: its rows carry a required organisationId. */
export async function readTables(owner: pg.Client): Promise<Map<string, Table>> {
  const { rows: columns } = await owner.query<Column & { table: string }>(`
    SELECT c.relname AS table, a.attname AS name, coalesce(e.typname, t.typname) AS type,
           a.attnotnull AND NOT a.atthasdef AS required, a.attgenerated <> '' AS computed, t.typcategory = 'A' AS "isArray",
           (SELECT enumlabel FROM pg_enum WHERE enumtypid = a.atttypid ORDER BY enumsortorder LIMIT 1) AS "firstOfEnum"
      FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
      JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
      JOIN pg_type t ON t.oid = a.atttypid LEFT JOIN pg_type e ON e.oid = t.typelem AND t.typcategory = 'A'
     WHERE n.nspname = 'public' AND c.relkind IN ('r', 'p') AND c.relname <> '_prisma_migrations'
     ORDER BY c.relname, a.attnum`)
  const { rows: keys } = await owner.query<ForeignKey & { from: string }>(`
    SELECT c.relname AS from, a.attname AS column, p.relname AS table, a.attnotnull AS required
      FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid JOIN pg_class p ON p.oid = k.confrelid
      JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = ANY (k.conkey)
     WHERE k.contype = 'f' AND c.relnamespace = 'public'::regnamespace ORDER BY 1, 2`)
  const tables = new Map<string, Table>()
  for (const { table, ...column } of columns) {
    const known = tables.get(table) ?? { name: table, columns: [], foreignKeys: [], ownedByTenant: false }
    known.columns.push(column)
    known.ownedByTenant ||= column.name === 'organisationId' && column.required
    tables.set(table, known)
  }
  for (const { from, ...key } of keys) tables.get(from)?.foreignKeys.push(key)
  return tables
}

/** Foreign keys that lead from a tenant's row to another row of a tenant. */
export function tenantKeys(table: Table, tables: Map<string, Table>): ForeignKey[] {
  return table.foreignKeys.filter((key) => tables.get(key.table)?.ownedByTenant)
}
