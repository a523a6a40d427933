import { type ActionRow, type ActionState, actionStates, isFinished } from '@/lib/actions/model'
import type { IndicatorRow, MeasurementRow } from '@/lib/indicators/model'
import { measurementsOf } from '@/lib/indicators/model'
import type { ProjectSettings } from '@/lib/projects/settings/model'
import type { OwnDay } from '@/lib/status-reports/closing/model'
import type { ReportCorrection } from '@/lib/status-reports/corrections/model'
import { type ChangesSince, changesSince, type KeptCopy } from '@/lib/status-reports/differences/since/model'
import type { FieldEntry } from '@/lib/status-reports/fields/model'
import {
  isFinal,
  type Light,
  type ReportEventType,
  type ReportScope,
  type ReportState,
} from '@/lib/status-reports/model'
import type { Reopening } from '@/lib/status-reports/reopening/model'
import type { ToimintamalliRow } from '@/lib/toimintamallit/model'
import type { WorkPackageDetails } from '@/lib/work-packages/model'

type ReportPeriod = {
  id: string
  key: string
  from: string
  to: string
  /** The unit's own last day when it has been given one, else the period's */
  dueOn: string | null
  closesOn: string | null
  /** Null when the period's days are the unit's, too */
  exception: OwnDay | null
}

export type ReportEventRow = {
  id: string
  seq: number
  type: ReportEventType
  at: string
  by: string | null
  reason: string | null
  opens: string[]
  /** What a correction changed */
  correction: ReportCorrection | null
}

type ReportField = Pick<FieldEntry, 'text' | 'version' | 'confirmed' | 'origin'> & {
  /** What the field can be taken back to; null when there is nothing to undo */
  undo: string | null
}

export type ReportView = {
  id: string
  /** What the project uses of the form */
  settings: Pick<ProjectSettings, 'lights' | 'sections'>
  version: number
  state: ReportState
  scope: ReportScope
  note: string | null
  derivedFigures: string[]
  /** When a field was last written by hand; null when none has been */
  savedAt: string | null
  /** The calendar has closed it: nothing can be written any more, whatever the state says */
  closed: boolean
  /** Sections and fields open for writing; null = all */
  opens: string[] | null
  /** What the reopening it is written under left open; null = nothing limits */
  within: string[] | null
  /** How far it opens, or was opened, again; null when that is neither asked nor the viewer's to do */
  reopening: Reopening | null
  period: ReportPeriod
  previousPeriodKey: string | null
  unit: WorkPackageDetails
  /** Field path → the field as it stands */
  fields: Record<string, ReportField>
  /** Field path → text in the previous report */
  previous: Record<string, string>
  actions: ActionRow[]
  indicators: IndicatorRow[]
  toimintamallit: ToimintamalliRow[]
  events: ReportEventRow[]
  /** The fields as they stood at each return and reopening, the latest last */
  copies: KeptCopy[]
  /** What has changed since the latest of them, or the one that was asked for; null when there is none */
  since: ChangesSince | null
  may: { write: boolean; review: boolean }
}

/** A report that waits for the reviewer. */
export type WaitingReport = { unitId: string; title: string }

/** The latest return that still matters to the writer; null when the report is not waiting for corrections. */
export function openReturn(view: Pick<ReportView, 'state' | 'events'>): ReportEventRow | null {
  if (view.state !== 'returned') return null
  return view.events.findLast((event) => event.type === 'returned') ?? null
}

/** The report with what has changed since the return or reopening of that number. */
export function changedSince(report: ReportView, seq: number): ReportView {
  const texts = Object.fromEntries(Object.entries(report.fields).map(([path, { text }]) => [path, text]))
  return { ...report, since: changesSince(report.copies, texts, seq) }
}

/** The light of a report as its field says it; null when none has been chosen. */
export function lightOf(fields: Record<string, { text: string }>): Light | null {
  const text = fields['overall/light']?.text
  return text === 'green' || text === 'yellow' || text === 'red' ? text : null
}

/** Whether the report was made elsewhere and loaded as it was. */
export function isImported({ fields }: Pick<ReportView, 'fields'>): boolean {
  const all = Object.values(fields)
  return all.length > 0 && all.every(({ origin }) => origin === 'imported')
}

/** Actions as reviews report them; a unit that has none of these reports the plan's. */
export function reportedActions(actions: readonly ActionRow[]): ActionRow[] {
  const reported = actions.filter((action) => action.origin === 'report')
  return reported.length > 0 ? reported : [...actions]
}

/**
 * The state that ended an action before this report, which says nothing of it; null when the action is still told of. The
 * action's own state is today's, so an accepted report goes by what the one before it told.
 */
export function finishedBefore(
  { state, fields, previous }: Pick<ReportView, 'state' | 'fields' | 'previous'>,
  action: Pick<ActionRow, 'id' | 'state'>,
): ActionState | null {
  const path = `actions/${action.id}`
  if (fields[`${path}/state`]?.text || fields[`${path}/text`]?.text) return null
  const known = previous[`${path}/state`] || (isFinal(state) ? null : action.state)
  return actionStates.find((one) => one === known && isFinished(one)) ?? null
}

/** Numbers of actions that the report's texts name although no action of the unit answers to them. */
export function unansweredActionNumbers(...texts: Record<string, unknown>[]): number[] {
  const numbers = texts.flatMap(Object.keys).flatMap((path) => {
    const match = /^actions\/no-(\d+)\/text$/.exec(path)
    return match ? [Number(match[1])] : []
  })
  return [...new Set(numbers)].sort((a, b) => a - b)
}

/** Values that a report itself told: those its approval made, and those loaded with a report made elsewhere. */
export function ownValues(indicator: Pick<IndicatorRow, 'measurements'>, reportId: string): MeasurementRow[] {
  return indicator.measurements.filter((measurement) => measurement.reportId === reportId)
}

/**
 * What was known of an indicator before this report: the values of the latest time that was measured, several when they
 * differ by scope; the baseline when nothing was measured. A value of a time after the report's period is no earlier one,
 * whenever the report is read.
 */
export function latestValues(
  indicator: Pick<IndicatorRow, 'measurements'>,
  { id, period }: { id: string; period: { to: string } },
): MeasurementRow[] {
  const isLater = ({ time }: MeasurementRow) => (time.from ?? time.to ?? '') > period.to
  const actual = measurementsOf(indicator, 'actual').filter((one) => one.reportId !== id && !isLater(one))
  const known = actual.length > 0 ? actual : measurementsOf(indicator, 'baseline')
  const last = known.reduce<MeasurementRow | null>(
    (latest, one) => (latest === null || (one.time.to ?? '') > (latest.time.to ?? '') ? one : latest),
    null,
  )
  return last === null ? [] : known.filter((one) => one.time.to === last.time.to)
}
