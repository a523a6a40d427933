import { decimalFromNumber, multiply } from '@/lib/values/decimal'
import { makeCell, makeUnknown, makeValue } from '@/lib/values/make-value'
import { takeQualifier } from '@/lib/values/parse-quantity'
import { parseTypedValue } from '@/lib/values/parse-value'
import { codeOfDates } from '@/lib/values/time'
import type { Qualifier, TimeSpan, TypedValue, ValueCell } from '@/lib/values/typed-value'
import { kindOfUnit, minutesPerUnit } from '@/lib/values/units'

/** A value as a file of facts gives it: a number, words, an inequality, or parts by name. null means unknown. */
export type FactValue = number | string | null | { [key: string]: FactValue }

type FactIndicator = { id: string; name: string; unit: string; disaggregation?: string[] | null | undefined }

type FactMeasurement = {
  period: string
  normalised_period: { start: string | null; end: string | null }
  value: FactValue
  n: number | null
  note: string | null
}

/** A number in the unit it was given in; minutes when the unit is a length of time. */
export function quantity(number: number, unit: string | null, known: Partial<TypedValue>): TypedValue {
  const kind = kindOfUnit(unit)
  const exact = decimalFromNumber(number)
  const minutes = kind === 'duration' ? multiply(exact, minutesPerUnit(unit) ?? '1') : exact
  return makeValue(kind === 'yes_no' || kind === 'text' ? 'count' : kind, { ...known, number: minutes, unit })
}

type Inequality = { min: number; max: number } | { gt: number } | { gte: number }

function isInequality(value: FactValue): value is Inequality {
  return (
    typeof value === 'object' &&
    value !== null &&
    ('gt' in value || 'gte' in value || ('min' in value && 'max' in value))
  )
}

function unequal(value: Inequality): { first: number; second: number | null; qualifier: Qualifier } {
  if ('gt' in value) return { first: value.gt, second: null, qualifier: 'over' }
  if ('gte' in value) return { first: value.gte, second: null, qualifier: 'at_least' }
  return { first: value.min, second: value.max, qualifier: 'exact' }
}

function cellsOf(value: { [key: string]: FactValue }, indicator: FactIndicator): ValueCell[] {
  const named = indicator.disaggregation?.length === 1 ? (indicator.disaggregation[0] ?? '') : ''
  const dimension = /[/:]/.test(named) ? '' : named
  return Object.entries(value).map(([label, cell]) => {
    const known = { dimensions: dimension === '' ? {} : { [dimension]: label }, unit: indicator.unit }
    if (typeof cell === 'number') return makeCell(label, { ...known, number: decimalFromNumber(cell) })
    if (cell === null) return makeCell(label, { ...known, unknown: 'unknown' })
    if (!isInequality(cell)) throw new RangeError(`${indicator.id}: no reading for the cell "${label}"`)
    const { first, second, qualifier } = unequal(cell)
    if (second !== null) throw new RangeError(`${indicator.id}: a cell cannot be a range ("${label}")`)
    return makeCell(label, { ...known, number: decimalFromNumber(first), qualifier })
  })
}

/**
 * A fact's value with its kind and unit.
 * @throws RangeError when a part of it is neither a number, unknown nor an inequality
 */
export function valueOfFact(indicator: FactIndicator, value: FactValue, known: Partial<TypedValue>): TypedValue {
  const { unit } = indicator
  if (value === null) return makeUnknown(/^\(/.test(unit) ? 'text' : kindOfUnit(unit), 'unknown', { ...known, unit })
  if (typeof value === 'number') {
    const read = quantity(value, unit, known)
    return / muutos$/.test(indicator.name) ? { ...read, kind: 'change', number: decimalFromNumber(value) } : read
  }
  if (typeof value === 'string') {
    const yes = kindOfUnit(unit) === 'yes_no' ? parseTypedValue(value, { unit }) : null
    if (yes?.ok) return { ...yes.value, ...known, asWritten: value, unit }
    return makeValue('text', { ...known, asWritten: value, text: value, unit })
  }
  if (!isInequality(value)) {
    const answers =
      Object.keys(value).every((key) => /^\d$/.test(key)) || indicator.disaggregation?.includes('vastausluokka')
    return makeValue(answers ? 'distribution' : 'breakdown', { ...known, unit, cells: cellsOf(value, indicator) })
  }
  const { first, second, qualifier } = unequal(value)
  if (second === null) return quantity(first, unit, { ...known, qualifier })
  return makeValue('range', { ...known, number: decimalFromNumber(first), numberTo: decimalFromNumber(second), unit })
}

/** "n. 37 htv", "noin", "lähes 92 000" beside an exact number: the source did not claim exactness. */
function softenedByNote(value: TypedValue): TypedValue {
  if (value.number === null || value.qualifier !== 'exact' || value.note === null) return value
  const note = value.note.replace(/^["“”]/, '')
  const alone = /(?:^|, )noin(?:$|[,;])/.test(note)
  const near = takeQualifier(note)
  const named = near.qualifier === 'about' && parsesTo(near.rest, value.number)
  return alone || named ? { ...value, qualifier: 'about', flags: [...value.flags, 'qualifier_from_note'] } : value
}

function parsesTo(text: string, number: string): boolean {
  const lead = /^\d{1,3}(?:[ .]\d{3})+|^\d+(?:,\d+)?/.exec(text)?.[0].replace(/[ .]/g, '').replace(',', '.')
  return lead !== undefined && lead === number.replace('-', '')
}

/** A measurement of a file of facts: its value, and its time as written and as dates. Throws as `valueOfFact`. */
export function measurementOfFact(
  indicator: FactIndicator,
  fact: FactMeasurement,
): { value: TypedValue; time: TimeSpan } {
  const { start: from, end: to } = fact.normalised_period
  return {
    value: softenedByNote(valueOfFact(indicator, fact.value, { n: fact.n, note: fact.note })),
    time: { asWritten: fact.period, code: codeOfDates({ from, to }), from, to, basis: null },
  }
}
