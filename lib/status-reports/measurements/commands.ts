import 'server-only'
import type { Viewer } from '@/lib/access/model'
import { actionStates } from '@/lib/actions/model'
import type { MeasurementRow } from '@/lib/indicators/model'
import { listIndicatorsOf } from '@/lib/indicators/queries'
import { measurementColumns } from '@/lib/indicators/values/model'
import type { Tx } from '@/lib/platform/db'
import { figuresOf } from '@/lib/status-reports/checks/queries'
import { type FieldEntry, readPath } from '@/lib/status-reports/fields/model'
import { entryFields } from '@/lib/status-reports/fields/queries'
import {
  asReported,
  changedIndicators,
  predecessorOf,
  type ReportedValue,
  reportedValues,
  sameMeaning,
  withdrawn,
} from '@/lib/status-reports/measurements/model'
import { copyAtReopening, reportedPeriod } from '@/lib/status-reports/measurements/queries'
import type { HeldReport } from '@/lib/status-reports/standing/queries'
import { titleOf } from '@/lib/work-packages/model'

/**
 * Makes approved rows of what a report says: measurements, states of actions, a proposed plan change. Approved again after
 * a reopening, it makes rows only of what was changed: the rest keeps its row with the evidence that hangs on it.
 */
export async function keepReported(viewer: Viewer, tx: Tx, report: HeldReport): Promise<void> {
  const entries = await tx.statusReportEntry.findMany({ where: { reportId: report.id }, select: entryFields })
  await keepFigures(viewer, tx, report, entries)
  await keepActionStates(tx, report, entries)
  await proposePlanChange(tx, report, entries)
}

async function keepFigures(viewer: Viewer, tx: Tx, report: HeldReport, entries: readonly FieldEntry[]): Promise<void> {
  const { indicators: asked } = await figuresOf(viewer, tx, report)
  const values = reportedValues(entries, asked, await reportedPeriod(viewer, tx, report.periodId))
  const copy = await copyAtReopening(viewer, tx, report.id)
  const known = await listIndicatorsOf(viewer, report.unitId)
  for (const indicatorId of changedIndicators(entries, copy)) {
    const measured = known.find(({ id }) => id === indicatorId)?.measurements ?? []
    const own = measured.filter((one) => one.reportId === report.id && one.role === 'actual')
    const wasTold = (copy?.[`indicators/${indicatorId}/value`] ?? '').trim() !== ''
    const told = values.find((value) => value.indicatorId === indicatorId) ?? null
    await keepFigure(viewer, tx, report, { indicatorId, own, told, wasTold })
  }
}

type Figure = { indicatorId: string; own: MeasurementRow[]; told: ReportedValue | null; wasTold: boolean }

/** A value that was told before and is told no more is not deleted: that it is unknown takes its place. */
async function keepFigure(
  viewer: Viewer,
  tx: Tx,
  report: HeldReport,
  { indicatorId, own, told, wasTold }: Figure,
): Promise<void> {
  const scoped = own.map((one) => ({ ...one, scope: one.value.scope }))
  const before = predecessorOf(scoped, told?.value.scope ?? null)
  if (!told && !(wasTold && before)) return
  const now = told ?? (before && withdrawn(asReported(indicatorId, before)))
  if (!now || (before && sameMeaning(asReported(indicatorId, before), now))) return
  await writeMeasurement(viewer, tx, report, now, { replaces: before, correctionId: null })
}

/**
 * Writes a measurement of a report; the one it replaces keeps its row as history, counts no more and gives its place in the
 * order.
 */
export async function writeMeasurement(
  _viewer: Viewer,
  tx: Tx,
  { id, organisationId }: HeldReport,
  { indicatorId, value, time, n, note }: ReportedValue,
  { replaces, correctionId }: { replaces: Pick<MeasurementRow, 'id' | 'area'> | null; correctionId: string | null },
): Promise<void> {
  const place =
    replaces && (await tx.measurement.findUniqueOrThrow({ where: { id: replaces.id }, select: { sort: true } }))
  const written = await tx.measurement.create({
    select: { id: true },
    data: {
      ...measurementColumns(value, time),
      organisationId,
      indicatorId,
      reportId: id,
      correctionId,
      role: 'actual',
      n,
      area: replaces?.area ?? null,
      note,
      sort: place?.sort ?? (await tx.measurement.count({ where: { indicatorId } })),
      cells: { create: value.cells.map((cell, index) => ({ ...cell, organisationId, sort: index })) },
    },
  })
  if (replaces) await tx.measurement.update({ where: { id: replaces.id }, data: { replacedById: written.id } })
}

/** What a later report of the unit has told of an action stays: an older report approved after it knows less. */
async function keepActionStates(
  tx: Tx,
  { unitId, periodId }: HeldReport,
  entries: readonly FieldEntry[],
): Promise<void> {
  const { to } = await tx.reportingPeriod.findUniqueOrThrow({ where: { id: periodId }, select: { to: true } })
  const toldLater = await tx.statusReportEntry.findMany({
    where: {
      field: 'state',
      text: { not: '' },
      report: { unitId, period: { to: { gt: to } }, events: { some: { type: 'approved' } } },
    },
    select: { actionId: true },
  })
  for (const { path, text } of entries) {
    const address = readPath(path)
    const state = actionStates.find((known) => known === text)
    if (address?.field !== 'state' || !address.actionId || !state) continue
    if (toldLater.some(({ actionId }) => actionId === address.actionId)) continue
    await tx.action.updateMany({
      where: { id: address.actionId, workPackageId: unitId, OR: [{ state: null }, { state: { not: state } }] },
      data: { state },
    })
  }
}

/**
 * A proposal is made once. As long as nobody has taken it up it follows the report, also when the report takes it back; after
 * that only other words make another proposal.
 */
async function proposePlanChange(tx: Tx, report: HeldReport, entries: readonly FieldEntry[]): Promise<void> {
  const textAt = (path: string) => entries.find((entry) => entry.path === path)?.text.trim() ?? ''
  const what = textAt('deviations/planChange')
  const why = textAt('deviations/text') || null
  const made = await tx.planChange.findMany({
    where: { reportId: report.id },
    orderBy: [{ sort: 'desc' }, { id: 'desc' }],
    select: {
      id: true,
      state: true,
      what: true,
      events: { select: { type: true, note: true } },
      _count: { select: { decided: true, decisions: true, effects: true, asked: true } },
    },
  })
  const untouched = made.find(
    ({ state, events, _count }) =>
      state === 'proposed' && events.length === 0 && Object.values(_count).every((count) => count === 0),
  )
  if (untouched) {
    if (what === '') await tx.planChange.delete({ where: { id: untouched.id } })
    else await tx.planChange.update({ where: { id: untouched.id }, data: { what, why } })
    return
  }
  // Proposed by hand from these same words, which may have been put better in the proposal.
  const isProposed = made.some(
    (change) => change.what === what || change.events.some(({ type, note }) => type === 'proposed' && note === what),
  )
  if (what === '' || isProposed) return
  await createPlanChange(tx, report, { what, why })
}

async function createPlanChange(
  tx: Tx,
  report: HeldReport,
  { what, why }: { what: string; why: string | null },
): Promise<void> {
  const { projectId } = report.place
  const unit = await tx.workPackage.findUniqueOrThrow({
    where: { id: report.unitId },
    select: { code: true, titleReview: true, titlePlan: true, sourceId: true, investmentId: true },
  })
  await tx.planChange.create({
    data: {
      organisationId: report.organisationId,
      projectId,
      investmentId: unit.investmentId,
      workPackageId: report.unitId,
      reportId: report.id,
      title: titleOf(unit),
      what,
      why,
      state: 'proposed',
      sort: await tx.planChange.count({ where: { projectId } }),
    },
  })
}
