import type { IndicatorRow, MeasurementRow, TargetRow } from '@/lib/indicators/model'
import { measurementsOf } from '@/lib/indicators/model'
import type { TimeSpan } from '@/lib/values/typed-value'
import { minutesInUnit } from '@/lib/values/units'

/** "31.12.2024 mennessä" is stored with an open start; the source gives its last day. */
function period(time: TimeSpan) {
  const code = time.code?.replace(/^\.\.\//, '') ?? null
  // Words that are no time stand where the source has them: in the place of the code.
  if (code === null) return { period: time.asWritten, period_as_written: null }
  return { period: code, period_as_written: time.asWritten }
}

/** Durations are stored in minutes; the source has them in its unit. */
function number({ value }: Pick<MeasurementRow, 'value'>): string | null {
  const { kind, number: stored, unit } = value
  return kind === 'duration' && stored !== null ? minutesInUnit(stored, unit) : stored
}

const breakdown = ({ value }: MeasurementRow) =>
  value.cells.length > 0 ? value.cells.map((cell) => ({ label: cell.label, value: cell.number })) : undefined

function measurement(row: MeasurementRow) {
  const { value } = row
  return {
    ...period(row.time),
    value: value.kind === 'range' ? null : (value.yes ?? number(row)),
    value_text: value.asWritten,
    n: value.n,
    note: value.note,
    scope: value.scope,
    period_basis: row.time.basis,
    breakdown: breakdown(row),
  }
}

function baseline(indicator: IndicatorRow) {
  const row = measurementsOf(indicator, 'baseline')[0]
  if (!row) return null
  const comparison = measurementsOf(indicator, 'comparison')[0]
  return {
    ...period(row.time),
    value: number(row),
    as_written: row.value.asWritten,
    n: row.value.n,
    note: row.value.note,
    breakdown: breakdown(row),
    comparison: comparison ? { label: comparison.area, value: comparison.value.number } : undefined,
  }
}

function metricTarget(target: TargetRow | undefined) {
  if (!target) return null
  return {
    value: target.number,
    text: target.text,
    period: target.time.code,
    operator: target.operatorText,
    source: target.source,
    as_written: target.time.asWritten,
  }
}

export function rebuildMetric(row: IndicatorRow) {
  return {
    id: row.sourceId,
    name: row.current?.name,
    unit: row.current?.unit,
    kind: row.current?.kind,
    direction: row.current?.direction,
    source: row.origin,
    target: metricTarget(row.targets[0]),
    baseline: baseline(row),
    measurements: measurementsOf(row, 'actual').map(measurement),
    action_no: row.actionNo,
    see_metric_of: row.seeIndicatorOf,
    horizon: row.horizon,
    flag: row.flag,
    note: row.note,
  }
}

function nationalTarget(target: TargetRow | undefined) {
  if (!target) return undefined
  return {
    period: target.time.code,
    period_as_written: target.time.asWritten,
    value: target.number ?? target.text,
    operator: target.operatorText,
    as_written: target.asWritten,
    definition: target.definition,
    source: target.source,
  }
}

export function rebuildNational(row: IndicatorRow) {
  const targets = (role: TargetRow['role'], superseded = false) =>
    row.targets.filter((target) => target.role === role && (target.superseded !== null) === superseded)
  const start = measurementsOf(row, 'baseline')[0]
  return {
    name: row.current?.name,
    unit: row.current?.unit,
    kind: row.current?.kind,
    direction: row.current?.direction,
    interim_targets: targets('interim').map(nationalTarget),
    final_target: nationalTarget(targets('final')[0]),
    superseded_targets: targets('final', true).map((target) => ({ ...nationalTarget(target), unit: target.unit })),
    alternative_final_targets: targets('alternative').map(nationalTarget),
    baseline: start ? { period: start.time.code, value: start.value.number } : undefined,
    actuals: measurementsOf(row, 'actual').map((actual) => ({
      period: actual.time.code,
      period_as_written: actual.time.asWritten,
      value: actual.value.number ?? actual.value.text,
      as_written: actual.value.kind === 'state' ? undefined : actual.value.asWritten,
      who: actual.value.scope,
      source: actual.value.source,
      meets_final_target: actual.meetsTarget,
      flag: actual.value.flags[0],
      change: actual.change
        ? {
            value: actual.change.number,
            unit_as_written: actual.change.unit,
            base_period: actual.change.base,
            ambiguous: actual.change.note,
          }
        : undefined,
    })),
    clarifications: row.clarifications,
  }
}
