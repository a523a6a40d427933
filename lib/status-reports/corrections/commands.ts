import 'server-only'
import type { Viewer } from '@/lib/access/model'
import { asViewer } from '@/lib/access/viewer'
import { findIndicator } from '@/lib/indicators/queries'
import { askedOf } from '@/lib/indicators/readings/model'
import { now } from '@/lib/platform/clock'
import type { Tx } from '@/lib/platform/db'
import { correctedFigure, ownFigures, writtenFigure } from '@/lib/status-reports/corrections/figures/model'
import { figureOf, figurePath } from '@/lib/status-reports/corrections/model'
import type { FigureCorrection } from '@/lib/status-reports/corrections/schema'
import { cleanText, longestFieldText, readPath } from '@/lib/status-reports/fields/model'
import { isSubjectOfUnit, type StoredField, storedFields } from '@/lib/status-reports/fields/stored/queries'
import { writeMeasurement } from '@/lib/status-reports/measurements/commands'
import { asReported, type ReportedValue, sameMeaning } from '@/lib/status-reports/measurements/model'
import { reportedPeriod } from '@/lib/status-reports/measurements/queries'
import { steps } from '@/lib/status-reports/model'
import { rightToEvent } from '@/lib/status-reports/permissions'
import { type Moved, type MoveReason, moveReport } from '@/lib/status-reports/standing/commands'
import { type HeldReport, holdReport } from '@/lib/status-reports/standing/queries'
import { fail, ok, type Result } from '@/lib/values/result'

export type CorrectionReason = MoveReason | 'NOT_FOUND' | 'UNKNOWN_FIELD' | 'INVALID' | 'NO_CHANGE'

/**
 * Corrects one figure of an approved or published report, with a reason. The field takes the new text, the measurement gives
 * way to a new one, and a row keeps both texts: nothing that was said is lost. What has been published stays as it was
 * until the period is published again.
 * Reasons: NOT_FOUND, NOT_ALLOWED, STALE, WRONG_STATE, UNKNOWN_FIELD (no figure of the unit), INVALID with what is wrong at
 * `text` or `measurementId`, NO_CHANGE.
 */
export function correctFigure(
  viewer: Viewer,
  input: FigureCorrection,
): Promise<Result<Moved & { path: string }, CorrectionReason>> {
  return asViewer(viewer, async (tx) => {
    const report = await holdReport(viewer, tx, input.reportId)
    if (!report) return fail('NOT_FOUND')
    if (!rightToEvent(viewer, 'corrected', report.place)) return fail('NOT_ALLOWED')
    if (report.version !== input.version) return fail('STALE')
    if (steps[report.standing.state].corrected === null) return fail('WRONG_STATE')
    const planned = await plan(viewer, tx, report, input)
    if (!planned.ok) return planned
    const moved = await moveReport(viewer, tx, report, { type: 'corrected', reason: input.reason })
    if (!moved.ok) return moved
    await write(viewer, tx, report, { ...planned.value, eventId: moved.value.eventId })
    return ok({ ...moved.value, path: input.path })
  })
}

type Plan = {
  path: string
  before: string
  after: string
  value: ReportedValue
  replaces: { id: string; area: string | null } | null
  /** The field that holds the text; null when it has none yet */
  entry: StoredField | null
  /** Values that came with a report made elsewhere stand in no field: only their measurement is corrected */
  hasField: boolean
}

/** What the correction would write, or why it cannot be made. */
async function plan(
  viewer: Viewer,
  tx: Tx,
  report: HeldReport,
  input: FigureCorrection,
): Promise<Result<Plan, 'UNKNOWN_FIELD' | 'INVALID' | 'NO_CHANGE'>> {
  const figure = figureOf(input.path)
  const address = readPath(input.path)
  if (!figure || !address || !(await isSubjectOfUnit(viewer, tx, report.unitId, address))) return fail('UNKNOWN_FIELD')
  const { indicatorId, field } = figure
  const indicator = await findIndicator(viewer, indicatorId)
  if (!indicator || indicator.seeIndicatorOf) return fail('UNKNOWN_FIELD')
  const own = ownFigures(indicator.measurements, report.id)
  const chosen = input.measurementId ? own.find(({ id }) => id === input.measurementId) : own[0]
  if ((own.length > 1 && !input.measurementId) || (input.measurementId && !chosen)) {
    return fail('INVALID', { measurementId: 'corrections.error.whichValue' })
  }
  const paths = (['value', 'n', 'time'] as const).map((name) => figurePath(indicatorId, name))
  const stored = await storedFields(viewer, tx, report.id, [...paths, `indicators/${indicatorId}/note`])
  const textOf = (name: string) => stored.get(`indicators/${indicatorId}/${name}`)?.text
  const hasField = own.length === 0 || (own.length === 1 && (textOf('value') ?? '').trim() !== '')
  const base = chosen ? asReported(indicatorId, chosen) : null
  const standing = {
    indicatorId,
    base,
    texts: hasField ? { value: textOf('value'), n: textOf('n'), time: textOf('time') } : {},
    note: textOf('note')?.trim() || null,
    asked: askedOf(indicator.current),
    period: await reportedPeriod(viewer, tx, report.periodId),
  }
  const before = writtenFigure(standing, field)
  const after = cleanText(input.text).trim()
  if (after.length > longestFieldText) return fail('INVALID', { text: 'statusReports.error.tooLong' })
  const read = correctedFigure(standing, field, after)
  if (!read.ok) return fail('INVALID', { text: read.message })
  if (before === after || (base && sameMeaning(base, read.value))) {
    return fail('NO_CHANGE', { text: 'corrections.error.noChange' })
  }
  const entry = stored.get(input.path) ?? null
  return ok({ path: input.path, before, after, value: read.value, replaces: chosen ?? null, entry, hasField })
}

async function write(
  viewer: Viewer,
  tx: Tx,
  report: HeldReport,
  { path, before, after, value, replaces, entry, hasField, eventId }: Plan & { eventId: string },
): Promise<void> {
  const { organisationId, id: reportId } = report
  const { indicatorId } = value
  const correction = await tx.correction.create({
    data: { organisationId, reportId, eventId, path, indicatorId, before, after },
    select: { id: true },
  })
  await writeMeasurement(viewer, tx, report, value, { replaces, correctionId: correction.id })
  if (!hasField) return
  const written = { text: after, undoText: null, origin: 'typed', confirmed: true } as const
  const by = { updatedById: viewer.userId, updatedAt: now() }
  if (entry) {
    const version = entry.version + 1
    await tx.statusReportEntry.update({
      where: { id: entry.id, version: entry.version },
      data: { ...written, ...by, version },
    })
    return
  }
  const address = readPath(path)
  if (!address) throw new Error(`a corrected figure has no address: ${path}`)
  await tx.statusReportEntry.create({ data: { organisationId, reportId, path, ...address, ...written, ...by } })
}
