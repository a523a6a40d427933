import { withCalculated } from '@/lib/indicators/formulas/model'
import {
  type IndicatorRow,
  type IndicatorVersionRow,
  type MeasurementRow,
  scopeOf,
  type TargetRow,
} from '@/lib/indicators/model'
import { type Cut, isKnownIn } from '@/lib/rounds/snapshot/cut/model'
import { judgementsOf } from '@/lib/rounds/snapshot/indicators/judgements/model'
import type { SnapshotIndicator, SnapshotMeasurement, SnapshotOrigin } from '@/lib/rounds/snapshot/model'

/** The period that a status report belongs to, by the report's id. */
export type ReportPeriods = ReadonlyMap<string, string>

/** How the figures of a report came into the house, by the report's id. */
export type Origins = ReadonlyMap<string, SnapshotOrigin>

/**
 * Indicators as they were known by the end of the period, judged as things stood then. What is counted from others is counted
 * from what was known of them.
 */
export function indicatorsAtCut(
  rows: readonly IndicatorRow[],
  cut: Cut,
  reportPeriods: ReportPeriods,
  origins: Origins = new Map(),
): SnapshotIndicator[] {
  const known = rows.map((row) => {
    const current = currentOf(versionsAt(row.versions, cut))
    const { source = null, horizon = null, dimensions = [] } = current ?? {}
    const measurements = row.measurements.filter((one) => isKnown(one, cut, reportPeriods))
    return { ...row, current, scope: scopeOf(current), source, horizon, dimensions, measurements }
  })
  return withCalculated(known).map((row) => indicatorAtCut(row, cut, origins))
}

/** A definition that gave way only after the cut was still in force at it. */
function versionsAt(versions: readonly IndicatorVersionRow[], cut: Cut): IndicatorVersionRow[] {
  return versions.map((version) =>
    isSuperseded(version.supersededOn, cut) ? version : { ...version, supersededOn: null },
  )
}

function currentOf(versions: readonly IndicatorVersionRow[]): IndicatorVersionRow | null {
  return versions.find((version) => version.supersededOn === null) ?? versions.at(-1) ?? null
}

function indicatorAtCut(row: IndicatorRow, cut: Cut, origins: Origins): SnapshotIndicator {
  const { current } = row
  const versions = versionsAt(row.versions, cut)
  const targets = row.targets.map((target) => targetAtCut(target, cut))
  const measurements = row.measurements.map(
    (one): SnapshotMeasurement => ({ ...one, origin: (one.reportId && origins.get(one.reportId)) || null }),
  )
  const direction = current?.direction ?? null
  return {
    ...row,
    name: current?.name ?? row.sourceId,
    kind: current?.kind ?? null,
    unit: current?.unit ?? null,
    direction,
    definition: current?.definition ?? null,
    accumulation: current?.accumulation ?? null,
    formula: current?.formula ?? null,
    producer: current?.producer ?? null,
    method: current?.method ?? null,
    owner: current?.owner ?? null,
    versions,
    targets,
    measurements,
    judgements: judgementsOf(targets, measurements, direction, cut.lastDay),
  }
}

/** What gave way only after the cut was still in force at it. */
function isSuperseded(on: string | null, { lastDay }: Cut): boolean {
  return on !== null && on <= lastDay
}

function targetAtCut(target: TargetRow, cut: Cut): TargetRow {
  const on = target.superseded?.on ?? null
  const { reached } = target
  return {
    ...target,
    superseded: on === null || isSuperseded(on, cut) ? target.superseded : null,
    reached: reached && reached.on <= cut.lastDay ? reached : null,
  }
}

/** Neither told in a later report nor measured after the period. What bears no time at all was known all along. */
function isKnown({ reportId, time }: MeasurementRow, cut: Cut, reportPeriods: ReportPeriods): boolean {
  if (reportId !== null && !isKnownIn(reportPeriods.get(reportId) ?? null, cut)) return false
  const starts = time.from ?? time.to
  return starts === null || starts <= cut.lastDay
}
