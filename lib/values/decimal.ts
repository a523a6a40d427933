import { Decimal } from 'decimal.js'
import { fail, ok, type Result } from '@/lib/values/result'

/** Wide enough that adding, subtracting and multiplying reported figures never rounds; plain notation always. */
const Exact = Decimal.clone({ precision: 80, rounding: Decimal.ROUND_HALF_UP, toExpNeg: -100, toExpPos: 100 })

/** What the columns of the database hold without rounding: twelve digits before the mark (amounts) and six after it (values). */
const longestInteger = 12
const longestFraction = 6

export type DecimalReason = 'NOT_A_NUMBER' | 'AMBIGUOUS_THOUSANDS' | 'TOO_LONG'

/** Space, no-break space, figure, punctuation, thin and narrow no-break space: every gap that offices put between thousands. */
const gap = /[ \u00a0\u2007\u2008\u2009\u202f]/g

/**
 * An exact decimal from text typed the Finnish way: `1234,5`, `1 234,50`, `−5`, `35.5`. Decimals stay as written ("1234.50").
 * A dot before exactly three digits may be a thousands mark: refused (domain description, section "Finnish formats").
 * In English a comma before exactly three digits is as uncertain and is refused too. Units are taken off by `splitUnit`.
 */
export function parseDecimal(text: string, locale: 'fi' | 'sv' | 'en' = 'fi'): Result<string, DecimalReason> {
  const written = text
    .trim()
    .replace(gap, ' ')
    .replace(/\u2212/g, '-')
  if (/^[+-]?\d{1,3}(?:\.\d{3})+(?:,\d*)?$/.test(written)) return fail('AMBIGUOUS_THOUSANDS')
  if (/^[+-]?\d{1,3}(?:,\d{3})+\.\d*$/.test(written)) return fail('AMBIGUOUS_THOUSANDS')
  if (/^[+-]?\d{1,3}(?:,\d{3}){2,}$/.test(written)) return fail('AMBIGUOUS_THOUSANDS')
  if (locale === 'en' && /^[+-]?\d{1,3},\d{3}$/.test(written)) return fail('AMBIGUOUS_THOUSANDS')
  const match = /^([+-]?)(\d{1,3}(?: \d{3})+|\d+)(?:([.,])(\d+))?$/.exec(written)
  if (!match) return fail('NOT_A_NUMBER')
  const [, sign, grouped = '', mark, fraction = ''] = match
  if (mark === '.' && fraction.length === 3) return fail('AMBIGUOUS_THOUSANDS')
  const whole = grouped.replaceAll(' ', '').replace(/^0+(?=\d)/, '')
  const digits = fraction ? `${whole}.${fraction}` : whole
  if (!fits(digits)) return fail('TOO_LONG')
  return ok(sign === '-' && /[1-9]/.test(digits) ? `-${digits}` : digits)
}

/** Whether the number can be stored as it is. */
export function fits(value: string): boolean {
  const [whole = '', fraction = ''] = value.replace('-', '').split('.')
  return whole.length <= longestInteger && fraction.length <= longestFraction
}

/** Exact decimal string of a number read from JSON (its shortest decimal form, no exponent). Throws on NaN and infinity. */
export function decimalFromNumber(value: number): string {
  if (!Number.isFinite(value)) throw new RangeError(`not a finite number: ${value}`)
  return new Exact(value).toFixed()
}

export function add(a: string, b: string): string {
  return new Exact(a).plus(b).toFixed()
}

export function subtract(a: string, b: string): string {
  return new Exact(a).minus(b).toFixed()
}

export function multiply(a: string, b: string): string {
  return new Exact(a).times(b).toFixed()
}

/**
 * Sum of what is known, and how many were not. `total` is null when every item is unknown; a sum of no items is "0".
 * Whoever shows the total must show `unknown` with it: a sum with an unknown says so.
 */
export function sum(values: readonly (string | null)[]): { total: string | null; unknown: number } {
  const known = values.filter((value) => value !== null)
  const unknown = values.length - known.length
  if (known.length === 0 && unknown > 0) return { total: null, unknown }
  return { total: known.reduce(add, '0'), unknown }
}

/** −1, 0 or 1. "1.50" and "1.5" are equal. */
export function compare(a: string, b: string): -1 | 0 | 1 {
  const order = new Exact(a).comparedTo(b)
  return order < 0 ? -1 : order > 0 ? 1 : 0
}

/** Rounded half away from zero, without trailing zeros. */
export function round(value: string, decimals: number): string {
  return new Exact(value).toDecimalPlaces(decimals).toFixed()
}

/** Quotient rounded half away from zero; null when the divisor is zero. */
export function divide(a: string, b: string, decimals: number): string | null {
  return isZero(b) ? null : new Exact(a).dividedBy(b).toDecimalPlaces(decimals).toFixed()
}

/** How many per cent `part` is of `whole`, one decimal unless told; null when `whole` is zero. */
export function ratioPercent(part: string, whole: string, decimals = 1): string | null {
  return divide(multiply(part, '100'), whole, decimals)
}

export function isZero(value: string): boolean {
  return new Exact(value).isZero()
}

export function negate(value: string): string {
  return new Exact(value).isZero() ? value : new Exact(value).negated().toFixed()
}

export function isDecimal(text: string): boolean {
  return /^-?\d+(?:\.\d+)?$/.test(text)
}
