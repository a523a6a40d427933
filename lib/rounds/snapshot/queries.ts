import 'server-only'
import { rightTo, type Viewer } from '@/lib/access/model'
import { asViewer } from '@/lib/access/viewer'
import { version } from '@/lib/platform/version'
import type { Cut, FirstTime } from '@/lib/rounds/snapshot/cut/model'
import { listEvidenceAtCut } from '@/lib/rounds/snapshot/evidence/queries'
import { financeAtCut } from '@/lib/rounds/snapshot/finance/model'
import { indicatorAtCut } from '@/lib/rounds/snapshot/indicators/model'
import { listMeetingsAtCut } from '@/lib/rounds/snapshot/meetings/queries'
import { type SnapshotBody, type SnapshotPeriod, snapshotFormat, type UnitLight } from '@/lib/rounds/snapshot/model'
import { communicationsAtCut, planChangesAtCut, risksAtCut } from '@/lib/rounds/snapshot/registers/model'
import { findRegisters } from '@/lib/rounds/snapshot/registers/queries'
import { listApprovedReports, listReportsTold } from '@/lib/rounds/snapshot/reports/queries'
import { bodySchema, readBody } from '@/lib/rounds/snapshot/schema'
import { unitsAtCut } from '@/lib/rounds/snapshot/units/model'
import { addDays, momentInHelsinki } from '@/lib/values/calendar'

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
  const held = await findRegisters(viewer, projectId)
  const period = held?.periods.find((one) => one.key === periodKey)
  if (!held || !period) throw new Error(`no period ${periodKey} in project ${projectId}`)
  const { project, investments } = held
  const cut: Cut = {
    periodId: period.id,
    lastDay: period.to,
    periods: new Map(held.periods.map(({ id, key, to }) => [id, { key, to }])),
    first: await firstTimeOf(viewer, projectId, period),
  }
  const previous = await previousOf(viewer, projectId, period.from)
  const { origins, periods: reportPeriods, statesTold } = await listReportsTold(viewer, projectId)
  const reports = await listApprovedReports(viewer, projectId, period.id)
  const units = unitsAtCut(
    {
      packages: held.units,
      actions: held.actions,
      reports,
      statesTold,
      before: previous?.lights ?? new Map(),
    },
    cut,
  )
  const money = {
    budgets: held.budgets,
    purchases: held.purchases,
    actuals: held.actuals,
    forecasts: held.forecasts,
    reservations: held.reservations,
    notes: held.financeNotes,
    fundingShares: held.fundingShares,
  }
  // Rows carry more than is published, names of people among it: only what the format knows leaves here.
  return bodySchema.parse({
    format: snapshotFormat,
    productVersion: version,
    publishedBy: rightTo(viewer, 'period.publish', projectId),
    project,
    period,
    previous: previous?.period ?? null,
    investments,
    serviceAreas: held.serviceAreas,
    units,
    indicators: held.indicators.map((row) => indicatorAtCut(row, cut, reportPeriods, origins)),
    dataTables: held.tables,
    toimintamallit: held.toimintamallit,
    finance: financeAtCut(money, cut, investments, units),
    risks: risksAtCut(held.risks, cut),
    planChanges: planChangesAtCut(held.planChanges, cut, reportPeriods),
    communications: communicationsAtCut(held.communications, cut),
    meetings: await listMeetingsAtCut(viewer, projectId, cut),
    evidence: await listEvidenceAtCut(
      viewer,
      projectId,
      [...reports.values()].map((report) => report.id),
    ),
    tiles: held.tiles,
    reviewSlides: held.slides,
  } satisfies SnapshotBody)
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

/** When the period was first published; its last day when later periods have been published and it has not; else null. */
async function firstTimeOf(
  viewer: Viewer,
  projectId: string,
  { id: periodId, to }: { id: string; to: string },
): Promise<FirstTime | null> {
  return asViewer(viewer, async (tx) => {
    const published = await tx.snapshot.findFirst({
      where: { periodId },
      orderBy: { version: 'asc' },
      select: { publishedAt: true, body: true },
    })
    if (published) {
      const { risks } = readBody(published.body)
      return { at: published.publishedAt.toISOString(), held: new Set(risks.map(({ id }) => id)) }
    }
    const later = await tx.snapshot.count({ where: { projectId, period: { to: { gt: new Date(to) } } } })
    return later === 0 ? null : { at: momentInHelsinki(addDays(to, 1), 0).toISOString(), held: new Set() }
  })
}
