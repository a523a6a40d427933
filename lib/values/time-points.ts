import { isoDate, isoWeek } from '@/lib/values/calendar'
import { monthsSpan } from '@/lib/values/time'
import { monthOfWord, seasonOfWord, weekdayOfWord } from '@/lib/values/time-words'

/** What a time may lean on when its own year or month is not written. */
export type Around = {
  /** Year and month of the other end of a range. */
  year: number | null
  month: number | null
  /** Year of the field or the report, taken when no year is written anywhere. */
  assumed: number | null
}
export type Point = { from: string; to: string; yearTold: boolean; code: string | null }
/** `NOT_A_TIME` when no form fits; the others when one fits but names nothing. */
export type PointReason = 'NOT_A_TIME' | 'NO_SUCH_TIME' | 'YEAR_MISSING'
export type PointRead = Point | PointReason

type Found = { from: string; to: string; code?: string } | null
type Form = readonly [RegExp, (match: RegExpExecArray, reader: Reader) => PointRead]
type Reader = {
  around: Around
  inYear(told: string | undefined, find: (year: number) => Found): PointRead
  months(told: string | undefined, first: number, last: number): PointRead
  day(told: string | undefined, month: number, day: number): PointRead
}

export function fullYear(text: string): number {
  return text.length === 2 ? 2000 + Number(text) : Number(text)
}

function readerOf(around: Around): Reader {
  const inYear: Reader['inYear'] = (told, find) => {
    const year = told === undefined ? (around.year ?? around.assumed) : fullYear(told)
    if (year === null) return 'YEAR_MISSING'
    const found = find(year)
    return found ? { code: null, ...found, yearTold: told !== undefined || around.year !== null } : 'NO_SUCH_TIME'
  }
  return {
    around,
    inYear,
    months: (told, first, last) => inYear(told, (year) => (first <= last ? monthsSpan(year, first, last) : null)),
    day: (told, month, day) =>
      inYear(told, (year) => {
        const date = isoDate(year, month, day)
        return date === null ? null : { from: date, to: date }
      }),
  }
}

function week(year: number, number: number): Found {
  const span = isoWeek(year, number)
  return span && { ...span, code: `${year}-W${String(number).padStart(2, '0')}` }
}

/** Text is lower case, every dash is `-` without spaces round it, gaps are single spaces. */
const forms: readonly Form[] = [
  [/^(\d{4})$/, ([, y], at) => at.months(y, 1, 12)],
  [/^(\d{4}) ?(?:alussa|alku|alkaessa)$/, ([, y], at) => at.months(y, 1, 1)],
  [/^(\d{4}) ?(?:lopussa|loppu|päättyessä)$/, ([, y], at) => at.day(y, 12, 31)],
  [/^(\d{1,2})\.(\d{1,2})\.?(\d{4}|\d{2})?$/, ([, d, m, y], at) => at.day(y, Number(m), Number(d))],
  [/^(\d{1,2})\/(\d{4}|\d{2})$/, ([, m, y], at) => at.months(y, Number(m), Number(m))],
  [/^(\d{1,2})-(\d{1,2})\/(\d{4}|\d{2})$/, ([, a, b, y], at) => at.months(y, Number(a), Number(b))],
  [/^q(\d)(?:[/ ](\d{4}|\d{2}))?$/, ([, q, y], at) => at.months(y, Number(q) * 3 - 2, Number(q) * 3)],
  [/^(\d{4}) ?q(\d)$/, ([, y, q], at) => at.months(y, Number(q) * 3 - 2, Number(q) * 3)],
  [/^(\d)\. ?(?:vuosi)?neljännes(?: (\d{4}))?$/, ([, q, y], at) => at.months(y, Number(q) * 3 - 2, Number(q) * 3)],
  [/^(\d)\. ?kvartaali(?: (\d{4}))?$/, ([, q, y], at) => at.months(y, Number(q) * 3 - 2, Number(q) * 3)],
  [/^h([12])[/ ](\d{4}|\d{2})$/, ([, h, y], at) => at.months(y, Number(h) * 6 - 5, Number(h) * 6)],
  [
    /^(?:vk|vko|viikko|viikolla|viikon|vecka|v\.?|week|wk) ?(\d{1,2})(?:[/ ](\d{4}))?$/,
    ([, w, y], at) => at.inYear(y, (year) => week(year, Number(w))),
  ],
  [
    /^(?:lukuvuosi|lukuvuonna|lukuvuoden|läsåret|läsår|school year) (\d{4})[-/](\d{4}|\d{2})$/,
    ([, a = '', b = ''], at) =>
      at.inYear(a, (year) => (fullYear(b) === year + 1 ? { from: `${year}-08-01`, to: `${year + 1}-07-31` } : null)),
  ],
  // Within a range a bare number leans on the other end: `1-7/2025` months, `1.-15.7.2025` days.
  [
    /^(\d{1,2})$/,
    ([, m], at) => (at.around.month === null ? 'NOT_A_TIME' : at.months(undefined, Number(m), Number(m))),
  ],
  [
    /^(\d{1,2})\.$/,
    ([, d], at) => (at.around.month === null ? 'NOT_A_TIME' : at.day(undefined, at.around.month, Number(d))),
  ],
  [
    /^(?:(\d{1,2})\.? )?(\p{L}+)\.?(?: (?:vuonna |vuoden )?(\d{4}))?$/u,
    ([, d, word = '', y], at) => readWord(word, d, y, at),
  ],
  [/^(\d{4}) (\p{L}+)$/u, ([, y, word = ''], at) => readWord(word, undefined, y, at)],
]

/** `kevät 2025`, `lokakuussa 2025`, `5 may 2025`, and at the start of a range a bare `huhti`. */
function readWord(word: string, day: string | undefined, told: string | undefined, at: Reader): PointRead {
  const month = monthOfWord(word, at.around.month !== null && told === undefined)
  if (month !== null) return day === undefined ? at.months(told, month, month) : at.day(told, month, Number(day))
  const season = day === undefined ? seasonOfWord(word) : null
  return season ? at.months(told, season.first, season.last) : 'NOT_A_TIME'
}

const lead = /^(?:v\. ?(?=\d{4})|vuonna |vuoden |vuosi |vuosien |vuotta |år |året |year |in |during )/
const tail = / (?:aikana|välillä|kuluessa)$/

/** One time without a range, of text made plain by `parseTime`. */
export function readPoint(written: string, around: Around): PointRead {
  const weekday = /^(\p{L}+)\.?,? (?=\d{1,2}\.\d)/u.exec(written)
  const named = weekday !== null && weekdayOfWord(weekday[1] ?? '') !== null
  const text = (named ? written.slice(weekday[0].length) : written).replace(lead, '').replace(tail, '')
  const reader = readerOf(around)
  for (const [form, read] of forms) {
    const match = form.exec(text)
    if (match) return read(match, reader)
  }
  return 'NOT_A_TIME'
}
