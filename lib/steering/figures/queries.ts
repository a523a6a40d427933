import 'server-only'
import type { Viewer } from '@/lib/access/model'
import { readAsViewer, readPublishedAs } from '@/lib/access/viewer'
import { sql } from '@/lib/platform/db'
import { words } from '@/lib/platform/words'
import type { SnapshotBody } from '@/lib/rounds/snapshot/model'
import type { ReadPublication } from '@/lib/steering/figures/card/model'
import type { NamedFigure } from '@/lib/steering/figures/model'
import { findRow } from '@/lib/steering/figures/rows/model'
import { computedFigure } from '@/lib/steering/figures/sums/model'
import type { PublishedPeriod } from '@/lib/steering/model'
import { visibleSnapshots } from '@/lib/steering/permissions'
import { findSnapshots } from '@/lib/steering/queries'

/** A figure in the publication that its name means, and the publications among which its history is shown. */
export type FoundFigure = {
  wanted: NamedFigure
  shown: PublishedPeriod
  /** Null when the shown publication is the newest of its period */
  version: number | null
  body: SnapshotBody
  /** Oldest first, the shown one among them */
  publications: ReadPublication[]
}

/** Of how many periods the history of a figure is shown at most, counted from the newest. */
const mostPeriods = 8
/** How many publications are looked through, newest first, for a row that is named without its publication. */
const mostSearched = 100

/**
 * The figure behind a short name. Null for what does not exist and for what is not the viewer's to read, which look the same.
 * At most five statements with the code of a publication, and three times as many and one more without one.
 */
export async function findFigure(viewer: Viewer, wanted: NamedFigure): Promise<FoundFigure | null> {
  if (wanted.code !== null) return findIn(viewer, wanted, wanted.code)
  for (const code of await codesHolding(viewer, wanted.short)) {
    const found = await findIn(viewer, wanted, code)
    if (found) return found
  }
  return null
}

async function findIn(viewer: Viewer, wanted: NamedFigure, code: string): Promise<FoundFigure | null> {
  const all = await publicationsOf(viewer, code)
  const shown = all.find((one) => one.code === code)
  if (!shown) return null
  const newest = [...new Map(all.map((one) => [one.periodKey, one])).values()]
  const listed = all.filter((one) => one === shown || newest.slice(-mostPeriods).includes(one))
  const bodies = await findSnapshots(
    viewer,
    listed.map(({ snapshotId }) => snapshotId),
  )
  const body = bodies.get(shown.snapshotId)
  if (!body || !holds(body, wanted)) return null
  return {
    wanted,
    shown,
    version: newest.includes(shown) ? null : shown.version,
    body,
    publications: listed.flatMap((publication) => {
      const content = bodies.get(publication.snapshotId)
      return content ? [{ publication, body: content }] : []
    }),
  }
}

function holds(body: SnapshotBody, { kind, short }: NamedFigure): boolean {
  return (kind === 'computed' ? computedFigure(words('fi'), body, short) : findRow(body, kind, short)) !== null
}

/** Every publication of the project that the named one belongs to, by period and version; none when it is not to be read. */
async function publicationsOf(viewer: Viewer, code: string): Promise<PublishedPeriod[]> {
  const { organisationId, projectIds } = visibleSnapshots(viewer)
  const rows = await readAsViewer<Omit<PublishedPeriod, 'publishedAt'> & { publishedAt: Date }>(
    viewer,
    sql`
      SELECT s.id AS "snapshotId", s."projectKey", s."projectName", s."periodKey", s."periodTo"::text AS "lastDay",
             s.version, s.code, s."publishedAt"
        FROM "Snapshot" s
       WHERE s."projectId" = (SELECT named."projectId" FROM "Snapshot" named WHERE named.code = ${code})
         AND (${organisationId}::uuid IS NULL OR s."organisationId" = ${organisationId}::uuid)
         AND (${projectIds}::uuid[] IS NULL OR s."projectId" = ANY (${projectIds}::uuid[]))
       ORDER BY s."periodTo", s.version`,
  )
  return rows.map(({ publishedAt, ...row }) => ({ ...row, publishedAt: publishedAt.toISOString() }))
}

/**
 * The newest publications whose text holds the row's id. A row may be named in one that does not hold it itself, so that a
 * few are tried. A sum without a row belongs to no publication in particular.
 */
async function codesHolding(viewer: Viewer, short: string): Promise<string[]> {
  const row = /(?:^|\.)([0-9a-f]{12})$/.exec(short)?.[1]
  if (!row) return []
  const { organisationId, projectIds } = visibleSnapshots(viewer)
  const newest = await readAsViewer<Dated>(
    viewer,
    sql`
      SELECT s.id, s.code, s."publishedAt" AS at, s."periodTo"::text AS "lastDay", s.version
        FROM "Snapshot" s
       WHERE (${organisationId}::uuid IS NULL OR s."organisationId" = ${organisationId}::uuid)
         AND (${projectIds}::uuid[] IS NULL OR s."projectId" = ANY (${projectIds}::uuid[]))
       ORDER BY s."periodTo" DESC, s.version DESC, s."publishedAt" DESC
       LIMIT ${mostSearched}`,
  )
  return firstHolding(viewer, row, newest.toSorted(newestFirst))
}

type Dated = { id: string; code: string; at: Date; lastDay: string; version: number }

const newestFirst = (a: Dated, b: Dated): number =>
  b.lastDay.localeCompare(a.lastDay) || b.version - a.version || b.at.getTime() - a.at.getTime()

/** One row when every publication named is there, so that none is passed over; read in their order and no further than needed. */
async function firstHolding(viewer: Viewer, row: string, named: readonly Dated[]): Promise<string[]> {
  const ids = named.map(({ id }) => id)
  const codes = named.map(({ code }) => code)
  const [found] = await readPublishedAs<{ codes: string[] }>(
    viewer,
    sql`
      SELECT to_json(ARRAY(
               SELECT one.code
                 FROM unnest(${ids}::uuid[], ${codes}::text[]) WITH ORDINALITY AS one(id, code, nth)
                WHERE (SELECT position(${`-${row}"`} IN content.body) FROM "Snapshot" content WHERE content.id = one.id) > 0
                ORDER BY one.nth LIMIT 3)) AS codes
       WHERE (SELECT count(*) FROM "Snapshot" s WHERE s.id = ANY (${ids}::uuid[])) = ${ids.length}`,
    1,
  )
  return found?.codes ?? []
}
