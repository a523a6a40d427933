import { sectionRule } from '@/lib/final-report/check/kept/model'
import type { CheckedReport, CheckedSection, Finding, FindingPlace } from '@/lib/final-report/check/model'
import { placeIn, placeOf, textLines } from '@/lib/final-report/check/sections/model'
import type { Locale } from '@/lib/platform/locales'
import { isoDate, weekdayOf } from '@/lib/values/calendar'
import { formatDate, formatWeekday } from '@/lib/values/format'
import { monthOfWord, weekdayOfWord } from '@/lib/values/time-words'

/** A date whose weekday is another, and a day that no calendar has. A date without a year says neither. */
export const weekday = sectionRule('weekday', findingsIn)

function findingsIn(section: CheckedSection, report: CheckedReport): Finding[] {
  const lines = textLines(section, report).flatMap((line) =>
    wrongDates(line.text, report.language, (from, to) => placeIn(section, line, from, to)),
  )
  const whole = (text: string | null, blockId: string | null = null) =>
    text === null ? [] : wrongDates(text, report.language, () => placeOf(section, blockId))
  const blocks = section.blocks.flatMap((block) => {
    const caption = 'caption' in block ? whole(block.caption, block.id) : []
    if (block.type !== 'table') return caption
    const cells = [...block.columns, ...block.rows.flat(), ...(block.total ?? [])]
    return [...caption, ...cells.flatMap((cell) => whole(cell, block.id))]
  })
  return [...whole(section.title), ...lines, ...blocks]
}

type Dated = {
  from: number
  to: number
  written: string
  word: string | null
  year: number
  month: number
  day: number
}

const yearPart = '(?<y>(?:19|20)\\d\\d)(?!\\d)'
const wordBefore = '(?:(?<w>\\p{L}{2,})\\.?,?\\s+(?:den\\s+|the\\s+|päivänä\\s+)?)?'
const forms: readonly RegExp[] = [
  new RegExp(
    `${wordBefore}(?<![\\d./])(?<d>\\d{1,2})\\.\\s?(?<m>\\d{1,2})\\.\\s?${yearPart}(?<after>\\s?\\(\\p{L}{2,}\\.?\\)|\\s\\p{L}{5,})?`,
    'gu',
  ),
  new RegExp(
    `${wordBefore}(?<![\\d-])${yearPart}-(?<m>\\d{2})-(?<d>\\d{2})(?!\\d)(?<after>\\s?\\(\\p{L}{2,}\\.?\\))?`,
    'gu',
  ),
  new RegExp(
    `${wordBefore}(?<![\\d.])(?<d>\\d{1,2})\\.?\\s(?<month>\\p{L}{3,})\\s${yearPart}(?<after>\\s?\\(\\p{L}{2,}\\.?\\))?`,
    'gu',
  ),
]
const ranged = new RegExp(
  `(?<w>\\p{L}{2,})\\.?\\s?[–-]\\s?(?<w2>\\p{L}{2,})\\.?,?\\s+(?<d>\\d{1,2})\\.(?:(?<m>\\d{1,2})\\.)?\\s?[–-]\\s?(?<d2>\\d{1,2})\\.(?<m2>\\d{1,2})\\.\\s?${yearPart}`,
  'gu',
)

/** Places of a text where a date is impossible or falls on another weekday than is said. */
function wrongDates(text: string, language: Locale, place: (from: number, to: number) => FindingPlace): Finding[] {
  if (!/(?:19|20)\d\d/.test(text)) return []
  const pairs = rangesIn(text)
  const single = forms.flatMap((form) => datesIn(text, form)).filter((one) => !pairs.some(({ to }) => to === one.to))
  return [...pairs, ...single].flatMap((dated) => {
    const date = isoDate(dated.year, dated.month, dated.day)
    const where = place(dated.from, dated.to)
    if (date === null) {
      const impossible = dated.written.replace(/^[^\d]+/u, '').trim()
      return [finding(where, 'impossible', [impossible], { value: impossible })]
    }
    const said = dated.word === null ? null : saidWeekday(dated.word, language)
    const actual = weekdayOf(date)
    if (said === null || said === actual) return []
    const right = formatWeekday(date, language)
    return [
      finding(where, 'weekday', [dated.written, right], {
        value: dated.written,
        other: right,
        date: formatDate(date, language),
      }),
    ]
  })
}

function finding(place: FindingPlace, variant: string, values: string[], params: Record<string, string>): Finding {
  return { rule: 'weekday', severity: 'error', place, other: null, values, variant, params }
}

function datesIn(text: string, form: RegExp): Dated[] {
  return [...text.matchAll(form)].flatMap((match): Dated[] => {
    const { w, d = '', m, month = '', y = '', after } = match.groups ?? {}
    const number = m === undefined ? monthOfWord(month.toLowerCase(), false) : Number(m)
    if (number === null) return []
    const inBrackets = after?.replace(/[\s().]/g, '') ?? null
    const [before, behind] = [w ?? null, inBrackets].map((word) => (word !== null && isWeekdayWord(word) ? word : null))
    const from = before
      ? match.index
      : match.index + (w === undefined ? 0 : (/^\p{L}+\.?,?\s+/u.exec(match[0])?.[0].length ?? 0))
    const to = match.index + match[0].length - (behind ? 0 : (after?.length ?? 0))
    const word = before ?? behind ?? null
    return [{ from, to, written: text.slice(from, to), word, year: Number(y), month: number, day: Number(d) }]
  })
}

/** `ma–ti 12.–13.1.2026`: the first weekday belongs to the first day and the second to the last. */
function rangesIn(text: string): Dated[] {
  return [...text.matchAll(ranged)].flatMap((match): Dated[] => {
    const { w = '', w2 = '', d, m, d2, m2, y } = match.groups ?? {}
    const whole = { from: match.index, to: match.index + match[0].length, written: match[0], year: Number(y) }
    return [
      { ...whole, word: w, month: Number(m ?? m2), day: Number(d) },
      { ...whole, word: w2, month: Number(m2), day: Number(d2) },
    ]
  })
}

function isWeekdayWord(word: string): boolean {
  return weekdayOfWord(bare(word)) !== null
}

/** The nominative: `maanantain`, `tiistaista`, `perjantaihin`, `tisdagens`. */
function bare(word: string): string {
  return word
    .toLowerCase()
    .replace(/(?<=tai|viikko)(?:n|na|sta|hin|lle|ksi|lta)$/u, '')
    .replace(/^keskiviiko(?:n|sta|lle|ksi|lta)$/, 'keskiviikko')
    .replace(/^keskiviikkoon$/, 'keskiviikko')
    .replace(/(?<=dag)(?:en|ens|s)$/, '')
}

/** Two letters are a weekday only in their own language: "on" is a verb in Finnish and "to" a preposition in English. */
const short: Record<Locale, readonly string[]> = { fi: ['ma', 'ti', 'ke', 'to', 'pe', 'la', 'su'], sv: [], en: [] }

function saidWeekday(word: string, language: Locale): number | null {
  const plain = bare(word)
  return plain.length === 2 && !short[language].includes(plain) ? null : weekdayOfWord(plain)
}
