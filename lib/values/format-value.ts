import { compare, divide, multiply, subtract } from '@/lib/values/decimal'
import { formatAmount, formatChange, formatNumber, formatPercent } from '@/lib/values/format'
import type { FormatLocale } from '@/lib/values/intl'
import { unknownLabels } from '@/lib/values/labels'
import { noWords, qualifierWords, unknownWords, yesWords } from '@/lib/values/lexicon'
import type { Qualifier, TypedValue, UnknownKind, ValueCell } from '@/lib/values/typed-value'
import { canonicalUnit, isPercentUnit, minutesInUnit } from '@/lib/values/units'

const gap = '\u00a0'

/** Catalogue key of the name of an unknown: "Ei tiedossa", "Ei kysytty", "Salattu", "Ei koske". */
export function describeUnknown(kind: UnknownKind): string {
  return unknownLabels[kind]
}

/** The text in its source's own words; what was understood when the source gave no words. Null for an unknown without words. */
export function showWritten(value: TypedValue, locale: FormatLocale): string | null {
  return value.asWritten ?? showUnderstood(value, locale)
}

/**
 * What was understood, in the reader's notation: `yli 56 %`, `47–80 %`, `3 h 4 min`, `26 arvioitu → 10 ohjattu`.
 * Null when the value is unknown: the reader is then told why, with `describeUnknown`, and never shown a number.
 */
export function showUnderstood(value: TypedValue, locale: FormatLocale): string | null {
  if (value.unknown) return null
  if (value.kind === 'yes_no' && value.yes !== null) return (value.yes ? yesWords : noWords)[locale][0]
  if (value.kind === 'funnel')
    return cellTexts(value, locale)
      .map(({ label, text }) => `${text} ${label}`)
      .join(' → ')
  if (value.number !== null) return showNumber(value, locale)
  if (value.cells.length > 0) {
    return cellTexts(value, locale)
      .map(({ label, text }) => `${label} ${text}`)
      .join('; ')
  }
  return value.text ?? value.asWritten
}

/**
 * One text for a value where there is room for one: tables, reports, exports. Figures are always written the same way,
 * so columns can be compared; words stay the source's own. Null for an unknown.
 */
export function formatTypedValue(value: TypedValue, locale: FormatLocale): string | null {
  if (value.unknown) return null
  const words = value.kind === 'text' || value.kind === 'state' || (value.kind === 'yes_no' && value.asWritten !== null)
  return words ? showWritten(value, locale) : showUnderstood(value, locale)
}

/** The cells one by one; an unknown cell has the word for it as its text. */
export function cellTexts(value: TypedValue, locale: FormatLocale): { cell: ValueCell; label: string; text: string }[] {
  return value.cells.map((cell) => ({ cell, label: cell.label, text: cellText(cell, locale) }))
}

function cellText(cell: ValueCell, locale: FormatLocale): string {
  if (cell.unknown || cell.number === null) {
    return cell.unknown ? unknownWords[cell.unknown][locale][0] : (cell.asWritten ?? unknownWords.unknown[locale][0])
  }
  // A count's unit stands in the heading; per cent and euros belong to the figure.
  const figure = isFigureUnit(cell.unit) ? withUnit(cell.number, cell.unit, locale) : formatNumber(cell.number, locale)
  return qualified(cell.qualifier, figure, locale)
}

function showNumber(value: TypedValue, locale: FormatLocale): string {
  const { number, numberTo, unit, kind } = value
  if (number === null) return ''
  if (kind === 'fraction' && numberTo !== null) {
    return attach(`${formatNumber(number, locale)}/${formatNumber(numberTo, locale)}`, unit)
  }
  if (kind === 'change') return qualified(value.qualifier, changeText(value, number, locale), locale)
  if (kind === 'duration') return qualified(value.qualifier, durationText(number, unit, locale), locale)
  if (numberTo !== null) return qualified(value.qualifier, rangeText(number, numberTo, unit, locale), locale)
  const text = kind === 'scale' ? scaleText(number, unit, locale) : withUnit(number, unit, locale)
  return qualified(value.qualifier, text, locale)
}

function qualified(qualifier: Qualifier, text: string, locale: FormatLocale): string {
  return qualifier === 'exact' ? text : `${qualifierWords[qualifier][locale][0]}${gap}${text}`
}

function isFigureUnit(unit: string | null): boolean {
  return unit !== null && (isPercentUnit(unit) || canonicalUnit(unit) === '€')
}

function attach(text: string, unit: string | null): string {
  return unit === null ? text : `${text}${gap}${unit}`
}

/** Per cent and euros are part of the notation (`35.5%` in English); other units follow the number. */
function withUnit(number: string, unit: string | null, locale: FormatLocale): string {
  if (unit !== null && canonicalUnit(unit) === '€') return formatAmount(number, locale)
  if (unit !== null && isPercentUnit(unit)) {
    const rest = unit.replace(/^%\s*/, '')
    return formatPercent(number, locale) + (canonicalUnit(unit) === '%' ? '' : ` ${rest}`)
  }
  return attach(formatNumber(number, locale), unit)
}

function rangeText(low: string, high: string, unit: string | null, locale: FormatLocale): string {
  // A dash between negative numbers would read as another minus.
  const dash = compare(high, '0') < 0 || compare(low, '0') < 0 ? `${gap}–${gap}` : '–'
  if (unit === null || canonicalUnit(unit) !== '€')
    return formatNumber(low, locale) + dash + withUnit(high, unit, locale)
  const first = locale === 'en' ? formatAmount(low, locale) : formatNumber(low, locale, { decimals: 2 })
  return first + dash + formatAmount(high, locale)
}

function scaleText(number: string, unit: string | null, locale: FormatLocale): string {
  if (unit === null) return formatNumber(number, locale)
  return unit.endsWith(')') ? attach(formatNumber(number, locale), unit) : `${formatNumber(number, locale)} (${unit})`
}

function changeText(value: TypedValue, number: string, locale: FormatLocale): string {
  const percent = value.unit !== null && canonicalUnit(value.unit) === '%'
  const money = value.unit !== null && canonicalUnit(value.unit) === '€'
  const plain = formatChange(number, locale, percent ? 'percent' : money ? 'amount' : 'number')
  const text = percent || money ? plain : attach(plain, value.unit)
  return value.text === null ? text : `${text} / ${value.text}`
}

/** Minutes in the unit they were given in; several units for `h min` or when the unit would not come out even. */
function durationText(minutes: string, unit: string | null, locale: FormatLocale): string {
  const inUnit = minutesInUnit(minutes, unit)
  if (inUnit !== null) return attach(formatNumber(inUnit, locale), unit)
  const hours = divide(minutes, '60', 10)?.split('.')[0] ?? '0'
  const rest = subtract(minutes, multiply(hours, '60'))
  return (
    [attach(formatNumber(hours, locale), 'h'), attach(formatNumber(rest, locale), 'min')]
      .filter((part) => !/^0\u00a0/.test(part))
      .join(' ') || attach('0', 'min')
  )
}
