import 'server-only'
import type { Viewer } from '@/lib/access/model'
import { asViewer } from '@/lib/access/viewer'
import { type NewerSection, newestOf } from '@/lib/final-report/editor/commands'
import { isWritable } from '@/lib/final-report/model'
import { canInDocument, documentsOf } from '@/lib/final-report/permissions'
import { now } from '@/lib/platform/clock'
import type { Tx } from '@/lib/platform/db'
import { type Present, presentSeconds } from '@/lib/status-reports/presence/model'
import { fail, ok, type Result } from '@/lib/values/result'

type Told = { sectionId: string; tab: string; version: number }

/**
 * Tells that the viewer has a section open for writing, and answers who else has, and what it holds if that is newer than what
 * the page knows. Stale rows are cleared on the way. Reasons: NOT_FOUND, NOT_ALLOWED, LOCKED.
 */
export function tellSectionPresence(
  viewer: Viewer,
  { sectionId, tab, version }: Told,
): Promise<Result<{ others: Present[]; newer: NewerSection | null }, 'NOT_FOUND' | 'NOT_ALLOWED' | 'LOCKED'>> {
  return asViewer(viewer, async (tx) => {
    const { userId } = viewer
    const section = await tx.finalReportSection.findFirst({
      where: { id: sectionId, report: documentsOf(viewer) },
      select: { organisationId: true, version: true, report: { select: { kind: true, projectId: true, state: true } } },
    })
    if (!section) return fail('NOT_FOUND')
    const { kind, projectId, state } = section.report
    if (userId === null || !canInDocument(viewer, 'write', projectId, kind)) return fail('NOT_ALLOWED')
    if (!isWritable[state]) return fail('LOCKED')
    await dropStale(tx)
    const row = { organisationId: section.organisationId, sectionId, tab, userId, seenAt: now() }
    const kept = await tx.sectionPresence.updateMany({
      where: { sectionId, tab, userId },
      data: { seenAt: row.seenAt },
    })
    // A tab's id that is somebody else's row stays theirs.
    if (kept.count === 0) await tx.sectionPresence.createMany({ data: [row], skipDuplicates: true })
    const others = await othersAt(tx, { sectionId, tab, userId })
    return ok({ others, newer: section.version > version ? await newestOf(viewer, tx, sectionId) : null })
  })
}

/** The tab is being left. Only one's own row can be removed; a row that is gone is no fault. */
export async function endSectionPresence(
  viewer: Viewer,
  { sectionId, tab }: { sectionId: string; tab: string },
): Promise<void> {
  const { userId } = viewer
  if (userId === null) return
  await asViewer(viewer, (tx) => tx.sectionPresence.deleteMany({ where: { sectionId, tab, userId } }))
}

const oldest = (): Date => new Date(now().getTime() - presentSeconds * 1000)

/** Rows that another beat is just clearing or renewing are left to it: two beats never wait for each other. */
async function dropStale(tx: Tx): Promise<void> {
  await tx.$executeRaw`DELETE FROM "SectionPresence" WHERE ("sectionId", tab) IN (
    SELECT "sectionId", tab FROM "SectionPresence" WHERE "seenAt" < ${oldest()} FOR UPDATE SKIP LOCKED)`
}

async function othersAt(
  tx: Tx,
  { sectionId, tab, userId }: { sectionId: string; tab: string; userId: string },
): Promise<Present[]> {
  const rows = await tx.sectionPresence.findMany({
    where: { sectionId, tab: { not: tab }, seenAt: { gte: oldest() } },
    orderBy: [{ user: { name: 'asc' } }, { tab: 'asc' }],
    select: { userId: true, user: { select: { name: true } } },
  })
  return rows.map((row) => ({ name: row.user.name, self: row.userId === userId, path: null }))
}
