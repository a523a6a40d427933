import type { Figure } from '@/lib/statistics/model'
import { decimalFromNumber, fits, round } from '@/lib/values/decimal'
import type { UnknownKind } from '@/lib/values/typed-value'

type Read = Pick<Figure, 'asWritten' | 'number' | 'unknown'>

/** What marks mean instead of a number; `zero`: nothing at all was counted, which is a figure. */
export type Marks = Readonly<Record<string, UnknownKind | 'zero'>>

/** THL: two dots stand where a number is hidden for the protection of data. */
export const thlMarks: Marks = { '..': 'hidden', '...': 'hidden', '.': 'not_applicable', '-': 'unknown' }
/** Statistics Finland: not logical; not received or too uncertain; confidential; nothing at all. */
export const statFinMarks: Marks = { '.': 'not_applicable', '..': 'unknown', '...': 'hidden', '-': 'zero' }

/**
 * A figure as a service writes it: a number, a number as text with a dot or a comma, a mark, or nothing. Nothing is unknown and
 * never zero. Of more decimals than are kept the last ones are rounded; a text that is neither stays as it was written.
 */
export function readFigure(written: string | null, status: string | null, marks: Marks): Read {
  const text = written?.trim() ?? ''
  const mark = marks[text] ?? (text === '' ? marks[status ?? ''] : undefined)
  if (mark === 'zero') return { asWritten: text || status, number: '0', unknown: null }
  if (mark) return { asWritten: text || status, number: null, unknown: mark }
  if (text === '') return { asWritten: status, number: null, unknown: 'unknown' }
  const plain = text.replace(',', '.').replace(/[ \u00a0\u202f]/g, '')
  if (!/^-?\d+(\.\d+)?(e[+-]?\d+)?$/i.test(plain)) return { asWritten: text, number: null, unknown: 'unknown' }
  const exact = /e/i.test(plain) ? decimalFromNumber(Number(plain)) : plain
  const number = fits(exact) ? exact : round(exact, 6)
  return fits(number)
    ? { asWritten: text, number, unknown: null }
    : { asWritten: text, number: null, unknown: 'unknown' }
}
