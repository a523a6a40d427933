import 'server-only'
import type { Viewer } from '@/lib/access/model'
import type { Asked } from '@/lib/indicators/readings/model'
import type { Tx } from '@/lib/platform/db'
import { readSettings } from '@/lib/projects/settings/schema'
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
  const { project } = await tx.reportingPeriod.findUniqueOrThrow({
    where: { id: report.periodId },
    select: { project: { select: { settings: true } } },
  })
  const settings = readSettings(project.settings)
  return {
    scope: report.scope,
    settings,
    entries,
    opens: report.standing.opens,
    ...(await figuresOf(viewer, tx, report)),
  }
}

/** What each indicator of the report's unit asks for, and the year of its period. One read: saving a figure asks it. */
export async function figuresOf(_viewer: Viewer, tx: Tx, report: HeldReport): Promise<Figures> {
  const [read] = await tx.$queryRaw<{ year: number; indicators: ({ id: string } & Asked)[] }[]>`
    SELECT extract(year FROM p."to")::int AS year,
           (SELECT coalesce(json_agg(json_build_object('id', i.id, 'kind', v.kind, 'unit', v.unit,
                                                           'dimensions', coalesce(v.dimensions, '{}'))), '[]')
              FROM "Indicator" i
              LEFT JOIN "IndicatorVersion" v ON v."indicatorId" = i.id AND v."supersededOn" IS NULL
             WHERE i."workPackageId" = ${report.unitId}::uuid) AS indicators
      FROM "ReportingPeriod" p WHERE p.id = ${report.periodId}::uuid`
  if (!read) throw new Error(`report ${report.id} has no period`)
  return { indicators: new Map(read.indicators.map(({ id, ...asked }) => [id, asked])), year: read.year }
}
