import { type Given, givensIn, measureOf } from '@/lib/final-report/check/given/model'
import { perSectionAndData } from '@/lib/final-report/check/kept/model'
import { measureOfLabel, namedMeasures } from '@/lib/final-report/check/measures/model'
import type { CheckedMeasure, CheckedReport, CheckedSection, FindingPlace } from '@/lib/final-report/check/model'
import { type ReadNumber, readNumbers } from '@/lib/final-report/check/numbers/model'
import { placeIn, placeOf, type TextLine, textLines } from '@/lib/final-report/check/sections/model'
import { tablesIn } from '@/lib/final-report/check/tables/model'
import type { Sentence } from '@/lib/final-report/check/words/model'
import { isDurationUnit, isPercentUnit, kindOfUnit } from '@/lib/values/units'

/** A target told in the report. `sure`: its words say whose target it is; else it is the only one the section can mean. */
export type Mention = { measure: CheckedMeasure; read: ReadNumber; place: FindingPlace; sure: boolean; years: string }

const word =
  '(?<!\\p{L})(?:vuosi|väli|loppu|kokonais)?tavoit(?:e(?!tt[ai])|tee|etta(?!v)|eltu|eltiin)\\p{L}*|(?<!\\p{L})mål(?:et|en|sättning\\p{L}*|värde\\p{L}*|nivå\\p{L}*)?(?!\\p{L})|(?<!\\p{L})(?:target|goal)s?(?!\\p{L})'
const targetWord = new RegExp(word, 'giu')
/** Straight after the word: "tavoite oli yli 70", "målet på 80 %". */
const straight =
  /^\s*(?:oli(?:kin)?|on|eli|asetettiin|var|är|på|om|was|is|of|to)?\s*[:=(]?\s*(?:alun perin\s|ursprungligen\s)?$/iu
/** What should come about: "tavoitteena oli, että puolet …", "målet var att hälften …". */
const wished =
  /^\s*(?:na\s)?(?:oli|on|asetettiin|var|är|was|is)\s*(?:,?\s*että|saada|ratkaista|saavuttaa|att|that|to)(?!\p{L})/iu
/** Words that tell what came of it, or how much something was to change. */
const outcome =
  /saavut(?!taa)|toteut|täytty|täyttyi|ylitt|alitt|jäi|uppnå|nådde|överträff|reached|met\b|exceed|vähen|lisä[tk]|lisään|kasva|nost|nous|lask|paran|minska|öka|höj|sänk|reduc|increas|improv/iu
/** "80 prosentin tavoite", "25 000 oirearvion vuositavoite". */
const ahead = /^\s*(?:\p{L}+n\s)?$/u

/** Targets told in a section: in its text, and in the labels of its tables' rows ("(tavoite 1 h)"). */
export const mentionsIn = perSectionAndData((section, report): readonly Mention[] => {
  const givens = givensIn(section, report)
  const sourced = givens.flatMap((given): Mention[] => {
    const measure = given.source.measurementId === null && given.typed ? measureOf(given.source, report) : null
    return measure ? [mention(measure, given.read, section, given.line, true)] : []
  })
  const told = textLines(section, report).flatMap((line) =>
    line.sentences.flatMap((sentence, index) =>
      targetsOf(line, sentence, report)
        .filter((read) => !givens.some((given) => given.line === line && given.read.at.from === read.at.from))
        .flatMap((read) => owned(read, { section, line, sentence, index, givens, report })),
    ),
  )
  return [...sourced, ...told, ...inTables(section, report)]
})

function mention(
  measure: CheckedMeasure,
  read: ReadNumber,
  section: CheckedSection,
  line: TextLine,
  sure: boolean,
): Mention {
  const sentence = line.sentences.find(({ from, to }) => from <= read.at.from && read.at.from < to)
  return {
    measure,
    read,
    place: placeIn(section, line, read.from, read.to),
    sure,
    years: yearsIn(sentence?.text ?? ''),
  }
}

function yearsIn(text: string): string {
  return (text.match(/(?:19|20)\d\d/g) ?? []).join(' ')
}

function targetsOf({ typed }: TextLine, { from, to }: Sentence, report: CheckedReport): ReadNumber[] {
  const reads = readNumbers(typed, report.language).filter(
    ({ at, isSize, form }) => at.from >= from && at.to <= to && !isSize && form !== 'year',
  )
  if (reads.length === 0) return []
  return [...typed.slice(from, to).matchAll(targetWord)].flatMap((match) => {
    const [start, end] = [from + match.index, from + match.index + match[0].length]
    const next = reads.find(({ at }) => at.from >= end)
    const gap = next && typed.slice(end, next.from)
    if (
      next &&
      gap !== undefined &&
      (straight.test(gap) || (wished.test(gap) && !outcome.test(gap) && gap.length < 140))
    )
      return [next]
    const before = reads.findLast((read) => read.to <= start)
    return before && ahead.test(typed.slice(before.to, start)) && before.ending === null ? [before] : []
  })
}

type Where = {
  section: CheckedSection
  line: TextLine
  sentence: Sentence
  index: number
  givens: readonly Given[]
  report: CheckedReport
}

/** Whose target it is: of what is measured in the same sentence, in the one before or after, or alone in the section. */
function owned(read: ReadNumber, { section, line, sentence, index, givens, report }: Where): Mention[] {
  const measured = givens.filter(({ source }) => source.measurementId !== null)
  const inside = (given: Given, one: Sentence | undefined) =>
    one !== undefined && given.line === line && one.from <= given.read.at.from && given.read.at.from < one.to
  const ofGiven = (given: Given | undefined) => given && measureOf(given.source, report)
  const own = measured.filter((given) => inside(given, sentence))
  const nearest = own.findLast((given) => given.read.at.from < read.at.from) ?? own[0]
  const here = ofGiven(nearest)
  if (own.length > 0) return here && sameKind(read, here, true) ? [mention(here, read, section, line, true)] : []
  const around = [
    ofGiven(measured.findLast((given) => inside(given, line.sentences[index - 1]))),
    ofGiven(measured.find((given) => inside(given, line.sentences[index + 1]))),
  ].filter((measure) => measure != null && sameKind(read, measure, false))
  const beside = new Set(around)
  const [only] = beside
  if (only && beside.size === 1) return [mention(only, read, section, line, true)]
  if (beside.size > 1) return []
  const aimed = new Set(
    measured.flatMap(({ source }) => {
      const measure = measureOf(source, report)
      return measure && sameKind(read, measure, false) && measure.targets.some(({ value }) => value.number !== null)
        ? [measure]
        : []
    }),
  )
  const [alone] = aimed
  return alone && aimed.size === 1 ? [mention(alone, read, section, line, false)] : []
}

/** Both shares or both lengths of time; a bare number may be either when it stands in the measure's own sentence. */
function sameKind(read: ReadNumber, { unit }: CheckedMeasure, bare: boolean): boolean {
  if (read.unit === null) return bare && kindOfUnit(unit) !== 'yes_no' && kindOfUnit(unit) !== 'text'
  if (isPercentUnit(read.unit)) return isPercentUnit(unit)
  if (isDurationUnit(read.unit)) return isDurationUnit(unit)
  return bare && !isPercentUnit(unit) && !isDurationUnit(unit)
}

function inTables(section: CheckedSection, report: CheckedReport): Mention[] {
  return tablesIn(section, report).flatMap(({ block, rows }) =>
    rows.flatMap(({ label }) => {
      const aside = /^(.+?)\s*\(([^()]*)\)\s*$/u.exec(label)
      const told =
        aside && new RegExp(`^(?:${word})`, 'iu').test(aside[2] ?? '')
          ? readNumbers(aside[2] ?? '', report.language)
          : []
      const measure = told.length === 1 ? measureOfLabel(aside?.[1] ?? '', block.caption, namedMeasures(report)) : null
      const [read] = told
      return read && measure && sameKind(read, measure, true)
        ? [{ measure, read, place: placeOf(section, block.id), sure: true, years: '' }]
        : []
    }),
  )
}
