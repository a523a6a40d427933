import { describeChart } from '@/lib/charts/describe'
import type { AxisUnit, ChartPoint, LineChart, TargetLine } from '@/lib/charts/model'
import { printPalette } from '@/lib/charts/palette'
import { chartSvg } from '@/lib/charts/svg'
import type { DocumentFigure } from '@/lib/final-report/document/model'
import { correctionNotes, indicatorName, measurementText, targetText, timeText } from '@/lib/final-report/numbers/model'
import { type IndicatorRow, type MeasurementRow, measurementsOf, targetsInForce } from '@/lib/indicators/model'
import type { Words } from '@/lib/platform/words'
import type { TimeSpan } from '@/lib/values/typed-value'
import { canonicalUnit, isPercentUnit } from '@/lib/values/units'

export type FigureBody = Pick<DocumentFigure, 'alt' | 'svg' | 'chart' | 'source' | 'notes'>

const printWidth = 640

/** The chart of one indicator: what was measured beside what was aimed at. Null when nothing measured has a number. */
export function indicatorFigure(indicator: IndicatorRow, id: string, t: Words): FigureBody | null {
  const chart = indicatorChart(indicator, t)
  if (!chart) return null
  const description = describeChart(chart, t)
  const sources = [...new Set(measurementsOf(indicator, 'actual').flatMap((row) => row.value.source ?? []))]
  return {
    chart,
    alt: `${chart.title}. ${description}`,
    svg: chartSvg(chart, {
      palette: printPalette,
      locale: t.locale,
      width: printWidth,
      prefix: `p-${id}`,
      description,
    }),
    source: t('finalReport.sourceLine', { source: sources.join('; ') || t('finalReport.source.indicators') }),
    notes: measurementsOf(indicator, 'actual').flatMap((row) => correctionNotes(indicator, row, t)),
  }
}

/**
 * Measured values over time, with the targets at the time they are set for. The times are those of the values and of the
 * targets; a time without a value is a gap, never zero.
 */
function indicatorChart(indicator: IndicatorRow, t: Words): LineChart | null {
  const rows = measurementsOf(indicator, 'actual')
  if (!rows.some((row) => row.value.number !== null)) return null
  const targets = targetsInForce(indicator).filter((target) => target.number !== null)
  const times = [...rows, ...targets].map((row) => row.time).filter((time) => time.code !== null)
  const periods = [...new Map(times.map((time) => [time.code, time])).values()].toSorted((a, b) =>
    sortKey(a).localeCompare(sortKey(b)),
  )
  const untimed = rows.filter((row) => row.time.code === null)
  const unit = rows.find((row) => row.value.unit !== null)?.value.unit ?? indicator.current?.unit ?? null
  const points = [
    ...periods.map((time) =>
      pointOf(
        rows.findLast((row) => row.time.code === time.code),
        t,
      ),
    ),
    ...untimed.map((row) => pointOf(row, t)),
  ]
  return {
    kind: 'line',
    title: indicatorName(indicator),
    axis: axisOf(unit),
    periods: [
      ...periods.map((time) => timeText(time, t) ?? ''),
      ...untimed.map((row) => timeText(row.time, t) ?? t('finalReport.timeUnknown')),
    ],
    series: [{ name: t('finalReport.column.actual'), points }],
    targets: targets.map((target): TargetLine => {
      const kind = target.role === 'interim' ? 'interim' : 'final'
      const name = t(kind === 'interim' ? 'finalReport.target.interim' : 'finalReport.target.final')
      const at = periods.findIndex((time) => time.code === target.time.code)
      const where = at >= 0 && target.time.code !== null ? { from: at, to: at } : {}
      return { kind, value: target.number ?? '', label: `${name} ${targetText(target, indicator, t)}`, ...where }
    }),
  }
}

const sortKey = (time: TimeSpan): string => `${time.to ?? ''} ${time.from ?? ''}`

function pointOf(row: MeasurementRow | undefined, t: Words): ChartPoint {
  return row
    ? { value: row.value.number, text: measurementText(row, t) }
    : { value: null, text: t('finalReport.unknown') }
}

function axisOf(unit: string | null): AxisUnit {
  if (isPercentUnit(unit)) return 'percent'
  return unit !== null && canonicalUnit(unit) === '€' ? 'euro' : 'number'
}
