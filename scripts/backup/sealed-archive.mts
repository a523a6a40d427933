// A tar archive, packed by gzip and encrypted by age (age-encryption.org): `age -d -i key.txt | tar xz` opens it without
// this program. Only the public key is needed to write it, so the server cannot read its own backups.
import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ReadableStream } from 'node:stream/web'
import { createGunzip, createGzip } from 'node:zlib'
import { Decrypter, Encrypter } from 'age-encryption'
import tar from 'tar-stream'
import { BackupError } from './contents.mts'

export type Entry = { name: string; bytes: Buffer }
export type Put = (name: string, bytes: Buffer) => Promise<void>

/** Writes the file whole or not at all: under another name first, on disk before it gets its own. */
export async function writeSealed(
  file: string,
  recipients: readonly string[],
  fill: (put: Put) => Promise<void>,
): Promise<{ bytes: number; sha256: string }> {
  const sealing = new Encrypter()
  for (const recipient of recipients) {
    try {
      sealing.addRecipient(recipient)
    } catch {
      throw new BackupError('BAD_RECIPIENT', recipient)
    }
  }
  const draft = `${file}.${process.pid}.part`
  const pack = tar.pack()
  const gzip = createGzip({ level: 4 })
  const sum = createHash('sha256')
  let bytes = 0
  const count = new Transform({
    transform(chunk: Buffer, _encoding, next) {
      sum.update(chunk)
      bytes += chunk.length
      next(null, chunk)
    },
  })
  const packing = pipeline(Readable.from(pack), gzip)
  const writing = sealing
    .encrypt(Readable.toWeb(gzip) as globalThis.ReadableStream<Uint8Array>)
    .then((sealed) =>
      pipeline(
        Readable.fromWeb(sealed as ReadableStream),
        count,
        fs.createWriteStream(draft, { flags: 'wx', mode: 0o600, flush: true }),
      ),
    )
  const filling = fill((name, content) => add(pack, name, content)).then(() => pack.finalize())
  filling.catch((error: Error) => pack.destroy(error))
  try {
    await Promise.all([filling, packing, writing])
    fs.renameSync(draft, file)
    syncFolder(path.dirname(file))
    return { bytes, sha256: sum.digest('hex') }
  } catch (error) {
    // the first cause, not the streams that were torn down after it
    const first = await filling.then(() => error).catch((cause: unknown) => cause)
    await Promise.allSettled([packing, writing])
    fs.rmSync(draft, { force: true })
    throw first
  }
}

function add(pack: tar.Pack, name: string, bytes: Buffer): Promise<void> {
  return new Promise((resolve, reject) => {
    const entry = pack.entry({ name, size: bytes.length }, (error) => (error ? reject(error) : resolve()))
    entry.on('error', reject)
    entry.end(bytes)
  })
}

function syncFolder(folder: string): void {
  const handle = fs.openSync(folder, 'r')
  try {
    fs.fsyncSync(handle)
  } finally {
    fs.closeSync(handle)
  }
}

const ageHead = 'age-encryption.org/v1'

/** The entries in the order they were written. Throws NOT_A_BACKUP, WRONG_KEY, or DAMAGED at the first byte that is not right. */
export async function* readSealed(file: string, identity: string): AsyncGenerator<Entry> {
  requireAge(file)
  const opening = new Decrypter()
  try {
    opening.addIdentity(identity)
  } catch {
    throw new BackupError('WRONG_KEY', 'the key is not an age key')
  }
  const source = fs.createReadStream(file)
  const opened = await opening
    .decrypt(Readable.toWeb(source) as globalThis.ReadableStream<Uint8Array>)
    .catch((error: Error) => {
      source.destroy()
      throw new BackupError(/identity|no identity/i.test(error.message) ? 'WRONG_KEY' : 'DAMAGED', error.message)
    })
  const extract = tar.extract()
  const unpacking = pipeline(Readable.fromWeb(opened as ReadableStream), createGunzip(), extract)
  unpacking.catch(() => {}) // looked at below
  try {
    for await (const entry of extract) {
      const parts: Buffer[] = []
      for await (const part of entry) parts.push(part as Buffer)
      yield { name: entry.header.name, bytes: Buffer.concat(parts) }
    }
    await unpacking
  } catch (error) {
    throw error instanceof BackupError ? error : new BackupError('DAMAGED', (error as Error).message)
  } finally {
    source.destroy()
  }
}

function requireAge(file: string): void {
  const head = Buffer.alloc(ageHead.length)
  const handle = fs.openSync(file, 'r')
  try {
    fs.readSync(handle, head)
  } finally {
    fs.closeSync(handle)
  }
  if (head.toString('latin1') !== ageHead) throw new BackupError('NOT_A_BACKUP', file)
}
