import 'server-only'
import type { Viewer } from '@/lib/access/model'
import { type PlanDone, removeRow, saveRow } from '@/lib/plan/commands'
import type { PersonMonthsInput } from '@/lib/plan/person-months/schema'
import type { RowRemoval } from '@/lib/plan/schema'

/** Adds person-months, or changes a row of them. Reasons: NOT_FOUND, NOT_ALLOWED, STALE, INVALID (a part of another project). */
export function savePersonMonths(viewer: Viewer, input: PersonMonthsInput): PlanDone {
  const { projectId, workPackageId, role, year, months, monthsAsWritten, fundingSource, note } = input
  const data = { workPackageId, role, year, months, monthsAsWritten, fundingSource, note }
  return saveRow(viewer, {
    row: input,
    places: { workPackageId },
    action: 'plan.person_months_saved',
    told: { year, role, months },
    table: ({ tx, organisationId }) => ({
      exists: (id) => tx.personMonths.count({ where: { id, projectId } }),
      lastSort: async () => (await tx.personMonths.aggregate({ where: { projectId }, _max: { sort: true } }))._max.sort,
      create: (sort) =>
        tx.personMonths.create({ data: { ...data, projectId, organisationId, sort }, select: { id: true } }),
      update: (where) =>
        tx.personMonths.updateMany({ where: { ...where, projectId }, data: { ...data, version: { increment: 1 } } }),
    }),
  })
}

/** Reasons: NOT_FOUND, NOT_ALLOWED, STALE. */
export function removePersonMonths(viewer: Viewer, { projectId, id, version }: RowRemoval): PlanDone {
  return removeRow(viewer, {
    row: { projectId, id, version },
    action: 'plan.person_months_removed',
    find: async ({ tx }) => {
      const row = await tx.personMonths.findFirst({
        where: { id, projectId },
        select: { year: true, role: true, months: true },
      })
      return row && { ...row, months: row.months?.toString() ?? null }
    },
    remove: ({ tx }) => tx.personMonths.deleteMany({ where: { id, projectId, version } }),
  })
}
