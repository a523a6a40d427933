import { compare, multiply, ratioPercent } from '@/lib/values/decimal'
import type { Qualifier, TypedValue } from '@/lib/values/typed-value'
import { canonicalUnit, isDurationUnit, isPercentUnit, minutesPerUnit } from '@/lib/values/units'

export const comparisons = ['<', '<=', '=', '>=', '>'] as const
export type Comparison = (typeof comparisons)[number]

/** Everything the value may be: `yli 56` is all above 56. `about` is one number that may be off a little. */
export type Reach = {
  low: string | null
  lowOpen: boolean
  high: string | null
  highOpen: boolean
  about: boolean
  unit: string | null
}

/** A single exact number without a unit. */
export function point(number: string): Reach {
  return { low: number, lowOpen: false, high: number, highOpen: false, about: false, unit: null }
}

/**
 * The value as an interval: durations in minutes, a fraction as per cent where per cent is asked for.
 * A text when it has no size: `no_single_value` (funnel, breakdown without a total) or `not_comparable` (words).
 */
export function reachOf(value: TypedValue, askedUnit: string | null): Reach | 'no_single_value' | 'not_comparable' {
  if (value.kind === 'fraction') {
    if (value.number === null || value.numberTo === null) return 'no_single_value'
    if (!isPercentUnit(askedUnit)) return { ...point(value.number), unit: unitKey(value) }
    const percent = ratioPercent(value.number, value.numberTo, 30)
    return percent === null ? 'not_comparable' : { ...point(percent), unit: '%' }
  }
  if (value.kind === 'funnel') return 'no_single_value'
  if (value.number === null) return value.cells.length > 0 ? 'no_single_value' : 'not_comparable'
  const factor = (value.kind === 'duration' ? null : minutesPerUnit(value.unit)) ?? '1'
  const number = multiply(value.number, factor)
  const unit = unitKey(value)
  if (value.numberTo !== null) return { ...point(number), high: multiply(value.numberTo, factor), unit }
  return { ...interval(number, value.qualifier), unit }
}

function interval(number: string, qualifier: Qualifier): Reach {
  const exact = point(number)
  if (qualifier === 'over') return { ...exact, lowOpen: true, high: null }
  if (qualifier === 'at_least') return { ...exact, high: null }
  if (qualifier === 'under') return { ...exact, low: null, highOpen: true }
  if (qualifier === 'at_most') return { ...exact, low: null }
  return qualifier === 'about' ? { ...exact, about: true } : exact
}

function unitKey(value: TypedValue): string | null {
  if (value.unit === null) return null
  if (isDurationUnit(value.unit)) return 'min'
  return isPercentUnit(value.unit) ? '%' : canonicalUnit(value.unit)
}

/**
 * A value without a unit is taken to be in the other's unit: that is how people write them in a column with a heading.
 */
export function sameUnit(a: string | null, b: string | null): boolean {
  return a === null || b === null || a === b
}

/** Whether all the value may be satisfies the comparison; `too_vague` when only some of it does. */
export function satisfies(actual: Reach, operator: Comparison, limit: Reach): boolean | 'too_vague' {
  const below = isBelow(actual, limit)
  const above = isBelow(limit, actual)
  const fuzzy = actual.about || limit.about
  // About a limit is neither on this side of it nor on that.
  if (fuzzy && actual.low !== null && limit.low !== null && compare(actual.low, limit.low) === 0) return 'too_vague'
  const equal = actual.low !== null && actual.low === actual.high && limit.low === limit.high && !below && !above
  if (operator === '=') return within(actual, limit) ? true : below || above ? false : 'too_vague'
  const up = operator === '>' || operator === '>='
  const [right, wrong] = up ? [above, below] : [below, above]
  if (right) return true
  if (wrong) return false
  if (equal) return operator === '>=' || operator === '<='
  if (operator === '>=' && notUnder(actual, limit)) return true
  if (operator === '<=' && notUnder(limit, actual)) return true
  if (operator === '>' && notUnder(limit, actual)) return false
  if (operator === '<' && notUnder(actual, limit)) return false
  return 'too_vague'
}

/** Every number of `a` is smaller than every number of `b`. */
function isBelow(a: Reach, b: Reach): boolean {
  if (a.high === null || b.low === null) return false
  const order = compare(a.high, b.low)
  return order < 0 || (order === 0 && (a.highOpen || b.lowOpen))
}

/** Every number of `a` is at least as great as every number of `b`. */
function notUnder(a: Reach, b: Reach): boolean {
  return a.low !== null && b.high !== null && compare(a.low, b.high) >= 0
}

function within(a: Reach, b: Reach): boolean {
  const low = b.low === null || (a.low !== null && compare(a.low, b.low) >= 0)
  const high = b.high === null || (a.high !== null && compare(a.high, b.high) <= 0)
  return low && high
}
