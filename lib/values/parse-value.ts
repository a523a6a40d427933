import { compare, fits, multiply, parseDecimal } from '@/lib/values/decimal'
import { allWords, noWords, yesWords } from '@/lib/values/lexicon'
import { makeUnknown, makeValue } from '@/lib/values/make-value'
import { parseQuantity, type Quantity, type QuantityReason } from '@/lib/values/parse-quantity'
import {
  type FractionReason,
  hasArrow,
  parseCells,
  parseChange,
  parseFraction,
  parseFunnel,
  parseMixedDuration,
  readUnknown,
} from '@/lib/values/parse-shapes'
import { fail, ok, type Result } from '@/lib/values/result'
import type { TypedValue, ValueKind } from '@/lib/values/typed-value'
import {
  canonicalUnit,
  isDurationUnit,
  isMoneyUnit,
  isPercentUnit,
  kindOfUnit,
  minutesPerUnit,
  scaleBounds,
} from '@/lib/values/units'

/** What is known of the value before it is read: the kind and unit of its indicator or field, the writer's language. */
export type ValueHint = { kind?: ValueKind | null; unit?: string | null; locale?: 'fi' | 'sv' | 'en' }

export type ParseReason =
  | QuantityReason
  | FractionReason
  | 'EMPTY'
  | 'TOO_MANY_DECIMALS'
  | 'CHANGE_NEEDS_SIGN'
  | 'NOT_YES_NO'
  | 'NOT_A_FUNNEL'
  | 'NOT_CELLS'
  | 'OUTSIDE_SCALE'

type Parsed = Result<TypedValue, ParseReason>
type Known = { asWritten: string; n: number | null; note: string | null }

const longestText = 5000
/** Kinds that are one quantity: what the unit says decides between them, and any of them may be given as a range. */
const quantityKinds: readonly ValueKind[] = ['number', 'count', 'amount', 'duration', 'scale', 'range']

/**
 * The meaning of what a person wrote: `yli 56 %`, `47–80 %`, `5/5`, `3 h 4 min`, `+354 / 3 kk`, `kyllä`, `ei tiedossa`.
 * With a kind in the hint the text must be of that kind; without one, text that is nothing else becomes a text value.
 * What can be read in two ways is refused with a reason (`parseReasonKey` gives its sentence). Never rounds.
 */
export function parseTypedValue(asWritten: string, hint: ValueHint = {}): Parsed {
  const text = asWritten.trim()
  if (text === '') return fail('EMPTY')
  if (text.length > longestText) return fail('TOO_LONG')
  const known: Known = { asWritten: text, n: null, note: null }
  const unknown = readUnknown(text)
  const unit = hint.unit ?? null
  if (unknown) return ok(makeUnknown(hint.kind ?? kindOfUnit(unit), unknown, { asWritten: text, unit }))
  const whole = parseKnown(text, hint, known)
  const aside = /^(.+?)\s*\(([^()]+)\)$/s.exec(text)
  if (whole.ok && (whole.value.kind !== 'text' || !aside)) return whole
  if (!aside) return whole
  const inner = (aside[2] ?? '').trim()
  const n = /^n\s*=\s*(.+)$/i.exec(inner)
  const count = n ? parseDecimal(n[1] ?? '') : null
  const size = count?.ok && /^\d{1,9}$/.test(count.value) ? Number(count.value) : null
  const parsed = parseKnown(aside[1] ?? '', hint, { asWritten: text, n: size, note: size === null ? inner : null })
  return parsed.ok && parsed.value.kind !== 'text' ? parsed : whole
}

function parseKnown(text: string, hint: ValueHint, known: Known): Parsed {
  const unit = hint.unit ?? null
  const kind = hint.kind ?? (unit === null ? null : kindOfUnit(unit))
  if (kind === null) return parseFree(text, known, hint.locale)
  if (kind === 'amount') return parseOneQuantity(text, kind, unit ?? '€', known, hint.locale)
  if (quantityKinds.includes(kind)) return parseOneQuantity(text, kind, unit, known, hint.locale)
  if (kind === 'text' || kind === 'state') return ok(makeValue(kind, { ...known, text, unit }))
  if (kind === 'yes_no') return parseYesNo(text, known) ?? fail('NOT_YES_NO')
  if (kind === 'fraction') return asFraction(text, unit, known, true)
  if (kind === 'funnel') {
    const cells = parseFunnel(text)
    return cells ? ok(makeValue('funnel', { ...known, unit, cells })) : fail('NOT_A_FUNNEL')
  }
  if (kind === 'change') {
    const plain = parseQuantity(text, unit, hint.locale)
    return asChange(text, unit, known) ?? fail(plain.ok ? 'CHANGE_NEEDS_SIGN' : plain.reason)
  }
  const cells = parseCells(text, unit)
  if (cells.ok) return ok(makeValue(kind, { ...known, unit, cells: cells.value }))
  // A breakdown may be known by its total alone.
  const total = parseQuantity(text, unit, hint.locale)
  return total.ok && total.value.numberTo === null ? ok(makeValue(kind, { ...known, ...total.value, unit })) : cells
}

function parseFree(text: string, known: Known, locale: ValueHint['locale']): Parsed {
  if (hasArrow(text)) {
    const cells = parseFunnel(text)
    if (cells) return ok(makeValue('funnel', { ...known, cells }))
  }
  const yesNo = parseYesNo(text, known)
  if (yesNo && yesNo.value.text === null) return yesNo
  const fraction = asFraction(text, null, known, false)
  if (fraction.ok || fraction.reason !== 'NOT_A_FRACTION') return fraction
  const change = asChange(text, null, known)
  if (change && (!/^[-−]/.test(text) || isPercentUnit(change.value.unit) || change.value.text !== null)) return change
  const quantity = parseOneQuantity(text, null, null, known, locale)
  if (quantity.ok || !['NOT_A_NUMBER', 'UNIT_DIFFERS'].includes(quantity.reason)) return quantity
  return ok(makeValue('text', { ...known, text }))
}

function parseOneQuantity(
  text: string,
  kind: ValueKind | null,
  unit: string | null,
  known: Known,
  locale: ValueHint['locale'],
): Parsed {
  const mixed = kind === 'amount' || kind === 'scale' ? null : parseMixedDuration(text)
  if (mixed) {
    if (unit !== null && !isDurationUnit(unit)) return fail('UNIT_DIFFERS')
    const { minutes, qualifier } = mixed
    return ok(makeValue('duration', { ...known, number: minutes, qualifier, unit: unit ?? mixed.unit }))
  }
  const parsed = parseQuantity(text, unit, locale)
  return parsed.ok ? asQuantity(parsed.value, kind, unit, known) : parsed
}

function asQuantity(quantity: Quantity, hinted: ValueKind | null, expected: string | null, known: Known): Parsed {
  const written = quantity.unit
  const duration = isDurationUnit(written) || (written === null && isDurationUnit(expected))
  const unit = duration
    ? (written ?? expected)
    : (expected ?? (written !== null && isMoneyUnit(written) ? euroUnit(written) : written))
  const kind = hinted === null || hinted === 'number' || hinted === 'range' ? kindOfUnit(unit) : hinted
  const ends = [quantity.number, quantity.numberTo].filter((end) => end !== null)
  const bounds = kind === 'scale' ? scaleBounds(unit) : null
  if (bounds && ends.some((end) => compare(end, bounds.min) < 0 || compare(end, bounds.max) > 0))
    return fail('OUTSIDE_SCALE')
  const cents = kind === 'amount' && (unit === null || unit === '€')
  if (cents && ends.some((end) => (end.split('.')[1] ?? '').length > 2)) return fail('TOO_MANY_DECIMALS')
  const { number, numberTo, qualifier } = quantity
  if (numberTo !== null) return ok(makeValue('range', { ...known, number, numberTo, qualifier, unit }))
  const factor = duration && kind === 'duration' ? minutesPerUnit(unit) : null
  const minutes = factor === null ? number : multiply(number, factor)
  return fits(minutes) ? ok(makeValue(kind, { ...known, number: minutes, qualifier, unit })) : fail('TOO_LONG')
}

/** `euroa`, `e` → `€`; `€/kerta` stays. */
function euroUnit(unit: string): string {
  return canonicalUnit(unit) === '€' ? '€' : unit
}

function asFraction(
  text: string,
  unit: string | null,
  known: Known,
  meant: boolean,
): Result<TypedValue, FractionReason> {
  const parsed = parseFraction(text, meant)
  return parsed.ok ? ok(makeValue('fraction', { ...known, ...parsed.value, unit: unit ?? parsed.value.unit })) : parsed
}

/** A change over a time keeps that time ("3 kk") as its text. */
function asChange(text: string, unit: string | null, known: Known) {
  const change = parseChange(text, unit)
  if (!change) return null
  const { number, qualifier, over } = change
  return ok(makeValue('change', { ...known, number, qualifier, unit: change.unit ?? unit, text: over }))
}

/** `kyllä`, `ei`, and either with more words after it ("ei vielä", "kyllä, 1/2025"), which are kept as text. */
function parseYesNo(text: string, known: Known) {
  const match = /^(\p{L}+)(?:[\s,.:;]+(.*))?$/su.exec(text)
  const word = match?.[1]?.toLowerCase() ?? ''
  const yes = allWords(yesWords).includes(word)
  if (!yes && !allWords(noWords).includes(word)) return null
  return ok(makeValue('yes_no', { ...known, yes, text: match?.[2]?.trim() || null }))
}
