// Turns the values of the fact files into typed values and times. Nothing is dropped and nothing invented: what is inferred
// (a qualifier told in a note, an open end told by "mennessä") carries a flag or stays visible in the written form.
import { measurementOfFact, quantity, valueOfFact } from '@/lib/final-report/check/file/values/model'
import { compare, decimalFromNumber } from '@/lib/values/decimal'
import { makeCell, makeUnknown, makeValue } from '@/lib/values/make-value'
import { parseTypedValue } from '@/lib/values/parse-value'
import { timeInWords, timeSpanFromCode } from '@/lib/values/time'
import type { TimeSpan, TypedValue, UnknownKind, ValueCell } from '@/lib/values/typed-value'
import { kindOfUnit, unitFits } from '@/lib/values/units'
import type {
  BaselineFact,
  CellFact,
  MeasurementFact,
  MetricFact,
  NationalActualFact,
  NationalIndicatorFact,
} from './facts/kkk2.ts'
import type { SyliIndicatorFact } from './facts/syli.ts'

export type ReadChange = { number: string; unit: string; base: string; note: string }

/** One measurement, baseline or comparison level of a fact file. */
export type ReadMeasurement = {
  role: 'actual' | 'baseline' | 'comparison'
  value: TypedValue
  time: TimeSpan
  area: string | null
  change: ReadChange | null
  meetsTarget: boolean | null
}

function reading(role: ReadMeasurement['role'], value: TypedValue, time: TimeSpan): ReadMeasurement {
  return { role, value, time, area: null, change: null, meetsTarget: null }
}

/** Time of a period code; words that are no code ("edellinen vuosi") stay words. "mennessä" opens the start. */
export function readTime(
  code: string | null | undefined,
  asWritten: string | null | undefined,
  basis?: string,
): TimeSpan {
  const written = asWritten ?? null
  if (!code) return { ...timeInWords(written), basis: basis ?? null }
  const until = written !== null && / mennessä$/.test(written) && /^\d{4}-\d{2}-\d{2}$/.test(code)
  const span = timeSpanFromCode(until ? `../${code}` : code, written)
  return { ...(span.ok ? span.value : timeInWords(written ?? code)), basis: basis ?? null }
}

/** Cells beside a value that are not its parts: they do not add up to it. */
const asideLabel = /^(?:muutos|vähintään|enintään|osuus)(?=[ ,]|$)/

function metricCells(cells: CellFact[] | undefined, metric: MetricFact): ValueCell[] {
  const mixed = metric.flag === 'mixed_units' || metric.flag === 'ambiguous_change_unit'
  return (cells ?? []).map(({ label, value }) => {
    const unit = label.includes('%') ? '%' : mixed ? null : metric.unit
    return makeCell(label, value === null ? { unit, unknown: 'unknown' } : { unit, number: decimalFromNumber(value) })
  })
}

/** What the source's words add to the number it gives: a qualifier, the form 5/5, a range, a unit the indicator lacks. */
function withWords(value: number, words: string, metric: MetricFact): TypedValue {
  const plain = quantity(value, metric.unit, { asWritten: words })
  for (const hint of [{ unit: metric.unit }, {}]) {
    const parsed = parseTypedValue(words, hint)
    if (!parsed.ok || parsed.value.number === null || parsed.value.kind === 'text') continue
    const read = parsed.value
    const unit =
      read.unit !== null && metric.unit !== null && !unitFits(read.unit, metric.unit)
        ? null
        : (metric.unit ?? read.unit)
    if (compare(read.number ?? '0', plain.number ?? '0') === 0) return { ...read, asWritten: words, unit }
  }
  return plain
}

function metricValue(metric: MetricFact, fact: MeasurementFact): TypedValue {
  const words = fact.value_text ?? null
  const cells = metricCells(fact.breakdown, metric)
  const { value } = fact
  if (typeof value === 'boolean') return makeValue('yes_no', { asWritten: words, yes: value, cells })
  if (typeof value === 'number') {
    const read = words === null ? quantity(value, metric.unit, {}) : withWords(value, words, metric)
    if (metric.flag === 'only_change_given') return { ...read, kind: 'change', number: decimalFromNumber(value), cells }
    const parts = cells.length > 0 && !cells.some((cell) => asideLabel.test(cell.label))
    return { ...read, kind: parts ? 'breakdown' : read.kind, cells }
  }
  if (words !== null) {
    const range = parseTypedValue(words, { unit: metric.unit })
    if (range.ok && range.value.kind === 'range') return { ...range.value, asWritten: words, cells }
    return makeValue(metric.kind === 'yes_no' ? 'state' : 'text', {
      asWritten: words,
      text: words,
      unit: metric.unit,
      cells,
    })
  }
  if (cells.length > 0) return makeValue('breakdown', { unit: metric.unit, cells })
  return makeUnknown(kindOfMetric(metric), 'unknown', { unit: metric.unit })
}

function kindOfMetric(metric: MetricFact): TypedValue['kind'] {
  return metric.kind === 'yes_no' ? 'yes_no' : metric.kind === 'numeric' ? kindOfUnit(metric.unit) : 'text'
}

/** A measurement of a local indicator of the first project. */
export function readMetricMeasurement(metric: MetricFact, fact: MeasurementFact): ReadMeasurement {
  const value = { ...metricValue(metric, fact), n: fact.n, note: fact.note ?? null, scope: fact.scope ?? null }
  return reading('actual', value, readTime(fact.period, fact.period_as_written, fact.period_basis))
}

/** The baseline of a local indicator, and the level it is compared with when the source gives one. */
export function readMetricBaseline(metric: MetricFact, fact: BaselineFact): ReadMeasurement[] {
  const time = readTime(fact.period, fact.period_as_written)
  const { value_text, ...rest } = { value_text: fact.as_written, ...fact }
  const value = metricValue(metric, {
    period_as_written: null,
    n: null,
    ...rest,
    ...(value_text ? { value_text } : {}),
  })
  const baseline = reading('baseline', { ...value, n: fact.n ?? null, note: fact.note ?? null }, time)
  if (!fact.comparison) return [baseline]
  const { label, value: level } = fact.comparison
  return [baseline, { ...reading('comparison', quantity(level, metric.unit, { scope: label }), time), area: label }]
}

/** A measured value of a national indicator: figures, or the state in words. */
export function readNationalActual(indicator: NationalIndicatorFact, fact: NationalActualFact): ReadMeasurement {
  const known = {
    asWritten: fact.as_written ?? null,
    scope: fact.who,
    source: fact.source,
    flags: fact.flag ? [fact.flag] : [],
  }
  const { value, change } = fact
  const typed =
    typeof value === 'number'
      ? quantity(value, indicator.unit, known)
      : makeValue('state', { ...known, asWritten: known.asWritten ?? value, text: value, unit: indicator.unit })
  const read = reading('actual', typed, readTime(fact.period, fact.period_as_written))
  const changed = change && {
    number: decimalFromNumber(change.value),
    unit: change.unit_as_written,
    base: change.base_period,
    note: change.ambiguous,
  }
  return { ...read, change: changed ?? null, meetsTarget: fact.meets_final_target }
}

export function readNationalBaseline(
  indicator: NationalIndicatorFact,
  fact: { period: string; value: number },
): ReadMeasurement {
  return reading('baseline', quantity(fact.value, indicator.unit, {}), readTime(fact.period, null))
}

type SyliMeasurementFact = SyliIndicatorFact['measurements'][number]

/** A measurement of an indicator of the second project. */
export function readSyliMeasurement(indicator: SyliIndicatorFact, fact: SyliMeasurementFact): ReadMeasurement {
  const { value, time } = measurementOfFact(indicator, fact)
  return { ...reading('actual', value, time), area: fact.area ?? null }
}

/** Baselines there have a free period; only a year is a code. */
export function readSyliBaseline(
  indicator: SyliIndicatorFact,
  fact: NonNullable<SyliIndicatorFact['baseline']>,
): ReadMeasurement {
  const note = fact.text ?? null
  const value =
    fact.value === null && note !== null
      ? makeUnknown(kindOfUnit(indicator.unit), 'unknown', { note, unit: indicator.unit })
      : valueOfFact(indicator, fact.value, { note })
  return reading('baseline', value, readTime(/^\d{4}$/.test(fact.period) ? fact.period : null, fact.period))
}

/**
 * A euro amount with what was printed. The number of the fact file and the printed one must agree, else it throws.
 * `dash` says what "-" means in that table: an unknown, or not part of the project.
 */
export function readAmount(value: number | null, asWritten: string, dash: UnknownKind = 'unknown'): TypedValue {
  const parsed = parseTypedValue(asWritten, { kind: 'amount', unit: '€' })
  if (!parsed.ok) throw new RangeError(`amount "${asWritten}": ${parsed.reason}`)
  const { number, unknown } = parsed.value
  const same = value === null ? number === null : number !== null && compare(number, decimalFromNumber(value)) === 0
  if (!same) throw new RangeError(`amount "${asWritten}" is not ${value}`)
  return unknown !== null && asWritten.trim() === '-' ? { ...parsed.value, unknown: dash } : parsed.value
}
