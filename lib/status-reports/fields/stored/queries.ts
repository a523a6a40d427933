import 'server-only'
import type { Viewer } from '@/lib/access/model'
import type { Tx } from '@/lib/platform/db'
import type { Address, EntryOrigin } from '@/lib/status-reports/fields/model'

export type StoredField = {
  id: string
  path: string
  text: string
  undoText: string | null
  version: number
  origin: EntryOrigin
  confirmed: boolean
  updatedAt: Date
  updatedById: string | null
  updatedBy: { name: string } | null
}

/** The named fields of a report as they stand, by path. */
export async function storedFields(
  _viewer: Viewer,
  tx: Tx,
  reportId: string,
  paths: readonly string[],
): Promise<Map<string, StoredField>> {
  const rows = await tx.statusReportEntry.findMany({
    where: { reportId, path: { in: [...paths] } },
    select: {
      id: true,
      path: true,
      text: true,
      undoText: true,
      version: true,
      origin: true,
      confirmed: true,
      updatedAt: true,
      updatedById: true,
      updatedBy: { select: { name: true } },
    },
  })
  return new Map(rows.map((row) => [row.path, row]))
}

/** Whether the row a path names belongs to the unit: ids in the input are resolved before anything is written. */
export async function isSubjectOfUnit(_viewer: Viewer, tx: Tx, unitId: string, address: Address): Promise<boolean> {
  const { actionId, indicatorId, toimintamalliId, actionNo } = address
  // Such a field exists only when it was carried over: nobody can name a missing action anew.
  if (actionNo !== null) return false
  if (actionId) return (await tx.action.count({ where: { id: actionId, workPackageId: unitId } })) > 0
  if (indicatorId) return (await tx.indicator.count({ where: { id: indicatorId, workPackageId: unitId } })) > 0
  if (toimintamalliId)
    return (await tx.toimintamalli.count({ where: { id: toimintamalliId, workPackageId: unitId } })) > 0
  return true
}
