import 'server-only'
import type { Prisma } from '@/generated/prisma/client'
import type { Viewer } from '@/lib/access/model'
import { asViewer } from '@/lib/access/viewer'
import { labelOf } from '@/lib/investments/model'
import { now } from '@/lib/platform/clock'
import { dayText } from '@/lib/platform/columns'
import { bySort } from '@/lib/platform/order'
import { visibleProjects } from '@/lib/projects/permissions'
import { readSettings } from '@/lib/projects/settings/schema'
import { isLate, type Round, type RoundRow } from '@/lib/rounds/model'
import { rightToManagePeriods, rightToPublish } from '@/lib/rounds/permissions'
import { isClosed } from '@/lib/status-reports/closing/model'
import { isLight } from '@/lib/status-reports/model'
import { dateInHelsinki } from '@/lib/values/calendar'
import { titleOf } from '@/lib/work-packages/model'

const periodFields = {
  id: true,
  key: true,
  from: true,
  to: true,
  opensOn: true,
  dueOn: true,
  closesOn: true,
  state: true,
  exceptions: { select: { workPackageId: true, dueOn: true, allowedBy: true, reason: true } },
  snapshots: { orderBy: { version: 'desc' }, take: 1, select: { version: true, publishedAt: true } },
} as const satisfies Prisma.ReportingPeriodSelect

/**
 * A period with every reporting unit of the project and where it stands: the director's page. Null when the period does
 * not exist or the viewer may not see reports before they are published.
 */
export function findRound(viewer: Viewer, projectId: string, periodKey: string): Promise<Round | null> {
  return asViewer(viewer, async (tx) => {
    const project = { AND: [{ id: projectId }, visibleProjects(viewer, 'report.read')] }
    const period = await tx.reportingPeriod.findFirst({
      where: { key: periodKey, project },
      select: { ...periodFields, project: { select: { settings: true, workPackages: unitsReporting(periodKey) } } },
    })
    if (!period) return null
    const units = period.project.workPackages
    const [snapshot] = period.snapshots
    return {
      projectId,
      periodId: period.id,
      periodKey: period.key,
      from: dayText(period.from),
      to: dayText(period.to),
      opensOn: dayText(period.opensOn),
      dueOn: dayText(period.dueOn),
      closesOn: dayText(period.closesOn),
      state: period.state,
      version: snapshot?.version ?? 0,
      publishedAt: snapshot?.publishedAt.toISOString() ?? null,
      usesLights: readSettings(period.project.settings).lights,
      rows: units.map((unit) => toRow(unit, period)),
      may: {
        manage: rightToManagePeriods(viewer, projectId) !== null,
        publish: rightToPublish(viewer, projectId) !== null,
      },
    }
  })
}

const unitFields = {
  id: true,
  parentId: true,
  code: true,
  titlePlan: true,
  titleReview: true,
  sourceId: true,
  investment: { select: { id: true, code: true, title: true } },
  serviceAreas: { orderBy: { sort: 'asc' }, select: { serviceArea: { select: { name: true } } } },
  coordinators: { orderBy: { user: { name: 'asc' } }, select: { user: { select: { name: true } } } },
} as const satisfies Prisma.WorkPackageSelect

const reportFields = {
  id: true,
  state: true,
  scope: true,
  version: true,
  entries: { where: { path: 'overall/light', confirmed: true }, select: { text: true } },
  events: { where: { type: { not: 'saved' } }, orderBy: { seq: 'desc' }, take: 1, select: { at: true, type: true } },
  _count: {
    select: {
      entries: { where: { confirmed: false } },
      events: { where: { type: { in: ['returned', 'reopened'] } } },
    },
  },
} as const satisfies Prisma.StatusReportSelect

type Period = Prisma.ReportingPeriodGetPayload<{ select: typeof periodFields }>
type Unit = Prisma.WorkPackageGetPayload<{ select: ReturnType<typeof unitsReporting>['select'] }>

/** Units of the period's own project that report, each with its report of the period. */
function unitsReporting(periodKey: string) {
  return {
    where: { reports: true },
    orderBy: bySort,
    select: { ...unitFields, statusReports: { where: { period: { key: periodKey } }, select: reportFields } },
  } as const satisfies Prisma.Project$workPackagesArgs
}

function toRow(unit: Unit, period: Period): RoundRow {
  const [report] = unit.statusReports
  const exception = period.exceptions.find(({ workPackageId }) => workPackageId === unit.id)
  const dueOn = dayText(exception?.dueOn ?? period.dueOn)
  const state = report?.state ?? 'no_report'
  const today = dateInHelsinki(now())
  const closing = {
    closesOn: dayText(period.closesOn),
    exceptionOn: dayText(exception?.dueOn ?? null),
    openedOnPurpose: (report?._count.events ?? 0) > 0,
  }
  const light = report?.entries[0]?.text
  const [event] = report?.events ?? []
  return {
    unitId: unit.id,
    parentId: unit.parentId,
    code: unit.code,
    title: titleOf(unit),
    investment: unit.investment && {
      id: unit.investment.id,
      title: labelOf(unit.investment),
    },
    serviceAreas: unit.serviceAreas.map(({ serviceArea }) => serviceArea.name),
    coordinators: unit.coordinators.map(({ user }) => user.name),
    report: report ? { id: report.id, version: report.version, scope: report.scope } : null,
    state,
    light: isLight(light) ? light : null,
    dueOn,
    exception: exception?.reason ?? null,
    allowedBy: exception?.allowedBy ?? null,
    late: period.state === 'open' && isLate(state, dueOn, today),
    closed: report !== undefined && isClosed(report.state, closing, today),
    unconfirmed: report?._count.entries ?? 0,
    movedAt: event && event.type !== 'opened' ? event.at.toISOString() : null,
  }
}
