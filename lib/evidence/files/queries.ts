import 'server-only'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import type { Prisma } from '@/generated/prisma/client'
import type { Viewer } from '@/lib/access/model'
import { asViewer } from '@/lib/access/viewer'
import { env } from '@/lib/platform/env'

export type ReadFile = { name: string; mediaType: string; bytes: Uint8Array<ArrayBuffer> }

/** A kept file with its bytes; null when there is none in the viewer's county. The caller has checked the right. */
export function readStoredFile(viewer: Viewer, fileId: string): Promise<ReadFile | null> {
  return asViewer(viewer, async (tx) => {
    const row = await tx.storedFile.findUnique({ where: { id: fileId }, select: storedFields })
    return row && withBytes(row)
  })
}

/** Several at once, by their ids. */
export function readStoredFiles(viewer: Viewer, fileIds: readonly string[]): Promise<Map<string, ReadFile>> {
  return asViewer(viewer, async (tx) => {
    const rows = await tx.storedFile.findMany({ where: { id: { in: [...fileIds] } }, select: storedFields })
    return new Map(await Promise.all(rows.map(async (row) => [row.id, await withBytes(row)] as const)))
  })
}

const storedFields = { id: true, name: true, mediaType: true, bytes: true } as const satisfies Prisma.StoredFileSelect

type Stored = Prisma.StoredFileGetPayload<{ select: typeof storedFields }>

async function withBytes({ id, name, mediaType, bytes }: Stored): Promise<ReadFile> {
  return { name, mediaType, bytes: new Uint8Array(bytes ?? (await readFile(path.join(env().dataDir, 'files', id)))) }
}
