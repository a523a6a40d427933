import 'server-only'
import type { Viewer } from '@/lib/access/model'
import { readAsViewer } from '@/lib/access/viewer'
import { sql } from '@/lib/platform/db'
import type { ProjectHeader } from '@/lib/projects/model'
import { visibleProjects } from '@/lib/projects/permissions'
import { readSettings } from '@/lib/projects/settings/schema'
import { sortedBy } from '@/lib/values/sort'

/** Projects the viewer may see, by name. */
export async function listProjects(viewer: Viewer): Promise<ProjectHeader[]> {
  return sortedBy(await readHeaders(viewer, null), (project) => project.name, 'fi')
}

/** One project by its key; null when it does not exist or is not the viewer's: the two look the same. */
export async function findProject(viewer: Viewer, key: string): Promise<ProjectHeader | null> {
  const [project] = await readHeaders(viewer, key)
  return project ?? null
}

/** Every page asks for these, so they are one statement; days leave it as text. */
async function readHeaders(viewer: Viewer, key: string | null): Promise<ProjectHeader[]> {
  const { organisationId = null, id } = visibleProjects(viewer)
  const ids = id?.in ?? null
  const rows = await readAsViewer<Omit<ProjectHeader, 'riskScale'> & { settings: unknown }>(
    viewer,
    sql`
      SELECT p.id, p.key, p.name, p.settings, p."organisationId", o.name AS "organisationName",
             json_build_object(
               'name', g.name, 'shortName', g."shortName", 'funder', g.funder,
               'statement', json_build_object('fi', g."statementFi", 'sv', g."statementSv", 'en', g."statementEn")
             ) AS programme,
             coalesce((
               SELECT json_agg(json_build_object(
                        'id', t.id, 'key', t.key, 'from', t."from", 'to', t."to", 'dueOn', t."dueOn",
                        'closesOn', t."closesOn", 'state', t.state
                      ) ORDER BY t."from")
                 FROM "ReportingPeriod" t WHERE t."projectId" = p.id), '[]'::json) AS periods
        FROM "Project" p
        JOIN "Organisation" o ON o.id = p."organisationId"
        JOIN "Programme" g ON g.id = p."programmeId"
       WHERE (${organisationId}::uuid IS NULL OR p."organisationId" = ${organisationId}::uuid)
         AND (${ids}::uuid[] IS NULL OR p.id = ANY (${ids}::uuid[]))
         AND (${key}::text IS NULL OR p.key = ${key})`,
  )
  return rows.map(({ settings, ...row }) => ({ ...row, riskScale: readSettings(settings).riskScale }))
}
