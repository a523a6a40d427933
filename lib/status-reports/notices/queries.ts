import 'server-only'
import type { Viewer } from '@/lib/access/model'
import type { Tx } from '@/lib/platform/db'

/** Users who write the unit's reports and have not been shut out. */
export async function writersOf(_viewer: Viewer, tx: Tx, unitId: string): Promise<string[]> {
  const rows = await tx.workPackageCoordinator.findMany({
    where: { workPackageId: unitId, user: { disabledAt: null } },
    select: { userId: true },
  })
  return rows.map(({ userId }) => userId)
}

/** Users who review the project's reports and have not been shut out. */
export async function reviewersOf(_viewer: Viewer, tx: Tx, projectId: string): Promise<string[]> {
  const rows = await tx.membership.findMany({
    where: { projectId, role: 'director', user: { disabledAt: null } },
    select: { userId: true },
  })
  return rows.map(({ userId }) => userId)
}
