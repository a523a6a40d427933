import 'server-only'
import type { Viewer } from '@/lib/access/model'
import type { Tx } from '@/lib/platform/db'
import type { ReportScope } from '@/lib/status-reports/model'
import type { PrefilledField } from '@/lib/status-reports/prefill/model'

export type UnitToPrepare = {
  id: string
  organisationId: string
  lifecycle: string | null
  actions: { id: string; state: string | null }[]
  /** The unit's latest earlier report, whatever became of it; null for the first period */
  previous: { scope: ReportScope; fields: PrefilledField[] } | null
}

/** Reporting units of a project that have no report for the period yet, each with what a new report is made of. */
export async function unitsToPrepare(
  _viewer: Viewer,
  tx: Tx,
  period: { id: string; projectId: string; from: Date },
): Promise<UnitToPrepare[]> {
  const units = await tx.workPackage.findMany({
    where: { projectId: period.projectId, reports: true, statusReports: { none: { periodId: period.id } } },
    orderBy: { sort: 'asc' },
    select: {
      id: true,
      organisationId: true,
      lifecycle: true,
      actions: { where: { origin: 'report' }, orderBy: { sort: 'asc' }, select: { id: true, state: true } },
      statusReports: {
        where: { period: { to: { lt: period.from } } },
        orderBy: { period: { to: 'desc' } },
        take: 1,
        select: { scope: true, entries: { select: { path: true, text: true, sort: true } } },
      },
    },
  })
  return units.map(({ statusReports: [previous], ...unit }) => ({
    ...unit,
    previous: previous ? { scope: previous.scope, fields: previous.entries } : null,
  }))
}
