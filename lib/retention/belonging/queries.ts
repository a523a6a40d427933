import 'server-only'
import type { Viewer } from '@/lib/access/model'
import type { Tx } from '@/lib/platform/db'
import { type Belonging, belongingTo, type Key } from '@/lib/retention/belonging/model'

/** Rows of one table that belong to a project: `where` and its value say which, `ids` are empty in tables without ids. */
export type Rows = { table: string; where: string; values: string[][]; count: number; ids: string[]; fileIds: string[] }

/** Every reference between tables of the database, as the database itself describes them. */
export function readKeys(_viewer: Viewer, tx: Tx): Promise<Key[]> {
  return tx.$queryRaw<Key[]>`
    SELECT c.relname::text AS table, a.attname::text AS column, p.relname::text AS parent, a.attnotnull AS required,
           k.confdeltype = 'c' AS cascades
      FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid JOIN pg_class p ON p.oid = k.confrelid
      JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = k.conkey[1]
     WHERE k.contype = 'f' AND array_length(k.conkey, 1) = 1 AND c.relnamespace = 'public'::regnamespace
     ORDER BY 1, 2`
}

async function tablesWithId(tx: Tx): Promise<Set<string>> {
  const rows = await tx.$queryRaw<{ name: string }[]>`
    SELECT c.relname::text AS name FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'id'
     WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p')`
  return new Set(rows.map(({ name }) => name))
}

/** Everything that belongs to a project, table by table, parents first. The caller has checked the right. */
export async function readBelonging(viewer: Viewer, tx: Tx, projectId: string): Promise<Map<string, Rows>> {
  const tables = belongingTo('Project', await readKeys(viewer, tx))
  const withId = await tablesWithId(tx)
  const found = new Map<string, Rows>()
  for (const table of tables) {
    const rows = whichRows(table, found, projectId)
    const ids = withId.has(table.table) ? await texts(tx, rows, 't.id') : []
    const fileIds: string[] = []
    for (const column of table.files) fileIds.push(...(await texts(tx, rows, `t."${column}"`)))
    const count = withId.has(table.table) ? ids.length : await countOf(tx, rows)
    found.set(table.table, { ...rows, count, ids, fileIds })
  }
  return found
}

type Which = Pick<Rows, 'table' | 'where' | 'values'>

function whichRows({ table, owners }: Belonging, found: ReadonlyMap<string, Rows>, projectId: string): Which {
  if (owners.length === 0) return { table, where: 't.id = ANY($1::uuid[])', values: [[projectId]] }
  const where = owners.map(({ column }, index) => `t."${column}" = ANY($${index + 1}::uuid[])`).join(' OR ')
  return { table, where: `(${where})`, values: owners.map(({ parent }) => found.get(parent)?.ids ?? []) }
}

async function texts(tx: Tx, { table, where, values }: Which, column: string): Promise<string[]> {
  const rows = await tx.$queryRawUnsafe<{ value: string }[]>(
    `SELECT ${column}::text AS value FROM "${table}" t WHERE ${where} AND ${column} IS NOT NULL`,
    ...values,
  )
  return rows.map(({ value }) => value)
}

async function countOf(tx: Tx, { table, where, values }: Which): Promise<number> {
  const [row] = await tx.$queryRawUnsafe<{ count: bigint }[]>(
    `SELECT count(*) AS count FROM "${table}" t WHERE ${where}`,
    ...values,
  )
  return Number(row?.count ?? 0)
}

/** Of the given files those that nothing names any more, wherever it might be. */
export async function unnamedFiles(viewer: Viewer, tx: Tx, fileIds: readonly string[]): Promise<string[]> {
  const naming = (await readKeys(viewer, tx)).filter(({ parent }) => parent === 'StoredFile')
  const free = naming.map(({ table, column }) => `NOT EXISTS (SELECT 1 FROM "${table}" n WHERE n."${column}" = f.id)`)
  const rows = await tx.$queryRawUnsafe<{ id: string }[]>(
    `SELECT f.id::text AS id FROM "StoredFile" f WHERE f.id = ANY($1::uuid[]) AND ${free.join(' AND ')}`,
    [...new Set(fileIds)],
  )
  return rows.map(({ id }) => id)
}

/** Mails that told of nothing but this project. One that told of another project, too, stays until mails are due. */
export async function mailsOf(_viewer: Viewer, tx: Tx, projectId: string): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT m.id::text AS id FROM "Mail" m
     WHERE EXISTS (SELECT 1 FROM "Notification" n WHERE n."mailId" = m.id AND n."projectId" = ${projectId}::uuid)
       AND NOT EXISTS (SELECT 1 FROM "Notification" n WHERE n."mailId" = m.id AND n."projectId" <> ${projectId}::uuid)`
  return rows.map(({ id }) => id)
}
