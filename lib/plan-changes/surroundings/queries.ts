import 'server-only'
import type { Viewer } from '@/lib/access/model'
import { readAsViewer } from '@/lib/access/viewer'
import { sql } from '@/lib/platform/db'

export type Surroundings = {
  decisions: { id: string; text: string; itemId: string | null; meetingId: string | null; approved: boolean }[]
  roles: { userId: string; role: string }[]
  report: { periodKey: string; unitId: string } | null
  isOwnUnit: boolean
}

/** What a change that the viewer has been given is tied to: meetings, people's roles, its report. One statement. */
export async function surroundingsOf(
  viewer: Viewer,
  { projectId, changeId }: { projectId: string; changeId: string },
): Promise<Surroundings> {
  const [found] = await readAsViewer<Surroundings>(
    viewer,
    sql`
      SELECT coalesce((
               SELECT json_agg(json_build_object(
                        'id', d.id, 'text', d.text, 'itemId', a.id, 'meetingId', m.id,
                        'approved', coalesce(m.state = 'approved', true)))
                 FROM "PlanChangeDecision" p
                 JOIN "Decision" d ON d.id = p."decisionId" AND d."projectId" = ${projectId}::uuid
                 LEFT JOIN "AgendaItem" a ON a.id = d."agendaItemId"
                 LEFT JOIN "Meeting" m ON m.id = a."meetingId"
                WHERE p."planChangeId" = c.id), '[]'::json) AS decisions,
             coalesce((
               SELECT json_agg(json_build_object('userId', h."userId", 'role', h.role))
                 FROM "Membership" h
                WHERE (h."projectId" = ${projectId}::uuid OR h."projectId" IS NULL)
                  AND h."userId" IN (SELECT e."actorId" FROM "PlanChangeEvent" e WHERE e."planChangeId" = c.id)
             ), '[]'::json) AS roles,
             (SELECT json_build_object('periodKey', t.key, 'unitId', r."unitId")
                FROM "StatusReport" r JOIN "ReportingPeriod" t ON t.id = r."periodId"
               WHERE r.id = c."reportId") AS report,
             EXISTS (SELECT 1 FROM "WorkPackageCoordinator" w
                      WHERE w."workPackageId" = c."workPackageId" AND w."userId" = ${viewer.userId}::uuid) AS "isOwnUnit"
        FROM "PlanChange" c
       WHERE c.id = ${changeId}::uuid AND c."projectId" = ${projectId}::uuid`,
  )
  return found ?? { decisions: [], roles: [], report: null, isOwnUnit: false }
}
