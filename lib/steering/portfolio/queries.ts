import 'server-only'
import type { Viewer } from '@/lib/access/model'
import { readAsViewer, readPublishedAs } from '@/lib/access/viewer'
import { now } from '@/lib/platform/clock'
import { sql } from '@/lib/platform/db'
import { visibleProjects } from '@/lib/projects/permissions'
import { listProjects } from '@/lib/projects/queries'
import { readBody } from '@/lib/rounds/snapshot/schema'
import type { Publication } from '@/lib/steering/model'
import { type PortfolioFigures, type PortfolioRow, portfolioFigures } from '@/lib/steering/portfolio/model'
import { figuresFormat, readFigures } from '@/lib/steering/portfolio/schema'
import { listPublications } from '@/lib/steering/queries'
import { dateInHelsinki } from '@/lib/values/calendar'
import { sortedBy } from '@/lib/values/sort'

/**
 * The viewer's projects side by side; for the national role what every county has published. Figures come from published
 * snapshots only. At most four statements, however many projects there are, and six more while figures of new publications are
 * not kept yet.
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
 * Figures by snapshot. A snapshot never changes, so that remembered figures are never stale, and they are looked up only by
 * ids that the database has shown to this very viewer.
 */
const remembered = new Map<string, PortfolioFigures>()
const rememberedAtMost = 500

/** Bodies read in one statement, unless that would take more than so many statements. */
const together = 8
const statementsAtMost = 6

/** Figures that were kept beside the publication; those of one that has none yet are worked out of its body. */
async function figuresOf(
  viewer: Viewer,
  newest: readonly Publication[],
): Promise<ReadonlyMap<string, PortfolioFigures>> {
  const found = new Map<string, PortfolioFigures>()
  const remember = (id: string, figures: PortfolioFigures) => {
    if (remembered.size >= rememberedAtMost) remembered.delete(remembered.keys().next().value ?? '')
    remembered.set(id, figures)
    found.set(id, figures)
  }
  for (const { snapshotId: id } of newest) {
    const figures = remembered.get(id)
    if (figures) found.set(id, figures)
  }
  const unknown = () => newest.flatMap(({ snapshotId: id }) => (found.has(id) ? [] : id))
  for (const { id, figures } of await readKept(viewer, unknown())) remember(id, figures)
  const unread = unknown()
  const size = Math.max(together, Math.ceil(unread.length / statementsAtMost))
  for (let at = 0; at < unread.length; at += size) {
    for (const { id, body } of await readBodies(viewer, unread.slice(at, at + size)))
      remember(id, portfolioFigures(readBody(body)))
  }
  return found
}

async function readKept(viewer: Viewer, ids: readonly string[]): Promise<{ id: string; figures: PortfolioFigures }[]> {
  if (ids.length === 0) return []
  const rows = await readPublishedAs<{ id: string; figures: unknown }>(
    viewer,
    sql`
      SELECT f."snapshotId" AS id, f.figures FROM "SnapshotFigures" f
       WHERE f.format = ${figuresFormat} AND f."snapshotId" = ANY (${[...ids]}::uuid[])`,
    ids.length,
  )
  return rows.flatMap(({ id, figures: kept }) => {
    const figures = readFigures(kept)
    return figures ? [{ id, figures }] : []
  })
}

const readBodies = (viewer: Viewer, ids: readonly string[]): Promise<{ id: string; body: string }[]> =>
  readPublishedAs(viewer, sql`SELECT s.id, s.body FROM "Snapshot" s WHERE s.id = ANY (${[...ids]}::uuid[])`, ids.length)

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
