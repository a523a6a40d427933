import 'server-only'
import { rightTo, type Viewer } from '@/lib/access/model'
import { asViewer } from '@/lib/access/viewer'
import { listActions } from '@/lib/actions/queries'
import { listCommunications } from '@/lib/communications/queries'
import { listBudgetTables } from '@/lib/finance/budgets/queries'
import { listActuals, listFinanceNotes, listForecasts, listPurchases, listReservations } from '@/lib/finance/queries'
import { listProjectShares } from '@/lib/finance/shares/queries'
import { listDataTables } from '@/lib/indicators/data-tables/queries'
import { listIndicators } from '@/lib/indicators/queries'
import { listInvestments } from '@/lib/investments/queries'
import { listPlanChanges } from '@/lib/plan-changes/queries'
import { dayText, decimalText } from '@/lib/platform/columns'
import { version } from '@/lib/platform/version'
import { listReviewSlides, listServiceAreas, listTiles } from '@/lib/projects/details/queries'
import { visibleProjects } from '@/lib/projects/permissions'
import { listRisks } from '@/lib/risks/queries'
import type { Cut } from '@/lib/rounds/snapshot/cut/model'
import { listEvidenceAtCut } from '@/lib/rounds/snapshot/evidence/queries'
import { financeAtCut } from '@/lib/rounds/snapshot/finance/model'
import { indicatorAtCut } from '@/lib/rounds/snapshot/indicators/model'
import { listMeetingsAtCut } from '@/lib/rounds/snapshot/meetings/queries'
import {
  type SnapshotBody,
  type SnapshotPeriod,
  type SnapshotProject,
  snapshotFormat,
  type UnitLight,
} from '@/lib/rounds/snapshot/model'
import { communicationsAtCut, planChangesAtCut, riskAtCut } from '@/lib/rounds/snapshot/registers/model'
import {
  listApprovedReports,
  listOrigins,
  listReportPeriods,
  listStatesTold,
} from '@/lib/rounds/snapshot/reports/queries'
import { bodySchema, readBody } from '@/lib/rounds/snapshot/schema'
import { unitsAtCut } from '@/lib/rounds/snapshot/units/model'
import { listToimintamallit } from '@/lib/toimintamallit/queries'
import { listWorkPackageDetails } from '@/lib/work-packages/queries'

/**
 * Everything a published period shows, read in one transaction. Only approved reports count, and nothing that was known
 * only after the period. The caller has checked the right to publish.
 * @throws when the period is not one of a project that the viewer may see
 */
export function collectSnapshot(viewer: Viewer, projectId: string, periodKey: string): Promise<SnapshotBody> {
  // The queries below join this transaction: what is published together was true together.
  return asViewer(viewer, () => collect(viewer, projectId, periodKey), { seconds: 60 })
}

async function collect(viewer: Viewer, projectId: string, periodKey: string): Promise<SnapshotBody> {
  const { project, period, cut } = await headerOf(viewer, projectId, periodKey)
  const previous = await previousOf(viewer, projectId, period.from)
  const reportPeriods = await listReportPeriods(viewer, projectId)
  const investments = await listInvestments(viewer, projectId)
  const reports = await listApprovedReports(viewer, projectId, period.id)
  const units = unitsAtCut(
    {
      packages: await listWorkPackageDetails(viewer, projectId),
      actions: await listActions(viewer, projectId),
      reports,
      statesTold: await listStatesTold(viewer, projectId),
      before: previous?.lights ?? new Map(),
    },
    cut,
  )
  const money = {
    budgets: await listBudgetTables(viewer, projectId),
    purchases: await listPurchases(viewer, projectId),
    actuals: await listActuals(viewer, projectId),
    forecasts: await listForecasts(viewer, projectId),
    reservations: await listReservations(viewer, projectId),
    notes: await listFinanceNotes(viewer, projectId),
    fundingShares: await listProjectShares(viewer, projectId),
  }
  const origins = await listOrigins(viewer, projectId)
  // Rows carry more than is published, names of people among it: only what the format knows leaves here.
  return bodySchema.parse({
    format: snapshotFormat,
    productVersion: version,
    publishedBy: rightTo(viewer, 'period.publish', projectId),
    project,
    period,
    previous: previous?.period ?? null,
    investments,
    serviceAreas: await listServiceAreas(viewer, projectId),
    units,
    indicators: (await listIndicators(viewer, projectId)).map((row) =>
      indicatorAtCut(row, cut, reportPeriods, origins),
    ),
    dataTables: await listDataTables(viewer, projectId),
    toimintamallit: await listToimintamallit(viewer, projectId),
    finance: financeAtCut(money, cut, investments, units),
    risks: (await listRisks(viewer, projectId)).map((risk) => riskAtCut(risk, cut)),
    planChanges: planChangesAtCut(await listPlanChanges(viewer, projectId), cut, reportPeriods),
    communications: communicationsAtCut(await listCommunications(viewer, projectId), cut),
    meetings: await listMeetingsAtCut(viewer, projectId, cut),
    evidence: await listEvidenceAtCut(
      viewer,
      projectId,
      [...reports.values()].map((report) => report.id),
    ),
    tiles: await listTiles(viewer, projectId),
    reviewSlides: await listReviewSlides(viewer, projectId),
  } satisfies SnapshotBody)
}

async function headerOf(viewer: Viewer, projectId: string, periodKey: string) {
  const row = await asViewer(viewer, (tx) =>
    tx.project.findFirst({
      where: { AND: [{ id: projectId }, visibleProjects(viewer)] },
      select: {
        id: true,
        key: true,
        name: true,
        organisationId: true,
        organisation: { select: { name: true } },
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
        periods: { orderBy: { from: 'asc' }, select: { id: true, key: true, from: true, to: true } },
      },
    }),
  )
  const found = row?.periods.find((one) => one.key === periodKey)
  if (!row || !found) throw new Error(`no period ${periodKey} in project ${projectId}`)
  const { organisation, programme, periods, totalCost, ...rest } = row
  const { statementFi, statementSv, statementEn, ...texts } = programme
  const project: SnapshotProject = {
    ...rest,
    organisationName: organisation.name,
    programme: { ...texts, statement: { fi: statementFi, sv: statementSv, en: statementEn } },
    totalCost: decimalText(totalCost),
  }
  const period: SnapshotPeriod = { ...found, from: dayText(found.from), to: dayText(found.to) }
  const cut: Cut = {
    periodId: period.id,
    lastDay: period.to,
    periods: new Map(periods.map((one) => [one.id, { key: one.key, to: dayText(one.to) }])),
  }
  return { project, period, cut }
}

type Previous = { period: SnapshotPeriod; lights: Map<string, UnitLight> }

/** The nearest earlier period that has been published, with the lights its newest snapshot shows. */
async function previousOf(viewer: Viewer, projectId: string, firstDay: string): Promise<Previous | null> {
  const row = await asViewer(viewer, (tx) =>
    tx.snapshot.findFirst({
      where: { projectId, period: { to: { lt: new Date(firstDay) } } },
      orderBy: [{ period: { to: 'desc' } }, { version: 'desc' }],
      select: { body: true },
    }),
  )
  if (!row) return null
  const { period, units } = readBody(row.body)
  return { period, lights: new Map(units.map((unit) => [unit.id, unit.status])) }
}
