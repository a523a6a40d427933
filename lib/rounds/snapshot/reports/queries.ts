import 'server-only'
import type { Role, Viewer } from '@/lib/access/model'
import { asViewer } from '@/lib/access/viewer'
import { dayText } from '@/lib/platform/columns'
import { listShownThreads } from '@/lib/rounds/snapshot/comments/queries'
import type { Origins, ReportPeriods } from '@/lib/rounds/snapshot/indicators/model'
import type { SnapshotReport } from '@/lib/rounds/snapshot/model'
import { reportParts, type StateTold } from '@/lib/rounds/snapshot/reports/model'
import { toCorrections } from '@/lib/status-reports/corrections/model'
import { correctionsInOrder } from '@/lib/status-reports/corrections/queries'
import { visibleTo } from '@/lib/status-reports/permissions'

/** States of a report whose content may be published; what is still being written or checked never is. */
const publishable = ['approved', 'published'] as const

/** The approved report of each unit for the period. */
export function listApprovedReports(
  viewer: Viewer,
  projectId: string,
  periodId: string,
): Promise<Map<string, SnapshotReport>> {
  return asViewer(viewer, async (tx) => {
    const rows = await tx.statusReport.findMany({
      where: { AND: [{ periodId, state: { in: [...publishable] } }, visibleTo(viewer)] },
      select: {
        id: true,
        unitId: true,
        scope: true,
        derivedFigures: true,
        note: true,
        corrections: correctionsInOrder,
        entries: { orderBy: [{ sort: 'asc' }, { path: 'asc' }], select: { id: true, path: true, text: true } },
        events: {
          where: { type: { in: ['submitted', 'resubmitted', 'approved'] } },
          orderBy: { seq: 'asc' },
          select: {
            type: true,
            at: true,
            actor: { select: { memberships: { select: { role: true, projectId: true } } } },
          },
        },
      },
    })
    const threads = await listShownThreads(viewer, projectId, periodId)
    return new Map(
      rows.map(({ unitId, entries, events, corrections, ...row }) => [
        unitId,
        {
          ...row,
          submitted: momentOf(events, ['submitted', 'resubmitted'], 'coordinator', projectId),
          approved: momentOf(events, ['approved'], 'director', projectId),
          ...reportParts(entries),
          corrections: toCorrections(corrections),
          comments: threads.get(row.id) ?? [],
        },
      ]),
    )
  })
}

/** How the figures of every report of the project were written, sent and approved, by roles. */
export function listOrigins(viewer: Viewer, projectId: string): Promise<Origins> {
  return asViewer(viewer, async (tx) => {
    const rows = await tx.statusReport.findMany({
      where: { AND: [{ period: { projectId }, measurements: { some: {} } }, visibleTo(viewer)] },
      select: {
        id: true,
        unitId: true,
        period: { select: { key: true } },
        events: {
          where: { type: { in: ['saved', 'submitted', 'resubmitted', 'approved'] } },
          orderBy: { seq: 'asc' },
          select: {
            type: true,
            at: true,
            actor: { select: { memberships: { select: { role: true, projectId: true } } } },
          },
        },
      },
    })
    return new Map(
      rows.map(({ id, unitId, period, events }) => [
        id,
        {
          reportId: id,
          unitId,
          periodKey: period.key,
          entered: momentOf(events, ['saved'], 'coordinator', projectId),
          submitted: momentOf(events, ['submitted', 'resubmitted'], 'coordinator', projectId),
          approved: momentOf(events, ['approved'], 'director', projectId),
        },
      ]),
    )
  })
}

type EventRow = {
  type: string
  at: Date
  actor: { memberships: { role: Role; projectId: string | null }[] } | null
}

/** The last event of the kinds, by role: the usual one for the act when the person holds it, else another of theirs here. */
function momentOf(
  events: readonly EventRow[],
  types: readonly string[],
  usual: Role,
  projectId: string,
): SnapshotReport['approved'] {
  const event = events.filter((one) => types.includes(one.type)).at(-1)
  if (!event) return null
  const held = (event.actor?.memberships ?? []).filter((m) => m.projectId === null || m.projectId === projectId)
  const role = held.find((m) => m.role === usual)?.role ?? held[0]?.role ?? null
  return { role, at: event.at.toISOString() }
}

/**
 * The period of every report of the project; also of one that has been opened again, since what was approved of it still
 * belongs to its own period.
 */
export function listReportPeriods(viewer: Viewer, projectId: string): Promise<ReportPeriods> {
  return asViewer(viewer, async (tx) => {
    const rows = await tx.statusReport.findMany({
      where: { AND: [{ period: { projectId } }, visibleTo(viewer)] },
      select: { id: true, periodId: true },
    })
    return new Map(rows.map((row) => [row.id, row.periodId]))
  })
}

/** What approved reports of all periods tell of the states of actions, by action. */
export function listStatesTold(viewer: Viewer, projectId: string): Promise<Map<string, StateTold[]>> {
  return asViewer(viewer, async (tx) => {
    const rows = await tx.statusReportEntry.findMany({
      where: {
        section: 'actions',
        field: 'state',
        report: { AND: [{ state: { in: [...publishable] }, period: { projectId } }, visibleTo(viewer)] },
      },
      orderBy: { id: 'asc' },
      select: { actionId: true, text: true, report: { select: { period: { select: { to: true } } } } },
    })
    const told = new Map<string, StateTold[]>()
    for (const { actionId, text, report } of rows) {
      if (actionId) told.set(actionId, [...(told.get(actionId) ?? []), { text, lastDay: dayText(report.period.to) }])
    }
    return told
  })
}
