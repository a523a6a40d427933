import type { Viewer } from '@/lib/access/model'
import { listActions } from '@/lib/actions/queries'
import { listCommunications } from '@/lib/communications/queries'
import { listBudgetTables } from '@/lib/finance/budgets/queries'
import { listFinanceNotes, listPurchases, listReservations } from '@/lib/finance/queries'
import { listDataTables } from '@/lib/indicators/data-tables/queries'
import { listIndicators } from '@/lib/indicators/queries'
import { listInvestments } from '@/lib/investments/queries'
import { listPlanChanges } from '@/lib/plan-changes/queries'
import { findProjectDetails, listReviewSlides, listServiceAreas, listTiles } from '@/lib/projects/details/queries'
import { findProject } from '@/lib/projects/queries'
import { listRisks } from '@/lib/risks/queries'
import { findReport } from '@/lib/status-reports/views/queries'
import { listToimintamallit } from '@/lib/toimintamallit/queries'
import { listWorkPackageDetails } from '@/lib/work-packages/queries'

/** Everything the queries tell a viewer of one project. */
export async function shapesOf(viewer: Viewer, projectKey: string) {
  const header = await findProject(viewer, projectKey)
  const details = header && (await findProjectDetails(viewer, header.id))
  if (!header || !details) throw new Error(`${projectKey} is not to be seen`)
  const { id } = header
  return {
    header,
    details,
    investments: await listInvestments(viewer, id),
    units: await listWorkPackageDetails(viewer, id),
    actions: await listActions(viewer, id),
    indicators: await listIndicators(viewer, id),
    tables: await listDataTables(viewer, id),
    toimintamallit: await listToimintamallit(viewer, id),
    budgets: await listBudgetTables(viewer, id),
    purchases: await listPurchases(viewer, id),
    reservations: await listReservations(viewer, id),
    financeNotes: await listFinanceNotes(viewer, id),
    planChanges: await listPlanChanges(viewer, id),
    risks: await listRisks(viewer, id),
    communications: await listCommunications(viewer, id),
    serviceAreas: await listServiceAreas(viewer, id),
    tiles: await listTiles(viewer, id),
    slides: await listReviewSlides(viewer, id),
  }
}

export type Shapes = Awaited<ReturnType<typeof shapesOf>>

/** Reports of every unit for the periods, as the report page reads them. */
export async function reportsOf(
  viewer: Viewer,
  { header, units }: Pick<Shapes, 'header' | 'units'>,
  periodKeys: string[],
) {
  const places = periodKeys.flatMap((periodKey) =>
    units.map((unit) => ({ projectId: header.id, periodKey, unitId: unit.id })),
  )
  const found = []
  for (const place of places) {
    const report = await findReport(viewer, place)
    if (report) found.push(report)
  }
  return found
}

export type ReportShapes = Awaited<ReturnType<typeof reportsOf>>
