import 'server-only'
import { can, type Viewer } from '@/lib/access/model'
import { readAsViewer } from '@/lib/access/viewer'
import type { ToldInSection } from '@/lib/final-report/toimintamallit/model'
import { sql } from '@/lib/platform/db'
import { visibleProjects } from '@/lib/projects/permissions'

/** Sections of the project's final report that tell of the model, in their order; empty for those who may not read it. */
export async function listSectionsTelling(
  viewer: Viewer,
  { projectId, id, name }: { projectId: string; id: string; name: string },
): Promise<ToldInSection[]> {
  if (!can(viewer, 'final_report.read', projectId)) return []
  const { organisationId = null } = visibleProjects(viewer, 'final_report.read')
  // As the name stands inside a text of the stored block.
  const quoted = JSON.stringify(name).slice(1, -1)
  const rows = await readAsViewer<ToldInSection & { sort: number }>(
    viewer,
    sql`
      SELECT s.id AS "sectionId", s.number, s.title, s.sort,
             bool_or(b.content ->> 'toimintamalliId' = ${id}::text) AS "isOwn"
        FROM "FinalReport" r
        JOIN "FinalReportSection" s ON s."reportId" = r.id
        JOIN "FinalReportBlock" b ON b."sectionId" = s.id
       WHERE r."projectId" = ${projectId}::uuid AND r.kind = 'final_report'
         AND (${organisationId}::uuid IS NULL OR r."organisationId" = ${organisationId}::uuid)
         AND (b.content ->> 'toimintamalliId' = ${id}::text
              OR position(${quoted}::text IN b.content::text) > 0)
       GROUP BY s.id`,
  )
  return rows
    .sort((a, b) => a.sort - b.sort)
    .map(({ sort: _order, isOwn, ...row }) => ({ ...row, isOwn: isOwn === true }))
}
