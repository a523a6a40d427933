import 'server-only'
import type { Viewer } from '@/lib/access/model'
import { type PlanDone, removeRow, saveRow } from '@/lib/plan/commands'
import type { DependencyInput } from '@/lib/plan/dependencies/schema'
import type { RowRemoval } from '@/lib/plan/schema'

/** Adds what a part needs, or changes it. Reasons: NOT_FOUND, NOT_ALLOWED, STALE, INVALID (a part or a link of another project). */
export function saveDependency(viewer: Viewer, input: DependencyInput): PlanDone {
  const { projectId, workPackageId, neededId, linkId, text } = input
  const data = { workPackageId, neededId, linkId, text }
  return saveRow(viewer, {
    row: input,
    places: data,
    action: 'plan.dependency_saved',
    told: data,
    table: ({ tx, organisationId }) => ({
      exists: (id) => tx.planDependency.count({ where: { id, projectId } }),
      lastSort: async () =>
        (await tx.planDependency.aggregate({ where: { projectId }, _max: { sort: true } }))._max.sort,
      create: (sort) =>
        tx.planDependency.create({ data: { ...data, projectId, organisationId, sort }, select: { id: true } }),
      update: (where) =>
        tx.planDependency.updateMany({ where: { ...where, projectId }, data: { ...data, version: { increment: 1 } } }),
    }),
  })
}

/** Reasons: NOT_FOUND, NOT_ALLOWED, STALE. */
export function removeDependency(viewer: Viewer, { projectId, id, version }: RowRemoval): PlanDone {
  return removeRow(viewer, {
    row: { projectId, id, version },
    action: 'plan.dependency_removed',
    find: ({ tx }) =>
      tx.planDependency.findFirst({
        where: { id, projectId },
        select: { workPackageId: true, neededId: true, linkId: true, text: true },
      }),
    remove: ({ tx }) => tx.planDependency.deleteMany({ where: { id, projectId, version } }),
  })
}
