import { askedOf } from '@/lib/indicators/readings/model'
import type { Words } from '@/lib/platform/words'
import type { SnapshotIndicator, SnapshotMeasurement, SnapshotTarget } from '@/lib/rounds/snapshot/model'
import { correctionText } from '@/lib/status-reports/corrections/model'
import { formatChange, formatNumber, formatPercent, formatQuarter, formatTimeCode } from '@/lib/values/format'
import { describeUnknown, formatTypedValue } from '@/lib/values/format-value'
import { makeValue } from '@/lib/values/make-value'
import { quarterParts, timeSpanFromCode } from '@/lib/values/time'
import type { Qualifier, TimeSpan } from '@/lib/values/typed-value'
import { kindOfUnit } from '@/lib/values/units'

/** Name of a period: `Q3/2025`; a period that is no quarter goes by its key. */
export function periodText(key: string): string {
  return quarterParts(key) ? formatQuarter(key) : key
}

/** When, as understood; in the source's words when it could not be read. */
export function timeText(t: Words, time: Pick<TimeSpan, 'code' | 'asWritten'>): string | null {
  return time.code && timeSpanFromCode(time.code).ok ? formatTimeCode(time.code, t.locale) : time.asWritten
}

/** A value with what it needs to be read right; an unknown one is its word. */
export function measurementText(t: Words, { value }: Pick<SnapshotMeasurement, 'value'>): string {
  const text = value.unknown ? t(describeUnknown(value.unknown)) : formatTypedValue(value, t.locale)
  const n = value.n === null ? '' : `, n = ${formatNumber(value.n, t.locale)}`
  return `${text ?? t('steering.targets.unknown')}${n}`
}

/** The same with its time: `87 % (7/2025)`. */
export function measuredText(t: Words, measurement: SnapshotMeasurement): string {
  const value = measurementText(t, measurement)
  const time = timeText(t, measurement.time)
  return time ? t('steering.targets.value', { value, time }) : value
}

/** How a value was corrected after it had been approved, the newest first: what a reader of the figure must hear with it. */
export function correctionNotes(
  t: Words,
  indicator: Pick<SnapshotIndicator, 'kind' | 'unit' | 'dimensions'>,
  { corrections }: SnapshotMeasurement,
): string[] {
  return corrections.map((correction) => correctionText(t, correction, askedOf(indicator)))
}

/** How a value has moved, as its source tells it; nothing when it does not. */
export function changeText(t: Words, { change }: SnapshotMeasurement): string | null {
  if (!change?.number) return null
  const figure = formatChange(change.number, t.locale, change.unit === '%' ? 'percent' : 'number')
  const text = change.base ? t('steering.targets.change', { change: figure, base: change.base }) : figure
  return change.note ? `${text} (${change.note})` : text
}

const qualifierOf: Record<string, Qualifier> = { lt: 'under', lte: 'at_most', gte: 'at_least', gt: 'over' }

/** What the sentence of a target is made of. */
type TargetWords = Pick<
  SnapshotTarget,
  'role' | 'operator' | 'operatorText' | 'asWritten' | 'text' | 'number' | 'unit' | 'time'
>

/** What was aimed at, without its time: `yli 5 %`, `käytössä`. */
export function limitText(
  t: Words,
  { operator, number, unit, text, asWritten, operatorText }: Omit<TargetWords, 'role' | 'time'>,
): string {
  if (number === null) return text ?? asWritten ?? operatorText ?? t('steering.targets.unknown')
  if (operator === 'change_percent') return formatChange(number, t.locale, 'percent')
  const qualifier = qualifierOf[operator ?? ''] ?? 'exact'
  return formatTypedValue(makeValue(kindOfUnit(unit), { number, unit, qualifier }), t.locale) ?? ''
}

/** `yli 5 %, Q4/2025 mennessä`; an interim target belongs to its own time, and words that end in it do not say it twice. */
export function targetText(t: Words, target: TargetWords): string {
  const time = timeText(t, target.time)
  const told = limitText(t, target)
  if (!time) return told
  const repeats = told === time || told.endsWith(` ${time}`)
  const limit = repeats ? told.slice(0, -time.length).replace(/[\s,]+$/, '') : told
  if (limit === '') return target.role === 'interim' ? time : t('steering.targets.byTime', { time })
  return t(target.role === 'interim' ? 'steering.targets.at' : 'steering.targets.by', { target: limit, time })
}

/** Whole per cent of a count that may have none. */
export function percentText(t: Words, percent: string | null): string {
  return percent === null ? t('steering.targets.unknown') : formatPercent(percent, t.locale)
}
