import 'server-only'
import type { Prisma } from '@/generated/prisma/client'
import type { Viewer } from '@/lib/access/model'
import { asViewer } from '@/lib/access/viewer'
import { rightToKeepFinance, visibleTo } from '@/lib/finance/permissions'
import { type AuditAction, recordAudit } from '@/lib/platform/audit'
import type { Tx } from '@/lib/platform/db'
import { visibleProjects } from '@/lib/projects/permissions'
import { type FieldErrors, fail, type Result } from '@/lib/values/result'

/** Why nothing was written. INVALID comes with the fields at fault. */
export type FinanceReason = 'NOT_FOUND' | 'NOT_ALLOWED' | 'STALE' | 'INVALID' | 'IN_USE'

/** The finances of a project that the viewer keeps, in the running transaction. */
export type Keeping = {
  tx: Tx
  projectId: string
  organisationId: string
  record(action: AuditAction, subject: { type: string; id: string }, data: Prisma.InputJsonObject): Promise<void>
}

/** Everything that is written to the finances goes through here. Reasons: NOT_FOUND, NOT_ALLOWED, and those of `work`. */
export function keepFinance<T, Reason extends string>(
  viewer: Viewer,
  projectId: string,
  work: (keeping: Keeping) => Promise<Result<T, Reason>>,
  rightTo: typeof rightToKeepFinance = rightToKeepFinance,
): Promise<Result<T, Reason | 'NOT_FOUND' | 'NOT_ALLOWED'>> {
  return asViewer(viewer, async (tx) => {
    const project = await tx.project.findFirst({
      where: { AND: [{ id: projectId }, visibleProjects(viewer)] },
      select: { organisationId: true },
    })
    if (!project) return fail('NOT_FOUND')
    const right = rightTo(viewer, projectId)
    if (right === null) return fail('NOT_ALLOWED')
    const { organisationId } = project
    return work({
      tx,
      projectId,
      organisationId,
      record: (action, subject, data) =>
        recordAudit(tx, viewer, {
          action,
          right,
          subjectType: subject.type,
          subjectId: subject.id,
          organisationId,
          data,
        }),
    })
  })
}

type Places = { investmentId?: string | null; workPackageId?: string | null; periodId?: string | null }

/** Places in the input that are not this project's, each told at its field; null when all of them are. */
export async function strangePlaces(
  viewer: Viewer,
  { tx, projectId }: Keeping,
  places: Places,
): Promise<FieldErrors | null> {
  const { investmentId, workPackageId, periodId } = places
  const own = { projectId, ...visibleTo(viewer) }
  const known = {
    investmentId: !investmentId || (await tx.investment.count({ where: { id: investmentId, ...own } })) === 1,
    workPackageId: !workPackageId || (await tx.workPackage.count({ where: { id: workPackageId, ...own } })) === 1,
    periodId: !periodId || (await tx.reportingPeriod.count({ where: { id: periodId, ...own } })) === 1,
  }
  const strange = Object.entries(known).filter(([, found]) => !found)
  if (strange.length === 0) return null
  return Object.fromEntries(strange.map(([field]) => [field, 'finance.error.otherProject']))
}

/** A day as the database keeps it. */
export const storedDay = (day: string | null): Date | null => (day === null ? null : new Date(day))
