import 'server-only'
import type { Viewer } from '@/lib/access/model'
import { asViewer } from '@/lib/access/viewer'
import type { BoundData } from '@/lib/final-report/bindings/model'
import { listBudgetTables } from '@/lib/finance/budgets/queries'
import { listPurchases } from '@/lib/finance/queries'
import { listIndicators } from '@/lib/indicators/queries'
import { listInvestments } from '@/lib/investments/queries'
import { listPlanChanges } from '@/lib/plan-changes/queries'
import { listRisks } from '@/lib/risks/queries'
import { listToimintamallit } from '@/lib/toimintamallit/queries'
import { listWorkPackages } from '@/lib/work-packages/queries'

/** Everything of the project that a block can show, read in one transaction. */
export function loadBoundData(viewer: Viewer, projectId: string): Promise<BoundData> {
  return asViewer(viewer, async () => ({
    investments: await listInvestments(viewer, projectId),
    workPackages: await listWorkPackages(viewer, projectId),
    indicators: await listIndicators(viewer, projectId),
    toimintamallit: await listToimintamallit(viewer, projectId),
    budgets: await listBudgetTables(viewer, projectId),
    purchases: await listPurchases(viewer, projectId),
    planChanges: await listPlanChanges(viewer, projectId),
    risks: await listRisks(viewer, projectId),
  }))
}
