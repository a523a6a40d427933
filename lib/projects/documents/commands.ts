import 'server-only'
import type { Viewer } from '@/lib/access/model'
import { keepFile } from '@/lib/evidence/files/commands'
import type { FileReason } from '@/lib/evidence/files/model'
import { changeProject, type ProjectReason } from '@/lib/projects/commands'
import type { NewDocument } from '@/lib/projects/documents/schema'
import { fail, ok, type Result } from '@/lib/values/result'

export type GivenFile = { name: string; bytes: Uint8Array<ArrayBuffer> }

/**
 * Adds a document: a file or an address. Reasons: NOT_FOUND, NOT_ALLOWED, NOTHING (neither file nor address), EMPTY_FILE,
 * TOO_LARGE, WRONG_KIND.
 */
export function addDocument(
  viewer: Viewer,
  { projectId, label, kind, datedOn, caseNumber, url }: NewDocument,
  file: GivenFile | null,
): Promise<Result<null, ProjectReason | FileReason | 'NOTHING'>> {
  return changeProject<null, FileReason | 'NOTHING'>(viewer, { projectId }, async (project) => {
    const { tx, organisationId, record } = project
    if (file === null && url === null) return fail('NOTHING', { url: 'projects.error.addressMissing' })
    const kept = file && (await keepFile(viewer, { organisationId, ...file }))
    if (kept && !kept.ok) return kept
    const last = await tx.projectDocument.aggregate({ where: { projectId }, _max: { sort: true } })
    await tx.projectDocument.create({
      data: {
        label,
        kind,
        caseNumber,
        url,
        datedOn: datedOn === null ? null : new Date(datedOn),
        organisationId,
        projectId,
        fileId: kept ? kept.value.fileId : null,
        addedById: viewer.userId,
        sort: (last._max.sort ?? -1) + 1,
      },
    })
    await record('project.document_added', { label, kind })
    return ok(null)
  })
}

/** Takes a document off the list; a file's bytes stay. Reasons: NOT_FOUND, NOT_ALLOWED. */
export function removeDocument(
  viewer: Viewer,
  { projectId, documentId }: { projectId: string; documentId: string },
): Promise<Result<null, ProjectReason>> {
  return changeProject<null, 'NOT_FOUND'>(viewer, { projectId }, async ({ tx, record }) => {
    const gone = await tx.projectDocument.deleteMany({ where: { id: documentId, projectId } })
    if (gone.count === 0) return fail('NOT_FOUND')
    await record('project.document_removed', { documentId })
    return ok(null)
  })
}
