// Reads a backup from end to end and checks it against its own sums, handing each piece on to whoever brings it back.
import { createHash, type Hash } from 'node:crypto'
import { type About, aboutShape, BackupError, backupFormat, type Manifest, manifestShape } from './contents.mts'
import { readSealed } from './sealed-archive.mts'

export type Receiver = {
  about?(about: About): Promise<void>
  piece?(table: string, bytes: Buffer): Promise<void>
  file?(id: string, bytes: Buffer): Promise<void>
}

export type Checked = { about: About; manifest: Manifest }

/**
 * Throws BackupError: NOT_A_BACKUP, WRONG_KEY, NEWER, DAMAGED. What was handed on before a DAMAGED must be thrown away
 * again: the sums stand at the end.
 */
export async function readBackup(file: string, identity: string, receiver: Receiver = {}): Promise<Checked> {
  let about: About | null = null
  let manifest: Manifest | null = null
  const tables = new Map<string, Hash>()
  const files = new Map<string, string>()
  for await (const { name, bytes } of readSealed(file, identity)) {
    const [kind, subject = ''] = name.split('/')
    if (name === 'about.json') {
      about = aboutOf(bytes)
      await receiver.about?.(about)
    } else if (!about) {
      throw new BackupError('NOT_A_BACKUP', `begins with ${name}`)
    } else if (name === 'manifest.json') {
      manifest = manifestShape.parse(JSON.parse(bytes.toString('utf8')))
    } else if (kind === 'tables') {
      const sum = tables.get(subject) ?? createHash('sha256')
      tables.set(subject, sum.update(bytes))
      await receiver.piece?.(subject, bytes)
    } else if (kind === 'files') {
      files.set(subject, createHash('sha256').update(bytes).digest('hex'))
      await receiver.file?.(subject, bytes)
    }
  }
  if (!about || !manifest) throw new BackupError('DAMAGED', 'it ends before its list of contents')
  compare(manifest, tables, files)
  return { about, manifest }
}

function aboutOf(bytes: Buffer): About {
  const read: unknown = JSON.parse(bytes.toString('utf8'))
  const format = (read as { format?: unknown } | null)?.format
  if (typeof format === 'number' && format > backupFormat) throw new BackupError('NEWER', `format ${format}`)
  const about = aboutShape.safeParse(read)
  if (!about.success) throw new BackupError('NOT_A_BACKUP', about.error.issues[0]?.message ?? 'about.json')
  return about.data
}

const sumOfNothing = createHash('sha256').digest('hex')

function compare({ tables, files }: Manifest, read: Map<string, Hash>, readFiles: Map<string, string>): void {
  const sums = new Map([...read].map(([name, sum]) => [name, sum.digest('hex')]))
  for (const { name, sha256 } of tables) {
    if ((sums.get(name) ?? sumOfNothing) !== sha256) throw new BackupError('DAMAGED', `table ${name}`)
  }
  for (const { id, sha256 } of files) {
    if (readFiles.get(id) !== sha256) throw new BackupError('DAMAGED', `file ${id}`)
  }
  const unknown = [...sums.keys()].find((name) => !tables.some((table) => table.name === name))
  if (unknown) throw new BackupError('DAMAGED', `table ${unknown} is not in the list of contents`)
}
