import type { ActionRow } from '@/lib/actions/model'
import type { IndicatorRow, MeasurementRow } from '@/lib/indicators/model'
import { measurementsOf } from '@/lib/indicators/model'
import type { FieldEntry } from '@/lib/status-reports/fields/model'
import type { Light, ReportEventType, ReportScope, ReportState } from '@/lib/status-reports/model'
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
}

export type ReportEventRow = {
  seq: number
  type: ReportEventType
  at: string
  by: string | null
  reason: string | null
  opens: string[]
}

type ReportField = Pick<FieldEntry, 'text' | 'version' | 'confirmed' | 'origin'>

export type ReportView = {
  id: string
  version: number
  state: ReportState
  scope: ReportScope
  note: string | null
  derivedFigures: string[]
  /** When a field was last written by hand; null when none has been */
  savedAt: string | null
  /** Sections and fields open for writing; null = all */
  opens: string[] | null
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
  /** Paths whose text is not what it was when the report was last returned */
  changedSinceReturn: string[]
  may: { write: boolean; review: boolean }
}

/** A report that waits for the reviewer. */
export type WaitingReport = { unitId: string; title: string }

/** The latest return that still matters to the writer; null when the report is not waiting for corrections. */
export function openReturn(view: Pick<ReportView, 'state' | 'events'>): ReportEventRow | null {
  if (view.state !== 'returned') return null
  return view.events.findLast((event) => event.type === 'returned') ?? null
}

/** Paths that differ between the copy kept at a return and the fields now; empty and missing are the same. */
export function changedPaths(copy: Record<string, string>, now: Record<string, string>): string[] {
  const paths = new Set([...Object.keys(copy), ...Object.keys(now)])
  return [...paths].filter((path) => (copy[path] ?? '') !== (now[path] ?? '')).sort()
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
 * differ by scope; the baseline when nothing was measured.
 */
export function latestValues(indicator: Pick<IndicatorRow, 'measurements'>, reportId: string): MeasurementRow[] {
  const actual = measurementsOf(indicator, 'actual').filter((measurement) => measurement.reportId !== reportId)
  const known = actual.length > 0 ? actual : measurementsOf(indicator, 'baseline')
  const last = known.reduce<MeasurementRow | null>(
    (latest, one) => (latest === null || (one.time.to ?? '') > (latest.time.to ?? '') ? one : latest),
    null,
  )
  return last === null ? [] : known.filter((one) => one.time.to === last.time.to)
}
