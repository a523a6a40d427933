import 'server-only'
import type { Viewer } from '@/lib/access/model'
import { asViewer } from '@/lib/access/viewer'
import type { SnapshotBody, UnitLight } from '@/lib/rounds/snapshot/model'
import { readBody } from '@/lib/rounds/snapshot/schema'
import type { PublishedPeriod } from '@/lib/steering/model'
import { visibleSnapshots } from '@/lib/steering/permissions'

/** Published periods of a project, oldest first, each by its newest version. Empty when there are none, or none to be seen. */
export function listPublished(viewer: Viewer, projectKey: string): Promise<PublishedPeriod[]> {
  return asViewer(viewer, async (tx) => {
    const rows = await tx.snapshot.findMany({
      where: { AND: [{ projectKey }, visibleSnapshots(viewer)] },
      orderBy: [{ periodKey: 'asc' }, { version: 'desc' }],
      select: { id: true, projectKey: true, projectName: true, periodKey: true, version: true, publishedAt: true },
    })
    return rows.flatMap(({ id, publishedAt, ...row }, index) =>
      rows[index - 1]?.periodKey === row.periodKey
        ? []
        : [{ ...row, snapshotId: id, publishedAt: publishedAt.toISOString() }],
    )
  })
}

/** The frozen content of a snapshot; null when it does not exist or is not the viewer's to read. */
export async function findSnapshot(viewer: Viewer, snapshotId: string): Promise<SnapshotBody | null> {
  const seen = await asViewer(viewer, (tx) =>
    tx.snapshot.findFirst({ where: { AND: [{ id: snapshotId }, visibleSnapshots(viewer)] }, select: { id: true } }),
  )
  return seen && (kept.get(seen.id) ?? (await readAndKeep(viewer, seen.id)))
}

/** The lights a published period shows, to compare another period with. */
export async function findLights(viewer: Viewer, snapshotId: string): Promise<Map<string, UnitLight> | null> {
  const body = await findSnapshot(viewer, snapshotId)
  return body && new Map(body.units.map((unit) => [unit.id, unit.status]))
}

/**
 * Read bodies by snapshot. A snapshot never changes, so that a kept one is never stale, and its id is only ever looked up
 * after the database has shown the row to this very viewer: what is kept passes to nobody who could not read it.
 */
const kept = new Map<string, SnapshotBody>()
const keptAtMost = 12

async function readAndKeep(viewer: Viewer, id: string): Promise<SnapshotBody> {
  const row = await asViewer(viewer, (tx) => tx.snapshot.findUniqueOrThrow({ where: { id }, select: { body: true } }))
  const body = readBody(row.body)
  kept.delete(kept.size >= keptAtMost ? (kept.keys().next().value ?? '') : '')
  kept.set(id, body)
  return body
}
