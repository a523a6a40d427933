import 'server-only'
import type { Viewer } from '@/lib/access/model'
import { readAsViewer } from '@/lib/access/viewer'
import type { BoundData } from '@/lib/final-report/bindings/model'
import { loadShownData } from '@/lib/final-report/bindings/queries'
import { sql } from '@/lib/platform/db'
import { Recent } from '@/lib/values/recent'

const known = new Recent<{ stamp: string; data: BoundData }>(16)

/**
 * What blocks show, without cards; the very same object as long as nothing of it has changed. For who asks after every pause in
 * writing. What one person sees is never kept for another.
 */
export async function keptBoundData(viewer: Viewer, projectId: string): Promise<BoundData> {
  const key = JSON.stringify([projectId, viewer.userId, viewer.organisationId, viewer.scope, viewer.held])
  // Read before the data: what changes between the two is read once more, never missed.
  const stamp = await dataStamp(viewer)
  const before = known.get(key)
  if (before?.stamp === stamp) return known.keep(key, before).data
  const data = { ...(await loadShownData(viewer, projectId)), published: new Set<string>() }
  return known.keep(key, { stamp, data }).data
}

/**
 * Tells whether the rows of the viewer's organisation that the data are read from are still the same: PostgreSQL marks every row
 * with the number of the transaction that wrote it, and these only grow, so that no change leaves both the count of the rows and
 * the sum of their marks as they were. tests/final-report/kept.db.test.ts knows when a table is missing here.
 */
async function dataStamp(viewer: Viewer): Promise<string> {
  const [row] = await readAsViewer<{ stamp: string }>(
    viewer,
    sql`SELECT string_agg(concat(one.rows, '.', one.written), ' ' ORDER BY one.place) AS stamp FROM (
      SELECT 0 AS place, count(*) AS rows, sum(xmin::text::bigint) AS written FROM "Project"
      UNION ALL SELECT 1, count(*), sum(xmin::text::bigint) FROM "InvestmentLevel"
      UNION ALL SELECT 2, count(*), sum(xmin::text::bigint) FROM "Investment"
      UNION ALL SELECT 3, count(*), sum(xmin::text::bigint) FROM "WorkPackage"
      UNION ALL SELECT 4, count(*), sum(xmin::text::bigint) FROM "WorkPackageCover"
      UNION ALL SELECT 5, count(*), sum(xmin::text::bigint) FROM "WorkPackageServiceArea"
      UNION ALL SELECT 6, count(*), sum(xmin::text::bigint) FROM "WorkPackageCoordinator"
      UNION ALL SELECT 7, count(*), sum(xmin::text::bigint) FROM "ServiceArea"
      UNION ALL SELECT 8, count(*), sum(xmin::text::bigint) FROM "User"
      UNION ALL SELECT 9, count(*), sum(xmin::text::bigint) FROM "Indicator"
      UNION ALL SELECT 10, count(*), sum(xmin::text::bigint) FROM "IndicatorVersion"
      UNION ALL SELECT 11, count(*), sum(xmin::text::bigint) FROM "IndicatorTarget"
      UNION ALL SELECT 12, count(*), sum(xmin::text::bigint) FROM "Measurement"
      UNION ALL SELECT 13, count(*), sum(xmin::text::bigint) FROM "MeasurementCell"
      UNION ALL SELECT 14, count(*), sum(xmin::text::bigint) FROM "Correction"
      UNION ALL SELECT 15, count(*), sum(xmin::text::bigint) FROM "Toimintamalli"
      UNION ALL SELECT 16, count(*), sum(xmin::text::bigint) FROM "ToimintamalliAddress"
      UNION ALL SELECT 17, count(*), sum(xmin::text::bigint) FROM "ToimintamalliInvestment"
      UNION ALL SELECT 18, count(*), sum(xmin::text::bigint) FROM "BudgetTable"
      UNION ALL SELECT 19, count(*), sum(xmin::text::bigint) FROM "BudgetLine"
      UNION ALL SELECT 20, count(*), sum(xmin::text::bigint) FROM "BudgetNote"
      UNION ALL SELECT 21, count(*), sum(xmin::text::bigint) FROM "FundingShare"
      UNION ALL SELECT 22, count(*), sum(xmin::text::bigint) FROM "Purchase"
      UNION ALL SELECT 23, count(*), sum(xmin::text::bigint) FROM "PurchaseContractor"
      UNION ALL SELECT 24, count(*), sum(xmin::text::bigint) FROM "PurchaseShare"
      UNION ALL SELECT 25, count(*), sum(xmin::text::bigint) FROM "PlanChange"
      UNION ALL SELECT 26, count(*), sum(xmin::text::bigint) FROM "PlanChangeEffect"
      UNION ALL SELECT 27, count(*), sum(xmin::text::bigint) FROM "PlanChangeEvent"
      UNION ALL SELECT 28, count(*), sum(xmin::text::bigint) FROM "PlanChangeDecision"
      UNION ALL SELECT 29, count(*), sum(xmin::text::bigint) FROM "Risk"
      UNION ALL SELECT 30, count(*), sum(xmin::text::bigint) FROM "RiskAssessment"
      UNION ALL SELECT 31, count(*), sum(xmin::text::bigint) FROM "RiskMitigation"
      UNION ALL SELECT 32, count(*), sum(xmin::text::bigint) FROM "SteeringBody"
      UNION ALL SELECT 33, count(*), sum(xmin::text::bigint) FROM "Meeting"
      UNION ALL SELECT 34, count(*), sum(xmin::text::bigint) FROM "Attendance"
      UNION ALL SELECT 35, count(*), sum(xmin::text::bigint) FROM "AgendaItem"
      UNION ALL SELECT 36, count(*), sum(xmin::text::bigint) FROM "Decision"
      UNION ALL SELECT 37, count(*), sum(xmin::text::bigint) FROM "DecisionSubject"
      UNION ALL SELECT 38, count(*), sum(xmin::text::bigint) FROM "ReportingPeriod"
      UNION ALL SELECT 39, count(*), sum(xmin::text::bigint) FROM "StatusReport"
      UNION ALL SELECT 40, count(*), sum(xmin::text::bigint) FROM "Action"
      UNION ALL SELECT 41, count(*), sum(xmin::text::bigint) FROM "ScheduleColumn"
      UNION ALL SELECT 42, count(*), sum(xmin::text::bigint) FROM "ActionScheduleCell"
      UNION ALL SELECT 43, count(*), sum(xmin::text::bigint) FROM "PersonMonths"
    ) one`,
  )
  return row?.stamp ?? ''
}
