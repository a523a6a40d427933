import type { FigureField, MeasurementRow } from '@/lib/indicators/model'
import { type Asked, type Reading, readSampleSize, readTime, readValue } from '@/lib/indicators/readings/model'
import { type ReportedPeriod, type ReportedValue, timeOf } from '@/lib/status-reports/measurements/model'
import { formatTimeCode } from '@/lib/values/format'
import { formatTypedValue } from '@/lib/values/format-value'
import { unknownWords } from '@/lib/values/lexicon'

/** A figure of a report as it stands: the measurement that holds, and what the report's fields say beside it. */
export type StandingFigure = {
  indicatorId: string
  /** Null when the report has told no value */
  base: ReportedValue | null
  /** Texts of the fields `value`, `n` and `time`; absent where there is no such field */
  texts: Partial<Record<FigureField, string>>
  note: string | null
  asked: Asked
  period: ReportedPeriod
}

/**
 * The measurement that a correction makes of the figure. The text is read as in the report's form; n and time belong to a
 * value and cannot be corrected without one. Emptied, n is unknown and the time is the whole period's.
 */
export function correctedFigure(figure: StandingFigure, field: FigureField, text: string): Reading<ReportedValue> {
  const written = text.trim()
  if (field === 'value') return correctedValue(figure, written)
  const { base, period } = figure
  if (!base) return { ok: false, message: 'corrections.error.noValue' }
  if (field === 'n') {
    const n = written === '' ? null : readSampleSize(written)
    if (n?.ok === false) return n
    return { ok: true, value: { ...base, n: n?.value ?? null } }
  }
  const time = written === '' ? null : readTime(written, Number(period.to.slice(0, 4)))
  if (time?.ok === false) return time
  return { ok: true, value: { ...base, time: time?.value ?? timeOf('', period) } }
}

function correctedValue(figure: StandingFigure, written: string): Reading<ReportedValue> {
  const read = readValue(written, figure.asked)
  if (!read.ok) return read
  const { base, texts, indicatorId } = figure
  const beside = readSampleSize(texts.n ?? '')
  const n = read.value.n ?? (base ? base.n : beside.ok ? beside.value : null)
  return {
    ok: true,
    value: {
      indicatorId,
      value: {
        ...read.value,
        scope: read.value.scope ?? base?.value.scope ?? null,
        source: base?.value.source ?? null,
      },
      time: base?.time ?? timeOf((texts.time ?? '').trim(), figure.period),
      // What is not known was not counted of anybody.
      n: read.value.unknown ? null : n,
      note: (base ? base.note : figure.note) ?? read.value.note,
    },
  }
}

/** What stands in the figure's place now, as it would be typed: the field's text, else what the measurement was read from. */
export function writtenFigure({ base, texts }: Pick<StandingFigure, 'base' | 'texts'>, field: FigureField): string {
  const text = texts[field]?.trim() ?? ''
  if (text !== '' || base === null) return text
  if (field === 'n') return base.n === null ? '' : String(base.n)
  if (field === 'time') {
    const { asWritten, code, basis } = base.time
    return asWritten ?? (code === null || basis !== null ? '' : formatTimeCode(code, 'fi'))
  }
  const { value } = base
  return value.asWritten ?? formatTypedValue(value, 'fi') ?? (value.unknown ? unknownWords[value.unknown].fi[0] : '')
}

/** The values that the report itself has told of the indicator, in their order. */
export function ownFigures(measurements: readonly MeasurementRow[], reportId: string): MeasurementRow[] {
  return measurements.filter((one) => one.reportId === reportId && one.role === 'actual')
}
