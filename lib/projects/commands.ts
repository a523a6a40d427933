import 'server-only'
import type { Prisma } from '@/generated/prisma/client'
import { type Capability, rightTo, type Viewer } from '@/lib/access/model'
import { asViewer } from '@/lib/access/viewer'
import { type AuditAction, recordAudit } from '@/lib/platform/audit'
import type { Tx } from '@/lib/platform/db'
import { visibleProjects } from '@/lib/projects/permissions'
import { fail, type Result } from '@/lib/values/result'

export type ProjectReason = 'NOT_FOUND' | 'NOT_ALLOWED'

/** A project that is being changed, by somebody who may. */
export type HeldProject = {
  tx: Tx
  id: string
  organisationId: string
  right: string
  record(action: AuditAction, data: Prisma.InputJsonObject): Promise<void>
}

/**
 * Runs `work` on a project that the viewer sees and may change by the capability, in one transaction with its audit row.
 * Reasons: NOT_FOUND, NOT_ALLOWED, and those of `work`.
 */
export function changeProject<T, Reason extends string = never>(
  viewer: Viewer,
  { projectId, by = 'project.write' }: { projectId: string; by?: Capability },
  work: (project: HeldProject) => Promise<Result<T, Reason>>,
): Promise<Result<T, ProjectReason | Reason>> {
  return asViewer(viewer, async (tx) => {
    const project = await tx.project.findFirst({
      where: { AND: [{ id: projectId }, visibleProjects(viewer)] },
      select: { id: true, organisationId: true },
    })
    if (!project) return fail('NOT_FOUND')
    const right = rightTo(viewer, by, projectId)
    if (!right) return fail('NOT_ALLOWED')
    const { id, organisationId } = project
    return work({
      tx,
      id,
      organisationId,
      right,
      record: (action, data) =>
        recordAudit(tx, viewer, { action, right, subjectType: 'project', subjectId: id, organisationId, data }),
    })
  })
}
