import { describeChart } from '@/lib/charts/describe'
import type { AxisUnit, ChartModel, TargetLine } from '@/lib/charts/model'
import { printPalette } from '@/lib/charts/palette'
import { chartSvg } from '@/lib/charts/svg'
import type { DocumentFigure } from '@/lib/final-report/document/model'
import { indicatorName, measurementText, targetText, timeText } from '@/lib/final-report/numbers/model'
import { type IndicatorRow, measurementsOf, targetsInForce } from '@/lib/indicators/model'
import type { Words } from '@/lib/platform/words'
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
    notes: [],
  }
}

/** Few values are bars, a longer series is a line. A value without a number is a gap, never zero. */
function indicatorChart(indicator: IndicatorRow, t: Words): ChartModel | null {
  const rows = measurementsOf(indicator, 'actual').toSorted((a, b) =>
    String(a.time.to).localeCompare(String(b.time.to)),
  )
  if (!rows.some((row) => row.value.number !== null)) return null
  const unit = rows.find((row) => row.value.unit !== null)?.value.unit ?? indicator.current?.unit ?? null
  const times = rows.map((row) => timeText(row.time, t) ?? t('finalReport.timeUnknown'))
  const shared = {
    title: indicatorName(indicator),
    axis: axisOf(unit),
    series: [
      {
        name: t('finalReport.column.actual'),
        points: rows.map((row) => ({ value: row.value.number, text: measurementText(row, t) })),
      },
    ],
    targets: targetLines(indicator, t),
  }
  return rows.length > 3 ? { kind: 'line', periods: times, ...shared } : { kind: 'bars', categories: times, ...shared }
}

function axisOf(unit: string | null): AxisUnit {
  if (isPercentUnit(unit)) return 'percent'
  return unit !== null && canonicalUnit(unit) === '€' ? 'euro' : 'number'
}

function targetLines(indicator: IndicatorRow, t: Words): TargetLine[] {
  return targetsInForce(indicator).flatMap((target): TargetLine[] => {
    if (target.number === null) return []
    const kind = target.role === 'interim' ? 'interim' : 'final'
    const when = timeText(target.time, t)
    const name = t(kind === 'interim' ? 'finalReport.target.interim' : 'finalReport.target.final')
    return [
      { kind, value: target.number, label: `${name} ${targetText(target, indicator, t)}${when ? ` (${when})` : ''}` },
    ]
  })
}
