import { compare, type DecimalReason, fits, parseDecimal } from '@/lib/values/decimal'
import { allWords, qualifierSigns, qualifierWords } from '@/lib/values/lexicon'
import { fail, ok, type Result } from '@/lib/values/result'
import type { Qualifier } from '@/lib/values/typed-value'
import { multiplied, splitUnit, unitFits } from '@/lib/values/units'

/** A number or a range as it was written: qualifier, ends, unit. `numberTo` is null for a single number. */
export type Quantity = { number: string; numberTo: string | null; qualifier: Qualifier; unit: string | null }
export type QuantityReason = DecimalReason | 'RANGE_REVERSED' | 'LOOKS_LIKE_DATE' | 'UNIT_DIFFERS'

const prefixes: readonly (readonly [string, Qualifier])[] = [
  ...Object.entries(qualifierWords).flatMap(([qualifier, words]) =>
    allWords(words).map((word) => [word, qualifier as Qualifier] as const),
  ),
].sort((a, b) => b[0].length - a[0].length)

/** Takes a qualifier off the front: `yli 56 %`, `n. 190`, `> 5`, `~60`. */
export function takeQualifier(text: string): { qualifier: Qualifier; rest: string } {
  for (const [sign, qualifier] of qualifierSigns) {
    if (text.startsWith(sign)) return { qualifier, rest: text.slice(sign.length).trim() }
  }
  const lower = text.toLowerCase()
  for (const [word, qualifier] of prefixes) {
    const next = lower.slice(word.length)
    if (lower.startsWith(word) && (/^\s/.test(next) || (word.endsWith('.') && /^\d/.test(next)))) {
      return { qualifier, rest: text.slice(word.length).trim() }
    }
  }
  return { qualifier: 'exact', rest: text }
}

/** A unit is a few words without a number; the unit that was expected may be anything it is. */
function isUnitText(unit: string, expected: string | null): boolean {
  if (unit === expected) return true
  return /^[\p{L}%€‰/][^\d;,→]*$/u.test(unit) && unit.length <= 40 && unit.split(/\s+/).length <= 3
}

/**
 * Reads `[qualifier] number [unit]` or `[qualifier] number–number [unit]`. A unit other than the expected one is refused,
 * and so are two years that look like a time. The number is exact; "3 milj. €" becomes 3 000 000 €.
 */
export function parseQuantity(
  text: string,
  expected: string | null,
  locale: 'fi' | 'sv' | 'en' = 'fi',
): Result<Quantity, QuantityReason> {
  const { qualifier, rest } = takeQualifier(text)
  const first = splitUnit(rest)
  // The expected unit may itself tell a range: `4,07 pistettä (0–5)`.
  const tail = first.unit === expected ? '' : (first.unit ?? '')
  const range = /^(.*?)\s*(?:–|—|-|\u2011|\.\.\.|…)\s*([+\-−]?\d.*)$/su.exec(tail)
  const last = range && splitUnit(range[2] ?? '')
  const leadUnit = range?.[1]?.trim() || null
  const unit = last ? last.unit : first.unit
  if (leadUnit !== null && leadUnit !== unit) return fail('NOT_A_NUMBER')
  if (unit !== null && !isUnitText(unit, expected)) return fail('NOT_A_NUMBER')
  const low = parseDecimal(first.number, locale)
  if (!low.ok) return low
  const high = last ? parseDecimal(last.number, locale) : null
  if (high && !high.ok) return high
  const lowSize = multiplied(low.value, unit)
  const highSize = high && multiplied(high.value, unit)
  if (expected !== null && lowSize.unit !== null && !unitFits(lowSize.unit, expected)) return fail('UNIT_DIFFERS')
  if (!fits(lowSize.number) || (highSize && !fits(highSize.number))) return fail('TOO_LONG')
  if (highSize) {
    if (compare(lowSize.number, highSize.number) > 0) return fail('RANGE_REVERSED')
    if (unit === null && isYear(low.value) && isYear(highSize.number)) return fail('LOOKS_LIKE_DATE')
  }
  return ok({ number: lowSize.number, numberTo: highSize?.number ?? null, qualifier, unit: lowSize.unit })
}

function isYear(number: string): boolean {
  return /^(?:19|20)\d\d$/.test(number)
}
