/**
 * The one place where numbers, amounts and times become text (domain description, section "Finnish formats").
 * Numbers come as exact decimal strings ("35.5"), counts may come as whole numbers; dates as `2025-09-12` or a moment.
 * Gaps are U+00A0, minus is U+2212, clock times are Helsinki time.
 */
import { dateInHelsinki, isIsoDate } from '@/lib/values/calendar'
import { isDecimal } from '@/lib/values/decimal'
import { dateFormat, type FormatLocale, numberFormat } from '@/lib/values/intl'
import { quarterParts, timeSpanFromCode } from '@/lib/values/time'

export type Figure = string | number
export type NumberOptions = {
  /** Exactly this many decimals (rounded half away from zero); without it the decimals shown are the ones given. */
  decimals?: number
}

const zone = 'Europe/Helsinki'
const missing = 'Etappi formats only exact figures'

function exact(value: Figure): Intl.StringNumericLiteral {
  if (typeof value === 'number') {
    if (!Number.isSafeInteger(value)) throw new TypeError(`${missing}: ${value} is a floating-point number`)
    return String(value) as Intl.StringNumericLiteral
  }
  if (!isDecimal(value)) throw new RangeError(`${missing}: "${value}"`)
  return value as Intl.StringNumericLiteral
}

function figure(
  value: Figure,
  locale: FormatLocale,
  decimals: number | undefined,
  more: Intl.NumberFormatOptions,
): string {
  const literal = exact(value)
  const digits = decimals ?? (literal.split('.')[1] ?? '').length
  const options = {
    signDisplay: 'negative',
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
    ...more,
  } as const
  // ICU writes an ASCII hyphen and plain or thin spaces in some languages.
  return numberFormat(locale, options)
    .format(literal)
    .replace('-', '\u2212')
    .replace(/[ \u202f\u2009]/g, '\u00a0')
}

/** `1 234,5` */
export function formatNumber(value: Figure, locale: FormatLocale, options: NumberOptions = {}): string {
  return figure(value, locale, options.decimals, {})
}

/** Euros and cents: `1 234,50 €`. More than two decimals are rounded. */
export function formatAmount(value: Figure, locale: FormatLocale): string {
  return figure(value, locale, 2, { style: 'currency', currency: 'EUR' })
}

/** Whole euros, rounded: `1 235 €`. */
export function formatAmountWhole(value: Figure, locale: FormatLocale): string {
  return figure(value, locale, 0, { style: 'currency', currency: 'EUR' })
}

/** The value is in per cent already ("35.5"): `35,5 %`. */
export function formatPercent(value: Figure, locale: FormatLocale, options: NumberOptions = {}): string {
  return figure(value, locale, options.decimals, { style: 'unit', unit: 'percent' })
}

/** A difference with its sign: `+354`, `−20 %`; zero has none. `as` adds per cent or euros. */
export function formatChange(
  value: Figure,
  locale: FormatLocale,
  as: 'number' | 'percent' | 'amount' = 'number',
): string {
  const signed = { signDisplay: 'exceptZero' } as const
  if (as === 'percent') return figure(value, locale, undefined, { ...signed, style: 'unit', unit: 'percent' })
  if (as === 'amount') return figure(value, locale, 2, { ...signed, style: 'currency', currency: 'EUR' })
  return figure(value, locale, undefined, signed)
}

/** Points of a risk (probability × impact): `10 p.` */
export function formatPoints(value: Figure, locale: FormatLocale): string {
  return `${formatNumber(value, locale)}\u00a0${locale === 'en' ? 'pts' : 'p.'}`
}

/** Size of a file from its bytes, thousands of them from 1 000 on: `12 kt`, `1,2 Mt`. */
export function formatFileSize(bytes: number, locale: FormatLocale): string {
  const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const
  let power = 0
  let size = bytes
  while (power < units.length - 1 && Number(size.toFixed(size < 10 ? 1 : 0)) >= 1000) {
    size /= 1000
    power += 1
  }
  const shown = size.toFixed(power === 0 || size >= 10 ? 0 : 1).replace(/\.0$/, '')
  return figure(shown, locale, undefined, { style: 'unit', unit: units[power], unitDisplay: 'short' })
}

/** A day of the calendar at noon, so that no zone moves it. */
function civil(date: string | Date): Date {
  const day = typeof date === 'string' ? date : dateInHelsinki(date)
  if (isIsoDate(day)) return new Date(`${day}T12:00:00Z`)
  // A day that does not exist (30.2.) would quietly become another one.
  const moment = day.includes('T') ? new Date(day) : new Date(Number.NaN)
  if (Number.isNaN(moment.getTime())) throw new RangeError(`not a date: "${day}"`)
  return new Date(`${dateInHelsinki(moment)}T12:00:00Z`)
}

const dayStyle = (locale: FormatLocale) =>
  ({ dateStyle: locale === 'en' ? 'medium' : 'short', timeZone: 'UTC' }) as const

/** `12.9.2025` */
export function formatDate(date: string | Date, locale: FormatLocale): string {
  return dateFormat(locale, dayStyle(locale)).format(civil(date))
}

/** Name of the day of the week: `tiistai` */
export function formatWeekday(date: string, locale: FormatLocale): string {
  return dateFormat(locale, { weekday: 'long', timeZone: 'UTC' }).format(civil(date))
}

/** Helsinki time of a moment: `14.02` */
export function formatTime(moment: string | Date, locale: FormatLocale): string {
  return dateFormat(locale, { timeStyle: 'short', timeZone: zone }).format(new Date(moment))
}

/** `12.9.2025 klo 12.05` */
export function formatDateTime(moment: string | Date, locale: FormatLocale): string {
  const join = { fi: ' klo ', sv: ' kl. ', en: ', ' }[locale]
  return formatDate(new Date(moment), locale) + join + formatTime(moment, locale)
}

/** `1.7.–30.9.2025`; an open end is left empty: `1.10.2025–`. Empty when both ends are open. */
export function formatDateRange(from: string | null, to: string | null, locale: FormatLocale): string {
  if (from === null || to === null) {
    if (from === to) return ''
    return `${from === null ? '' : formatDate(from, locale)}–${to === null ? '' : formatDate(to, locale)}`
  }
  if (from > to) throw new RangeError(`a range ends before it starts: ${from}–${to}`)
  return dateFormat(locale, dayStyle(locale))
    .formatRange(civil(from), civil(to))
    .replace(/\u2009/g, ' ')
}

/** Month of `2025-09` or of a day: `syyskuu 2025` */
export function formatMonth(month: string, locale: FormatLocale): string {
  return dateFormat(locale, { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
    civil(`${month.slice(0, 7)}-15`),
  )
}

/** `2025-Q3` as `Q3/2025` */
export function formatQuarter(key: string): string {
  const { year, quarter } = partsOfQuarter(key)
  return `Q${quarter}/${year}`
}

/** `2025-Q3` within running text: `7–9/2025` */
export function formatQuarterText(key: string): string {
  const { year, quarter } = partsOfQuarter(key)
  return `${quarter * 3 - 2}–${quarter * 3}/${year}`
}

function partsOfQuarter(key: string): { year: number; quarter: number } {
  const parts = quarterParts(key)
  if (!parts) throw new RangeError(`not a quarter: "${key}"`)
  return parts
}

/** Name of a reporting period: as a time where its key is one, else the key itself: `Q3/2025`, `9/2025`, `vaihe-1`. */
export function formatPeriodKey(key: string, locale: FormatLocale): string {
  return timeSpanFromCode(key).ok ? formatTimeCode(key, locale) : key
}

const weekWord = { fi: 'vk', sv: 'v.', en: 'week' } as const

/** The understood time of a canonical code: `2025`, `9/2025`, `Q3/2025`, `1–6/2025`, `vk 35/2025`, `12.9.2025`, ranges. */
export function formatTimeCode(code: string, locale: FormatLocale): string {
  if (quarterParts(code)) return formatQuarter(code)
  const [, year, month, half, week] = /^(\d{4})(?:-(?:(\d{2})|H([12])|W(\d{2})))?$/.exec(code) ?? []
  if (year && month) return `${Number(month)}/${year}`
  if (year && half) return `${half === '1' ? '1–6' : '7–12'}/${year}`
  if (year && week) return `${weekWord[locale]}\u00a0${Number(week)}/${year}`
  if (year) return year
  if (!code.includes('/')) return formatDate(code, locale)
  const span = timeSpanFromCode(code)
  if (!span.ok) throw new RangeError(`not a time: "${code}"`)
  const [from = '', to = ''] = code.split('/')
  if (/^\d{4}\/\d{4}$/.test(code)) return `${from}–${to}`
  if (!/^\d{4}-\d{2}\/\d{4}-\d{2}$/.test(code)) return formatDateRange(span.value.from, span.value.to, locale)
  const first = from.slice(0, 4) === to.slice(0, 4) ? String(Number(from.slice(5))) : formatTimeCode(from, locale)
  return `${first}–${formatTimeCode(to, locale)}`
}
