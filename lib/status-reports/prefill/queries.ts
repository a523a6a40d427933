import 'server-only'
import type { Viewer } from '@/lib/access/model'
import type { Tx } from '@/lib/platform/db'
import { bySort } from '@/lib/platform/order'
import type { ReportScope } from '@/lib/status-reports/model'
import { type PrefilledField, sourceOfPrefill } from '@/lib/status-reports/prefill/model'

export type UnitToPrepare = {
  id: string
  organisationId: string
  lifecycle: string | null
  actions: { id: string; state: string | null }[]
  /** The earlier report that is carried over (`sourceOfPrefill`); null for the first period */
  source: { scope: ReportScope; fields: PrefilledField[] } | null
}

/** Reporting units of a project that have no report for the period yet, each with what a new report is made of. */
export async function unitsToPrepare(
  _viewer: Viewer,
  tx: Tx,
  period: { id: string; projectId: string; from: Date },
): Promise<UnitToPrepare[]> {
  const units = await tx.workPackage.findMany({
    where: { projectId: period.projectId, reports: true, statusReports: { none: { periodId: period.id } } },
    orderBy: bySort,
    select: {
      id: true,
      organisationId: true,
      lifecycle: true,
      actions: { where: { origin: 'report' }, orderBy: bySort, select: { id: true, state: true } },
      statusReports: {
        where: { period: { to: { lt: period.from } } },
        orderBy: { period: { to: 'desc' } },
        select: { id: true, scope: true, state: true },
      },
    },
  })
  const sources = new Map(units.map((unit) => [unit.id, sourceOfPrefill(unit.statusReports)]))
  const entries = await tx.statusReportEntry.findMany({
    where: { reportId: { in: [...sources.values()].flatMap((source) => source?.id ?? []) } },
    orderBy: [{ sort: 'asc' }, { path: 'asc' }],
    select: { reportId: true, path: true, text: true, sort: true },
  })
  return units.map(({ statusReports: _earlier, ...unit }) => {
    const source = sources.get(unit.id) ?? null
    const fields = entries
      .filter(({ reportId }) => reportId === source?.id)
      .map(({ path, text, sort }) => ({ path, text, sort }))
    return { ...unit, source: source && { scope: source.scope, fields } }
  })
}
