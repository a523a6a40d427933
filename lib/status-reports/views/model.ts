import type { FieldEntry } from '@/lib/status-reports/fields/model'
import type { Light, ReportEventType, ReportScope, ReportState } from '@/lib/status-reports/model'
import type { Asked } from '@/lib/status-reports/readings/model'
import type { TypedValue } from '@/lib/values/typed-value'

export type ReportUnit = {
  id: string
  code: string | null
  title: string
  parent: { id: string; title: string } | null
  investment: string | null
  serviceAreas: string[]
  objectives: string[]
  responsibleRole: string | null
  schedule: string | null
}

export type ReportPeriod = { id: string; key: string; from: string; to: string; dueOn: string | null; closesOn: string | null }

export type ReportAction = {
  id: string
  /** As the source numbers it: repeats, letters and gaps are its own */
  number: string | null
  title: string
  section: string | null
  state: string | null
}

export type KnownValue = {
  value: TypedValue
  timeCode: string | null
  timeAsWritten: string | null
  role: 'actual' | 'baseline'
}

export type ReportTarget = {
  asWritten: string | null
  text: string | null
  number: string | null
  unit: string | null
  operator: string | null
  timeAsWritten: string | null
  timeCode: string | null
}

export type ReportIndicator = {
  id: string
  name: string
  asked: Asked
  definition: string | null
  /** The measure is another unit's: pointed to, not asked here */
  seeIndicatorOf: string | null
  targets: ReportTarget[]
  /** Values of the latest known time, several when they differ by scope */
  latest: KnownValue[]
}

export type ReportToimintamalli = {
  id: string
  name: string
  url: string | null
  piloted: string | null
  stayedInUse: string | null
  statusText: string | null
}

export type ReportEventRow = {
  seq: number
  type: ReportEventType
  at: string
  by: string | null
  reason: string | null
  opens: string[]
}

export type ReportField = Pick<FieldEntry, 'text' | 'version' | 'confirmed' | 'origin'>

export type ReportView = {
  id: string
  version: number
  state: ReportState
  scope: ReportScope
  note: string | null
  derivedFigures: string[]
  updatedAt: string
  /** Sections and fields open for writing; null = all */
  opens: string[] | null
  period: ReportPeriod
  previousPeriodKey: string | null
  unit: ReportUnit
  /** Field path → the field as it stands */
  fields: Record<string, ReportField>
  /** Field path → text in the previous report */
  previous: Record<string, string>
  actions: ReportAction[]
  indicators: ReportIndicator[]
  toimintamallit: ReportToimintamalli[]
  events: ReportEventRow[]
  /** Paths whose text is not what it was when the report was last returned */
  changedSinceReturn: string[]
  may: { write: boolean; review: boolean }
}

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

/** Numbers of actions that the report's texts name although no action of the unit answers to them. */
export function unansweredActionNumbers(fields: Record<string, unknown>, previous: Record<string, unknown>): number[] {
  const numbers = Object.keys({ ...previous, ...fields }).flatMap((path) => {
    const match = /^actions\/no-(\d+)\/text$/.exec(path)
    return match ? [Number(match[1])] : []
  })
  return [...new Set(numbers)].sort((a, b) => a - b)
}

/** Whether a day is later than another; an unknown day is earlier than any known one. */
export function isLater(day: string | null, than: string | null): boolean {
  return day !== null && (than === null || day > than)
}
