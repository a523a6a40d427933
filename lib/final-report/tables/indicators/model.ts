import { type BoundData, cardOf, investmentOf, type Scope } from '@/lib/final-report/bindings/model'
import type { Binding, IndicatorPick } from '@/lib/final-report/blocks/model'
import type { DocumentCell, TableBody } from '@/lib/final-report/document/model'
import {
  correctionNotes,
  indicatorName,
  latestActuals,
  levelText,
  measurementText,
  nameOfValue,
  timeText,
} from '@/lib/final-report/numbers/model'
import { type IndicatorRow, type MeasurementRow, measurementsOf, targetsInForce } from '@/lib/indicators/model'
import type { Words } from '@/lib/platform/words'
import { titleOf } from '@/lib/work-packages/model'

type Choice = { pick: IndicatorPick; bindings: readonly Binding[] }

/** Which indicators the table shows, in the order of the data; chosen ones in the order they were chosen. */
function pickIndicators(data: BoundData, scope: Scope, { pick, bindings }: Choice): IndicatorRow[] {
  if (pick === 'chosen') {
    return bindings.flatMap((binding) => data.indicators.find((row) => row.id === binding.indicatorId) ?? [])
  }
  const inside = data.indicators.filter((row) => !scope.investment || scope.covers(investmentOf(data, row)))
  return inside.filter((row) =>
    pick === 'national' ? row.scope === 'national' : row.scope === 'local' && measurementsOf(row, 'actual').length > 0,
  )
}

type Shown = { row: IndicatorRow; latest: MeasurementRow | null }

/** Indicators with their targets in force and their newest actual value; a row for each scope where there are several. */
export function indicatorTable(data: BoundData, scope: Scope, choice: Choice, t: Words): TableBody {
  const rows = pickIndicators(data, scope, choice).flatMap((row): Shown[] => {
    const values = latestActuals(row)
    return values.length > 0 ? values.map((latest) => ({ row, latest })) : [{ row, latest: null }]
  })
  const local = rows.some(({ row }) => row.workPackageId !== null)
  // Values in words need room and stand like words; figures stand under each other.
  const figures = rows.every(({ latest }) => isShort(latest, t))
  const sources = [...new Set(rows.flatMap(({ latest }) => latest?.value.source ?? []))]
  return {
    columns: [
      { header: t('finalReport.column.indicator'), numeric: false, width: 2.6 },
      ...(local ? [{ header: t('finalReport.column.workPackage'), numeric: false, width: 2 }] : []),
      { header: t('finalReport.column.target'), numeric: false, width: 1.5 },
      { header: t('finalReport.column.actual'), numeric: figures, width: figures ? 1.2 : 2.2 },
      { header: t('finalReport.column.time'), numeric: false, width: 1.3 },
    ],
    rows: rows.map((shown) => indicatorRow(shown, data, local, t)),
    total: null,
    notes: rows.flatMap((shown) => correctionsOf(shown, t)),
    source: t('finalReport.sourceLine', { source: sources.join('; ') || t('finalReport.source.indicators') }),
  }
}

/** The shown value's corrections, each with the name of its indicator: they stand together under the caption. */
function correctionsOf({ row, latest }: Shown, t: Words): string[] {
  return latest ? correctionNotes(row, latest, t).map((note) => `${nameOfValue(row, latest)}: ${note}`) : []
}

function isShort(latest: MeasurementRow | null, t: Words): boolean {
  return latest === null || (latest.value.number !== null && measurementText(latest, t).length <= 16)
}

function indicatorRow({ row, latest }: Shown, data: BoundData, local: boolean, t: Words): DocumentCell[] {
  const unknown = (text: string): DocumentCell => ({ text, unknown: true })
  const unit = data.workPackages.find((one) => one.id === row.workPackageId)
  const time = latest && timeText(latest.time, t)
  const targets = targetsInForce(row).map((target) => {
    const when = timeText(target.time, t)
    return levelText(target, row, t) + (when ? ` (${when})` : '')
  })
  return [
    { text: latest ? nameOfValue(row, latest) : indicatorName(row) },
    ...(local ? [{ text: unit ? titleOf(unit) : '' }] : []),
    targets.length > 0 ? { text: targets.join('; ') } : unknown(t('finalReport.noTarget')),
    latest ? valueCell(latest, data, t) : unknown(t('finalReport.notMeasured')),
    // What has not been measured has no time either; only of a value is its time unknown.
    time ? { text: time } : unknown(t(latest ? 'finalReport.unknown' : 'finalReport.notMeasured')),
  ]
}

function valueCell(latest: MeasurementRow, data: BoundData, t: Words): DocumentCell {
  const text = measurementText(latest, t)
  const address = cardOf(data, { kind: 'measurement', id: latest.id })
  return { text, ...(latest.value.unknown && { unknown: true as const }), ...(address && { address }) }
}
