import 'server-only'
import type { Viewer } from '@/lib/access/model'
import { organisationOf } from '@/lib/access/viewer'
import { dayText } from '@/lib/platform/columns'
import type { Tx } from '@/lib/platform/db'
import type { ReportState } from '@/lib/status-reports/model'

export type OpenReport = {
  id: string
  unitId: string
  state: ReportState
  /** The unit's own last day, else the period's */
  dueOn: string | null
  writers: string[]
}

export type OpenPeriod = {
  id: string
  organisationId: string
  projectId: string
  dueOn: string | null
  reports: OpenReport[]
  reviewers: string[]
}

/** Periods that are open and have not closed by the given day, with the reports that are still with their writers. */
export async function openPeriods(viewer: Viewer, tx: Tx, today: string): Promise<OpenPeriod[]> {
  const periods = await tx.reportingPeriod.findMany({
    where: {
      ...organisationOf(viewer),
      state: 'open',
      OR: [{ closesOn: null }, { closesOn: { gte: new Date(today) } }],
    },
    orderBy: [{ from: 'asc' }, { id: 'asc' }],
    select: {
      id: true,
      organisationId: true,
      projectId: true,
      dueOn: true,
      exceptions: { select: { workPackageId: true, dueOn: true } },
      reports: {
        where: { state: { in: ['not_started', 'draft', 'returned'] }, unit: { reports: true } },
        select: {
          id: true,
          unitId: true,
          state: true,
          unit: {
            select: { coordinators: { where: { user: { disabledAt: null } }, select: { userId: true } } },
          },
        },
      },
      project: {
        select: {
          memberships: { where: { role: 'director', user: { disabledAt: null } }, select: { userId: true } },
        },
      },
    },
  })
  return periods.map((period) => ({
    id: period.id,
    organisationId: period.organisationId,
    projectId: period.projectId,
    dueOn: dayText(period.dueOn),
    reports: period.reports.map((report) => ({
      id: report.id,
      unitId: report.unitId,
      state: report.state,
      dueOn: dayText(period.exceptions.find((one) => one.workPackageId === report.unitId)?.dueOn ?? period.dueOn),
      writers: report.unit.coordinators.map(({ userId }) => userId),
    })),
    reviewers: period.project.memberships.map(({ userId }) => userId),
  }))
}

/** Which of these tellings have been kept already, as "person kind happening". */
export async function alreadyTold(_viewer: Viewer, tx: Tx, happenings: readonly string[]): Promise<Set<string>> {
  const rows = await tx.notification.findMany({
    where: { happening: { in: [...happenings] }, kind: { in: ['due_in_7_days', 'due_tomorrow', 'late'] } },
    select: { userId: true, kind: true, happening: true },
  })
  return new Set(rows.map((row) => `${row.userId} ${row.kind} ${row.happening}`))
}
