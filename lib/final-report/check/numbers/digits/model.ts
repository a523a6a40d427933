import type { Locale } from '@/lib/platform/locales'
import { parseDecimal } from '@/lib/values/decimal'

const gap = '[ \\u00a0\\u2007\\u2008\\u2009\\u202f]'
const plainNumber = `\\d{1,3}(?:${gap}\\d{3})+(?:,\\d+)?(?!\\d)|\\d{1,3}(?:\\.\\d{3})+(?:,\\d+)?(?!\\d)|\\d+(?:[.,]\\d+)?`
const englishNumber = `\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?(?!\\d)|${plainNumber}`

/** A number, and the ending written after a colon: `4 806,3:sta`. */
export const plainPattern = new RegExp(`(${plainNumber})(:\\p{Ll}+)?`, 'gu')
/** The same in English, where a comma stands between thousands. */
export const englishPattern = new RegExp(`(${englishNumber})(:\\p{Ll}+)?`, 'gu')
/** What makes a range of the number before it: `–80`, `min - 43`. */
export const rangeAfter = new RegExp(
  `^${gap}?(?:(%|\\p{L}{1,12})${gap}?)?(?:–|—|-|‑|−|…|\\.\\.\\.)${gap}?([+−-]?(?:${plainNumber}))`,
  'u',
)

/** A minus belongs to the number when nothing but a gap or a bracket stands before it. */
export function signed(text: string, from: number, digits: string): { text: string; from: number } {
  const sign = /(?:^|[\s(])([+−-]|–)$/u.exec(text.slice(Math.max(0, from - 2), from))?.[1]
  if (sign === undefined) return { text: digits, from }
  return { text: `${sign === '+' ? '+' : '-'}${digits}`, from: from - 1 }
}

/** `73.000` is read as thousands: nobody gives three decimals in a report's text. */
export function decimalOf(written: string, language: Locale): string | null {
  const plain = /^[+−-]?\d{1,3}(?:\.\d{3})+(?:,\d+)?$/.test(written)
    ? written.replaceAll('.', '')
    : language === 'en'
      ? written.replaceAll(',', '')
      : written
  const parsed = parseDecimal(plain, 'fi')
  return parsed.ok ? parsed.value.replace(/^\+/, '') : null
}
