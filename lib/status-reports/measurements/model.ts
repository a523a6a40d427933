import { type FieldEntry, readPath } from '@/lib/status-reports/fields/model'
import { type Asked, readSampleSize, readTime, readValue } from '@/lib/status-reports/readings/model'
import type { TimeSpan, TypedValue } from '@/lib/values/typed-value'

/** A measurement that approving a report makes. */
export type ReportedValue = {
  indicatorId: string
  value: TypedValue
  time: TimeSpan
  n: number | null
  note: string | null
}

type Period = { key: string; from: string; to: string }

/** Catalogue key of "time of the reporting period", said when the writer gave no time. */
const periodBasis = 'statusReports.basis.period'

/** The indicator values of a report. An empty value makes none: not measured is not zero. */
export function reportedValues(
  entries: readonly Pick<FieldEntry, 'path' | 'text'>[],
  asked: ReadonlyMap<string, Asked>,
  period: Period,
): ReportedValue[] {
  const texts = new Map(entries.map(({ path, text }) => [path, text.trim()]))
  return entries.flatMap(({ path, text }) => {
    const address = readPath(path)
    if (address?.field !== 'value' || !address.indicatorId || text.trim() === '') return []
    const { indicatorId } = address
    const read = readValue(text, asked.get(indicatorId) ?? { kind: null, unit: null })
    if (!read.ok) return []
    const beside = (field: string) => texts.get(`indicators/${indicatorId}/${field}`) ?? ''
    const n = readSampleSize(beside('n'))
    const note = beside('note') || read.value.note
    const time = timeOf(beside('time'), period)
    return [{ indicatorId, value: read.value, time, n: n.ok ? n.value : read.value.n, note }]
  })
}

function timeOf(written: string, period: Period): TimeSpan {
  const read = written === '' ? null : readTime(written, Number(period.to.slice(0, 4)))
  if (read?.ok) return read.value
  return { asWritten: null, code: period.key, from: period.from, to: period.to, basis: periodBasis }
}
