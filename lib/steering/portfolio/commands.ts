import 'server-only'
import type { Viewer } from '@/lib/access/model'
import { asViewer, readAsViewer } from '@/lib/access/viewer'
import { sql } from '@/lib/platform/db'
import { describeError, log } from '@/lib/platform/logger'
import { readBody } from '@/lib/rounds/snapshot/schema'
import { portfolioFigures } from '@/lib/steering/portfolio/model'
import { figuresFormat } from '@/lib/steering/portfolio/schema'
import { fail, ok, type Result } from '@/lib/values/result'

/**
 * Works out the figures of newest publications that have none yet, and keeps them beside the publication: a list of every
 * county's projects then reads a few hundred bytes of each instead of its whole body. One at a time, since a body may be
 * large. Several servers may do so at once: what one has kept, another leaves. Reasons: NOT_ALLOWED (a person).
 * @param stopped asked between publications: a server that is about to end begins no new one
 */
export async function workOutFigures(
  viewer: Viewer,
  stopped: () => boolean = () => false,
): Promise<Result<{ workedOut: number }, 'NOT_ALLOWED'>> {
  if (viewer.kind !== 'system') return fail('NOT_ALLOWED')
  let workedOut = 0
  for (const publication of await listWithoutFigures(viewer)) {
    if (stopped()) break
    workedOut += await keepFigures(viewer, publication)
  }
  return ok({ workedOut })
}

type Missing = { id: string; organisationId: string }

function listWithoutFigures(viewer: Viewer): Promise<Missing[]> {
  return readAsViewer<Missing>(
    viewer,
    sql`
      SELECT newest.id, newest."organisationId"
        FROM (SELECT DISTINCT ON (s."projectId") s.id, s."organisationId" FROM "Snapshot" s
               ORDER BY s."projectId", s."periodTo" DESC, s.version DESC) newest
       WHERE NOT EXISTS (SELECT 1 FROM "SnapshotFigures" f WHERE f."snapshotId" = newest.id AND f.format = ${figuresFormat})`,
  )
}

/** How many were kept: none when the body cannot be read, which the log tells and the page too. */
async function keepFigures(viewer: Viewer, { id, organisationId }: Missing): Promise<number> {
  const [row] = await readAsViewer<{ body: string }>(
    viewer,
    sql`SELECT s.body FROM "Snapshot" s WHERE s.id = ${id}::uuid`,
  )
  if (!row) return 0
  try {
    const figures = portfolioFigures(readBody(row.body))
    const made = await asViewer(viewer, (tx) =>
      tx.snapshotFigures.createMany({
        data: [{ organisationId, snapshotId: id, format: figuresFormat, figures }],
        skipDuplicates: true,
      }),
    )
    return made.count
  } catch (error) {
    log('error', 'figures.broken', { snapshotId: id, error: describeError(error).message })
    return 0
  }
}
