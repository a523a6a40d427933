import 'server-only'
import type { Viewer } from '@/lib/access/model'
import { readAsViewer } from '@/lib/access/viewer'
import { sql } from '@/lib/platform/db'
import { visibleProjects } from '@/lib/projects/permissions'

/** Whether the results of a project are open, with the version of the project; null when it is not the viewer's. */
export async function findResultsState(
  viewer: Viewer,
  projectId: string,
): Promise<{ version: number; openedAt: string | null } | null> {
  const { organisationId = null, id } = visibleProjects(viewer)
  const ids = id?.in ?? null
  const [row] = await readAsViewer<{ version: number; openedAt: Date | null }>(
    viewer,
    sql`
      SELECT p.version, p."resultsOpenedAt" AS "openedAt" FROM "Project" p
       WHERE p.id = ${projectId}::uuid
         AND (${organisationId}::uuid IS NULL OR p."organisationId" = ${organisationId}::uuid)
         AND (${ids}::uuid[] IS NULL OR p.id = ANY (${ids}::uuid[]))`,
  )
  return row ? { version: row.version, openedAt: row.openedAt?.toISOString() ?? null } : null
}

/** The project of a key whose results are open, and nothing more of it; null for every other key. */
export async function findOpenProject(
  viewer: Viewer,
  key: string,
): Promise<{ projectId: string; organisationId: string } | null> {
  const [row] = await readAsViewer<{ projectId: string; organisationId: string }>(
    viewer,
    sql`
      SELECT p.id AS "projectId", p."organisationId" FROM "Project" p
       WHERE p.key = ${key} AND p."resultsOpenedAt" IS NOT NULL`,
  )
  return row ?? null
}
