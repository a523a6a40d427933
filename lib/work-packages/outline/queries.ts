import 'server-only'
import type { Viewer } from '@/lib/access/model'
import { readAsViewer } from '@/lib/access/viewer'
import { sql } from '@/lib/platform/db'
import { visibleProjects } from '@/lib/projects/permissions'
import type { OutlineRow } from '@/lib/work-packages/model'

/** Work packages and their parts in stored order with what the structure of the plan tells; in one statement. */
export async function listOutline(viewer: Viewer, projectId: string): Promise<OutlineRow[]> {
  const { organisationId = null, id } = visibleProjects(viewer)
  const ids = id?.in ?? null
  const rows = await readAsViewer<OutlineRow & { sort: number }>(
    viewer,
    sql`
      SELECT w.id, w."sourceId", w."parentId", w."investmentId", w.level::text AS level, w.reports, w.code, w."titlePlan",
             w."titleReview", w.sort
        FROM "WorkPackage" w
       WHERE w."projectId" = ${projectId}::uuid
         AND (${organisationId}::uuid IS NULL OR w."organisationId" = ${organisationId}::uuid)
         AND (${ids}::uuid[] IS NULL OR w."projectId" = ANY (${ids}::uuid[]))`,
  )
  return rows.sort((a, b) => a.sort - b.sort).map(({ sort: _order, ...row }) => row)
}
