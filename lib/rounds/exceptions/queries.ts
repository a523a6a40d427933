import 'server-only'
import type { Viewer } from '@/lib/access/model'
import { asViewer } from '@/lib/access/viewer'
import { dayText } from '@/lib/platform/columns'
import type { Tx } from '@/lib/platform/db'
import { visibleProjects } from '@/lib/projects/permissions'
import type { UnitDay } from '@/lib/rounds/exceptions/model'
import { titleOf } from '@/lib/work-packages/model'

/**
 * A reporting unit and its last day in a period, for those who manage the project's periods. Null when there is no such
 * unit or period for the viewer.
 */
export function findUnitDay(
  viewer: Viewer,
  place: { projectId: string; periodKey: string; unitId: string },
): Promise<UnitDay | null> {
  return asViewer(viewer, async (tx) => {
    const period = await tx.reportingPeriod.findFirst({
      where: {
        key: place.periodKey,
        project: { AND: [{ id: place.projectId }, visibleProjects(viewer, 'period.manage')] },
      },
      select: { id: true },
    })
    return period && readUnitDay(viewer, tx, { periodId: period.id, unitId: place.unitId })
  })
}

/** The same within a running transaction; the unit must report and belong to the period's project. */
export async function readUnitDay(
  viewer: Viewer,
  tx: Tx,
  { periodId, unitId }: { periodId: string; unitId: string },
): Promise<(UnitDay & { organisationId: string }) | null> {
  const period = await tx.reportingPeriod.findFirst({
    where: { id: periodId, project: visibleProjects(viewer) },
    select: { key: true, organisationId: true, projectId: true, dueOn: true, closesOn: true },
  })
  if (!period) return null
  const unit = await tx.workPackage.findFirst({
    where: { id: unitId, projectId: period.projectId, reports: true },
    select: {
      code: true,
      titlePlan: true,
      titleReview: true,
      sourceId: true,
      statusReports: { where: { periodId }, select: { state: true } },
      exceptions: { where: { periodId }, select: { dueOn: true, allowedBy: true, reason: true } },
    },
  })
  if (!unit) return null
  const [exception] = unit.exceptions
  return {
    organisationId: period.organisationId,
    projectId: period.projectId,
    periodId,
    periodKey: period.key,
    unitId,
    title: titleOf(unit),
    state: unit.statusReports[0]?.state ?? 'no_report',
    days: { dueOn: dayText(period.dueOn), closesOn: dayText(period.closesOn) },
    exception: exception ? { ...exception, dueOn: dayText(exception.dueOn) } : null,
  }
}
