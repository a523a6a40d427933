import 'server-only'
import type { UnitOfPerson } from '@/lib/access/people/model'
import type { Tx } from '@/lib/platform/db'

/** Reporting units of the projects that a person coordinates, in the order of their plans. */
export async function unitsOpenTo(tx: Tx, organisationId: string, userId: string): Promise<UnitOfPerson[]> {
  const rows = await tx.workPackage.findMany({
    where: {
      organisationId,
      reports: true,
      project: { memberships: { some: { userId, role: 'coordinator' } } },
    },
    orderBy: [{ project: { name: 'asc' } }, { sort: 'asc' }, { id: 'asc' }],
    select: {
      id: true,
      titleReview: true,
      titlePlan: true,
      code: true,
      sourceId: true,
      project: { select: { name: true } },
    },
  })
  return rows.map(({ project, ...unit }) => ({ ...unit, project: project.name }))
}
