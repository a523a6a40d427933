import 'server-only'
import type { Viewer } from '@/lib/access/model'
import type { Use } from '@/lib/plan/structure/model'
import type { Tx } from '@/lib/platform/db'

export type StructureTable = 'InvestmentLevel' | 'Investment' | 'WorkPackage'

/** Lines that are the row's own and go with it, by the column that names it. */
const own = new Set(['WorkPackageCover.unitId', 'WorkPackageServiceArea.workPackageId'])

/**
 * What hangs on a row of the structure, by table. The database's own foreign keys are asked, so that no table is forgotten.
 * The caller has checked that the viewer may see the row.
 */
export async function usesOf(_viewer: Viewer, tx: Tx, table: StructureTable, id: string): Promise<Use[]> {
  const keys = await tx.$queryRaw<{ table: string; column: string }[]>`
    SELECT child.relname::text AS "table", a.attname::text AS "column"
      FROM pg_constraint k
      JOIN pg_class child ON child.oid = k.conrelid
      JOIN pg_class parent ON parent.oid = k.confrelid
      JOIN pg_namespace n ON n.oid = parent.relnamespace AND n.nspname = current_schema()
      JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = k.conkey[1]
     WHERE k.contype = 'f' AND parent.relname = ${table}
     ORDER BY 1, 2`
  // One question for all of them, however many tables there come to be.
  const counts = keys
    .filter(({ table: child, column }) => !own.has(`${child}.${column}`))
    .map(
      ({ table: child, column }) =>
        `SELECT '${child}' AS "table", count(*)::int AS count FROM "${child}" WHERE "${column}" = $1::uuid`,
    )
  if (counts.length === 0) return []
  return tx.$queryRawUnsafe<Use[]>(
    `SELECT "table", sum(count)::int AS count FROM (${counts.join(' UNION ALL ')}) AS uses GROUP BY 1 HAVING sum(count) > 0 ORDER BY 1`,
    id,
  )
}
