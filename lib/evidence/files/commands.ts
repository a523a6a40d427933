import 'server-only'
import { createHash } from 'node:crypto'
import { mkdir, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { Viewer } from '@/lib/access/model'
import { asViewer } from '@/lib/access/viewer'
import { cleanFileName, type FileReason, kindOfFile } from '@/lib/evidence/files/model'
import { env } from '@/lib/platform/env'
import { ok, type Result } from '@/lib/values/result'

/**
 * Keeps a file, in the database or on disk as the setting says; only this and `readStoredFile` know where. On disk a file
 * lies under its row's id and is written before the row, so that a row never points at nothing.
 * Reasons: EMPTY_FILE, TOO_LARGE, WRONG_KIND. The caller has checked the right.
 * @param given.mediaType given by a caller that has read the file itself, for kinds that are not kept otherwise
 */
export function keepFile(
  viewer: Viewer,
  given: { organisationId: string; name: string; bytes: Uint8Array<ArrayBuffer>; mediaType?: string },
): Promise<Result<{ fileId: string }, FileReason>> {
  return asViewer(viewer, async (tx) => {
    const { organisationId, bytes } = given
    const kind = given.mediaType === undefined ? kindOfFile(given.name, bytes) : ok(given.mediaType)
    if (!kind.ok) return kind
    const id = crypto.randomUUID()
    const storage = env().files
    if (storage === 'disk') await writeToDisk(id, bytes)
    await tx.storedFile.create({
      data: {
        id,
        organisationId,
        name: cleanFileName(given.name),
        mediaType: kind.value,
        size: bytes.length,
        sha256: createHash('sha256').update(bytes).digest('hex'),
        storage,
        bytes: storage === 'database' ? bytes : null,
        uploadedById: viewer.userId,
      },
    })
    return ok({ fileId: id })
  })
}

async function writeToDisk(id: string, bytes: Uint8Array): Promise<void> {
  const folder = path.join(env().dataDir, 'files')
  await mkdir(folder, { recursive: true })
  const file = path.join(folder, id)
  try {
    await writeFile(file, bytes, { flag: 'wx', flush: true })
  } catch (error) {
    // A disk that is full leaves the beginning of the file: no row will ever point at it.
    await rm(file, { force: true }).catch(() => {})
    throw error
  }
}
