import 'server-only'
import type { Viewer } from '@/lib/access/model'
import { now } from '@/lib/platform/clock'
import { changeProject, type ProjectReason } from '@/lib/projects/commands'
import type { NewDnsh } from '@/lib/projects/dnsh/schema'
import { dateInHelsinki } from '@/lib/values/calendar'
import { fail, ok, type Result } from '@/lib/values/result'

type Reason = 'FUTURE' | 'NO_DOCUMENT'

/**
 * Records an assessment. It stays as it is; a later one of the same kind takes its place. Reasons: NOT_FOUND, NOT_ALLOWED; at
 * the field: FUTURE, NO_DOCUMENT.
 */
export function recordDnsh(
  viewer: Viewer,
  { projectId, documentId, assessedOn, reviewOn, ...told }: NewDnsh,
): Promise<Result<null, ProjectReason | Reason>> {
  return changeProject<null, Reason>(viewer, { projectId }, async ({ tx, organisationId, record }) => {
    if (assessedOn > dateInHelsinki(now())) return fail('FUTURE', { assessedOn: 'projects.error.future' })
    const document = documentId
      ? await tx.projectDocument.findFirst({
          where: { id: documentId, projectId },
          select: { fileId: true, url: true },
        })
      : null
    if (documentId && !document) return fail('NO_DOCUMENT', { documentId: 'projects.error.noDocument' })
    await tx.dnshRecord.create({
      data: {
        kind: told.kind,
        text: told.text,
        url: told.url ?? document?.url ?? null,
        fileId: document?.fileId ?? null,
        assessedOn: new Date(assessedOn),
        reviewOn: reviewOn === null ? null : new Date(reviewOn),
        organisationId,
        projectId,
        recordedById: viewer.userId,
        createdAt: now(),
      },
    })
    await record('project.dnsh_recorded', { kind: told.kind, assessedOn, reviewOn })
    return ok(null)
  })
}
