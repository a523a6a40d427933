import type { AxisUnit, ChartPoint } from '@/lib/charts/model'
import type { Words } from '@/lib/platform/words'
import type { SnapshotIndicator, SnapshotMeasurement } from '@/lib/rounds/snapshot/model'
import { measurementText } from '@/lib/steering/figure-texts/model'
import { isPoint, numberSeries } from '@/lib/steering/series/model'
import { divide } from '@/lib/values/decimal'
import { canonicalUnit, isMoneyUnit, isPercentUnit, minutesPerUnit } from '@/lib/values/units'

/** Whether a figure has a card that the reader can be led to. */
export type HasCard = (id: string) => boolean

/** The unit of an axis. Two units that nobody has told may differ, so that each indicator without one has an axis of its own. */
export type UnitOfAxis = { key: string; name: string | null }

export type TimedPoint = { code: string; from: string; measurement: SnapshotMeasurement; value: string | null }

/** What is followed of one indicator, in one unit, oldest first. A point without a value is a word in a gap. */
export type ExplorerSeries = {
  indicator: SnapshotIndicator
  scope: string | null
  unit: UnitOfAxis
  points: TimedPoint[]
}

/** The series of an indicator that have at least one number; those of different units apart. */
export function seriesOf(indicator: SnapshotIndicator): ExplorerSeries[] {
  return numberSeries(indicator, () => true).flatMap(({ scope, points }) => {
    const placed = points.map((point) => ({ ...point, ...placedValue(point.measurement, indicator) }))
    const units = new Map(placed.flatMap(({ value, unit }) => (value === null ? [] : [[unit.key, unit] as const])))
    return [...units.values()].map((unit, index) => ({
      indicator,
      scope,
      unit,
      // A word for a missing value belongs to no unit: it stands in the first of the series.
      points: placed.filter((point) => (point.value === null ? index === 0 : point.unit.key === unit.key)),
    }))
  })
}

/** Where a value stands on its axis; null for what has no place on one. Durations are in the unit of the indicator. */
export function placedValue(
  measurement: SnapshotMeasurement,
  indicator: Pick<SnapshotIndicator, 'id' | 'unit'>,
): { value: string | null; unit: UnitOfAxis } {
  const { value } = measurement
  if (value.unknown !== null || value.number === null || !isPoint(measurement)) {
    return { value: null, unit: unitOfAxis(indicator.unit, indicator.id) }
  }
  if (value.kind !== 'duration') {
    return { value: value.number, unit: unitOfAxis(value.unit ?? indicator.unit, indicator.id) }
  }
  const unit = minutesPerUnit(indicator.unit) === null ? 'min' : indicator.unit
  return { value: durationIn(value.number, unit), unit: unitOfAxis(unit, indicator.id) }
}

/** Minutes as a number of the unit. */
export function durationIn(minutes: string, unit: string | null): string {
  const factor = minutesPerUnit(unit)
  return (factor && divide(minutes, factor, 6)) || minutes
}

/** The axis that a unit asks for. */
export function unitOfAxis(unit: string | null, indicatorId: string): UnitOfAxis {
  return unit === null ? { key: `? ${indicatorId}`, name: null } : { key: canonicalUnit(unit), name: unit }
}

/** How the numbers of an axis are written. */
export function axisOf({ name }: UnitOfAxis): AxisUnit {
  return isPercentUnit(name) ? 'percent' : isMoneyUnit(name) ? 'euro' : 'number'
}

/** A point of a chart: a number, a word for why there is none, or that nobody measured then. */
export function chartPoint(t: Words, point: TimedPoint | undefined, hasCard: HasCard): ChartPoint {
  if (!point) return { value: null, text: t('explorer.notMeasured') }
  const { measurement, value } = point
  return { value, text: measurementText(t, measurement), told: value === null, ...cardSource(measurement.id, hasCard) }
}

/** Where the number of a measurement leads to, if it leads anywhere. */
export function cardSource(id: string, hasCard: HasCard): Pick<ChartPoint, 'source'> {
  return hasCard(id) ? { source: { kind: 'measurement', id } } : {}
}
