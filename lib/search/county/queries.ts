import 'server-only'
import type { Capability, Viewer } from '@/lib/access/model'
import { readAsViewer } from '@/lib/access/viewer'
import { type Sql, sql } from '@/lib/platform/db'
import { visibleProjects } from '@/lib/projects/permissions'
import { type FoundRow, hitsAtMost, searchKinds } from '@/lib/search/model'
import { escaped, foldedSigns, type Terms } from '@/lib/search/terms/model'

/**
 * What the viewer may open of their own county, the best of each kind first: one statement. Behind it stands row-level
 * security; within it each noun's own rule of who sees what.
 */
export async function findInCounty(viewer: Viewer, { phrase, terms }: Terms): Promise<FoundRow[]> {
  const rows = await readAsViewer<FoundRow & { nth: number }>(
    viewer,
    sql`
      WITH mine AS (${mine(viewer)}),
      candidate AS (${candidates}),
      folded AS (
        SELECT c.*, ' ' || translate(lower(c.text), ${foldedSigns.from}, ${foldedSigns.to}) AS "all",
               translate(lower(c.title), ${foldedSigns.from}, ${foldedSigns.to}) AS "name",
               translate(lower(c.code), ${foldedSigns.from}, ${foldedSigns.to}) AS "mark"
          FROM candidate c),
      found AS (
        SELECT f.*,
               CASE WHEN f.mark = ${phrase} THEN 0
                    WHEN f.name LIKE ${`${escaped(phrase)}%`} THEN 1
                    WHEN f."all" LIKE ALL (${terms.map(({ start }) => start)}::text[]) THEN 2
                    WHEN f."all" LIKE ALL (${terms.map(({ exact }) => exact)}::text[]) THEN 3
                    ELSE 4 END AS score
          FROM folded f
         WHERE NOT EXISTS (
           SELECT 1 FROM unnest(${terms.map(({ exact }) => exact)}::text[], ${terms.map(({ loose }) => loose)}::text[]) AS w(exact, loose)
            WHERE f."all" NOT LIKE w.exact AND f."all" NOT LIKE w.loose)),
      ranked AS (
        SELECT r.*, row_number() OVER (PARTITION BY r.kind ORDER BY r.score, r.name, r.id)::int AS nth,
               count(*) OVER (PARTITION BY r.kind)::int AS total
          FROM found r)
      SELECT k.kind, k.id::text AS id, m.key AS "projectKey", m.name AS "projectName", k.within, k.code, k.title, k.total, k.nth
        FROM ranked k JOIN mine m ON m.id = k."projectId"
       WHERE k.nth <= ${hitsAtMost}`,
  )
  const order = ({ kind, nth }: FoundRow & { nth: number }) => searchKinds.indexOf(kind) * 1000 + nth
  return rows.sort((a, b) => order(a) - order(b)).map(({ nth: _, ...row }) => row)
}

/** Projects the viewer may open, with what else they may do there. */
function mine(viewer: Viewer): Sql {
  const { organisationId = null } = visibleProjects(viewer)
  const may = (capability: Capability) => {
    const ids = visibleProjects(viewer, capability).id?.in ?? null
    return sql`(${ids}::uuid[] IS NULL OR p.id = ANY (${ids}::uuid[]))`
  }
  return sql`
    SELECT p.id, p.key, p.name, p."nameVariants",
           ${may('report.read')} AS "readsReports", ${may('meetings.read')} AS "readsMeetings",
           ${may('final_report.read')} AS "readsFinalReport",
           (SELECT t.key FROM "ReportingPeriod" t WHERE t."projectId" = p.id AND t.state = 'open'
             ORDER BY t."from" DESC LIMIT 1) AS "openPeriod"
      FROM "Project" p
     WHERE (${organisationId}::uuid IS NULL OR p."organisationId" = ${organisationId}::uuid)
       AND ${may('project.read')}`
}

/** Everything that can be found, as rows of one shape. Which of a noun's rows are seen repeats its `visibleTo`. */
const candidates = sql`
  SELECT 'project' AS kind, m.id, m.id AS "projectId", NULL::text AS within, m.key AS code, m.name AS title,
         concat_ws(' ', m.key, m.name, array_to_string(m."nameVariants", ' ')) AS text
    FROM mine m
  UNION ALL
  SELECT 'work_package', w.id, m.id, CASE WHEN w.reports AND m."readsReports" THEN m."openPeriod" END, w.code,
         coalesce(w."titleReview", w."titlePlan", w.code, w."sourceId"),
         concat_ws(' ', w.code, w."sourceId", w."titleReview", w."titlePlan", array_to_string(w."earlierTitles", ' '))
    FROM "WorkPackage" w JOIN mine m ON m.id = w."projectId"
  UNION ALL
  SELECT 'indicator', i.id, m.id, NULL, NULL, v.name, v.name
    FROM "Indicator" i JOIN mine m ON m.id = i."projectId"
    JOIN LATERAL (SELECT o.name FROM "IndicatorVersion" o WHERE o."indicatorId" = i.id ORDER BY o.version DESC LIMIT 1) v ON true
  UNION ALL
  SELECT 'toimintamalli', t.id, m.id, NULL, NULL, t.name, concat_ws(' ', t.name, t."titleTag", t."ownerAfterProject")
    FROM "Toimintamalli" t JOIN mine m ON m.id = t."projectId"
  UNION ALL
  SELECT 'risk', r.id, m.id, NULL, r.no::text, r.description, concat_ws(' ', r.no, r.description)
    FROM "Risk" r JOIN mine m ON m.id = r."projectId"
  UNION ALL
  SELECT 'decision', d.id, m.id, NULL, '§ ' || a.number, d.text, concat_ws(' ', d.text, a.title, '§ ' || a.number)
    FROM "Decision" d JOIN mine m ON m.id = d."projectId"
    LEFT JOIN "AgendaItem" a ON a.id = d."agendaItemId"
    LEFT JOIN "Meeting" g ON g.id = a."meetingId"
   WHERE d."agendaItemId" IS NULL OR m."readsMeetings" OR g.state = 'approved'
  UNION ALL
  SELECT 'meeting', g.id, m.id, NULL, NULL, g.title,
         concat_ws(' ', g.title, b.name, g."dateAsWritten",
           (SELECT string_agg(a.title, ' ') FROM "AgendaItem" a WHERE a."meetingId" = g.id))
    FROM "Meeting" g JOIN "SteeringBody" b ON b.id = g."bodyId" JOIN mine m ON m.id = b."projectId"
   WHERE m."readsMeetings" OR g.state = 'approved'
  UNION ALL
  SELECT 'purchase', p.id, m.id, NULL, p."caseNumber", p.title,
         concat_ws(' ', p.title, p.supplier, p."caseNumber")
    FROM "Purchase" p JOIN mine m ON m.id = p."projectId"
  UNION ALL
  SELECT 'plan_change', c.id, m.id, NULL, c.no::text, c.title, concat_ws(' ', c.no, c.title, c.what, c."workPackageAsWritten")
    FROM "PlanChange" c JOIN mine m ON m.id = c."projectId"
    LEFT JOIN "StatusReport" s ON s.id = c."reportId"
   WHERE m."readsReports" OR c."reportId" IS NULL OR c.state <> 'proposed' OR s.state = 'published'
  UNION ALL
  SELECT 'section', s.id, m.id, r.kind::text, s.number, s.title, concat_ws(' ', s.number, s.title)
    FROM "FinalReportSection" s JOIN "FinalReport" r ON r.id = s."reportId" JOIN mine m ON m.id = r."projectId"
   WHERE r.kind = 'project_plan' OR m."readsFinalReport"`
