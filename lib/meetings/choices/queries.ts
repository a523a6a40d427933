import 'server-only'
import { can, type Viewer } from '@/lib/access/model'
import { asViewer } from '@/lib/access/viewer'
import type { ConcernChoices } from '@/lib/meetings/choices/model'
import { type Concern, concernKinds } from '@/lib/meetings/decisions/model'
import { sql } from '@/lib/platform/db'
import { visibleProjects } from '@/lib/projects/permissions'

/** Everything that an item or a decision may concern, of every project the transaction sees: kind, id and what people call it. */
const things = sql`
  SELECT 'work_package' AS kind, w.id, w."projectId", w.sort,
         coalesce(w."titleReview", w."titlePlan", w.code, w."sourceId") AS title FROM "WorkPackage" w
  UNION ALL SELECT 'toimintamalli', m.id, m."projectId", m.sort, m.name FROM "Toimintamalli" m
  UNION ALL SELECT 'investment', i.id, i."projectId", i.sort, concat_ws(' ', i.code, i.title) FROM "Investment" i
  UNION ALL SELECT 'purchase', p.id, p."projectId", p.sort, p.title FROM "Purchase" p
  UNION ALL SELECT 'plan_change', c.id, c."projectId", c.sort, concat_ws(' ', c.no || '.', c.title) FROM "PlanChange" c
  UNION ALL SELECT 'section', s.id, r."projectId", s.sort, concat_ws(' ', s.number, s.title)
              FROM "FinalReportSection" s JOIN "FinalReport" r ON r.id = s."reportId" AND r.kind = 'final_report'`

/** The named ones of a project's things, in no order; ids that are not the project's are left out. The caller has checked the right. */
export function findThings(viewer: Viewer, projectId: string, ids: readonly string[]): Promise<Concern[]> {
  if (ids.length === 0) return Promise.resolve([])
  return asViewer(viewer, (tx) =>
    tx.$queryRaw<Concern[]>(sql`
      SELECT t.kind, t.id::text AS id, t.title FROM (${things}) t
       WHERE t."projectId" = ${projectId}::uuid AND t.id = ANY (${[...new Set(ids)]}::uuid[])`),
  )
}

/** Whether every one of these is a thing of its kind of the project. */
export async function areProjects(
  viewer: Viewer,
  projectId: string,
  wanted: readonly Pick<Concern, 'kind' | 'id'>[],
): Promise<boolean> {
  const known = await findThings(
    viewer,
    projectId,
    wanted.map(({ id }) => id),
  )
  return wanted.every(({ kind, id }) => known.some((thing) => thing.kind === kind && thing.id === id))
}

/** Everything of a project that may be chosen, in stored order; sections only for readers of the final report. */
export function listConcernChoices(viewer: Viewer, projectId: string): Promise<ConcernChoices> {
  return asViewer(viewer, async (tx) => {
    const project = await tx.project.findFirst({
      where: { AND: [{ id: projectId }, visibleProjects(viewer)] },
      select: { id: true },
    })
    const rows = project
      ? await tx.$queryRaw<Concern[]>(sql`
          SELECT t.kind, t.id::text AS id, t.title FROM (${things}) t
           WHERE t."projectId" = ${project.id}::uuid ORDER BY t.sort, t.id`)
      : []
    const of = (kind: Concern['kind']) =>
      rows.filter((row) => row.kind === kind).map(({ id, title }) => ({ id, title }))
    const readsFinalReport = can(viewer, 'final_report.read', projectId)
    return Object.fromEntries(
      concernKinds.map((kind) => [kind, kind === 'section' && !readsFinalReport ? [] : of(kind)]),
    ) as ConcernChoices
  })
}
