// Takes a backup: every row as it stood at one moment, while people go on working.
import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import type pg from 'pg'
import { to as copyTo } from 'pg-copy-streams'
import { version } from '../../lib/platform/version.ts'
import { withClient } from '../database/open.mts'
import {
  type About,
  type BackedUpTable,
  BackupError,
  backupFormat,
  copyOut,
  type Manifest,
  pieceBytes,
  writeAlike,
} from './contents.mts'
import { type Put, writeSealed } from './sealed-archive.mts'
import { requireEveryRow, sequencesOf, tablesOf } from './tables.mts'

export type Taken = {
  file: string
  bytes: number
  sha256: string
  tables: number
  rows: number
  files: number
  takenAt: string
}

type Asked = {
  ownerUrl: string
  file: string
  /** Public keys (age1…); whoever holds one of their private keys can read the backup */
  recipients: readonly string[]
  /** Where uploaded files lie when they are not kept in the database */
  filesFolder: string
}

/**
 * Writes one file. All tables are read in one transaction, so they agree with one another.
 * Throws BackupError: NO_RECIPIENT, BAD_RECIPIENT, RULES_HIDE_ROWS, DAMAGED (a file on disk is not what its row says).
 */
export async function takeBackup({ ownerUrl, file, recipients, filesFolder }: Asked): Promise<Taken> {
  if (recipients.length === 0) throw new BackupError('NO_RECIPIENT', 'no public key')
  return withClient(ownerUrl, async (owner) => {
    await requireEveryRow(owner)
    await owner.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY')
    await owner.query(`SET LOCAL row_security = off; ${writeAlike}`)
    const about = await aboutDatabase(owner)
    const manifest: Manifest = { tables: [], sequences: [], files: [] }
    const written = await writeSealed(file, recipients, async (put) => {
      await put('about.json', json(about))
      for (const table of about.tables) manifest.tables.push(await putTable(owner, table, put))
      manifest.sequences = await sequencesOf(owner)
      manifest.files = await putFiles(owner, filesFolder, put)
      await put('manifest.json', json(manifest))
    })
    await owner.query('COMMIT')
    const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0)
    return { file, ...written, tables: about.tables.length, rows, files: manifest.files.length, takenAt: about.takenAt }
  })
}

const json = (content: unknown): Buffer => Buffer.from(`${JSON.stringify(content, null, 1)}\n`)

async function aboutDatabase(owner: pg.Client): Promise<About> {
  // the first question of the transaction: from here on it sees this moment
  const { rows: migrations } = await owner.query<{ name: string; checksum: string }>(
    'SELECT migration_name AS name, checksum FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL ORDER BY 1',
  )
  const { rows } = await owner.query("SELECT now() AS at, current_setting('server_version') AS postgres")
  return {
    product: 'etappi',
    kind: 'backup',
    format: backupFormat,
    version,
    takenAt: (rows[0].at as Date).toISOString(),
    postgres: rows[0].postgres,
    migrations,
    tables: await tablesOf(owner),
  }
}

/** A table in pieces of a few megabytes, so that its size never matters to memory. */
async function putTable(owner: pg.Client, table: BackedUpTable, put: Put): Promise<Manifest['tables'][number]> {
  const stream = owner.query(copyTo(copyOut(table)))
  const sum = createHash('sha256')
  let waiting: Buffer[] = []
  let size = 0
  let piece = 0
  const flush = async () => {
    if (size === 0) return
    piece += 1
    const bytes = Buffer.concat(waiting)
    waiting = []
    size = 0
    await put(`tables/${table.name}/${String(piece).padStart(6, '0')}`, bytes)
  }
  for await (const chunk of stream) {
    sum.update(chunk as Buffer)
    waiting.push(chunk as Buffer)
    size += (chunk as Buffer).length
    if (size >= pieceBytes) await flush()
  }
  await flush()
  return { name: table.name, rows: stream.rowCount, sha256: sum.digest('hex') }
}

/** Uploaded files that lie on disk. One that is gone or altered stops the backup: it would not bring back what was promised. */
async function putFiles(owner: pg.Client, folder: string, put: Put): Promise<Manifest['files']> {
  const { rows } = await owner.query<{ id: string; sha256: string }>(
    'SELECT id, sha256 FROM "StoredFile" WHERE storage = \'disk\' ORDER BY id',
  )
  const files: Manifest['files'] = []
  for (const { id, sha256 } of rows) {
    const file = path.join(folder, id)
    const bytes = fs.existsSync(file) ? fs.readFileSync(file) : null
    if (!bytes || createHash('sha256').update(bytes).digest('hex') !== sha256) {
      throw new BackupError('DAMAGED', `the uploaded file ${id} is ${bytes ? 'not what was uploaded' : 'gone'}`)
    }
    await put(`files/${id}`, bytes)
    files.push({ id, bytes: bytes.length, sha256 })
  }
  return files
}
