// A database as lines of text, written and read without PostgreSQL's own programs: the first line tells what it is of, every
// further one is a row. Values stand as PostgreSQL writes them, so that nothing is rounded or turned on the way.
import fs from 'node:fs'
import { gunzipSync, gzipSync } from 'node:zlib'
import type pg from 'pg'
import { readTables } from '../catalogue.ts'

export type Values = readonly (string | null)[]
export type DumpedTable = { name: string; columns: readonly string[]; rows: readonly Values[] }
export type Dump = {
  /** Migrations applied when it was made, with the checksums of their files */
  migrations: readonly { name: string; checksum: string }[]
  /** What a reader must find again: who signs in, and what there is to read */
  look: Readonly<Record<string, string>>
  tables: readonly DumpedTable[]
}

const quoted = (name: string): string => `"${name}"`

/** The rows of some columns of a table, in PostgreSQL's own writing. */
export async function readRows(owner: pg.Client, table: string, columns: readonly string[]): Promise<Values[]> {
  const texts = columns.map((column) => `${quoted(column)}::text`)
  const { rows } = await owner.query<(string | null)[]>({
    text: `SELECT ${texts.join(', ')} FROM ${quoted(table)} ORDER BY ${texts.map((_, index) => index + 1).join(', ')}`,
    rowMode: 'array',
  })
  return rows
}

/** Settings that decide how values are written; the same for whoever writes and whoever compares. */
export async function writeAlike(owner: pg.Client): Promise<void> {
  await owner.query("SET timezone = 'UTC'; SET datestyle = 'ISO'; SET bytea_output = 'hex'; SET extra_float_digits = 1")
}

/** Every table of a database, as it stands at one moment. */
export async function takeDump(owner: pg.Client, look: Dump['look']): Promise<Dump> {
  await writeAlike(owner)
  await owner.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY')
  try {
    const { rows: migrations } = await owner.query<{ name: string; checksum: string }>(
      'SELECT migration_name AS name, checksum FROM _prisma_migrations WHERE finished_at IS NOT NULL ORDER BY 1',
    )
    const tables: DumpedTable[] = []
    for (const table of (await readTables(owner)).values()) {
      const columns = table.columns.filter((column) => !column.computed).map((column) => column.name)
      tables.push({ name: table.name, columns, rows: await readRows(owner, table.name, columns) })
    }
    return { migrations, look, tables }
  } finally {
    await owner.query('ROLLBACK')
  }
}

/** Puts the rows into empty tables. They were valid together, so they need not come in the order of their references. */
export async function loadDump(owner: pg.Client, dump: Dump): Promise<void> {
  await owner.query("SET session_replication_role = 'replica'")
  try {
    for (const { name, columns, rows } of dump.tables) {
      const places = columns.map((_, index) => `$${index + 1}`).join(', ')
      const text = `INSERT INTO ${quoted(name)} (${columns.map(quoted).join(', ')}) VALUES (${places})`
      for (const row of rows) await owner.query(text, [...row])
    }
  } finally {
    await owner.query("SET session_replication_role = 'origin'")
  }
}

export function writeDump(file: string, { tables, ...head }: Dump): void {
  const lines = [JSON.stringify({ ...head, tables: tables.map(({ name, columns }) => ({ name, columns })) })]
  tables.forEach(({ rows }, index) => {
    for (const row of rows) lines.push(JSON.stringify([index, ...row]))
  })
  fs.writeFileSync(file, gzipSync(`${lines.join('\n')}\n`, { level: 9 }))
}

export function readDump(file: string): Dump {
  const [first = '', ...lines] = gunzipSync(fs.readFileSync(file)).toString('utf8').trimEnd().split('\n')
  const head = JSON.parse(first) as Omit<Dump, 'tables'> & { tables: Omit<DumpedTable, 'rows'>[] }
  const rows = lines.map((line) => JSON.parse(line) as [number, ...Values])
  const tables = head.tables.map((table, index) => ({
    ...table,
    rows: rows.filter(([of]) => of === index).map(([_, ...values]) => values),
  }))
  return { ...head, tables }
}
