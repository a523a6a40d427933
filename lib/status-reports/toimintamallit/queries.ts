import 'server-only'
import { can, type Viewer } from '@/lib/access/model'
import { readAsViewer } from '@/lib/access/viewer'
import { sql } from '@/lib/platform/db'
import { visibleProjects } from '@/lib/projects/permissions'
import type { ToldInReport } from '@/lib/status-reports/toimintamallit/model'

/**
 * Reports that tell of the toimintamalli, the newest first; of what is not published, only for those who may read reports. In
 * one statement.
 */
export async function listReportsTelling(
  viewer: Viewer,
  { projectId, id }: { projectId: string; id: string },
): Promise<ToldInReport[]> {
  const { organisationId = null, id: only } = visibleProjects(viewer)
  const projects = only?.in ?? null
  const rows = await readAsViewer<ToldInReport & { at: string }>(
    viewer,
    sql`
      SELECT p.key AS "periodKey", p."from"::text AS at, w.id AS "unitId", e.text,
             coalesce(w."titleReview", w."titlePlan", w.code, w."sourceId") AS "unitTitle",
             r.state = 'published' AS "isPublished"
        FROM "StatusReportEntry" e
        JOIN "StatusReport" r ON r.id = e."reportId"
        JOIN "ReportingPeriod" p ON p.id = r."periodId"
        JOIN "WorkPackage" w ON w.id = r."unitId"
       WHERE e."toimintamalliId" = ${id}::uuid AND e.text <> '' AND w."projectId" = ${projectId}::uuid
         AND (r.state = 'published' OR ${can(viewer, 'report.read', projectId)}::boolean)
         AND (${organisationId}::uuid IS NULL OR w."organisationId" = ${organisationId}::uuid)
         AND (${projects}::uuid[] IS NULL OR w."projectId" = ANY (${projects}::uuid[]))`,
  )
  return rows.sort((a, b) => (a.at < b.at ? 1 : -1)).map(({ at: _order, ...row }) => row)
}
