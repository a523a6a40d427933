// Brings a backup back into an empty place: all of it in one transaction, or nothing.
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import fs from 'node:fs'
import path from 'node:path'
import pg from 'pg'
import { from as copyFrom, to as copyTo } from 'pg-copy-streams'
import { migrationFiles } from '../database/migration-files.mts'
import { deployMigrations } from '../database/migrations.mts'
import { type About, type BackedUpTable, BackupError, copyOut, type Manifest, quoted, writeAlike } from './contents.mts'
import { readBackup } from './read.mts'
import { type Soundness, soundnessOf } from './soundness.mts'
import { requireEveryRow, tablesOf } from './tables.mts'

export type Restored = {
  takenAt: string
  tables: number
  rows: number
  files: number
  /** Migrations newer than the backup, applied after it */
  applied: string[]
  /** People who were signed in when the backup was taken, and are not any more */
  endedSessions: number
  /** What the brought back data say of themselves; null for a backup older than the chain of the audit log */
  soundness: Soundness | null
}

type Asked = {
  root: string
  ownerUrl: string
  file: string
  identity: string
  filesFolder: string
}

/**
 * The database may be missing its tables or have them empty. It gets the tables the backup was made of, then the rows, is
 * read back and compared sum by sum, and is brought up to date last.
 * Throws BackupError: NOT_EMPTY, RULES_HIDE_ROWS, NEWER, NOT_A_BACKUP, WRONG_KEY, DAMAGED.
 */
export async function restoreBackup({ root, ownerUrl, file, identity, filesFolder }: Asked): Promise<Restored> {
  const owner = new pg.Client({ connectionString: ownerUrl })
  owner.on('error', () => {}) // met by the statement that waits; without a listener it would end the process
  await owner.connect()
  const files: { id: string; bytes: Buffer }[] = []
  let loading: Loading | null = null
  try {
    await requireEveryRow(owner)
    await requireEmpty(owner)
    const { about, manifest } = await readBackup(file, identity, {
      about: async (about) => {
        await buildTables(root, ownerUrl, about)
        loading = await beginLoading(owner, about)
      },
      piece: (table, bytes) => load(loading, table, bytes),
      file: async (id, bytes) => {
        files.push({ id, bytes })
      },
    })
    await endLoading(owner, loading, manifest)
    await compareWhole(owner, about, manifest)
    const endedSessions = await endSessions(owner)
    const chained = about.tables.some(({ name }) => name === 'AuditLink')
    const soundness = chained ? await soundnessOf(owner) : null
    await noteRestoring(owner, about)
    writeFiles(filesFolder, files)
    await owner.query('COMMIT')
    const applied = await deployMigrations(root, ownerUrl)
    const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0)
    return {
      takenAt: about.takenAt,
      tables: manifest.tables.length,
      rows,
      files: files.length,
      applied,
      endedSessions,
      soundness,
    }
  } finally {
    await owner.end().catch(() => {}) // an open transaction is undone by that
  }
}

async function requireEmpty(owner: pg.Client): Promise<void> {
  const { rows } = await owner.query('SELECT to_regclass(\'"Organisation"\') IS NOT NULL AS there')
  if (!rows[0].there) return
  const { rows: first } = await owner.query('SELECT key FROM "Organisation" ORDER BY key LIMIT 1')
  if (first.length > 0) throw new BackupError('NOT_EMPTY', `the database holds ${first[0].key} already`)
}

/** The tables as they were: the backup's own migrations and no later one. */
async function buildTables(root: string, ownerUrl: string, about: About): Promise<void> {
  const known = new Map(migrationFiles(root).map((one) => [one.name, one.checksum]))
  const strange = about.migrations.find((one) => known.get(one.name) !== one.checksum)
  if (strange) throw new BackupError('NEWER', `it was made with the migration ${strange.name}`)
  const names = new Set(about.migrations.map((one) => one.name))
  await deployMigrations(root, ownerUrl, names)
}

type Key = { table: string; name: string; definition: string }
/** The rows of a table on their way. `broken` fails when they can come no further, also between two pieces. */
type Coming = { table: string; stream: pg.Query & NodeJS.WritableStream; broken: Promise<never> }
type Loading = {
  tables: Map<string, BackedUpTable>
  keys: Key[]
  open: Coming | null
  owner: pg.Client
}

/**
 * References and triggers are taken off for the length of the transaction, since rows come table by table; putting the
 * references back checks every one of them.
 */
async function beginLoading(owner: pg.Client, about: About): Promise<Loading> {
  await owner.query('BEGIN')
  await owner.query(`SET LOCAL row_security = off; ${writeAlike}`)
  const { rows: later } = await owner.query(
    'SELECT count(*)::int AS count FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL',
  )
  if (later[0].count !== about.migrations.length) {
    throw new BackupError('NOT_EMPTY', 'the database has newer tables than the backup; restore into a new one')
  }
  await compareTables(owner, about)
  const { rows: keys } = await owner.query<Key>(`
    SELECT conrelid::regclass::text AS table, conname AS name, pg_get_constraintdef(oid) AS definition
      FROM pg_constraint WHERE contype = 'f' AND connamespace = 'public'::regnamespace ORDER BY 1, 2`)
  for (const { table, name } of keys) await owner.query(`ALTER TABLE ${table} DROP CONSTRAINT ${quoted(name)}`)
  for (const { name } of about.tables) await owner.query(`ALTER TABLE ${quoted(name)} DISABLE TRIGGER USER`)
  // migrations may have put rows of their own there
  await owner.query(`TRUNCATE ${about.tables.map((table) => quoted(table.name)).join(', ')}`)
  return { tables: new Map(about.tables.map((table) => [table.name, table])), keys, open: null, owner }
}

async function compareTables(owner: pg.Client, about: About): Promise<void> {
  const here = new Map((await tablesOf(owner)).map((table) => [table.name, JSON.stringify(table)]))
  const other = about.tables.find((table) => here.get(table.name) !== JSON.stringify(table))
  if (other || here.size !== about.tables.length) {
    throw new BackupError(
      'DAMAGED',
      `the tables are not those of the backup (${other?.name ?? 'one more than it has'})`,
    )
  }
}

async function load(loading: Loading | null, table: string, bytes: Buffer): Promise<void> {
  const columns = loading?.tables.get(table)?.columns
  if (!loading || !columns) throw new BackupError('DAMAGED', `table ${table} is not in the list of contents`)
  if (loading.open?.table !== table) {
    await finish(loading)
    const text = `COPY ${quoted(table)} (${columns.map(quoted).join(', ')}) FROM STDIN`
    loading.open = coming(table, loading.owner.query(copyFrom(text)))
  }
  const { stream, broken } = loading.open
  if (!stream.write(bytes)) await Promise.race([once(stream, 'drain'), broken])
}

/** A connection that breaks says so once, to whoever listens then; the stream goes on taking pieces and never ends. */
function coming(table: string, stream: Coming['stream']): Coming {
  const broken = new Promise<never>((_, reject) => stream.on('error', reject))
  broken.catch(() => {}) // met by whoever waits for the stream next
  return { table, stream, broken }
}

async function finish(loading: Loading): Promise<void> {
  const open = loading.open
  loading.open = null
  if (!open) return
  open.stream.end()
  await Promise.race([once(open.stream, 'finish'), open.broken])
}

async function endLoading(owner: pg.Client, loading: Loading | null, manifest: Manifest): Promise<void> {
  if (!loading) throw new BackupError('DAMAGED', 'it ends before its tables')
  await finish(loading)
  for (const { name, value, called } of manifest.sequences) {
    await owner.query('SELECT setval($1::regclass, $2::bigint, $3)', [quoted(name), value, called])
  }
  for (const { table, name, definition } of loading.keys) {
    await owner.query(`ALTER TABLE ${table} ADD CONSTRAINT ${quoted(name)} ${definition}`)
  }
  for (const name of loading.tables.keys()) await owner.query(`ALTER TABLE ${quoted(name)} ENABLE TRIGGER USER`)
}

/** Reads every table back and compares it with what was written into the backup. */
async function compareWhole(owner: pg.Client, about: About, manifest: Manifest): Promise<void> {
  const told = new Map(manifest.tables.map((table) => [table.name, table]))
  for (const table of about.tables) {
    const stream = owner.query(copyTo(copyOut(table)))
    const sum = createHash('sha256')
    for await (const chunk of stream) sum.update(chunk as Buffer)
    const then = told.get(table.name)
    if (then?.rows !== stream.rowCount || then.sha256 !== sum.digest('hex')) {
      throw new BackupError('DAMAGED', `table ${table.name} came back different`)
    }
  }
}

/** Somebody who signed out after the backup was taken must not be signed in again by it. */
async function endSessions(owner: pg.Client): Promise<number> {
  const { rowCount } = await owner.query(
    'UPDATE "LoginSession" SET "revokedAt" = now() WHERE "revokedAt" IS NULL AND "expiresAt" > now()',
  )
  return rowCount ?? 0
}

/** Each county's log says that its data were brought back, and of which moment they are. */
async function noteRestoring(owner: pg.Client, about: About): Promise<void> {
  await owner.query(
    `INSERT INTO "AuditEvent" (id, "organisationId", "actorKind", action, "right", "subjectType", source, data)
     SELECT gen_random_uuid(), id, 'operator', 'installation.restored', 'system', 'Organisation', 'command', $1::jsonb
       FROM "Organisation"`,
    [JSON.stringify({ takenAt: about.takenAt, version: about.version })],
  )
}

function writeFiles(folder: string, files: readonly { id: string; bytes: Buffer }[]): void {
  if (files.length > 0) fs.mkdirSync(folder, { recursive: true })
  for (const { id, bytes } of files) fs.writeFileSync(path.join(folder, id), bytes, { flush: true })
}
