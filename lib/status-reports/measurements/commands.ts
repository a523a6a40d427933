import 'server-only'
import type { Viewer } from '@/lib/access/model'
import { actionStates } from '@/lib/actions/model'
import { dayText } from '@/lib/platform/columns'
import type { Tx } from '@/lib/platform/db'
import { figuresOf } from '@/lib/status-reports/checks/queries'
import { type FieldEntry, readPath } from '@/lib/status-reports/fields/model'
import { entryFields } from '@/lib/status-reports/fields/queries'
import { type ReportedValue, reportedValues } from '@/lib/status-reports/measurements/model'
import type { HeldReport } from '@/lib/status-reports/standing/queries'
import { titleOf } from '@/lib/work-packages/model'

/** Makes approved rows of what a report says: measurements, states of actions, a proposed plan change. */
export async function keepReported(viewer: Viewer, tx: Tx, report: HeldReport): Promise<void> {
  const entries = await tx.statusReportEntry.findMany({ where: { reportId: report.id }, select: entryFields })
  const period = await tx.reportingPeriod.findUniqueOrThrow({
    where: { id: report.periodId },
    select: { key: true, from: true, to: true },
  })
  const { indicators: asked } = await figuresOf(viewer, tx, report)
  const values = reportedValues(entries, asked, { key: period.key, from: dayText(period.from), to: dayText(period.to) })
  for (const value of values) await keepMeasurement(tx, report, value)
  await keepActionStates(tx, report, entries)
  await proposePlanChange(tx, report, entries)
}

async function keepMeasurement(tx: Tx, { id, organisationId }: HeldReport, reported: ReportedValue): Promise<void> {
  const { indicatorId, value, time } = reported
  const sort = await tx.measurement.count({ where: { indicatorId } })
  await tx.measurement.create({
    data: {
      organisationId,
      indicatorId,
      reportId: id,
      role: 'actual',
      kind: value.kind,
      asWritten: value.asWritten,
      number: value.number,
      numberTo: value.numberTo,
      qualifier: value.qualifier,
      unit: value.unit,
      n: reported.n,
      scope: value.scope,
      text: value.text,
      yes: value.yes,
      unknown: value.unknown,
      timeAsWritten: time.asWritten,
      timeCode: time.code,
      timeFrom: time.from ? new Date(time.from) : null,
      timeTo: time.to ? new Date(time.to) : null,
      timeBasis: time.basis,
      note: reported.note,
      flags: value.flags,
      sort,
      cells: { create: value.cells.map((cell, index) => ({ ...cell, organisationId, sort: index })) },
    },
  })
}

async function keepActionStates(tx: Tx, { unitId }: HeldReport, entries: readonly FieldEntry[]): Promise<void> {
  for (const { path, text } of entries) {
    const address = readPath(path)
    const state = actionStates.find((known) => known === text)
    if (address?.field !== 'state' || !address.actionId || !state) continue
    await tx.action.updateMany({
      where: { id: address.actionId, workPackageId: unitId, OR: [{ state: null }, { state: { not: state } }] },
      data: { state },
    })
  }
}

async function proposePlanChange(tx: Tx, report: HeldReport, entries: readonly FieldEntry[]): Promise<void> {
  const proposal = entries.find((entry) => entry.path === 'deviations/planChange')?.text.trim()
  if (!proposal) return
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
      what: proposal,
      why: entries.find((entry) => entry.path === 'deviations/text')?.text.trim() || null,
      state: 'proposed',
      sort: await tx.planChange.count({ where: { projectId } }),
    },
  })
}
