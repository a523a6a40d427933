import 'server-only'
import type { Role, Viewer } from '@/lib/access/model'
import { asViewer } from '@/lib/access/viewer'
import { dayText } from '@/lib/platform/columns'
import { shownThreads, toShown } from '@/lib/rounds/snapshot/comments/queries'
import type { Origins, ReportPeriods } from '@/lib/rounds/snapshot/indicators/model'
import type { SnapshotReport } from '@/lib/rounds/snapshot/model'
import { reportParts, type StateTold } from '@/lib/rounds/snapshot/reports/model'
import { toCorrections } from '@/lib/status-reports/corrections/model'
import { correctionsInOrder } from '@/lib/status-reports/corrections/queries'
import { visibleTo } from '@/lib/status-reports/permissions'

/** States of a report whose content may be published; what is still being written or checked never is. */
const publishable = ['approved', 'published'] as const

const isPublishable = (state: string): boolean => (publishable as readonly string[]).includes(state)

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
        threads: shownThreads(projectId),
        entries: { orderBy: [{ sort: 'asc' }, { path: 'asc' }], select: { id: true, path: true, text: true } },
        events: {
          where: { type: { in: ['submitted', 'resubmitted', 'approved'] } },
          orderBy: { seq: 'asc' },
          select: {
            type: true,
            at: true,
            actor: { select: { memberships: { orderBy: { role: 'asc' }, select: { role: true, projectId: true } } } },
          },
        },
      },
    })
    return new Map(
      rows.map(({ unitId, entries, events, corrections, threads, ...row }) => [
        unitId,
        {
          ...row,
          submitted: momentOf(events, ['submitted', 'resubmitted'], 'coordinator', projectId),
          approved: momentOf(events, ['approved'], 'director', projectId),
          ...reportParts(entries),
          corrections: toCorrections(corrections),
          comments: threads.map(toShown),
        },
      ]),
    )
  })
}

/** What reports of all periods tell of the project's figures and actions. */
export type ReportsTold = {
  /** How the figures of every report of the project were written, sent and approved, by roles */
  origins: Origins
  /**
   * The period of every report; also of one that has been opened again, since what was approved of it still belongs to its
   * own period
   */
  periods: ReportPeriods
  /** What approved reports tell of the states of actions, by action */
  statesTold: Map<string, StateTold[]>
}

/** Every report of the project, in one read. */
export function listReportsTold(viewer: Viewer, projectId: string): Promise<ReportsTold> {
  return asViewer(viewer, async (tx) => {
    const rows = await tx.statusReport.findMany({
      where: { AND: [{ period: { projectId } }, visibleTo(viewer)] },
      select: {
        id: true,
        unitId: true,
        state: true,
        period: { select: { id: true, key: true, to: true } },
        entries: {
          where: { section: 'actions', field: 'state' },
          select: { id: true, actionId: true, text: true },
        },
        events: {
          where: { type: { in: ['saved', 'submitted', 'resubmitted', 'approved'] } },
          orderBy: { seq: 'asc' },
          select: {
            type: true,
            at: true,
            actor: { select: { memberships: { orderBy: { role: 'asc' }, select: { role: true, projectId: true } } } },
          },
        },
        measurements: { take: 1, select: { id: true } },
      },
    })
    return {
      origins: new Map(
        rows
          .filter(({ measurements }) => measurements.length > 0)
          .map(({ id, unitId, period, events }) => [
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
      ),
      periods: new Map(rows.map(({ id, period }) => [id, period.id])),
      statesTold: statesTold(rows.filter(({ state }) => isPublishable(state))),
    }
  })
}

type Told = { period: { to: Date }; entries: { id: string; actionId: string | null; text: string }[] }

function statesTold(reports: readonly Told[]): Map<string, StateTold[]> {
  const told = new Map<string, StateTold[]>()
  const entries = reports.flatMap(({ period, entries }) => entries.map((entry) => ({ ...entry, to: period.to })))
  for (const { actionId, text, to } of entries.toSorted((a, b) => (a.id < b.id ? -1 : 1))) {
    if (actionId) told.set(actionId, [...(told.get(actionId) ?? []), { text, lastDay: dayText(to) }])
  }
  return told
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
