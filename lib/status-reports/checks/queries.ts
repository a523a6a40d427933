import 'server-only'
import type { Viewer } from '@/lib/access/model'
import { dayText } from '@/lib/platform/columns'
import type { Tx } from '@/lib/platform/db'
import type { ReportToCheck } from '@/lib/status-reports/checks/model'
import { entryFields } from '@/lib/status-reports/fields/queries'
import type { HeldReport } from '@/lib/status-reports/standing/queries'

/** What typed figures are read by. */
export type Figures = Pick<ReportToCheck, 'indicators' | 'year'>

/** A held report as its check needs it. */
export async function reportToCheck(viewer: Viewer, tx: Tx, report: HeldReport): Promise<ReportToCheck> {
  const entries = await tx.statusReportEntry.findMany({
    where: { reportId: report.id },
    orderBy: [{ section: 'asc' }, { sort: 'asc' }, { path: 'asc' }],
    select: entryFields,
  })
  return { scope: report.scope, entries, opens: report.standing.opens, ...(await figuresOf(viewer, tx, report)) }
}

/** What each indicator of the report's unit asks for, and the year of its period. */
export async function figuresOf(_viewer: Viewer, tx: Tx, report: HeldReport): Promise<Figures> {
  const period = await tx.reportingPeriod.findUniqueOrThrow({ where: { id: report.periodId }, select: { to: true } })
  const indicators = await tx.indicator.findMany({
    where: { workPackageId: report.unitId },
    select: { id: true, versions: { where: { supersededOn: null }, select: { kind: true, unit: true } } },
  })
  return {
    indicators: new Map(indicators.map(({ id, versions }) => [id, versions[0] ?? { kind: null, unit: null }])),
    year: Number(dayText(period.to).slice(0, 4)),
  }
}
