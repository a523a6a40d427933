import fs from 'node:fs'
import path from 'node:path'
import { generateX25519Identity, identityToRecipient } from 'age-encryption'
import { backupName } from '../../../lib/health/backups/model.ts'
import { type Settings, settings } from '../../../lib/platform/env.ts'
import { BackupError, type BackupReason } from '../../backup/contents.mts'
import { removeOutdated } from '../../backup/keeping.mts'
import { readBackup } from '../../backup/read.mts'
import { restoreBackup } from '../../backup/restore.mts'
import type { Soundness } from '../../backup/soundness.mts'
import { takeBackup } from '../../backup/take.mts'
import { openDatabase } from '../../database/open.mts'
import { hasDatabase } from '../../database/places.mts'
import { root } from '../../runtime.mjs'
import { readDotEnv } from '../../steps/dot-env.mts'
import { tryLock } from '../../steps/lock.mts'
import { rememberContent } from '../../up/content.mts'
import { command, done, noDatabase, type Outcome, optional, refused, required } from '../command.mts'

const sentences: Record<BackupReason, string> = {
  NO_RECIPIENT:
    'No public key is given. Make a pair with "etappi backup-key" and set BACKUP_RECIPIENTS or use --recipient.',
  BAD_RECIPIENT: 'That is not a public key of age (age1…)',
  RULES_HIDE_ROWS: 'The role of DATABASE_URL does not see every row.',
  NOT_A_BACKUP: 'That file is not a backup of Etappi.',
  WRONG_KEY: 'The key does not open this backup.',
  DAMAGED: 'The backup is damaged; nothing was brought back.',
  NEWER: 'The backup is of a newer Etappi; use that version or a later one.',
  NOT_EMPTY: 'The place is not empty; a backup is brought back into an empty one only.',
}

function told(error: unknown): Outcome {
  if (!(error instanceof BackupError)) throw error
  return refused(error.reason, sentences[error.reason], { lines: [error.message] })
}

const here = (file: string): string => path.resolve(process.env.INIT_CWD ?? '.', file)
const filesFolder = (): string => path.join(settings().dataDir, 'files')

function given(): Settings {
  readDotEnv()
  return settings()
}

export const backupKey = command({
  name: 'backup-key',
  summary:
    'makes a pair of keys for backups: the public one goes into BACKUP_RECIPIENTS, the private one is kept elsewhere',
  options: { out: required('<file>', 'where the private key is written, readable by its owner only') },
  needsDatabase: () => false,
  async run({ out }) {
    const file = here(out)
    if (fs.existsSync(file)) return refused('EXISTS', `${file} exists already; a key is never written over.`)
    const identity = await generateX25519Identity()
    const recipient = await identityToRecipient(identity)
    fs.writeFileSync(file, `# public key: ${recipient}\n${identity}\n`, { mode: 0o600, flag: 'wx', flush: true })
    return done({ file, recipient }, [
      `Private key: ${file}. Keep it away from this server: without it no backup can be read, with it every one can.`,
      `Public key:  ${recipient}`,
    ])
  },
})

export const backup = command({
  name: 'backup',
  summary: 'writes everything there is into one encrypted file, as it stands at one moment, while people go on working',
  options: {
    out: optional('<file or folder>', 'where it is written; BACKUP_DIR when left out'),
    recipient: optional('<age1…>', 'public key, several with commas between; BACKUP_RECIPIENTS when left out'),
    keep: optional('<days>', 'removes older backups of the same folder; none when left out'),
  },
  needsDatabase: () => false,
  async run({ out, recipient, keep }) {
    const { backups, ...set } = given()
    if (!hasDatabase(set)) return noDatabase(set.dataDir)
    const place = out ? here(out) : backups.folder
    if (!place) return refused('NO_PLACE', 'Say where with --out, or set BACKUP_DIR.')
    if (keep !== undefined && !/^[1-9]\d{0,3}$/.test(keep)) return refused('BAD_DAYS', '--keep takes a number of days.')
    const isFolder = !out || (fs.existsSync(place) && fs.statSync(place).isDirectory())
    if (!out) fs.mkdirSync(place, { recursive: true, mode: 0o700 })
    const now = new Date()
    const file = isFolder ? path.join(place, backupName(now)) : place
    if (!fs.existsSync(path.dirname(file))) return refused('NO_FOLDER', `There is no folder ${path.dirname(file)}.`)
    if (fs.existsSync(file)) return refused('EXISTS', `${file} exists already.`)
    const recipients = recipient ? recipient.split(',').map((one) => one.trim()) : backups.recipients
    const database = await openDatabase({ migrate: false })
    try {
      const taken = await takeBackup({ ownerUrl: database.ownerUrl, file, recipients, filesFolder: filesFolder() })
      const removed = keep && isFolder ? removeOutdated(place, Number(keep), now) : []
      return done({ ...taken, removed }, [
        `${file}: ${taken.rows} rows of ${taken.tables} tables, ${taken.files} files, ${taken.bytes} bytes`,
        `SHA-256 ${taken.sha256}`,
        ...removed.map((name) => `Removed ${name}`),
      ])
    } catch (error) {
      return told(error)
    } finally {
      await database.close()
    }
  },
})

const keyOf = (file: string): string =>
  fs
    .readFileSync(here(file), 'utf8')
    .split('\n')
    .map((line) => line.trim())
    .find((line) => line !== '' && !line.startsWith('#')) ?? ''

const reading = {
  file: required('<file>', 'the backup'),
  key: required('<file>', 'the private key'),
}

/** What cannot be opened is said before anything is begun. */
function missing(file: string, key: string): Outcome | null {
  const gone = [file, key].map(here).find((one) => !fs.existsSync(one))
  return gone ? refused('NO_FILE', `There is no file ${gone}.`) : null
}

export const verifyBackup = command({
  name: 'verify-backup',
  summary: 'reads a backup from end to end and compares it with its own sums; needs no database',
  options: reading,
  needsDatabase: () => false,
  async run({ file, key }) {
    const gone = missing(file, key)
    if (gone) return gone
    try {
      const { about, manifest } = await readBackup(here(file), keyOf(key))
      const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0)
      const found = {
        takenAt: about.takenAt,
        version: about.version,
        tables: manifest.tables.length,
        rows,
        files: manifest.files.length,
      }
      return done(found, [
        `Whole: ${rows} rows of ${found.tables} tables and ${found.files} files, as of ${about.takenAt}, Etappi ${about.version}`,
      ])
    } catch (error) {
      return told(error)
    }
  },
})

/** The tables are new: the application's role gets its rights on them as at any start. */
async function grantAgain(): Promise<void> {
  await (await openDatabase()).close()
}

function soundnessLines({ files, brokenFiles, auditRows, auditFaults }: Soundness): string[] {
  return [
    `Uploaded files: ${files} looked at, ${brokenFiles.length} not what was uploaded${brokenFiles.length > 0 ? `: ${brokenFiles.join(', ')}` : ''}.`,
    `Audit log: ${auditRows} rows followed, ${auditFaults} faults${auditFaults > 0 ? ': see audit-verify' : ''}.`,
  ]
}

export const restore = command({
  name: 'restore',
  summary: 'brings a backup back into an empty installation (DATA_DIR or DATABASE_URL), all of it or nothing',
  options: reading,
  needsDatabase: () => false,
  async run({ file, key }) {
    const gone = missing(file, key)
    if (gone) return gone
    const { dataDir } = given()
    const lock = tryLock(path.join(dataDir, 'up.lock'))
    if (!lock) return refused('RUNNING', `Etappi is running from ${dataDir}. Stop it first.`)
    const database = await openDatabase({ migrate: false })
    try {
      const restored = await restoreBackup({
        root,
        ownerUrl: database.ownerUrl,
        file: here(file),
        identity: keyOf(key),
        filesFolder: filesFolder(),
      })
      await grantAgain()
      rememberContent(dataDir, 'own')
      return done(restored, [
        `Brought back: ${restored.rows} rows of ${restored.tables} tables and ${restored.files} files, as of ${restored.takenAt}`,
        `Read back and compared: the same. Signed out: ${restored.endedSessions} sessions.`,
        ...(restored.soundness ? soundnessLines(restored.soundness) : []),
        ...restored.applied.map((name) => `Migration applied after it: ${name}`),
      ])
    } catch (error) {
      return told(error)
    } finally {
      await database.close()
      lock.release()
    }
  },
})
