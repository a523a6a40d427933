import 'server-only'
import type { Viewer } from '@/lib/access/model'
import type { Tx } from '@/lib/platform/db'
import type { ReportToCheck } from '@/lib/status-reports/checks/model'
import { entryFields } from '@/lib/status-reports/fields/queries'
import type { Asked } from '@/lib/status-reports/readings/model'
import type { HeldReport } from '@/lib/status-reports/standing/queries'

/** A held report as its check needs it. */
export async function reportToCheck(_viewer: Viewer, tx: Tx, report: HeldReport): Promise<ReportToCheck> {
  const entries = await tx.statusReportEntry.findMany({
    where: { reportId: report.id },
    orderBy: [{ section: 'asc' }, { sort: 'asc' }, { path: 'asc' }],
    select: entryFields,
  })
  const period = await tx.reportingPeriod.findUniqueOrThrow({ where: { id: report.periodId }, select: { to: true } })
  return {
    scope: report.scope,
    entries,
    opens: report.standing.opens,
    indicators: await askedOf(_viewer, tx, report.unitId),
    year: period.to.getUTCFullYear(),
  }
}

/** What each indicator of a unit asks for, by its id. */
export async function askedOf(_viewer: Viewer, tx: Tx, unitId: string): Promise<Map<string, Asked>> {
  const indicators = await tx.indicator.findMany({
    where: { workPackageId: unitId },
    select: { id: true, versions: { where: { supersededOn: null }, select: { kind: true, unit: true } } },
  })
  return new Map(indicators.map(({ id, versions }) => [id, versions[0] ?? { kind: null, unit: null }]))
}
