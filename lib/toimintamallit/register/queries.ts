import 'server-only'
import type { Viewer } from '@/lib/access/model'
import { asViewer, readAsViewer } from '@/lib/access/viewer'
import { sql } from '@/lib/platform/db'
import { visibleProjects } from '@/lib/projects/permissions'
import type { RegisterModel } from '@/lib/toimintamallit/register/model'

/**
 * Models of a project in stored order with how many pieces of evidence each has and whether its unit is the viewer's own; in
 * one statement. With an id only that one.
 */
export async function listRegister(
  viewer: Viewer,
  { projectId, id = null }: { projectId: string; id?: string | null },
): Promise<RegisterModel[]> {
  const { organisationId = null, id: only } = visibleProjects(viewer)
  const projects = only?.in ?? null
  const rows = await readAsViewer<RegisterModel & { sort: number }>(
    viewer,
    sql`
      SELECT m.id, m."workPackageId", m.name, m."innokylaUrl", m."describedInInnokyla" AS described,
             m."listedInReportTable", m."tablePlace", m.piloted::text AS piloted, m."pilotedAsWritten",
             m."takenIntoUse"::text AS "takenIntoUse", m."stayedInUse"::text AS "stayedInUse", m."stayedInUseAsWritten",
             m."statusText", to_json(coalesce(m.goals, '{}')) AS goals, m."goalMet"::text AS "goalMet", m."goalMetBasis",
             to_json(coalesce(m.results, '{}')) AS results, m."ownerAfterProject", m.place, m."sectionRef", m."sectionTitle", m.note,
             m."titleTag", m.version, m.sort,
             coalesce((SELECT json_agg(i."investmentId" ORDER BY i.sort) FROM "ToimintamalliInvestment" i
                        WHERE i."toimintamalliId" = m.id), '[]'::json) AS "investmentIds",
             coalesce((SELECT json_agg(json_build_object('place', a.place, 'url', a.url) ORDER BY a.sort)
                         FROM "ToimintamalliAddress" a WHERE a."toimintamalliId" = m.id), '[]'::json) AS addresses,
             (SELECT count(*)::int FROM "Evidence" e WHERE e."toimintamalliId" = m.id) AS evidence,
             EXISTS (SELECT 1 FROM "WorkPackageCoordinator" c
                      WHERE c."workPackageId" = m."workPackageId" AND c."userId" = ${viewer.userId}::uuid) AS "isOwnUnit"
        FROM "Toimintamalli" m
       WHERE m."projectId" = ${projectId}::uuid
         AND (${id}::uuid IS NULL OR m.id = ${id}::uuid)
         AND (${organisationId}::uuid IS NULL OR m."organisationId" = ${organisationId}::uuid)
         AND (${projects}::uuid[] IS NULL OR m."projectId" = ANY (${projects}::uuid[]))`,
  )
  return rows.sort((a, b) => a.sort - b.sort).map(({ sort: _order, ...row }) => row)
}

/** Work packages that the viewer reports for in the project. */
export function listOwnUnits(viewer: Viewer, projectId: string): Promise<string[]> {
  const { userId } = viewer
  if (userId === null) return Promise.resolve([])
  return asViewer(viewer, async (tx) => {
    const rows = await tx.workPackageCoordinator.findMany({
      where: { userId, workPackage: { project: { AND: [{ id: projectId }, visibleProjects(viewer)] } } },
      select: { workPackageId: true },
    })
    return rows.map(({ workPackageId }) => workPackageId)
  })
}
