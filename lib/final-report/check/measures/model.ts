import { perData } from '@/lib/final-report/check/kept/model'
import type { CheckedMeasure } from '@/lib/final-report/check/model'
import { wordsIn } from '@/lib/final-report/check/words/model'

/** A measure as its name can be recognised among words. */
export type NamedMeasure = { measure: CheckedMeasure; words: readonly string[]; withUnit: readonly string[] }

/** Words that a name may have or lack without being another name. */
const fillers = new Set(
  'ja tai sekä joka jotka on oli ovat sai ja/tai vrk kpl % prosenttia osuus määrä määrät lukumäärä vuodessa och eller antal andel som att and or the of number share'.split(
    ' ',
  ),
)

export const namedMeasures = perData((report): readonly NamedMeasure[] =>
  report.measures.map((measure) => {
    const words = contentWords(measure.name)
    return {
      measure,
      words,
      withUnit: [...words, ...wordsIn(measure.unit ?? '').map(({ text }) => text.toLowerCase())],
    }
  }),
)

/** Words that tell names apart, in lower case; what stands in brackets only explains. */
export function contentWords(text: string): string[] {
  return wordsIn(text.replace(/\([^)]*\)/g, ' '))
    .map(({ text: word }) => word.toLowerCase())
    .filter((word) => !fillers.has(word) && (word.length > 2 || /\d/.test(word)))
}

/** Whether two words are forms of one: they share their beginning and differ only in endings. */
export function sameWord(one: string, other: string): boolean {
  if (one === other) return true
  if (/\d/.test(one) || /\d/.test(other)) return false
  const shortest = Math.min(one.length, other.length)
  let shared = 0
  while (shared < shortest && one[shared] === other[shared]) shared += 1
  return shared >= 4 && shared >= shortest - 2 && Math.max(one.length, other.length) - shared <= 6
}

/** How many of the words are among the others, in any form. */
export function covered(words: readonly string[], others: readonly string[]): number {
  return words.filter((word) => others.some((other) => sameWord(word, other))).length
}

/**
 * The one measure that a row or column of a table is named after: every word of the label belongs to the measure's name, and
 * nearly every word of the name is in the label or in the table's own words (caption, heading). Null when none or several fit.
 */
export function measureOfLabel(
  label: string,
  context: string,
  measures: readonly NamedMeasure[],
): CheckedMeasure | null {
  const own = contentWords(label.replace(/(?<!\p{L})\p{Lu}{2,5}(?!\p{L})/gu, ' '))
  if (own.length === 0) return null
  const all = [...own, ...contentWords(context)]
  const fitting = measures
    .filter(({ words, withUnit }) => words.length > 0 && covered(own, withUnit) === own.length)
    .map(({ measure, words }) => ({
      measure,
      name: covered(words, all) / words.length,
      full: covered(words, own) === words.length,
    }))
    .filter(({ name, full }) => name >= 0.75 && (full || own.length >= 2 || name === 1))
    .sort((a, b) => Number(b.full) - Number(a.full) || b.name - a.name)
  const [best, second] = fitting
  if (!best || (second && second.full === best.full && second.name === best.name)) return null
  return best.measure
}
