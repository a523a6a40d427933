import { newestByScope, scopeOf } from '@/lib/rounds/snapshot/indicators/judgements/model'
import type { SnapshotIndicator, SnapshotMeasurement } from '@/lib/rounds/snapshot/model'
import { nextQuarter, quarterParts } from '@/lib/values/time'

export type SeriesPoint = { code: string; from: string; measurement: SnapshotMeasurement }
export type NumberSeries = { scope: string | null; points: SeriesPoint[] }

/**
 * What can be drawn: single numbers and unknowns whose time is known, one series per scope, oldest first. `keeps` lets in
 * others, for those who tell of them in words.
 */
export function numberSeries(
  indicator: Pick<SnapshotIndicator, 'measurements'>,
  keeps: (measurement: SnapshotMeasurement) => boolean = isPoint,
): NumberSeries[] {
  const series = new Map<string | null, SeriesPoint[]>()
  for (const measurement of indicator.measurements) {
    const { code, from, to } = measurement.time
    const day = from ?? to
    if (measurement.role === 'comparison' || code === null || day === null || !keeps(measurement)) continue
    const scope = seriesOf(measurement, indicator)
    series.set(scope, [...(series.get(scope) ?? []), { code, from: day, measurement }])
  }
  return [...series].map(([scope, points]) => ({
    scope,
    points: points.sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0)),
  }))
}

/** Whether a value is one number, or a word for why there is none: nothing between two numbers, and no change without a level. */
export function isPoint({ value }: SnapshotMeasurement): boolean {
  if (value.unknown !== null) return true
  return value.number !== null && value.numberTo === null && value.kind !== 'change'
}

/** A starting level is the first point of what is followed, when only one thing is, whoever it was measured of. */
function seriesOf(measurement: SnapshotMeasurement, indicator: Pick<SnapshotIndicator, 'measurements'>): string | null {
  const scopes = [...newestByScope(indicator.measurements).keys()]
  const only = scopes.length === 1 ? scopes[0] : undefined
  return measurement.role === 'baseline' && only !== undefined ? only : scopeOf(measurement)
}

const mostPeriods = 40

/**
 * Times of all series in order. Where they are all years or all quarters the ones between are filled in, so that a time
 * nobody measured is a gap on the axis and not hidden by a line.
 */
export function seriesPeriods(series: readonly NumberSeries[]): string[] {
  const days = new Map(series.flatMap((one) => one.points.map((point) => [point.code, point.from] as const)))
  const codes = [...days].sort(([, a], [, b]) => (a < b ? -1 : a > b ? 1 : 0)).map(([code]) => code)
  const first = codes[0]
  const last = codes.at(-1)
  if (first === undefined || last === undefined) return []
  const next = codes.every(isYear) ? nextYear : codes.every(isQuarter) ? nextQuarter : null
  if (!next) return codes
  const filled = [first]
  while (filled.at(-1) !== last && filled.length < mostPeriods) filled.push(next(filled.at(-1) ?? last))
  return filled.at(-1) === last ? filled : codes
}

const isYear = (code: string): boolean => /^\d{4}$/.test(code)
const nextYear = (code: string): string => String(Number(code) + 1)
const isQuarter = (code: string): boolean => quarterParts(code) !== null
