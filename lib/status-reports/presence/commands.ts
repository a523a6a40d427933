import 'server-only'
import type { Viewer } from '@/lib/access/model'
import { asViewer } from '@/lib/access/viewer'
import { now } from '@/lib/platform/clock'
import type { Tx } from '@/lib/platform/db'
import { isWritable } from '@/lib/status-reports/model'
import { rightToEvent, visibleTo } from '@/lib/status-reports/permissions'
import { type NewerField, type Present, presentSeconds } from '@/lib/status-reports/presence/model'
import { fail, ok, type Result } from '@/lib/values/result'

type Told = { reportId: string; tab: string; path: string | null; seen: Readonly<Record<string, number>> }

/**
 * Tells that the viewer has a report open for writing, and answers who else has and which fields are newer than the
 * versions the page knows. Stale rows are cleared on the way. Reasons: NOT_FOUND, NOT_ALLOWED, LOCKED (the report is not
 * open for writing).
 */
export function tellPresence(
  viewer: Viewer,
  { reportId, tab, path, seen }: Told,
): Promise<Result<{ others: Present[]; newer: NewerField[] }, 'NOT_FOUND' | 'NOT_ALLOWED' | 'LOCKED'>> {
  return asViewer(viewer, async (tx) => {
    const report = await tx.statusReport.findFirst({
      where: { id: reportId, ...visibleTo(viewer) },
      select: {
        organisationId: true,
        state: true,
        unit: {
          select: {
            projectId: true,
            coordinators: { where: { userId: viewer.userId ?? undefined }, select: { userId: true } },
          },
        },
      },
    })
    const { userId } = viewer
    if (!report) return fail('NOT_FOUND')
    const place = {
      projectId: report.unit.projectId,
      isOwnUnit: userId !== null && report.unit.coordinators.length > 0,
    }
    if (userId === null || !rightToEvent(viewer, 'saved', place)) return fail('NOT_ALLOWED')
    if (!isWritable(report.state)) return fail('LOCKED')
    await dropStale(tx)
    await keepRow(tx, { organisationId: report.organisationId, reportId, tab, userId, path, seenAt: now() })
    return ok({ others: await othersAt(tx, reportId, tab, userId), newer: await newerThan(tx, reportId, seen) })
  })
}

/** The tab is being left. Only one's own row can be removed; a row that is gone is no fault. */
export async function endPresence(viewer: Viewer, { reportId, tab }: { reportId: string; tab: string }): Promise<void> {
  const { userId } = viewer
  if (userId === null) return
  await asViewer(viewer, (tx) => tx.presence.deleteMany({ where: { reportId, tab, userId } }))
}

const oldest = (): Date => new Date(now().getTime() - presentSeconds * 1000)

/** Rows that another beat is just clearing or renewing are left to it: two beats never wait for each other. */
async function dropStale(tx: Tx): Promise<void> {
  await tx.$executeRaw`DELETE FROM "Presence" WHERE ("reportId", tab) IN (
    SELECT "reportId", tab FROM "Presence" WHERE "seenAt" < ${oldest()} FOR UPDATE SKIP LOCKED)`
}

type Row = { organisationId: string; reportId: string; tab: string; userId: string; path: string | null; seenAt: Date }

async function keepRow(tx: Tx, row: Row): Promise<void> {
  const { reportId, tab, userId, path, seenAt } = row
  const kept = await tx.presence.updateMany({ where: { reportId, tab, userId }, data: { path, seenAt } })
  // A tab's id that is somebody else's row stays theirs.
  if (kept.count === 0) await tx.presence.createMany({ data: [row], skipDuplicates: true })
}

async function othersAt(tx: Tx, reportId: string, tab: string, userId: string): Promise<Present[]> {
  const rows = await tx.presence.findMany({
    where: { reportId, tab: { not: tab }, seenAt: { gte: oldest() } },
    orderBy: [{ user: { name: 'asc' } }, { tab: 'asc' }],
    select: { userId: true, path: true, user: { select: { name: true } } },
  })
  return rows.map((row) => ({ name: row.user.name, self: row.userId === userId, path: row.path }))
}

async function newerThan(tx: Tx, reportId: string, seen: Told['seen']): Promise<NewerField[]> {
  const known = await tx.statusReportEntry.findMany({ where: { reportId }, select: { path: true, version: true } })
  const paths = known.filter(({ path, version }) => version > (seen[path] ?? 0)).map(({ path }) => path)
  if (paths.length === 0) return []
  const rows = await tx.statusReportEntry.findMany({
    where: { reportId, path: { in: paths } },
    select: {
      path: true,
      text: true,
      version: true,
      confirmed: true,
      undoText: true,
      updatedAt: true,
      updatedBy: { select: { name: true } },
    },
  })
  return rows.map(({ undoText, updatedAt, updatedBy, ...row }) => ({
    ...row,
    undo: undoText,
    by: updatedBy?.name ?? null,
    at: updatedAt.toISOString(),
  }))
}
