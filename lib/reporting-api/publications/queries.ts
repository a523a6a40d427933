import 'server-only'
import { createHash } from 'node:crypto'
import type { Viewer } from '@/lib/access/model'
import { apiInCounty } from '@/lib/access/programs'
import { readAsViewer } from '@/lib/access/viewer'
import { now } from '@/lib/platform/clock'
import { sql } from '@/lib/platform/db'
import { env } from '@/lib/platform/env'
import type { ApiKeyScope } from '@/lib/reporting-api/keys/model'
import type { Shown } from '@/lib/reporting-api/model'
import { collectSnapshot } from '@/lib/rounds/snapshot/queries'
import { bodyText } from '@/lib/rounds/snapshot/schema'
import { visibleSnapshots } from '@/lib/steering/permissions'
import { findSnapshot } from '@/lib/steering/queries'
import { dateInHelsinki } from '@/lib/values/calendar'

export type Wanted = { scope: ApiKeyScope; project: string | null; period: string | null }

/** What a key shows, in the order of reading, and `data`: a name of exactly these data, which changes when any of them does. */
export type Offered = { publications: Offer[]; data: string }
type Offer = { id: string; newest: boolean; read: () => Promise<Shown> }

type SnapshotRow = {
  id: string
  projectId: string
  projectKey: string
  periodId: string
  periodKey: string
  lastDay: string
  version: number
  code: string
  publishedAt: Date
}

type OpenPeriod = { projectId: string; projectKey: string; periodId: string; periodKey: string; lastDay: string }

/**
 * The newest publication of every period that the viewer may read, by project and the newest period first; with the scope
 * `approved` also what would be published now of periods that are not published yet and have an approved report. Null when a
 * project is asked for that is not the viewer's to read, which looks the same as one that does not exist.
 */
export async function offeredTo(viewer: Viewer, wanted: Wanted): Promise<Offered | null> {
  const projectIds = await findProjectIds(viewer, wanted.project)
  if (projectIds === null) return null
  const all = [
    ...(await listSnapshots(viewer, projectIds)).map((row) => ({ ...row, offer: publishedOffer(viewer, row) })),
    ...(wanted.scope === 'published' ? [] : await listApproved(viewer, projectIds)),
  ].sort(
    (a, b) => compare(a.projectKey, b.projectKey) || compare(b.lastDay, a.lastDay) || compare(b.periodKey, a.periodKey),
  )
  const newest = new Set(all.filter((one, at) => one.projectKey !== all[at - 1]?.projectKey))
  const shown = all.filter(({ periodKey }) => wanted.period === null || periodKey === wanted.period)
  const publications = shown.map((one) => {
    const isNewest = newest.has(one)
    return { id: one.offer.id, newest: isNewest, read: () => one.offer.read(isNewest) }
  })
  return { publications, data: nameOf(shown.map((one) => [one.offer.stamp, newest.has(one)])) }
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

const nameOf = (parts: unknown): string =>
  createHash('sha256').update(JSON.stringify(parts)).digest('base64url').slice(0, 32)

/** Projects whose published material the viewer may read; the one with the key when one is asked for. */
async function findProjectIds(viewer: Viewer, key: string | null): Promise<string[] | null> {
  const { organisationId, projectIds } = visibleSnapshots(viewer)
  const rows = await readAsViewer<{ id: string }>(
    viewer,
    sql`
      SELECT p.id FROM "Project" p
       WHERE (${key}::text IS NULL OR p.key = ${key})
         AND (${organisationId}::uuid IS NULL OR p."organisationId" = ${organisationId}::uuid)
         AND (${projectIds}::uuid[] IS NULL OR p.id = ANY (${projectIds}::uuid[]))`,
  )
  return key !== null && rows.length === 0 ? null : rows.map(({ id }) => id)
}

function listSnapshots(viewer: Viewer, projectIds: string[]): Promise<SnapshotRow[]> {
  return readAsViewer<SnapshotRow>(
    viewer,
    sql`
      SELECT DISTINCT ON (s."periodId") s.id, s."projectId", s."projectKey", s."periodId", s."periodKey",
             s."periodTo"::text AS "lastDay", s.version, s.code, s."publishedAt"
        FROM "Snapshot" s
       WHERE s."projectId" = ANY (${projectIds}::uuid[])
       ORDER BY s."periodId", s.version DESC`,
  )
}

function publishedOffer(viewer: Viewer, row: SnapshotRow) {
  const read = async (newest: boolean): Promise<Shown> => {
    const body = await findSnapshot(viewer, row.id)
    if (!body) throw new Error(`snapshot ${row.id} is gone, though snapshots cannot be removed`)
    return {
      body,
      publicationId: row.id,
      state: 'published',
      version: row.version,
      code: row.code,
      publishedAt: row.publishedAt.toISOString(),
      newest,
      portal: env().appUrl,
    }
  }
  return { id: row.id, stamp: row.id, read }
}

/**
 * What would be published now. It is read as the API itself, since the approved reports are not the steering group's to see
 * before they are published; which projects it may be is decided before, by the viewer of the key.
 */
async function listApproved(viewer: Viewer, projectIds: string[]) {
  if (viewer.organisationId === null) return []
  const itself = apiInCounty(viewer.organisationId)
  const periods = await readAsViewer<OpenPeriod>(
    itself,
    sql`
      SELECT p.id AS "periodId", p.key AS "periodKey", p."to"::text AS "lastDay", p."projectId", j.key AS "projectKey"
        FROM "ReportingPeriod" p JOIN "Project" j ON j.id = p."projectId"
       WHERE p."projectId" = ANY (${projectIds}::uuid[]) AND p.state <> 'published' AND p."from" <= ${dateInHelsinki(now())}::date
         AND NOT EXISTS (SELECT 1 FROM "Snapshot" s WHERE s."periodId" = p.id)
         AND EXISTS (SELECT 1 FROM "StatusReport" r WHERE r."periodId" = p.id AND r.state = 'approved')`,
  )
  return Promise.all(periods.map(async (period) => ({ ...period, offer: await approvedOffer(itself, period) })))
}

async function approvedOffer(viewer: Viewer, { projectId, periodId, periodKey }: OpenPeriod) {
  const body = await collectSnapshot(viewer, projectId, periodKey)
  const id = `approved-${periodId}`
  const shown = { body, publicationId: id, version: null, code: null, publishedAt: null, portal: env().appUrl }
  return {
    id,
    stamp: `${id} ${nameOf(bodyText(body))}`,
    read: (newest: boolean) => Promise.resolve<Shown>({ ...shown, state: 'approved', newest }),
  }
}
