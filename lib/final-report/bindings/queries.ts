import 'server-only'
import type { Prisma } from '@/generated/prisma/client'
import type { Viewer } from '@/lib/access/model'
import { asViewer } from '@/lib/access/viewer'
import type { BoundData } from '@/lib/final-report/bindings/model'
import { visibleTo } from '@/lib/final-report/permissions'
import { budgetTablesInOrder, toBudgetTable } from '@/lib/finance/budgets/queries'
import { toPurchase } from '@/lib/finance/purchases/queries'
import { purchasesInOrder } from '@/lib/finance/queries'
import { withCalculated } from '@/lib/indicators/formulas/model'
import { indicatorsInOrder, toIndicator } from '@/lib/indicators/queries'
import { investmentsInOrder } from '@/lib/investments/queries'
import { listDecisions } from '@/lib/meetings/decisions/queries'
import { personMonthsInOrder, toPersonMonths } from '@/lib/plan/person-months/queries'
import { scheduleFields, toPhaseTable } from '@/lib/plan/schedule/queries'
import { planChangesInOrder, toPlanChange } from '@/lib/plan-changes/queries'
import { bySort } from '@/lib/platform/order'
import { inVisibleProjects, visibleProjects } from '@/lib/projects/permissions'
import { risksInOrder, toRiskRow } from '@/lib/risks/queries'
import type { FigureRef } from '@/lib/steering/figures/model'
import { toimintamallitInOrder, toToimintamalli } from '@/lib/toimintamallit/queries'
import { toWorkPackage, workPackagesInOrder } from '@/lib/work-packages/queries'

/** Everything of the project that a block can show, read in one transaction. Empty for a project that is not the viewer's. */
export function loadBoundData(viewer: Viewer, projectId: string): Promise<BoundData> {
  return asViewer(viewer, async () => ({
    ...(await loadShownData(viewer, projectId)),
    published: await idsPublished(viewer, projectId),
  }))
}

/** The same without what has been published of it: what blocks show, and no cards to lead to. */
export function loadShownData(viewer: Viewer, projectId: string): Promise<Omit<BoundData, 'published'>> {
  return asViewer(viewer, async (tx) => {
    // One wide read: the pages of a report ask for all of it each time.
    const row = await tx.project.findFirst({
      where: { AND: [{ id: projectId }, visibleProjects(viewer)] },
      select: {
        investments: investmentsInOrder,
        workPackages: { ...workPackagesInOrder, select: { ...workPackagesInOrder.select, ...scheduleFields } },
        indicators: indicatorsInOrder,
        toimintamallit: toimintamallitInOrder,
        budgetTables: budgetTablesInOrder,
        purchases: purchasesInOrder,
        planChanges: planChangesInOrder(viewer, projectId),
        risks: risksInOrder,
        personMonths: personMonthsInOrder,
      },
    })
    return {
      investments: row?.investments ?? [],
      workPackages: (row?.workPackages ?? []).map(toWorkPackage),
      indicators: withCalculated((row?.indicators ?? []).map(toIndicator)),
      toimintamallit: (row?.toimintamallit ?? []).map(toToimintamalli),
      budgets: (row?.budgetTables ?? []).map(toBudgetTable),
      purchases: (row?.purchases ?? []).map(toPurchase),
      planChanges: (row?.planChanges ?? []).map(toPlanChange),
      risks: (row?.risks ?? []).map(toRiskRow),
      phases: (row?.workPackages ?? []).map((part) => toPhaseTable(part.id, part)),
      personMonths: (row?.personMonths ?? []).map(toPersonMonths),
      decisions: await listDecisions(viewer, projectId, null),
    }
  })
}

/** Every id in the newest publication of the project; none when nothing is published for the viewer. */
function idsPublished(viewer: Viewer, projectId: string): Promise<Set<string>> {
  return asViewer(viewer, async (tx) => {
    const newest = await tx.snapshot.findFirst({
      where: { projectId, ...inVisibleProjects(viewer, 'steering.read') },
      orderBy: [{ periodTo: 'desc' }, { version: 'desc' }],
      select: { body: true },
    })
    return new Set(newest?.body.match(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g))
  })
}

/** Sections of the project's final report that show the figure from the data, in order; none for those who may not read it. */
export async function listSectionsWith(
  viewer: Viewer,
  projectId: string,
  figure: FigureRef,
): Promise<{ id: string; number: string | null; title: string }[]> {
  const bound = bindingsOf(figure)
  if (!bound) return []
  return asViewer(viewer, (tx) =>
    tx.finalReportSection.findMany({
      where: { report: { projectId, ...visibleTo(viewer) }, blocks: { some: { bindings: { some: bound } } } },
      orderBy: bySort,
      select: { id: true, number: true, title: true },
    }),
  )
}

const boundSums: Record<string, Prisma.EnumBindingSourceFilter['in']> = {
  purchases: ['purchase_total', 'purchase_count'],
  'investment-budget': ['budget_total'],
  toimintamallit: ['toimintamalli_count'],
}

const isUuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** The bindings that show a figure; null for what no binding can show. A number bound before a correction means what took its place. */
function bindingsOf({ kind, id }: FigureRef): Prisma.BlockBindingWhereInput | null {
  if (kind === 'measurement') {
    const ofIndicator = { indicator: { measurements: { some: { id } } } }
    return {
      OR: [
        { measurementId: id },
        { measurement: { replacedById: id } },
        { source: { in: ['latest_measurement', 'indicator'] }, ...ofIndicator },
      ],
    }
  }
  if (kind === 'target') {
    return { OR: [{ targetId: id }, { source: 'indicator', indicator: { targets: { some: { id } } } }] }
  }
  const [name = '', investmentId] = id.split('.')
  const sources = kind === 'computed' ? boundSums[name] : undefined
  return sources && isUuid.test(investmentId ?? '') ? { source: { in: sources }, investmentId } : null
}
