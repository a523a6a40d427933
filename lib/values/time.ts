import { firstOfMonth, isIsoDate, isoWeek, lastOfMonth } from '@/lib/values/calendar'
import { fail, ok, type Result } from '@/lib/values/result'
import type { TimeSpan } from '@/lib/values/typed-value'

/** First and last day; null is an open or unknown end. */
export type Span = { from: string | null; to: string | null }

export type TimeCodeReason = 'NOT_A_TIME' | 'ENDS_BEFORE_START'

/**
 * Time span of a canonical code: `2025`, `2025-07`, `2025-Q3`, `2025-H1`, `2025-W35` (ISO week), `2025-09-03`,
 * a range `a/b` of any two of them, an open end as `..` (`2025-10-01/..`). A school year is the range `2024-08/2025-07`.
 */
export function timeSpanFromCode(code: string, asWritten: string | null = null): Result<TimeSpan, TimeCodeReason> {
  const span = code.includes('/') ? rangeOfCode(code) : spanOfCode(code)
  if (!span) return fail('NOT_A_TIME')
  if (span.from !== null && span.to !== null && span.from > span.to) return fail('ENDS_BEFORE_START')
  return ok({ asWritten, code, ...span, basis: null })
}

/** A time of which nothing but its words is known. */
export function timeInWords(asWritten: string | null): TimeSpan {
  return { asWritten, code: null, from: null, to: null, basis: null }
}

function rangeOfCode(code: string): Span | null {
  const [first = '', last = '', ...rest] = code.split('/')
  if (rest.length > 0 || (first === '..' && last === '..')) return null
  const from = first === '..' ? { from: null } : spanOfCode(first)
  const to = last === '..' ? { to: null } : spanOfCode(last)
  return from && to ? { from: from.from, to: to.to } : null
}

/** First and last day of one code without a range; null when the code is not canonical or names no real time. */
export function spanOfCode(code: string): { from: string; to: string } | null {
  if (isIsoDate(code)) return { from: code, to: code }
  const match = /^(\d{4})(?:-(?:(\d{2})|Q([1-4])|H([12])|W(\d{2})))?$/.exec(code)
  if (!match) return null
  const [, year, month, quarter, half, week] = match
  if (week) return isoWeek(Number(year), Number(week))
  if (month) return monthsSpan(Number(year), Number(month), Number(month))
  if (quarter) return monthsSpan(Number(year), Number(quarter) * 3 - 2, Number(quarter) * 3)
  if (half) return monthsSpan(Number(year), Number(half) * 6 - 5, Number(half) * 6)
  return monthsSpan(Number(year), 1, 12)
}

/** From the first day of one month to the last day of another in the same year. */
export function monthsSpan(year: number, first: number, last: number): { from: string; to: string } | null {
  const from = firstOfMonth(year, first)
  const to = lastOfMonth(year, last)
  return from && to ? { from, to } : null
}

/**
 * The shortest canonical code of two days: a year, half-year, quarter or month when they fit exactly, then ranges of
 * years, of months, of days. An open end gives days. Weeks are never guessed from days. Null when both ends are open.
 */
export function codeOfDates(span: Span): string | null {
  const { from, to } = span
  if (from === null && to === null) return null
  if (from === null || to === null) return `${from ?? '..'}/${to ?? '..'}`
  if (from === to) return from
  const year = from.slice(0, 4)
  const whole = [year, `${year}-H1`, `${year}-H2`, ...[1, 2, 3, 4].map((n) => `${year}-Q${n}`), from.slice(0, 7)]
  const fits = whole.find((code) => sameSpan(spanOfCode(code), { from, to }))
  if (fits) return fits
  const years = `${year}/${to.slice(0, 4)}`
  if (sameSpan(rangeOfCode(years), { from, to })) return years
  const months = `${from.slice(0, 7)}/${to.slice(0, 7)}`
  return sameSpan(rangeOfCode(months), { from, to }) ? months : `${from}/${to}`
}

function sameSpan(a: Span | null, b: Span): boolean {
  return a !== null && a.from === b.from && a.to === b.to
}

/** Key of the quarter (`2025-Q3`) a day belongs to. */
export function quarterOf(date: string): string {
  return `${date.slice(0, 4)}-Q${Math.ceil(Number(date.slice(5, 7)) / 3)}`
}

/** Year and number of a quarter key; null when the key is not one. */
export function quarterParts(key: string): { year: number; quarter: number } | null {
  const match = /^(\d{4})-Q([1-4])$/.exec(key)
  return match ? { year: Number(match[1]), quarter: Number(match[2]) } : null
}

/** Key of the quarter before; throws when the key is not a quarter. */
export function previousQuarter(key: string): string {
  return shiftQuarter(key, -1)
}

/** Key of the quarter after; throws when the key is not a quarter. */
export function nextQuarter(key: string): string {
  return shiftQuarter(key, 1)
}

function shiftQuarter(key: string, step: number): string {
  const parts = quarterParts(key)
  if (!parts) throw new RangeError(`not a quarter: ${key}`)
  const index = parts.year * 4 + parts.quarter - 1 + step
  return `${Math.floor(index / 4)}-Q${(index % 4) + 1}`
}
