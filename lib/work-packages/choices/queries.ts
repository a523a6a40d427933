import 'server-only'
import { can, type Viewer } from '@/lib/access/model'
import { readAsViewer } from '@/lib/access/viewer'
import { sql } from '@/lib/platform/db'
import type { PlaceChoices } from '@/lib/work-packages/choices/model'

/** Units and investments of a project in stored order, for the choices of forms: one statement. Nothing for those who may not see it. */
export async function listPlaceChoices(viewer: Viewer, projectId: string): Promise<PlaceChoices> {
  if (!can(viewer, 'project.read', projectId)) return { units: [], investments: [] }
  const [found] = await readAsViewer<PlaceChoices>(
    viewer,
    sql`
      SELECT coalesce((
               SELECT json_agg(json_build_object(
                        'id', w.id, 'sourceId', w."sourceId", 'code', w.code, 'titlePlan', w."titlePlan",
                        'titleReview', w."titleReview", 'investmentId', w."investmentId",
                        'own', EXISTS (SELECT 1 FROM "WorkPackageCoordinator" c
                                        WHERE c."workPackageId" = w.id AND c."userId" = ${viewer.userId}::uuid)
                      ) ORDER BY w.sort)
                 FROM "WorkPackage" w WHERE w."projectId" = ${projectId}::uuid), '[]'::json) AS units,
             coalesce((
               SELECT json_agg(json_build_object('id', i.id, 'code', i.code, 'title', i.title) ORDER BY i.sort)
                 FROM "Investment" i WHERE i."projectId" = ${projectId}::uuid), '[]'::json) AS investments`,
  )
  return found ?? { units: [], investments: [] }
}
