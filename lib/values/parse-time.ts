import { fail, ok, type Result } from '@/lib/values/result'
import { codeOfDates, type Span, timeSpanFromCode } from '@/lib/values/time'
import { type Around, type PointReason, readPoint } from '@/lib/values/time-points'
import { isSinceWord } from '@/lib/values/time-words'
import type { TimeSpan } from '@/lib/values/typed-value'

export type TimeReason = PointReason | 'EMPTY' | 'ENDS_BEFORE_START'

/** Why the dates hold when no year was written; a catalogue key, so that it can be shown. */
export const yearAssumedBasis = 'values.basis.yearAssumed'

/**
 * The time a person means: `7–9/2025`, `Q3/2025`, `vk 35`, `1.6.–18.8.2025`, `12/24` (a month), `kevät 2025`, `2023–2025`,
 * `28.8.2025 mennessä`, `1.1.2026 alkaen`, `lukuvuosi 2024–2025` (1.8.–31.7., Basic Education Act 628/1998, section 23).
 * A time without a year needs `year`; it is then said in `basis`. The words stay in `asWritten`.
 */
export function parseTime(asWritten: string, context: { year?: number } = {}): Result<TimeSpan, TimeReason> {
  const text = plain(asWritten)
  if (text === '') return fail('EMPTY')
  const coded = timeSpanFromCode(asWritten.trim(), asWritten)
  if (coded.ok) return coded
  const span = readSpan(text, { year: null, month: null, assumed: context.year ?? null })
  if (typeof span === 'string') return fail(span)
  if (span.from !== null && span.to !== null && span.from > span.to) return fail('ENDS_BEFORE_START')
  const basis = span.yearTold ? null : yearAssumedBasis
  return ok({ asWritten, code: span.code ?? codeOfDates(span), from: span.from, to: span.to, basis })
}

type Read = (Span & { yearTold: boolean; code: string | null }) | PointReason

function plain(text: string): string {
  const dashes = text.toLowerCase().replace(/[\u2010-\u2015\u2212]/g, '-')
  return dashes
    .replace(/[\s\u00a0\u202f]+/g, ' ')
    .replace(/ ?- ?/g, '-')
    .trim()
}

const until = /^(?:(.+?) (?:loppuun )?(?:mennessä|asti|saakka)|(?:by|until|senast|t\.o\.m\.|till och med) (.+))$/
const since = /^(?:(.+?) (?:alkaen|lähtien)|(?:from|since|fr\.o\.m\.|från och med) (.+))$/
/** "2025 ad. 21.5.", "vuonna 2025 elokuuhun mennessä": from the start of the year to the day or month told. */
const yearUntil = /^(?:v\. ?|vuonna )?(\d{4}) (?:ad\.? ?(.+)|(\p{L}+kuuhun) (?:mennessä|asti|saakka))$/u

function readSpan(text: string, around: Around): Read {
  const refined = /^(.+?) ?\((.+)\)$/.exec(text)
  if (refined) return readRefined(refined[1] ?? '', refined[2] ?? '', around)
  const year = yearUntil.exec(text)
  if (year) {
    const end = readPoint(year[2] ?? year[3] ?? '', { year: Number(year[1]), month: null, assumed: null })
    return typeof end === 'string' ? end : { from: `${year[1]}-01-01`, to: end.to, yearTold: true, code: null }
  }
  const end = until.exec(text)
  if (end) return openEnd(readSpan(end[1] ?? end[2] ?? '', around), 'from')
  const start = since.exec(text)
  if (start) return openEnd(readSpan(start[1] ?? start[2] ?? '', around), 'to')
  const point = readPoint(text, around)
  if (point === 'NOT_A_TIME') return readRange(text, around)
  return isSinceWord(text.split(' ')[0] ?? '') ? openEnd(point, 'to') : point
}

/** "2025 (01–06/25)": the brackets are taken when they are a time within the time before them. */
function readRefined(before: string, brackets: string, around: Around): Read {
  const whole = readSpan(before, around)
  if (typeof whole === 'string') return whole
  const part = readSpan(brackets, { ...around, assumed: null })
  return typeof part !== 'string' && isWithin(part, whole) ? part : whole
}

function isWithin(part: Span, whole: Span): boolean {
  if (part.from === null || part.to === null) return false
  return part.from >= (whole.from ?? part.from) && part.to <= (whole.to ?? part.to)
}

function openEnd(read: Read, end: 'from' | 'to'): Read {
  return typeof read === 'string' ? read : { ...read, [end]: null, code: null }
}

function readRange(text: string, around: Around): Read {
  const cut = text.lastIndexOf('-')
  if (cut < 1) return 'NOT_A_TIME'
  const last = readPoint(text.slice(cut + 1), around)
  if (typeof last === 'string') return last
  const year = Number(last.to.slice(0, 4))
  const first = readPoint(text.slice(0, cut), { year, month: Number(last.to.slice(5, 7)), assumed: null })
  return typeof first === 'string' ? first : { from: first.from, to: last.to, yearTold: last.yearTold, code: null }
}
