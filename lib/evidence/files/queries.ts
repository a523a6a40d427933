import 'server-only'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import type { Viewer } from '@/lib/access/model'
import { asViewer } from '@/lib/access/viewer'
import { env } from '@/lib/platform/env'

export type ReadFile = { name: string; mediaType: string; bytes: Uint8Array<ArrayBuffer> }

/** A kept file with its bytes; null when there is none in the viewer's county. The caller has checked the right. */
export function readStoredFile(viewer: Viewer, fileId: string): Promise<ReadFile | null> {
  return asViewer(viewer, async (tx) => {
    const row = await tx.storedFile.findUnique({
      where: { id: fileId },
      select: { name: true, mediaType: true, bytes: true },
    })
    if (!row) return null
    const bytes = row.bytes ?? (await readFile(path.join(env().dataDir, 'files', fileId)))
    return { name: row.name, mediaType: row.mediaType, bytes: new Uint8Array(bytes) }
  })
}
