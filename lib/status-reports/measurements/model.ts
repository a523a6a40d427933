import type { MeasurementRow } from '@/lib/indicators/model'
import { type Asked, askedOf, readSampleSize, readTime, readValue } from '@/lib/indicators/readings/model'
import { type FieldEntry, readPath } from '@/lib/status-reports/fields/model'
import { round } from '@/lib/values/decimal'
import { makeUnknown } from '@/lib/values/make-value'
import type { TimeSpan, TypedValue } from '@/lib/values/typed-value'

/** A measurement that approving a report makes. */
export type ReportedValue = {
  indicatorId: string
  value: TypedValue
  time: TimeSpan
  n: number | null
  note: string | null
}

/** The reporting period, whose time stands in for one that was not given. */
export type ReportedPeriod = { key: string; from: string; to: string }

/** Catalogue key of "time of the reporting period", said when the writer gave no time. */
const periodBasis = 'statusReports.basis.period'

/** The indicator values of a report. An empty value makes none: not measured is not zero. */
export function reportedValues(
  entries: readonly Pick<FieldEntry, 'path' | 'text'>[],
  asked: ReadonlyMap<string, Asked>,
  period: ReportedPeriod,
): ReportedValue[] {
  const texts = new Map(entries.map(({ path, text }) => [path, text.trim()]))
  return entries.flatMap(({ path, text }) => {
    const address = readPath(path)
    if (address?.field !== 'value' || !address.indicatorId || text.trim() === '') return []
    const { indicatorId } = address
    const read = readValue(text, askedOf(asked.get(indicatorId)))
    if (!read.ok) return []
    const beside = (field: string) => texts.get(`indicators/${indicatorId}/${field}`) ?? ''
    const n = readSampleSize(beside('n'))
    const note = beside('note') || read.value.note
    const time = timeOf(beside('time'), period)
    return [{ indicatorId, value: read.value, time, n: n.ok ? n.value : read.value.n, note }]
  })
}

/** The time a value was measured at as typed beside it; without one, the period itself. */
export function timeOf(written: string, period: ReportedPeriod): TimeSpan {
  const read = written === '' ? null : readTime(written, Number(period.to.slice(0, 4)))
  if (read?.ok) return read.value
  return { asWritten: null, code: period.key, from: period.from, to: period.to, basis: periodBasis }
}

/**
 * Indicators whose texts are not what they were when the report was opened again: only their measurements are looked at
 * when it is approved anew. Without a copy (it was never opened again) all that are told of.
 */
export function changedIndicators(
  entries: readonly Pick<FieldEntry, 'path' | 'text'>[],
  copy: Readonly<Record<string, string>> | null,
): Set<string> {
  const now: Record<string, string> = Object.fromEntries(entries.map(({ path, text }) => [path, text]))
  const paths = Object.keys({ ...copy, ...now })
  const changed = paths.filter((path) => copy === null || (copy[path] ?? '') !== (now[path] ?? ''))
  return new Set(changed.flatMap((path) => readPath(path)?.indicatorId ?? []))
}

/**
 * The measurement that a newly told one stands in for: of the same scope, or the only one there is. A value of another
 * scope beside several takes nobody's place.
 */
export function predecessorOf<M extends { scope: string | null }>(own: readonly M[], scope: string | null): M | null {
  return own.find((one) => one.scope === scope) ?? (own.length === 1 ? (own[0] ?? null) : null)
}

/** Whether two measurements mean the same; another spelling of the same figure is no other figure. */
export function sameMeaning(a: ReportedValue, b: ReportedValue): boolean {
  return JSON.stringify(meaning(a)) === JSON.stringify(meaning(b))
}

function meaning({ value, time, n, note }: ReportedValue) {
  const { kind, number, numberTo, qualifier, unit, scope, text, yes, unknown, cells, flags } = value
  const inWords = kind === 'text' || kind === 'state'
  return [
    [kind, plain(number), plain(numberTo), qualifier, unit, scope, text, yes, unknown, flags],
    inWords ? value.asWritten : null,
    cells.map(({ asWritten: _spelling, dimensions, ...cell }) => [
      cell.label,
      Object.entries(dimensions).sort(),
      plain(cell.number),
      cell.unit,
      cell.qualifier,
      cell.unknown,
    ]),
    [time.code, time.from, time.to, n, note],
  ]
}

/** `35.50` and `35.5` are one number. */
function plain(number: string | null): string | null {
  return number === null ? null : round(number, 6)
}

/** A stored measurement as it was reported. */
export function asReported(
  indicatorId: string,
  { value, time }: Pick<MeasurementRow, 'value' | 'time'>,
): ReportedValue {
  return { indicatorId, value, time, n: value.n, note: value.note }
}

/** What remains of a value that was taken away: that it is not known. The row it replaces stays as its history. */
export function withdrawn({ indicatorId, value, time }: ReportedValue): ReportedValue {
  const { kind, unit, scope } = value
  return { indicatorId, value: makeUnknown(kind, 'unknown', { unit, scope }), time, n: null, note: null }
}
