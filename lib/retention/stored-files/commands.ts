import 'server-only'
import { readdir, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import type { Viewer } from '@/lib/access/model'
import { asViewer } from '@/lib/access/viewer'
import { env } from '@/lib/platform/env'
import { fail, ok, type Result } from '@/lib/values/result'

const folder = (): string => path.join(env().dataDir, 'files')

/** Removes the files of rows that are gone. One that is not there is no fault. */
export async function removeFromDisk(_viewer: Viewer, ids: readonly string[]): Promise<void> {
  for (const id of ids) await rm(path.join(folder(), id), { force: true })
}

/** A file is written before its row: younger ones may still be waiting for it. */
const youngestHours = 24

/**
 * Removes files on disk that no row names, and that are older than a day: an upload or a destruction that broke off leaves
 * them. For the operator only. Reasons: NOT_ALLOWED.
 */
export async function sweepFiles(
  viewer: Viewer,
  at: Date,
): Promise<Result<{ looked: number; removed: string[] }, 'NOT_ALLOWED'>> {
  if (viewer.kind !== 'system' || viewer.organisationId !== null) return fail('NOT_ALLOWED')
  const names = await readdir(folder()).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return []
    throw error
  })
  const ids = names.filter((name) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(name))
  const removed: string[] = []
  for (const id of ids) {
    const { mtimeMs } = await stat(path.join(folder(), id))
    if (at.getTime() - mtimeMs < youngestHours * 3_600_000) continue
    const row = await asViewer(viewer, (tx) => tx.storedFile.findUnique({ where: { id }, select: { storage: true } }))
    if (row?.storage === 'disk') continue
    await rm(path.join(folder(), id), { force: true })
    removed.push(id)
  }
  return ok({ looked: ids.length, removed })
}
