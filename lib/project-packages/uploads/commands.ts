import 'server-only'
import { rightTo, type Viewer } from '@/lib/access/model'
import { asViewer } from '@/lib/access/viewer'
import { keepFile } from '@/lib/evidence/files/commands'
import { recordAudit } from '@/lib/platform/audit'
import { importPackage } from '@/lib/project-packages/commands'
import { formatName } from '@/lib/project-packages/format/model'
import {
  type KeepReason,
  packageMediaType,
  type TakeReason,
  type UploadReason,
} from '@/lib/project-packages/uploads/model'
import { readUpload } from '@/lib/project-packages/uploads/queries'
import type { TakeInput } from '@/lib/project-packages/uploads/schema'
import { fail, ok, type Result } from '@/lib/values/result'

/**
 * Keeps a package that somebody sends, so that it can be looked at before it is taken in. What is wrong with it is told there.
 * Reasons: NOT_ALLOWED, EMPTY_FILE, NOT_A_PACKAGE (it does not even begin like one).
 */
export function keepUpload(
  viewer: Viewer,
  { name, bytes }: { name: string; bytes: Uint8Array<ArrayBuffer> },
): Promise<Result<{ id: string }, KeepReason>> {
  return asViewer(viewer, async (tx) => {
    const { organisationId } = viewer
    const right = rightTo(viewer, 'project.move', null)
    if (!right || organisationId === null) return fail('NOT_ALLOWED')
    if (bytes.length === 0) return fail('EMPTY_FILE')
    if (!new TextDecoder().decode(bytes.subarray(0, 2_000)).includes(formatName)) return fail('NOT_A_PACKAGE')
    const kept = await keepFile(viewer, { organisationId, name, bytes, mediaType: packageMediaType })
    if (!kept.ok) throw new Error(`a package could not be kept: ${kept.reason}`)
    const id = kept.value.fileId
    const subject = { subjectType: 'file', subjectId: id, organisationId }
    await recordAudit(tx, viewer, {
      action: 'project.package_sent',
      right,
      ...subject,
      data: { name, bytes: bytes.length },
    })
    return ok({ id })
  })
}

/**
 * Takes a package in that waits, and lets its file go. Reasons: NOT_ALLOWED, NOT_FOUND, NOT_TAKEN (the page of the package
 * tells why).
 */
export async function takeUpload(
  viewer: Viewer,
  { upload, key }: TakeInput,
): Promise<Result<{ key: string }, TakeReason>> {
  if (!rightTo(viewer, 'project.move', null)) return fail('NOT_ALLOWED')
  const found = await readUpload(viewer, upload)
  if (!found) return fail('NOT_FOUND')
  const answer = await importPackage(viewer, { text: found.text, key })
  if (!answer.ok) return fail('NOT_TAKEN')
  await removeUpload(viewer, { upload })
  return ok({ key: answer.value.key })
}

/** Lets a package go that waits. Reasons: NOT_ALLOWED, NOT_FOUND. */
export function removeUpload(
  viewer: Viewer,
  { upload }: { upload: string },
): Promise<Result<{ removed: true }, UploadReason>> {
  return asViewer(viewer, async (tx) => {
    const { organisationId } = viewer
    const right = rightTo(viewer, 'project.move', null)
    if (!right || organisationId === null) return fail('NOT_ALLOWED')
    const gone = await tx.storedFile.deleteMany({
      where: { id: upload, organisationId, mediaType: packageMediaType },
    })
    if (gone.count === 0) return fail('NOT_FOUND')
    const subject = { subjectType: 'file', subjectId: upload, organisationId }
    await recordAudit(tx, viewer, { action: 'project.package_let_go', right, ...subject })
    return ok({ removed: true })
  })
}
