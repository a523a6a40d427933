import 'server-only'
import type { Viewer } from '@/lib/access/model'
import { readWithin, sql, type Tx } from '@/lib/platform/db'
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
  const rows = await readWithin<Omit<StoredField, 'updatedBy'> & { name: string | null }>(
    tx,
    sql`
    SELECT e.id, e.path, e.text, e."undoText", e.version, e.origin::text AS origin, e.confirmed, e."updatedAt",
           e."updatedById", u.name
      FROM "StatusReportEntry" e LEFT JOIN "User" u ON u.id = e."updatedById"
     WHERE e."reportId" = ${reportId}::uuid AND e.path = ANY (${[...paths]}::text[])`,
  )
  return new Map(rows.map(({ name, ...row }) => [row.path, { ...row, updatedBy: name === null ? null : { name } }]))
}

/** Whether the row a path names belongs to the unit: ids in the input are resolved before anything is written. */
export async function isSubjectOfUnit(_viewer: Viewer, tx: Tx, unitId: string, address: Address): Promise<boolean> {
  const { actionId, indicatorId, toimintamalliId, actionNo } = address
  // Such a field exists only when it was carried over: nobody can name a missing action anew.
  if (actionNo !== null) return false
  if (actionId) return (await tx.action.count({ where: { id: actionId, workPackageId: unitId } })) > 0
  if (indicatorId) {
    // What is counted from others is never written.
    const entered = { versions: { none: { supersededOn: null, formula: { not: null } } } }
    return (await tx.indicator.count({ where: { id: indicatorId, workPackageId: unitId, ...entered } })) > 0
  }
  if (toimintamalliId)
    return (await tx.toimintamalli.count({ where: { id: toimintamalliId, workPackageId: unitId } })) > 0
  return true
}
