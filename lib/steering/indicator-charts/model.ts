import type { BarChart, ChartPoint, LineChart, TargetLine } from '@/lib/charts/model'
import type { Words } from '@/lib/platform/words'
import type { SnapshotIndicator, SnapshotMeasurement, SnapshotTarget } from '@/lib/rounds/snapshot/model'
import { limitText, measurementText, timeText } from '@/lib/steering/figure-texts/model'
import { type NumberSeries, numberSeries, seriesPeriods } from '@/lib/steering/series/model'
import { formatTimeCode } from '@/lib/values/format'
import { isPercentUnit } from '@/lib/values/units'

/**
 * The picture of an indicator: a line when something was measured more than once, bars for single values; null when there
 * is nothing to draw (states, yes or no, nothing measured). Superseded targets are told in words, not drawn.
 */
export function indicatorChart(t: Words, indicator: SnapshotIndicator): LineChart | BarChart | null {
  const series = numberSeries(indicator)
  if (!series.some((one) => one.points.some((point) => point.measurement.value.number !== null))) return null
  const title = t('steering.targets.chart', { name: indicator.name })
  const shared = {
    title,
    axis: isPercentUnit(indicator.unit) ? 'percent' : 'number',
    targets: targetLines(t, indicator),
  } as const
  return series.some((one) => one.points.length > 1)
    ? { kind: 'line', ...shared, ...overTime(t, series) }
    : { kind: 'bars', ...shared, ...sideBySide(t, series) }
}

function overTime(t: Words, series: readonly NumberSeries[]): Pick<LineChart, 'periods' | 'series'> {
  const codes = seriesPeriods(series)
  return {
    periods: codes.map((code) => formatTimeCode(code, t.locale)),
    series: series.slice(0, 5).map(({ scope, points }) => ({
      name: scope ?? '',
      points: codes.map((code) => pointOf(t, points.findLast((point) => point.code === code)?.measurement)),
    })),
  }
}

function sideBySide(t: Words, series: readonly NumberSeries[]): Pick<BarChart, 'categories' | 'series'> {
  const measured = series.flatMap(({ scope, points }) => points.map(({ measurement }) => ({ scope, measurement })))
  return {
    categories: measured.map(({ scope, measurement }) =>
      [scope, timeText(t, measurement.time)].filter((part) => part !== null).join(', '),
    ),
    series: [{ name: '', points: measured.map(({ measurement }) => pointOf(t, measurement)) }],
  }
}

function pointOf(t: Words, measurement: SnapshotMeasurement | undefined): ChartPoint {
  if (!measurement) return { value: null, text: t('steering.targets.unknown') }
  const { id, value } = measurement
  const source = { kind: 'measurement', id }
  return { value: value.unknown ? null : value.number, text: measurementText(t, measurement), source }
}

/** Targets in force that are levels in the indicator's own unit; the same level twice is one line. */
export function targetLines(t: Words, { targets, unit }: Pick<SnapshotIndicator, 'targets' | 'unit'>): TargetLine[] {
  const drawn = new Map<string, TargetLine>()
  for (const target of targets) {
    const { number, role, superseded } = target
    if (number === null || superseded !== null || !isLevel(target, unit)) continue
    const kind = role === 'interim' ? 'interim' : 'final'
    const label = t(kind === 'interim' ? 'steering.targets.lineInterim' : 'steering.targets.lineTarget', {
      value: limitText(t, target),
    })
    if (!drawn.has(number)) drawn.set(number, { label, value: number, kind, source: { kind: 'target', id: target.id } })
  }
  return [...drawn.values()]
}

function isLevel({ operator, unit }: SnapshotTarget, asked: string | null): boolean {
  return operator !== 'change_percent' && operator !== 'direction' && (unit ?? asked) === asked
}
