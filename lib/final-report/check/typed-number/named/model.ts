import { givensIn } from '@/lib/final-report/check/given/model'
import { perData } from '@/lib/final-report/check/kept/model'
import { contentWords, covered, type NamedMeasure, namedMeasures } from '@/lib/final-report/check/measures/model'
import type { CheckedMeasure, CheckedReport, CheckedSection, Finding } from '@/lib/final-report/check/model'
import { agreementWith } from '@/lib/final-report/check/numbers/agreement/model'
import { type ReadNumber, readNumbers } from '@/lib/final-report/check/numbers/model'
import { placeIn, textLines } from '@/lib/final-report/check/sections/model'
import { showUnderstood } from '@/lib/values/format-value'
import { isDurationUnit, isPercentUnit } from '@/lib/values/units'

/** A target, a change or a part is not the measure's own value. */
const otherThan =
  /tavoit|lähtö|(?<!\p{L})mål|target|goal|enemmän|vähemmän|kasvu|kasvoi|lisään|väheni|laski|nousi|joista|niistä|heistä|ökad|minskad|varav|increase|decrease|of which/iu

/**
 * Numbers without a source in sentences that name one measure in full and nothing else, when none of its values agrees.
 * A sentence with two such numbers, or with the words of two measures, says nothing certain.
 */
export function namedFindings(section: CheckedSection, report: CheckedReport): Finding[] {
  const givens = givensIn(section, report)
  return textLines(section, report).flatMap((line) =>
    line.sentences.flatMap(({ from, to, text }) => {
      if (!/\d/.test(text) || otherThan.test(text)) return []
      if (givens.some((given) => given.line === line && from <= given.read.at.from && given.read.at.from < to))
        return []
      const reads = readNumbers(line.typed, report.language).filter(({ at }) => at.from >= from && at.to <= to)
      const counts = reads.filter(({ form, isSize }) => form === 'digits' && !isSize)
      const [read] = counts
      const measure =
        read && read.numberTo === null && reads.every((one) => one === read || one.form === 'year')
          ? measureNamed(text, report)
          : null
      if (!read || !measure || !ofItsKind(read, measure)) return []
      const values = [...measure.measurements, ...measure.targets].map(({ value }) => value)
      const told = values.map((value) => agreementWith(read, value))
      const [known] = values
      if (!known || told.some((one) => one !== 'differs')) return []
      const shown = showUnderstood(known, report.language) ?? ''
      return [
        {
          rule: 'typed-number',
          severity: 'warning',
          place: placeIn(section, line, read.from, read.to),
          other: null,
          values: [read.asWritten, shown],
          variant: 'named',
          params: { value: read.asWritten, other: shown, measure: measure.name },
        },
      ]
    }),
  )
}

function ofItsKind({ unit }: ReadNumber, measure: CheckedMeasure): boolean {
  if (isPercentUnit(unit) !== isPercentUnit(measure.unit)) return false
  return isDurationUnit(unit) === isDurationUnit(measure.unit)
}

/** Beginnings of the words of a name: a sentence without them cannot name it. */
const beginnings = perData((report) =>
  namedMeasures(report)
    .filter(({ words }) => words.length > 1 || (words[0]?.length ?? 0) >= 14)
    .map((named) => ({ named, starts: named.words.map(startOf) })),
)

function startOf(word: string): string {
  return word.slice(0, 4)
}

/** The one measure all of whose words are in the text; a longer name goes before one inside it. Null when that leaves several. */
function measureNamed(text: string, report: CheckedReport): CheckedMeasure | null {
  const words = contentWords(text)
  const starts = new Set(words.map(startOf))
  const full = beginnings(report).flatMap(({ named, starts: own }): NamedMeasure[] =>
    own.every((start) => starts.has(start)) && covered(named.words, words) === named.words.length ? [named] : [],
  )
  const widest = full.filter(
    (one) =>
      !full.some(
        (other) =>
          other !== one &&
          other.words.length > one.words.length &&
          covered(one.words, other.words) === one.words.length,
      ),
  )
  return widest.length === 1 ? (widest[0]?.measure ?? null) : null
}
