import { givensIn } from '@/lib/final-report/check/given/model'
import { ownSections, perSectionAndData } from '@/lib/final-report/check/kept/model'
import type { CheckedReport, CheckedSection, Finding } from '@/lib/final-report/check/model'
import { agreementOf } from '@/lib/final-report/check/numbers/agreement/model'
import { type ReadNumber, readNumbers } from '@/lib/final-report/check/numbers/model'
import { withoutCodes } from '@/lib/final-report/check/numbers/skipped/model'
import { placeIn, type TextLine, textLines } from '@/lib/final-report/check/sections/model'
import { excerpt, sharedStems, stemOf, stemsOf } from '@/lib/final-report/check/words/model'
import { compare } from '@/lib/values/decimal'

/** A sentence with numbers of which at least one has no source. */
type Statement = {
  section: CheckedSection
  line: TextLine
  text: string
  reads: readonly ReadNumber[]
  sourced: readonly boolean[]
  stems: ReadonlySet<string>
  /** What is counted, in order: two statements are compared only when they count the same things */
  counts: string
  /** Dates, years and codes: two statements of different times say different things */
  times: string
}

const statementsIn = perSectionAndData((section, report): readonly Statement[] =>
  textLines(section, report).flatMap((line) =>
    line.sentences.flatMap(({ from, to, text }): Statement[] => {
      if (!/\d/.test(text)) return []
      const reads = readNumbers(line.typed, report.language).filter(({ at }) => at.from >= from && at.to <= to)
      const counted = reads.filter(({ form }) => form === 'digits')
      if (counted.length === 0) return []
      const given = new Set(
        givensIn(section, report)
          .filter((one) => one.line === line)
          .map(({ read }) => read.at.from),
      )
      const sourced = counted.map(({ at }) => given.has(at.from))
      if (sourced.every(Boolean)) return []
      const counts = counted.map(({ unit, noun, isSize }) => unit ?? (isSize ? 'n' : stemOf(noun ?? ''))).join(' ')
      return [
        {
          section,
          line,
          text,
          reads: counted,
          sourced,
          counts,
          times: timesOf(text, reads, from, report),
          stems: stemsOf(wordsOnly(text)),
        },
      ]
    }),
  ),
)

function wordsOnly(text: string): string {
  return text.replace(/\d[\d.,:\s\u00a0–-]*/g, ' ')
}

const time =
  /\p{L}*kuu(?:n|ssa|sta|hun|ta)?(?!\p{L})|kev(?:ät|ää)\p{L}*|kesä\p{L}*|syksy\p{L}*|talv\p{L}*|alku\p{L}*|loppu\p{L}*|vår\p{L}*|höst\p{L}*/giu

function timesOf(text: string, reads: readonly ReadNumber[], from: number, report: CheckedReport): string {
  const left = withoutCodes(text, report.language)
  const codes = [...left].map((character, at) => (character === '\u0000' ? text[at] : ' ')).join('')
  const years = reads.filter(({ form }) => form === 'year').map(({ at }) => text.slice(at.from - from, at.to - from))
  return [codes, ...years, ...(text.match(time) ?? [])].join(' ').toLowerCase().replace(/\s+/g, ' ').trim()
}

/**
 * Sentences that say the same thing in the same words but give another number. One number alone must stand among many
 * words in common; sections of different toimintamallit may say the same of different things.
 */
export function contraryStatements(report: CheckedReport): Finding[] {
  const all = ownSections(report).flatMap((section) => statementsIn(section, report))
  return [...Map.groupBy(all, ({ counts, times }) => `${counts} | ${times}`).values()].flatMap((group) =>
    group.flatMap((one, index) => {
      for (const before of group.slice(0, index)) {
        const at = contrary(before, one)
        if (at !== null) return [finding(before, one, at)]
      }
      return []
    }),
  )
}

/** Which number differs; null when the statements are not the same, or when more than one number does. */
function contrary(one: Statement, other: Statement): number | null {
  if (one.line === other.line || one.text === other.text) return null
  const models = [one.section.modelId, other.section.modelId]
  if (models[0] !== null && models[1] !== null && models[0] !== models[1]) return null
  const shared = sharedStems(one.stems, other.stems)
  const alike = shared / (one.stems.size + other.stems.size - shared) >= 0.8
  // "kysely 2" is a name: alone, a number must count something.
  if (!alike || one.counts === '' || shared < (one.reads.length > 1 ? 3 : 4)) return null
  const differing = one.reads.flatMap((read, at) => {
    const same = other.reads[at]
    if (!same) return []
    // "yli 500" and "yli 509" may both be true, but nobody means both.
    const loose =
      read.qualifier !== 'exact' && read.qualifier === same.qualifier && compare(read.number, same.number) !== 0
    return loose || agreementOf(read, same) === 'differs' ? [at] : []
  })
  const [at] = differing
  return at !== undefined && differing.length === 1 && !(one.sourced[at] && other.sourced[at]) ? at : null
}

function finding(before: Statement, one: Statement, at: number): Finding {
  const place = ({ section, line, reads }: Statement) => {
    const read = reads[at]
    return placeIn(section, line, read?.from ?? 0, read?.to ?? 0)
  }
  const params = {
    value: one.reads[at]?.asWritten ?? '',
    other: before.reads[at]?.asWritten ?? '',
    sentence: excerpt(one.text, 120),
  }
  const { value, other } = params
  return {
    rule: 'same-measure',
    severity: 'warning',
    place: place(one),
    other: place(before),
    values: [value, other],
    variant: 'statement',
    params,
  }
}
