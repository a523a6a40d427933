import 'server-only'
import type { Viewer } from '@/lib/access/model'
import { readAsViewer, readPublishedAs } from '@/lib/access/viewer'
import { sql } from '@/lib/platform/db'
import type { SnapshotBody } from '@/lib/rounds/snapshot/model'
import { readBody } from '@/lib/rounds/snapshot/schema'
import type { Publication, PublishedPeriod } from '@/lib/steering/model'
import { visibleSnapshots } from '@/lib/steering/permissions'
import { sortedBy } from '@/lib/values/sort'

/** Published periods of a project, oldest first, each by its newest version. Empty when there are none, or none to be seen. */
export async function listPublished(viewer: Viewer, projectKey: string): Promise<PublishedPeriod[]> {
  const { organisationId, projectIds } = visibleSnapshots(viewer)
  const rows = await readAsViewer<Omit<PublishedPeriod, 'publishedAt'> & { publishedAt: Date }>(
    viewer,
    sql`
      SELECT DISTINCT ON (s."periodKey") s.id AS "snapshotId", s."projectKey", s."projectName", s."periodKey",
             s."periodTo"::text AS "lastDay", s.version, s.code, s."publishedAt"
        FROM "Snapshot" s
       WHERE s."projectKey" = ${projectKey}
         AND (${organisationId}::uuid IS NULL OR s."organisationId" = ${organisationId}::uuid)
         AND (${projectIds}::uuid[] IS NULL OR s."projectId" = ANY (${projectIds}::uuid[]))
       ORDER BY s."periodKey", s.version DESC`,
  )
  return rows
    .map(({ publishedAt, ...row }) => ({ ...row, publishedAt: publishedAt.toISOString() }))
    .sort((a, b) => (a.lastDay < b.lastDay ? -1 : 1))
}

/** Every publication of one period, the first one first. Empty when there is none to be seen. */
export async function listVersions(viewer: Viewer, projectKey: string, periodKey: string): Promise<PublishedPeriod[]> {
  const { organisationId, projectIds } = visibleSnapshots(viewer)
  const rows = await readAsViewer<Omit<PublishedPeriod, 'publishedAt'> & { publishedAt: Date }>(
    viewer,
    sql`
      SELECT s.id AS "snapshotId", s."projectKey", s."projectName", s."periodKey", s."periodTo"::text AS "lastDay",
             s.version, s.code, s."publishedAt"
        FROM "Snapshot" s
       WHERE s."projectKey" = ${projectKey} AND s."periodKey" = ${periodKey}
         AND (${organisationId}::uuid IS NULL OR s."organisationId" = ${organisationId}::uuid)
         AND (${projectIds}::uuid[] IS NULL OR s."projectId" = ANY (${projectIds}::uuid[]))
       ORDER BY s.version`,
  )
  return rows.map(({ publishedAt, ...row }) => ({ ...row, publishedAt: publishedAt.toISOString() }))
}

/**
 * The newest published period of every project whose published material the viewer may read, by county and name. Goes from
 * project to project by the index of publications, so that the years behind each cost nothing (docs/decisions/046-national-view.md).
 */
export async function listPublications(viewer: Viewer): Promise<Publication[]> {
  const { organisationId, projectIds } = visibleSnapshots(viewer)
  const visible = sql`(${organisationId}::uuid IS NULL OR s."organisationId" = ${organisationId}::uuid)
         AND (${projectIds}::uuid[] IS NULL OR s."projectId" = ANY (${projectIds}::uuid[]))`
  const rows = await readAsViewer<Omit<Publication, 'publishedAt'> & { publishedAt: Date }>(
    viewer,
    sql`
      WITH RECURSIVE newest AS (
        (SELECT ${ofPublication} FROM "Snapshot" s WHERE ${visible} ${newestFirst} LIMIT 1)
        UNION ALL
        SELECT next.* FROM newest CROSS JOIN LATERAL (
          SELECT ${ofPublication} FROM "Snapshot" s WHERE s."projectId" > newest."projectId" AND ${visible} ${newestFirst} LIMIT 1
        ) next
      )
      SELECT "snapshotId", "projectKey", "projectName", "organisationName", "periodKey", "publishedAt" FROM newest`,
  )
  const all = rows.map(({ publishedAt, ...row }) => ({ ...row, publishedAt: publishedAt.toISOString() }))
  return sortedBy(all, (row) => `${row.organisationName} ${row.projectName}`, 'fi')
}

const ofPublication = sql`s.id AS "snapshotId", s."projectId", s."projectKey", s."projectName", s."organisationName", s."periodKey", s."publishedAt"`
const newestFirst = sql`ORDER BY s."projectId", s."periodTo" DESC, s.version DESC`

/** The frozen content of a snapshot; null when it does not exist or is not the viewer's to read. */
export async function findSnapshot(viewer: Viewer, snapshotId: string): Promise<SnapshotBody | null> {
  const { organisationId, projectIds } = visibleSnapshots(viewer)
  const [seen] = await readPublishedAs<{ id: string }>(
    viewer,
    sql`
      SELECT s.id FROM "Snapshot" s
       WHERE s.id = ${snapshotId}::uuid
         AND (${organisationId}::uuid IS NULL OR s."organisationId" = ${organisationId}::uuid)
         AND (${projectIds}::uuid[] IS NULL OR s."projectId" = ANY (${projectIds}::uuid[]))`,
    1,
  )
  return seen ? (kept.get(seen.id) ?? (await readAndKeep(viewer, seen.id))) : null
}

/**
 * The publication that was the previous one when the shown one was made: of the nearest earlier period, the newest of that
 * time. It never changes, whatever is published later. Null when there was none.
 */
export async function findPrevious(viewer: Viewer, shown: PublishedPeriod): Promise<PublishedPeriod | null> {
  const { organisationId, projectIds } = visibleSnapshots(viewer)
  const [row] = await readAsViewer<Omit<PublishedPeriod, 'publishedAt'> & { publishedAt: Date }>(
    viewer,
    sql`
      SELECT s.id AS "snapshotId", s."projectKey", s."projectName", s."periodKey", s."periodTo"::text AS "lastDay",
             s.version, s.code, s."publishedAt"
        FROM "Snapshot" s
       WHERE s."projectKey" = ${shown.projectKey} AND s."periodTo" < ${shown.lastDay}::date
         AND s."publishedAt" <= ${shown.publishedAt}::timestamptz
         AND (${organisationId}::uuid IS NULL OR s."organisationId" = ${organisationId}::uuid)
         AND (${projectIds}::uuid[] IS NULL OR s."projectId" = ANY (${projectIds}::uuid[]))
       ORDER BY s."periodTo" DESC, s.version DESC
       LIMIT 1`,
  )
  return row ? { ...row, publishedAt: row.publishedAt.toISOString() } : null
}

/** Several of them at once, by id; those that are not the viewer's to read are left out. Two statements at most. */
export async function findSnapshots(
  viewer: Viewer,
  snapshotIds: readonly string[],
): Promise<Map<string, SnapshotBody>> {
  const { organisationId, projectIds } = visibleSnapshots(viewer)
  const named = [...new Set(snapshotIds)]
  const seen = await readPublishedAs<{ id: string }>(
    viewer,
    sql`
      SELECT s.id FROM "Snapshot" s
       WHERE s.id = ANY (${named}::uuid[])
         AND (${organisationId}::uuid IS NULL OR s."organisationId" = ${organisationId}::uuid)
         AND (${projectIds}::uuid[] IS NULL OR s."projectId" = ANY (${projectIds}::uuid[]))`,
    named.length,
  )
  const found = new Map(seen.flatMap(({ id }) => (kept.has(id) ? [[id, kept.get(id) as SnapshotBody] as const] : [])))
  const missing = seen.map(({ id }) => id).filter((id) => !found.has(id))
  if (missing.length === 0) return found
  const rows = await readPublishedAs<{ id: string; body: string }>(
    viewer,
    sql`SELECT s.id, s.body FROM "Snapshot" s WHERE s.id = ANY (${missing}::uuid[])`,
    missing.length,
  )
  for (const row of rows) found.set(row.id, keep(row.id, readBody(row.body)))
  return found
}

/**
 * Read bodies by snapshot. A snapshot never changes, so that a kept one is never stale, and its id is only ever looked up
 * after the database has shown the row to this very viewer: what is kept passes to nobody who could not read it.
 */
const kept = new Map<string, SnapshotBody>()
const keptAtMost = 12

async function readAndKeep(viewer: Viewer, id: string): Promise<SnapshotBody> {
  const [row] = await readPublishedAs<{ body: string }>(
    viewer,
    sql`SELECT s.body FROM "Snapshot" s WHERE s.id = ${id}::uuid`,
    1,
  )
  if (!row) throw new Error(`snapshot ${id} is gone, though snapshots cannot be removed`)
  return keep(id, readBody(row.body))
}

function keep(id: string, body: SnapshotBody): SnapshotBody {
  kept.delete(kept.size >= keptAtMost ? (kept.keys().next().value ?? '') : '')
  kept.set(id, body)
  return body
}
