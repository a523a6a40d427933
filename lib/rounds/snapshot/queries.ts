import 'server-only'
import { rightTo, type Viewer } from '@/lib/access/model'
import { asViewer } from '@/lib/access/viewer'
import { version } from '@/lib/platform/version'
import type { Cut, FirstTime } from '@/lib/rounds/snapshot/cut/model'
import { listEvidenceAtCut } from '@/lib/rounds/snapshot/evidence/queries'
import { financeAtCut } from '@/lib/rounds/snapshot/finance/model'
import { indicatorsAtCut } from '@/lib/rounds/snapshot/indicators/model'
import { toldLights } from '@/lib/rounds/snapshot/lights/model'
import { listMeetingsAtCut } from '@/lib/rounds/snapshot/meetings/queries'
import { type SnapshotBody, type SnapshotPeriod, snapshotFormat } from '@/lib/rounds/snapshot/model'
import { communicationsAtCut, planChangesAtCut, risksAtCut } from '@/lib/rounds/snapshot/registers/model'
import { findRegisters } from '@/lib/rounds/snapshot/registers/queries'
import { listApprovedReports, listReportsTold } from '@/lib/rounds/snapshot/reports/queries'
import { bodySchema, readBody } from '@/lib/rounds/snapshot/schema'
import type { EarlierLight } from '@/lib/rounds/snapshot/unit-lights/model'
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
  const { first, previous } = await publishedAround(viewer, period)
  const cut: Cut = {
    periodId: period.id,
    lastDay: period.to,
    periods: new Map(held.periods.map(({ id, key, to }) => [id, { key, to }])),
    first,
  }
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
    indicators: indicatorsAtCut(held.indicators, cut, reportPeriods, origins),
    // A table without a column shows nothing.
    dataTables: held.tables.filter(({ columns }) => columns.length > 0),
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

type Previous = { period: SnapshotPeriod; lights: Map<string, EarlierLight> }

/**
 * What has been published around a period. `first`: when it was first published itself; its last day when later periods have
 * been and it has not; else null. `previous`: the nearest earlier published period, with the lights its newest snapshot shows.
 */
async function publishedAround(
  viewer: Viewer,
  { id, from, to }: { id: string; from: string; to: string },
): Promise<{ first: FirstTime | null; previous: Previous | null }> {
  const row = await asViewer(viewer, (tx) =>
    tx.reportingPeriod.findUniqueOrThrow({
      where: { id },
      select: {
        snapshots: { orderBy: { version: 'asc' }, take: 1, select: { publishedAt: true, body: true } },
        project: {
          select: {
            snapshots: {
              where: { periodTo: { lt: new Date(from) } },
              orderBy: [{ periodTo: 'desc' }, { version: 'desc' }],
              take: 1,
              select: { body: true },
            },
            periods: { where: { to: { gt: new Date(to) }, snapshots: { some: {} } }, take: 1, select: { id: true } },
          },
        },
      },
    }),
  )
  const [own] = row.snapshots
  const [before] = row.project.snapshots
  return {
    first: own ? firstTime(own) : row.project.periods.length > 0 ? lateTime(to) : null,
    previous: before ? previousIn(before.body) : null,
  }
}

function firstTime({ publishedAt, body }: { publishedAt: Date; body: string }): FirstTime {
  return { at: publishedAt.toISOString(), held: new Set(readBody(body).risks.map(({ id }) => id)) }
}

const lateTime = (to: string): FirstTime => ({
  at: momentInHelsinki(addDays(to, 1), 0).toISOString(),
  held: new Set(),
})

function previousIn(body: string): Previous {
  const earlier = readBody(body)
  return { period: earlier.period, lights: toldLights(earlier) }
}
