import { perSectionAndData } from '@/lib/final-report/check/kept/model'
import { measureOfLabel, namedMeasures } from '@/lib/final-report/check/measures/model'
import type { CheckedMeasure, CheckedReport } from '@/lib/final-report/check/model'
import type { ReadNumber } from '@/lib/final-report/check/numbers/model'
import { type ReadTable, tablesIn } from '@/lib/final-report/check/tables/model'
import { plain } from '@/lib/final-report/check/words/model'
import { makeValue } from '@/lib/values/make-value'
import { parseTime } from '@/lib/values/parse-time'
import type { TypedValue } from '@/lib/values/typed-value'

type Measurement = CheckedMeasure['measurements'][number]

/** A typed cell that gives a measurement of a measure; `value` is what the data say for that very cell. */
export type MeasuredCell = {
  blockId: string
  /** Row and column as the reader sees them */
  label: string
  read: ReadNumber
  measure: CheckedMeasure
  measurement: Measurement
  value: TypedValue
}

/** Cells of typed tables whose row, column or table is named after a measure and whose time is one of its times. */
export const measuredCells = perSectionAndData((section, report): readonly MeasuredCell[] =>
  tablesIn(section, report)
    .filter(({ block }) => !block.bound && block.rows.length > 0)
    .flatMap((table) => cellsOf(table, report)),
)

function cellsOf(table: ReadTable, report: CheckedReport): MeasuredCell[] {
  const named = namedMeasures(report)
  const { block, columns, rows } = table
  const head = block.columns[0] ?? ''
  const parted = partedMeasure(table, report)
  const byColumn = columns.map((heading) => measureOfLabel(heading === '' ? head : heading, block.caption, named))
  return rows.flatMap((row) => {
    const timed = parseTime(row.label).ok
    const byRow = timed ? null : measureOfLabel(row.label, `${block.caption} ${head}`, named)
    return row.cells.flatMap((cell, column): MeasuredCell[] => {
      if (cell.kind !== 'number') return []
      const heading = columns[column] ?? ''
      const label = [row.label, heading].filter(Boolean).join(', ')
      const made = (measure: CheckedMeasure | null, time: string, part: string | null) => {
        const measurement = measure && measurementAt(measure, time, columns.length === 1)
        const value = measurement && partOf(measurement.value, part)
        return measure && measurement && value
          ? [{ blockId: block.id, label, read: cell.read, measure, measurement, value }]
          : []
      }
      const inParts = made(parted, heading, row.label)
      if (inParts.length > 0) return inParts
      const own = byRow?.measurements.some(({ value }) => value.cells.length > 0)
        ? made(byRow, '', heading)
        : made(byRow, heading, null)
      if (own.length > 0) return own
      return timed ? made(byColumn[column] ?? null, row.label, null) : []
    })
  })
}

/** The measure whose parts are the table's rows: all of them, three at least. */
function partedMeasure({ rows }: ReadTable, report: CheckedReport): CheckedMeasure | null {
  const labels = rows.filter(({ isTotal }) => !isTotal).map(({ label }) => plain(label))
  if (labels.length < 3) return null
  const fitting = report.measures.filter(({ measurements }) =>
    measurements.some(({ value }) => {
      const parts = new Set(value.cells.map(({ label }) => plain(label)))
      return labels.every((label) => parts.has(label))
    }),
  )
  return fitting.length === 1 ? (fitting[0] ?? null) : null
}

/** What the measurement says of a part; the value itself when no part is asked for. */
function partOf(value: TypedValue, part: string | null): TypedValue | null {
  if (part === null) return value.number === null ? null : value
  const asked = plain(part).replace(/\s*\(.*$/, '')
  const cell = value.cells.find(({ label }) => plain(label) === plain(part) || plain(label) === asked)
  if (!cell || cell.number === null) return null
  return makeValue('number', { number: cell.number, unit: cell.unit ?? value.unit, qualifier: cell.qualifier })
}

/** The measurement of a time as a heading tells it; the only one when the table has but one column and says no time. */
function measurementAt({ measurements }: CheckedMeasure, heading: string, alone: boolean): Measurement | null {
  const said = plain(heading)
  const same = measurements.filter(({ time }) => time !== null && plain(time) === said)
  if (same.length > 0) return same.length === 1 ? (same[0] ?? null) : null
  if (measurements.length === 1 && (alone || said === '')) return measurements[0] ?? null
  const within = measurements.filter(({ time }) => time !== null && said !== '' && said.includes(plain(time)))
  if (within.length === 1) return within[0] ?? null
  const span = parseTime(heading)
  if (!span.ok) return null
  const inside = measurements.filter(({ time }) => {
    const own = time === null ? null : parseTime(time)
    return own?.ok && holds(span.value, own.value)
  })
  return inside.length === 1 ? (inside[0] ?? null) : null
}

type Span = { from: string | null; to: string | null }

function holds(outer: Span, inner: Span): boolean {
  if (outer.from === null || outer.to === null || inner.from === null || inner.to === null) return false
  return inner.from >= outer.from && inner.to <= outer.to
}
