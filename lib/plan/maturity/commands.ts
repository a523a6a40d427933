import 'server-only'
import type { Viewer } from '@/lib/access/model'
import { type PlanDone, removeRow, saveRow } from '@/lib/plan/commands'
import type { MaturityInput } from '@/lib/plan/maturity/schema'
import type { RowRemoval } from '@/lib/plan/schema'

/**
 * Adds an assessment, or puts a slip of one right; what is assessed anew is a row of its own. Reasons: NOT_FOUND, NOT_ALLOWED,
 * STALE, INVALID (a part of another project).
 */
export function saveMaturity(viewer: Viewer, input: MaturityInput): PlanDone {
  const {
    project: _place,
    projectId,
    id: _id,
    version: _version,
    ...given
  }: MaturityInput & { project?: string } = input
  const data = { ...given, assessedOn: given.assessedOn === null ? null : new Date(given.assessedOn) }
  const { workPackageId, scale, area, asWritten, unknown } = given
  return saveRow(viewer, {
    row: input,
    places: { workPackageId },
    action: 'plan.maturity_saved',
    told: { scale, area, asWritten, unknown, assessedOn: given.assessedOn },
    table: ({ tx, organisationId }) => ({
      exists: (id) => tx.maturityAssessment.count({ where: { id, projectId } }),
      lastSort: async () =>
        (await tx.maturityAssessment.aggregate({ where: { projectId }, _max: { sort: true } }))._max.sort,
      create: (sort) =>
        tx.maturityAssessment.create({ data: { ...data, projectId, organisationId, sort }, select: { id: true } }),
      update: (where) =>
        tx.maturityAssessment.updateMany({
          where: { ...where, projectId },
          data: { ...data, version: { increment: 1 } },
        }),
    }),
  })
}

/** Reasons: NOT_FOUND, NOT_ALLOWED, STALE. */
export function removeMaturity(viewer: Viewer, { projectId, id, version }: RowRemoval): PlanDone {
  return removeRow(viewer, {
    row: { projectId, id, version },
    action: 'plan.maturity_removed',
    find: ({ tx }) =>
      tx.maturityAssessment.findFirst({
        where: { id, projectId },
        select: { scale: true, area: true, asWritten: true, unknown: true },
      }),
    remove: ({ tx }) => tx.maturityAssessment.deleteMany({ where: { id, projectId, version } }),
  })
}
