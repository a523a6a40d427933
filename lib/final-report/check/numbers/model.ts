import {
  decimalOf,
  englishPattern,
  plainPattern,
  rangeAfter,
  signed,
} from '@/lib/final-report/check/numbers/digits/model'
import { qualifierAtEnd } from '@/lib/final-report/check/numbers/qualifiers/model'
import { withoutCodes } from '@/lib/final-report/check/numbers/skipped/model'
import { isHalf, isOutOf, numberOfWord, partOfWord } from '@/lib/final-report/check/numbers/spoken/model'
import { multiplierOfWord, unitOfWord } from '@/lib/final-report/check/numbers/units/model'
import type { Locale } from '@/lib/platform/locales'
import { add, decimalFromNumber, divide, multiply } from '@/lib/values/decimal'
import type { Qualifier } from '@/lib/values/typed-value'
import { minutesPerUnit, mixedDurationUnit } from '@/lib/values/units'

/** A number of running text as it was written, and what it means. */
export type ReadNumber = {
  /** Place in the text, with its qualifier and unit */
  from: number
  to: number
  /** Where the bare number stands */
  at: { from: number; to: number }
  asWritten: string
  form: 'digits' | 'words' | 'share' | 'fraction' | 'year'
  /** Exact; a share in per cent, a length of time of several units in minutes */
  number: string
  /** High end of a range, denominator of a fraction; null when there is none */
  numberTo: string | null
  qualifier: Qualifier
  /** "lähes", "vajaa": not quite that much */
  nearly: boolean
  /** In its one spelling (`%`, `€`, `min`); null when a noun or nothing follows */
  unit: string | null
  /** The noun counted ("tehtävää"); null when there is none or a unit */
  noun: string | null
  /** Size of the last digit written: "0.1" of 49,8 and "1000" of "12 tuhatta" */
  digit: string
  /** Stands after `n =` */
  isSize: boolean
  /** Written with an ending: `58:sta` → "sta" */
  ending: string | null
}

const known = new Map<string, readonly ReadNumber[]>()

/**
 * All numbers of a text that count or measure something, in order: `67 643`, `73.000`, `noin 60`, `yli 56 %`, `3 h 4 min`,
 * `47–80 %`, `5/5`, `kolmessa`, `puolet`, `1,2 milj. euroa`. Dates, codes and numbered names are left out; a bare year is
 * told as one, for it may be a count.
 */
export function readNumbers(text: string, language: Locale): readonly ReadNumber[] {
  const key = `${language} ${text}`
  const before = known.get(key)
  if (before) return before
  const read = [...digitsIn(text, language), ...wordsOf(text)].sort((a, b) => a.from - b.from)
  const found = read.filter((one, index) => !read.some((other, at) => at < index && other.to > one.at.from))
  if (known.size > 4000) known.clear()
  known.set(key, found)
  return found
}

function digitsIn(text: string, language: Locale): ReadNumber[] {
  if (!/\d/.test(text)) return []
  const left = withoutCodes(text, language)
  const found: ReadNumber[] = []
  let last = 0
  for (const match of left.matchAll(language === 'en' ? englishPattern : plainPattern)) {
    if (match.index < last) continue
    const written = signed(text, match.index, match[1] ?? '')
    const number = decimalOf(written.text, language)
    if (number === null) continue
    const end = match.index + match[0].length
    const range = rangeAfter.exec(left.slice(end, end + 40))
    const high =
      range && (range[1] === undefined || unitOfWord(range[1]) !== null) ? decimalOf(range[2] ?? '', language) : null
    const slash = high === null ? /^ ?\/ ?(\d[\d ]*)(:\p{Ll}+)?/u.exec(left.slice(end, end + 20)) : null
    const total = slash ? decimalOf((slash[1] ?? '').trimEnd(), language) : null
    const coreTo =
      high !== null && range ? end + range[0].length : slash && total ? end + slash[0].trimEnd().length : end
    const read = finished(left, text, {
      from: written.from,
      to: coreTo,
      number,
      numberTo: high ?? total,
      form:
        total !== null
          ? 'fraction'
          : isYear(match[1] ?? '', number) && (high === null || isYear(range?.[2] ?? '', high))
            ? 'year'
            : 'digits',
      written: written.text,
      ending: match[2]?.slice(1) ?? slash?.[2]?.slice(1) ?? null,
    })
    if (read === null) continue
    last = read.to
    found.push(read)
  }
  return joinedDurations(found, text)
}

function isYear(written: string, number: string): boolean {
  return /^(?:19|20)\d\d$/.test(written) && written === number
}

type Core = Pick<ReadNumber, 'from' | 'to' | 'number' | 'numberTo' | 'form' | 'ending'> & { written: string }

const following = /^[ \u00a0\u202f]{0,2}(%-yks\p{L}*\.?|%|‰|€|\p{L}[\p{L}‑-]*\.?)/u

/** Takes the unit, the noun and the qualifier; null when letters glued to the digits say that it is a name. */
function finished(left: string, text: string, core: Core): ReadNumber | null {
  let to = core.to
  let factor = '1'
  let word = following.exec(left.slice(to))
  const multiplier = word && multiplierOfWord(word[1] ?? '')
  if (word && multiplier) {
    factor = multiplier
    to += word[0].length
    word = following.exec(left.slice(to))
  }
  const unit = word && (unitOfWord(word[1] ?? '') ?? unitOfWord((word[1] ?? '').replace(/\.$/, '')))
  const glued = word !== null && /^\p{L}/u.test(word[0])
  if (glued && unit === null && core.form !== 'share' && multiplier === null) return null
  if (!multiplier && unit === null && core.written.replace(/\D/g, '').length >= 7 && !/\D/.test(core.written))
    return null
  if (unit !== null && word) to += word[0].replace(/\.$/, '').length
  const before = text.slice(0, core.from)
  const isSize = /(?<!\p{L})n\s?=\s?$/iu.test(before.slice(-8))
  const told = isSize ? null : qualifierAtEnd(before)
  const decimals = /[.,](\d{1,2}|\d{4,})$/.exec(core.written.replace(/^.*\s/, ''))?.[1]?.length ?? 0
  const times = (number: string) => (factor === '1' ? number : multiply(number, factor))
  const from = core.from - (told?.length ?? 0)
  return {
    from,
    to,
    at: { from: core.from, to: core.to },
    asWritten: text.slice(from, to).trim(),
    form: core.form === 'year' && (unit !== null || told !== null) ? 'digits' : core.form,
    number: times(core.number),
    numberTo: core.numberTo === null ? null : core.form === 'fraction' ? core.numberTo : times(core.numberTo),
    qualifier: told?.qualifier ?? 'exact',
    nearly: told?.nearly ?? false,
    unit: core.form === 'share' ? '%' : unit,
    noun: unit === null && word ? (word[1]?.replace(/\.$/, '') ?? null) : null,
    digit: multiply(factor, decimals === 0 ? '1' : (divide('1', `1${'0'.repeat(decimals)}`, decimals) ?? '1')),
    isSize,
    ending: core.ending,
  }
}

/** `3 tuntia 4 minuuttia`: two lengths of time side by side are one. */
function joinedDurations(found: readonly ReadNumber[], text: string): ReadNumber[] {
  const joined: ReadNumber[] = []
  for (const read of found) {
    const before = joined.at(-1)
    const [long, short] = [minutesPerUnit(before?.unit ?? null), minutesPerUnit(read.unit)]
    const beside = before && /^\s?(?:(?:ja|och|and)\s)?$/.test(text.slice(before.to, read.from))
    if (before && beside && long && short && Number(long) > Number(short) && before.numberTo === null) {
      const number = add(multiply(before.number, long), multiply(read.number, short))
      joined.splice(-1, 1, {
        ...before,
        to: read.to,
        at: { from: before.at.from, to: read.to },
        asWritten: text.slice(before.from, read.to),
        number,
        unit: mixedDurationUnit,
        digit: short,
      })
    } else joined.push(read)
  }
  return joined
}

/** "alle vuorokaudessa", "yli tunnin": one of the unit. */
function single(text: string, from: number, word: string): ReadNumber[] {
  const at = { from, to: from + word.length }
  const read = finished(text, text, { ...at, number: '1', numberTo: null, form: 'words', written: '1', ending: null })
  return read
    ? [
        {
          ...read,
          ...at,
          from: read.from,
          at,
          asWritten: text.slice(read.from, at.to),
          unit: unitOfWord(word),
          noun: null,
        },
      ]
    : []
}

/** Numbers in words, halves and parts: `kolmessa`, `kaksi kolmasosaa`, `puolet`, `yli sata`, `kolme miljoonaa`. */
function wordsOf(text: string): ReadNumber[] {
  const found: ReadNumber[] = []
  const all = [...text.matchAll(/(?<![\p{L}\d-])\p{L}+(?:-\p{L}+)?(?![\p{L}\d]|-\p{L})/gu)]
  for (let index = 0; index < all.length; index += 1) {
    const match = all[index]
    const word = match?.[0] ?? ''
    const value = numberOfWord(word)
    if (
      match &&
      minutesPerUnit(unitOfWord(word)) !== null &&
      /(?:^|\s)(?:alle|yli) $/i.test(text.slice(0, match.index))
    ) {
      found.push(...single(text, match.index, word))
      continue
    }
    const next = all[index + 1]
    const adjoining =
      match && next && /^\s+(?:av\s+|out of\s+)?$/.test(text.slice(match.index + word.length, next.index))
    const part = partOfWord(word) ?? (adjoining && value !== null ? partOfWord(next[0]) : null)
    if (!match || (value === null && part === null && !isHalf(word))) continue
    const shared = isHalf(word)
      ? '50'
      : part === null
        ? null
        : divide(decimalFromNumber((value ?? 1) * 100), String(part), 4)
    const last = shared !== null && partOfWord(word) === null && !isHalf(word) ? next : match
    const outOf =
      shared === null && value !== null && adjoining && next && isOutOf(next[0]) ? numberOfWord(next[0]) : null
    const whole = outOf !== null && outOf > (value ?? 0) ? next : last
    const read = finished(text, text, {
      from: match.index,
      to: (whole?.index ?? 0) + (whole?.[0].length ?? 0),
      number: shared ?? decimalFromNumber(value ?? 0),
      numberTo: whole === next && outOf !== null ? decimalFromNumber(outOf) : null,
      form: shared !== null ? 'share' : whole === next && outOf !== null ? 'fraction' : 'words',
      written: '1',
      ending: null,
    })
    if (read) found.push(read)
  }
  return joinedDurations(found, text)
}
