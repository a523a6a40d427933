import 'server-only'
import type { Prisma } from '@/generated/prisma/client'
import type { Viewer } from '@/lib/access/model'
import { asViewer } from '@/lib/access/viewer'
import { actionsInOrder } from '@/lib/actions/queries'
import { communicationsInOrder, toEntry } from '@/lib/communications/queries'
import { budgetTablesInOrder, toBudgetTable } from '@/lib/finance/budgets/queries'
import { toPurchase } from '@/lib/finance/purchases/queries'
import {
  financeNotesInOrder,
  moneyInOrder,
  purchasesInOrder,
  reservationsInOrder,
  toMoney,
  toReservation,
} from '@/lib/finance/queries'
import { projectSharesInOrder, toFundingShare } from '@/lib/finance/shares/queries'
import { dataTablesInOrder, toDataTable } from '@/lib/indicators/data-tables/queries'
import { indicatorsInOrder, toIndicator } from '@/lib/indicators/queries'
import { investmentsInOrder } from '@/lib/investments/queries'
import { planChangesInOrder, toPlanChange } from '@/lib/plan-changes/queries'
import { dayText, decimalText } from '@/lib/platform/columns'
import { bySort } from '@/lib/platform/order'
import {
  areasFirst,
  reviewSlidesInOrder,
  serviceAreasInOrder,
  tilesInOrder,
  toTile,
} from '@/lib/projects/details/queries'
import { visibleProjects } from '@/lib/projects/permissions'
import { readSettings } from '@/lib/projects/settings/schema'
import { risksInOrder, toRiskRow } from '@/lib/risks/queries'
import type { SnapshotProject } from '@/lib/rounds/snapshot/model'
import { toimintamallitInOrder, toToimintamalli } from '@/lib/toimintamallit/queries'
import { detailFields, toDetails } from '@/lib/work-packages/queries'

const header = {
  id: true,
  settings: true,
  key: true,
  name: true,
  organisationId: true,
  programme: {
    select: {
      name: true,
      shortName: true,
      funder: true,
      statementFi: true,
      statementSv: true,
      statementEn: true,
    },
  },
  totalCost: true,
  totalCostAsWritten: true,
  periodAsWritten: true,
  communicationMessage: true,
  periods: { orderBy: [{ from: 'asc' }, { id: 'asc' }], select: { id: true, key: true, from: true, to: true } },
} as const satisfies Prisma.ProjectSelect

const registers = {
  organisation: { select: { name: true, serviceAreas: serviceAreasInOrder } },
  investments: investmentsInOrder,
  workPackages: { orderBy: bySort, select: { ...detailFields, actions: actionsInOrder } },
  indicators: indicatorsInOrder,
  dataTables: dataTablesInOrder,
  toimintamallit: toimintamallitInOrder,
  budgetTables: budgetTablesInOrder,
  purchases: purchasesInOrder,
  actuals: moneyInOrder,
  forecasts: moneyInOrder,
  reservations: reservationsInOrder,
  financeNotes: financeNotesInOrder,
  fundingShares: projectSharesInOrder,
  risks: risksInOrder,
  communications: communicationsInOrder,
  tiles: tilesInOrder,
  reviewSlides: reviewSlidesInOrder,
} as const satisfies Prisma.ProjectSelect

/** A project with every register as it stands, in one wide read. Null when the project does not exist or is not the viewer's. */
export function findRegisters(viewer: Viewer, projectId: string) {
  return asViewer(viewer, async (tx) => {
    const row = await tx.project.findFirst({
      where: { AND: [{ id: projectId }, visibleProjects(viewer)] },
      select: { ...header, ...registers, planChanges: planChangesInOrder(viewer, projectId) },
    })
    return (
      row && {
        project: toProject(row),
        periods: row.periods.map((one) => ({ ...one, from: dayText(one.from), to: dayText(one.to) })),
        serviceAreas: areasFirst(row.organisation.serviceAreas),
        investments: row.investments,
        units: row.workPackages.map(toDetails),
        actions: row.workPackages.flatMap(({ actions }) => actions),
        indicators: row.indicators.map(toIndicator),
        tables: row.dataTables.map(toDataTable),
        toimintamallit: row.toimintamallit.map(toToimintamalli),
        budgets: row.budgetTables.map(toBudgetTable),
        purchases: row.purchases.map(toPurchase),
        actuals: row.actuals.map(toMoney),
        forecasts: row.forecasts.map(toMoney),
        reservations: row.reservations.map(toReservation),
        financeNotes: row.financeNotes,
        fundingShares: row.fundingShares.map(toFundingShare),
        planChanges: row.planChanges.map(toPlanChange),
        risks: row.risks.map(toRiskRow),
        communications: row.communications.map(toEntry),
        tiles: row.tiles.map(toTile),
        slides: row.reviewSlides,
      }
    )
  })
}

type Header = Prisma.ProjectGetPayload<{ select: typeof header }> & { organisation: { name: string } }

function toProject(row: Header): SnapshotProject {
  const { riskScale, lights } = readSettings(row.settings)
  const { statementFi, statementSv, statementEn, ...texts } = row.programme
  return {
    id: row.id,
    key: row.key,
    name: row.name,
    organisationId: row.organisationId,
    organisationName: row.organisation.name,
    programme: { ...texts, statement: { fi: statementFi, sv: statementSv, en: statementEn } },
    totalCost: decimalText(row.totalCost),
    totalCostAsWritten: row.totalCostAsWritten,
    periodAsWritten: row.periodAsWritten,
    communicationMessage: row.communicationMessage,
    riskScale,
    lights,
  }
}
