// State of a database's migrations, read without the schema engine (it takes 0.3 s to load; most starts do not need it).
import pg from 'pg'
import { applyMigrations } from './engine.mts'
import { migrationFiles } from './migration-files.mts'

export type MigrationState = {
  applied: string[]
  missing: string[]
  failed: string[]
  edited: string[]
  unknown: string[]
}

/** Called with the owner's connection to the database. @throws when nothing is to be migrated */
export type BeforeMigrating = (ownerUrl: string) => Promise<void>

type Row = { migration_name: string; checksum: string; finished_at: Date | null; rolled_back_at: Date | null }

function clientOf(url: string): pg.Client {
  const client = new pg.Client({ connectionString: url })
  // A connection that breaks is met by the statement that waits for it; without a listener it would end the process.
  return client.on('error', () => {})
}

/** Compares prisma/migrations with the table _prisma_migrations of a database. */
export async function migrationState(root: string, url: string): Promise<MigrationState> {
  const client = clientOf(url)
  await client.connect()
  try {
    const { rows: found } = await client.query("select to_regclass('_prisma_migrations') is not null as there")
    const rows: Row[] = found[0]?.there
      ? (await client.query('select migration_name, checksum, finished_at, rolled_back_at from _prisma_migrations'))
          .rows
      : []
    const live = rows.filter((row) => !row.rolled_back_at)
    const done = new Map(live.filter((row) => row.finished_at).map((row) => [row.migration_name, row.checksum]))
    const files = migrationFiles(root)
    return {
      applied: files.filter((file) => done.has(file.name)).map((file) => file.name),
      missing: files.filter((file) => !done.has(file.name)).map((file) => file.name),
      failed: live.filter((row) => !row.finished_at).map((row) => row.migration_name),
      edited: files
        .filter((file) => done.has(file.name) && done.get(file.name) !== file.checksum)
        .map((file) => file.name),
      unknown: [...done.keys()].filter((name) => !files.some((file) => file.name === name)),
    }
  } finally {
    await client.end()
  }
}

/**
 * Brings a database up to date, or only as far as the migrations named in `only`. Throws with one sentence when its history
 * cannot be continued. `before` is called first where a database of an earlier release would be changed.
 */
export async function deployMigrations(
  root: string,
  url: string,
  only?: ReadonlySet<string>,
  before?: BeforeMigrating,
): Promise<string[]> {
  const state = await migrationState(root, url)
  const first = (names: string[]) => names.join(', ')
  if (state.unknown.length > 0) {
    throw new Error(`The database is newer than this copy of Etappi: it has the migrations ${first(state.unknown)}.`)
  }
  if (state.edited.length > 0)
    throw new Error(`Migrations were edited after they were applied: ${first(state.edited)}.`)
  if (state.failed.length > 0) await markRolledBack(url)
  const wanted = only ? state.missing.filter((name) => only.has(name)) : state.missing
  if (wanted.length > 0 && state.applied.length > 0) await before?.(url)
  return wanted.length > 0 ? applyMigrations(root, url, only) : []
}

/**
 * A migration runs as one transaction, in which its row is finished, so one that failed or was cut short by a kill has left
 * nothing but its row.
 * The row is marked as `prisma migrate resolve --rolled-back` marks it, and the migration is tried again.
 */
async function markRolledBack(url: string): Promise<void> {
  const client = clientOf(url)
  await client.connect()
  try {
    const open = 'finished_at is null and rolled_back_at is null'
    await client.query(`update _prisma_migrations set rolled_back_at = now() where ${open}`)
  } finally {
    await client.end()
  }
}
