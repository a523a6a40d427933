import type { TimeSpan, TypedValue, UnknownKind } from '@/lib/values/typed-value'

export const indicatorScopes = ['local', 'national'] as const
export type IndicatorScope = (typeof indicatorScopes)[number]

/** What an answer is: a quantity of any shape, yes or no, words, a list of words. */
export const indicatorKinds = ['numeric', 'yes_no', 'textual', 'list'] as const
export type IndicatorKind = (typeof indicatorKinds)[number]

/** Whether a value tells the whole so far or its own period only. */
export const accumulations = ['cumulative', 'per_period'] as const
export type Accumulation = (typeof accumulations)[number]

/** Which way is better; reach: a state; monitor: followed without a better way. */
export const indicatorDirections = ['up', 'down', 'reach', 'monitor'] as const
export type IndicatorDirection = (typeof indicatorDirections)[number]

export const targetRoles = ['interim', 'final', 'alternative'] as const
export type TargetRole = (typeof targetRoles)[number]

/** Comparisons by name. `comparator`: measured by another level, e.g. the whole country; `state`: words by a date. */
export const targetOperators = [
  'eq',
  'lt',
  'lte',
  'gt',
  'gte',
  'change_percent',
  'direction',
  'comparator',
  'state',
] as const
export type TargetOperator = (typeof targetOperators)[number]

export const measurementRoles = ['actual', 'baseline', 'comparison'] as const
export type MeasurementRole = (typeof measurementRoles)[number]

export type IndicatorVersionRow = {
  id: string
  version: number
  name: string
  scope: IndicatorScope
  /** The source's own class: numeric, yes_no, textual, list */
  kind: string | null
  unit: string | null
  direction: IndicatorDirection | null
  definition: string | null
  reason: string | null
  supersededOn: string | null
  validFrom: string | null
  accumulation: Accumulation | null
  /** A calculated indicator: what is counted from others (lib/indicators/formulas) */
  formula: string | null
  source: string | null
  producer: string | null
  method: string | null
  dimensions: string[]
  /** Role or unit that answers for it */
  owner: string | null
  horizon: string | null
}

export type TargetRow = {
  id: string
  versionId: string | null
  role: TargetRole
  operator: TargetOperator | null
  operatorText: string | null
  asWritten: string | null
  text: string | null
  number: string | null
  unit: string | null
  time: TimeSpan
  definition: string | null
  source: string | null
  /** Null while the target is in force */
  superseded: { on: string | null; at: string | null; reason: string | null } | null
  /** Marked reached by a person, with evidence; null when nobody has */
  reached: { on: string; note: string | null } | null
}

/** Parts of a measurement that can be corrected; also the last part of a correction's path. */
export const figureFields = ['value', 'n', 'time'] as const
export type FigureField = (typeof figureFields)[number]

/** A dated correction of one figure: both texts as typed, and the event that tells who made it. */
export type MeasurementCorrection = {
  field: FigureField
  before: string
  after: string
  at: string
  reason: string
  eventId: string
}

/** A correction as stored; null when its path names no figure. */
export function toCorrection({
  path,
  before,
  after,
  event,
}: {
  path: string
  before: string
  after: string
  event: { id: string; at: Date; reason: string | null }
}): MeasurementCorrection | null {
  const field = figureFields.find((name) => path.endsWith(`/${name}`))
  return field
    ? { field, before, after, at: event.at.toISOString(), reason: event.reason ?? '', eventId: event.id }
    : null
}

export type MeasurementRow = {
  id: string
  /** The status report in which it was told; null when it comes from elsewhere */
  reportId: string | null
  role: MeasurementRole
  value: TypedValue
  time: TimeSpan
  area: string | null
  change: { number: string | null; unit: string | null; base: string | null; note: string | null } | null
  /** What the source itself says of the final target */
  meetsTarget: boolean | null
  /** How the value was corrected afterwards, the newest first */
  corrections: MeasurementCorrection[]
  /** Rows that this one has replaced: they count nowhere, but what was tied to them now means this one */
  replaces: string[]
}

/** mittari, indikaattori. What it means stands in its versions; `current` is the one in force. */
export type IndicatorRow = {
  id: string
  /** Counts the changes of definition, targets and values from elsewhere */
  version: number
  sourceId: string
  scope: IndicatorScope
  workPackageId: string | null
  investmentId: string | null
  origin: string | null
  actionNo: number | null
  /** The source points to another unit's measure instead of giving its own */
  seeIndicatorOf: string | null
  horizon: string | null
  flag: string | null
  note: string | null
  source: string | null
  place: string | null
  sectionRef: string | null
  tableLabel: string | null
  figureLabel: string | null
  targetMetText: string | null
  dimensions: string[]
  clarifications: string[]
  current: IndicatorVersionRow | null
  versions: IndicatorVersionRow[]
  targets: TargetRow[]
  measurements: MeasurementRow[]
}

export type DataCell = {
  id: string
  /** Key of a column; a source may also give a row something outside the columns */
  column: string
  /** One cell may hold several values, e.g. of two weeks */
  part: string
  text: string | null
  number: string | null
  unknown: UnknownKind | null
}

/** A table of figures as the source has it. */
export type DataTableRow = {
  id: string
  sourceId: string
  workPackageId: string | null
  investmentId: string | null
  indicatorId: string | null
  kind: string
  title: string
  place: string | null
  notes: string[]
  columns: { key: string; title: string; unit: string | null; timeCode: string | null }[]
  rows: DataCell[][]
}

/** Whether the id means this measurement: its own, or that of a row it has replaced. */
export function isMeasurement(
  { id, replaces }: Pick<MeasurementRow, 'id' | 'replaces'>,
  wanted: string | null,
): boolean {
  return wanted !== null && (id === wanted || replaces.includes(wanted))
}

export function measurementsOf(indicator: Pick<IndicatorRow, 'measurements'>, role: MeasurementRole): MeasurementRow[] {
  return indicator.measurements.filter((measurement) => measurement.role === role)
}

/** Local or national by the definition; an indicator that nothing has defined is the project's own. */
export function scopeOf(version: Pick<IndicatorVersionRow, 'scope'> | null): IndicatorScope {
  return version?.scope ?? 'local'
}

/** Targets that still hold. */
export function targetsInForce(indicator: Pick<IndicatorRow, 'targets'>): TargetRow[] {
  return indicator.targets.filter((target) => target.superseded === null)
}
