import type { MeasurementRow, TargetRow } from '@/lib/indicators/model'
import type { Words } from '@/lib/platform/words'
import { formatNumber, formatTimeCode } from '@/lib/values/format'
import { describeUnknown, formatTypedValue } from '@/lib/values/format-value'
import { makeValue } from '@/lib/values/make-value'
import type { Qualifier, TimeSpan } from '@/lib/values/typed-value'
import { kindOfUnit } from '@/lib/values/units'

const qualifierOf: Record<string, Qualifier> = { lt: 'under', lte: 'at_most', gte: 'at_least', gt: 'over' }

/** A target in the source's own words, else as a figure: `yli 5 %, Q4/2025`. */
export function targetText(t: Words, target: TargetRow): string {
  const { number, unit } = target
  const qualifier = qualifierOf[target.operator ?? ''] ?? 'exact'
  const figure =
    number === null ? null : formatTypedValue(makeValue(kindOfUnit(unit), { number, unit, qualifier }), t.locale)
  const words = target.text ?? target.asWritten ?? figure ?? target.operatorText ?? ''
  const time = timeText(t, target.time)
  return time && !words.includes(time) ? `${words}, ${time}` : words
}

/** When, as understood; in the source's words when it is no time that could be read. */
export function timeText(t: Words, time: Pick<TimeSpan, 'code' | 'asWritten'>): string | null {
  return time.code ? formatTimeCode(time.code, t.locale) : time.asWritten
}

/** A measured value with its scope, n and time: `2 % (lääkärit), n = 40`. */
export function measurementText(t: Words, { value, role }: MeasurementRow): string {
  const text = value.unknown ? t(describeUnknown(value.unknown)) : formatTypedValue(value, t.locale)
  const scope = value.scope ? ` (${value.scope})` : ''
  const n = value.n === null ? '' : `, n = ${formatNumber(value.n, t.locale)}`
  const basis = role === 'baseline' ? `${t('statusReports.form.baseline')}: ` : ''
  return `${basis}${text ?? ''}${scope}${n}`
}
