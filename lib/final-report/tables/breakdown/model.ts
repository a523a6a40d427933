import { type BoundData, cardOf } from '@/lib/final-report/bindings/model'
import type { Binding } from '@/lib/final-report/blocks/model'
import type { DocumentCell, TableBody } from '@/lib/final-report/document/model'
import { correctionNotes, timeText } from '@/lib/final-report/numbers/model'
import { isMeasurement } from '@/lib/indicators/model'
import type { Words } from '@/lib/platform/words'
import { formatTypedValue } from '@/lib/values/format-value'
import { unknownLabels } from '@/lib/values/labels'
import { makeValue } from '@/lib/values/make-value'
import type { ValueCell } from '@/lib/values/typed-value'

/**
 * The parts of one measured value: by municipality, age group, statement. Two dimensions make a grid, one a list; a part that
 * is not known says so and is no zero. Null when the value is gone or has no parts.
 */
export function breakdownTable(data: BoundData, bindings: readonly Binding[], t: Words): TableBody | null {
  const wanted = bindings.find((binding) => binding.source === 'measurement')?.measurementId ?? null
  const indicator = data.indicators.find((one) => one.measurements.some((row) => isMeasurement(row, wanted)))
  const row = indicator?.measurements.find((one) => isMeasurement(one, wanted))
  if (!indicator || !row || row.value.cells.length === 0) return null
  const { cells } = row.value
  const grid = gridOf(cells)
  const address = cardOf(data, { kind: 'measurement', id: row.id })
  const linked = (cell: DocumentCell): DocumentCell => (address ? { ...cell, address } : cell)
  const found = (test: (cell: ValueCell) => boolean): DocumentCell => {
    const cell = cells.find(test)
    return cell ? linked(cellText(cell, t)) : { text: '' }
  }
  const source = row.value.source ?? indicator.source ?? t('finalReport.source.indicators')
  const time = timeText(row.time, t)
  return {
    columns: grid
      ? [
          { header: grid.down, numeric: false, width: 2.4 },
          ...grid.columns.map((header) => ({ header, numeric: true, width: 1 })),
        ]
      : [
          { header: t('finalReport.column.breakdown'), numeric: false, width: 2.4 },
          { header: t('finalReport.column.actual'), numeric: true, width: 1 },
        ],
    rows: grid
      ? grid.rows.map((name) => [
          { text: name },
          ...grid.columns.map((column) =>
            found((cell) => cell.dimensions[grid.down] === name && cell.dimensions[grid.across] === column),
          ),
        ])
      : cells.map((cell) => [{ text: cell.label }, linked(cellText(cell, t))]),
    total: null,
    notes: [
      ...(row.value.n === null ? [] : [t('finalReport.note.n', { n: row.value.n })]),
      ...correctionNotes(indicator, row, t),
    ],
    source: t('finalReport.sourceLine', { source: time ? `${source}, ${time}` : source }),
  }
}

type Grid = { down: string; across: string; rows: string[]; columns: string[] }

/** The two dimensions of a grid, the one with more names running down; null when the cells have not just two. */
function gridOf(cells: readonly ValueCell[]): Grid | null {
  const [first, second, ...more] = [...new Set(cells.flatMap((cell) => Object.keys(cell.dimensions)))]
  if (first === undefined || second === undefined || more.length > 0) return null
  const names = (dimension: string) => [...new Set(cells.flatMap((cell) => cell.dimensions[dimension] ?? []))]
  const whole = cells.every((cell) => first in cell.dimensions && second in cell.dimensions)
  if (!whole) return null
  const [down, across] = names(first).length >= names(second).length ? [first, second] : [second, first]
  return { down, across, rows: names(down), columns: names(across) }
}

function cellText(cell: ValueCell, t: Words): DocumentCell {
  if (cell.unknown !== null) return { text: t(unknownLabels[cell.unknown]), unknown: true }
  if (cell.number === null) return { text: cell.asWritten ?? t('finalReport.unknown') }
  const value = makeValue('number', { number: cell.number, unit: cell.unit, qualifier: cell.qualifier })
  return { text: formatTypedValue(value, t.locale) ?? cell.asWritten ?? t('finalReport.unknown') }
}
