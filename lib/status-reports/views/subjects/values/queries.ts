import 'server-only'
import type { Prisma } from '@/generated/prisma/client'
import type { KnownValue } from '@/lib/status-reports/views/model'
import { isLater } from '@/lib/status-reports/views/model'
import type { TypedValue } from '@/lib/values/typed-value'

/** Columns that make a typed value with its time. */
export const measurementFields = {
  reportId: true,
  role: true,
  kind: true,
  asWritten: true,
  number: true,
  numberTo: true,
  qualifier: true,
  unit: true,
  n: true,
  scope: true,
  text: true,
  yes: true,
  unknown: true,
  note: true,
  source: true,
  flags: true,
  timeAsWritten: true,
  timeCode: true,
  timeTo: true,
  cells: {
    orderBy: { sort: 'asc' },
    select: { label: true, asWritten: true, number: true, unit: true, qualifier: true, unknown: true },
  },
} as const satisfies Prisma.MeasurementSelect

export type MeasurementRow = Prisma.MeasurementGetPayload<{ select: typeof measurementFields }>

/** Values of the latest time that was measured; the baseline when nothing was. Several when they differ by scope. */
export function latestValues(rows: readonly MeasurementRow[]): KnownValue[] {
  const actual = rows.filter((row) => row.role === 'actual')
  const known = actual.length > 0 ? actual : rows.filter((row) => row.role === 'baseline')
  const last = known.reduce<MeasurementRow | null>(
    (latest, row) => (latest === null || isLater(dayOf(row), dayOf(latest)) ? row : latest),
    null,
  )
  return known.filter((row) => last !== null && dayOf(row) === dayOf(last)).map(toKnown)
}

function dayOf(row: MeasurementRow): string | null {
  return row.timeTo?.toISOString().slice(0, 10) ?? null
}

function toKnown(row: MeasurementRow): KnownValue {
  return {
    value: toValue(row),
    timeCode: row.timeCode,
    timeAsWritten: row.timeAsWritten,
    role: row.role === 'baseline' ? 'baseline' : 'actual',
  }
}

function toValue(row: MeasurementRow): TypedValue {
  const { reportId: _report, role: _role, timeAsWritten: _as, timeCode: _code, timeTo: _to, ...value } = row
  return {
    ...value,
    number: row.number === null ? null : String(row.number),
    numberTo: row.numberTo === null ? null : String(row.numberTo),
    cells: row.cells.map((cell) => ({ ...cell, dimensions: {}, number: cell.number === null ? null : String(cell.number) })),
  }
}
