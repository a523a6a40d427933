import 'server-only'
import type { Viewer } from '@/lib/access/model'
import { readAsViewer } from '@/lib/access/viewer'
import { now } from '@/lib/platform/clock'
import { sql } from '@/lib/platform/db'
import { visibleProjects } from '@/lib/projects/permissions'
import { listProjects } from '@/lib/projects/queries'
import { readBody } from '@/lib/rounds/snapshot/schema'
import type { Publication } from '@/lib/steering/model'
import { type PortfolioFigures, type PortfolioRow, portfolioFigures } from '@/lib/steering/portfolio/model'
import { listPublications } from '@/lib/steering/queries'
import { dateInHelsinki } from '@/lib/values/calendar'
import { sortedBy } from '@/lib/values/sort'

/**
 * The viewer's projects side by side; for the national role what every county has published. Figures come from published
 * snapshots only. At most four statements, however many projects there are.
 */
export async function listPortfolio(viewer: Viewer): Promise<PortfolioRow[]> {
  const [newest, projects, late] = await Promise.all([
    listPublications(viewer),
    viewer.scope === 'national' ? [] : listProjects(viewer),
    countLate(viewer),
  ])
  const figures = await figuresOf(viewer, newest)
  const publishedOf = (row: Publication | undefined) => {
    const known = row && figures.get(row.snapshotId)
    return row && known ? { periodKey: row.periodKey, publishedAt: row.publishedAt, figures: known } : null
  }
  const own = projects.map(
    (project): PortfolioRow => ({
      projectKey: project.key,
      projectName: project.name,
      organisationName: project.organisationName,
      published: publishedOf(newest.find((one) => one.projectKey === project.key)),
      late: late.readable(project.id) ? (late.counts.get(project.id) ?? 0) : null,
      openPeriod: project.periods.findLast(({ state }) => state === 'open')?.key ?? null,
      isOwn: true,
    }),
  )
  const others = newest
    .filter((one) => !projects.some(({ key }) => key === one.projectKey))
    .map(
      (one): PortfolioRow => ({
        ...nameOf(one),
        published: publishedOf(one),
        late: null,
        openPeriod: null,
        isOwn: false,
      }),
    )
  return sortedBy([...own, ...others], (row) => `${row.organisationName} ${row.projectName}`, 'fi')
}

const nameOf = ({ projectKey, projectName, organisationName }: Publication) => ({
  projectKey,
  projectName,
  organisationName,
})

/**
 * Figures by snapshot. A snapshot never changes, so that kept figures are never stale, and they are looked up only by ids
 * that the database has shown to this very viewer.
 */
const kept = new Map<string, PortfolioFigures>()
const keptAtMost = 500

async function figuresOf(
  viewer: Viewer,
  newest: readonly Publication[],
): Promise<ReadonlyMap<string, PortfolioFigures>> {
  const found = new Map(
    newest.flatMap(({ snapshotId: id }): [string, PortfolioFigures][] => {
      const figures = kept.get(id)
      return figures ? [[id, figures]] : []
    }),
  )
  const missing = newest.flatMap(({ snapshotId: id }) => (found.has(id) ? [] : id))
  if (missing.length === 0) return found
  const rows = await readAsViewer<{ id: string; body: string }>(
    viewer,
    sql`SELECT s.id, s.body FROM "Snapshot" s WHERE s.id = ANY (${missing}::uuid[])`,
  )
  for (const { id, body } of rows) {
    const figures = portfolioFigures(readBody(body))
    if (kept.size >= keptAtMost) kept.delete(kept.keys().next().value ?? '')
    kept.set(id, figures)
    found.set(id, figures)
  }
  return found
}

/** Late reports by project, and of which projects the viewer may know. */
async function countLate(viewer: Viewer) {
  const { organisationId = null, id } = visibleProjects(viewer, 'report.read')
  const ids = id?.in ?? null
  const readable = (projectId: string) => ids === null || ids.includes(projectId)
  if (ids?.length === 0) return { readable, counts: new Map<string, number>() }
  const rows = await readAsViewer<{ projectId: string; late: number }>(
    viewer,
    sql`
      SELECT p."projectId", count(*)::int AS late
        FROM "ReportingPeriod" p
        JOIN "WorkPackage" w ON w."projectId" = p."projectId" AND w.reports
        LEFT JOIN "StatusReport" r ON r."unitId" = w.id AND r."periodId" = p.id
        LEFT JOIN "PeriodException" e ON e."workPackageId" = w.id AND e."periodId" = p.id
       WHERE p.state = 'open' AND coalesce(e."dueOn", p."dueOn") < ${dateInHelsinki(now())}::date
         AND (r.id IS NULL OR r.state IN ('not_started', 'draft', 'returned'))
         AND (${organisationId}::uuid IS NULL OR p."organisationId" = ${organisationId}::uuid)
         AND (${ids}::uuid[] IS NULL OR p."projectId" = ANY (${ids}::uuid[]))
       GROUP BY p."projectId"`,
  )
  return { readable, counts: new Map(rows.map((row) => [row.projectId, row.late])) }
}
