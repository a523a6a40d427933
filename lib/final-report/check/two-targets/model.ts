import { givensIn } from '@/lib/final-report/check/given/model'
import { ownSections, perData } from '@/lib/final-report/check/kept/model'
import type {
  CheckedMeasure,
  CheckedReport,
  Finding,
  FindingPlace,
  Rule,
  Severity,
} from '@/lib/final-report/check/model'
import { agreementOf, agreementWith } from '@/lib/final-report/check/numbers/agreement/model'
import { type ReadNumber, readNumbers } from '@/lib/final-report/check/numbers/model'
import { perReport, placeIn } from '@/lib/final-report/check/sections/model'
import { type Mention, mentionsIn } from '@/lib/final-report/check/two-targets/mentions/model'
import { compare } from '@/lib/values/decimal'
import { showUnderstood } from '@/lib/values/format-value'
import type { TypedValue } from '@/lib/values/typed-value'
import { isDurationUnit, isPercentUnit } from '@/lib/values/units'

/** One measure with two targets: in two places of the report, in the report and the data, or in the data themselves. */
export const twoTargets: Rule = {
  name: 'two-targets',
  check: (report) => {
    const all = ownSections(report).flatMap((section) => mentionsIn(section, report))
    const byMeasure = Map.groupBy(all, ({ measure }) => measure)
    return report.measures.flatMap((measure) => {
      const mentions = byMeasure.get(measure) ?? []
      const againstData = mentions.flatMap((mention) => againstTargets(mention, report))
      const reported = new Set(againstData.map(({ place }) => place))
      return [
        ...againstData,
        ...between(mentions.filter(({ place }) => !reported.has(place))),
        ...inData(measure, mentions, report),
      ]
    })
  },
}

/** Targets are set, not measured: they are not rounded, and "yli 70" is the target 70. */
function asSet(read: ReadNumber): ReadNumber {
  return read.qualifier === 'about' ? read : { ...read, qualifier: 'exact' }
}

function levels({ targets }: CheckedMeasure) {
  return targets.filter(({ superseded, value }) => !superseded && value.number !== null && value.unknown === null)
}

function againstTargets({ measure, read, place, sure }: Mention, report: CheckedReport): Finding[] {
  const known = levels(measure)
  const told = known.map(({ value }) => agreementWith(asSet(read), { ...value, qualifier: 'exact' }))
  const [first] = known
  if (!first || told.includes('agrees') || !told.includes('differs')) return []
  const shown = showUnderstood(first.value, report.language) ?? ''
  return [finding('data', sure ? 'error' : 'warning', place, null, [read.asWritten, shown], measure)]
}

/** The first place that tells a target against the first of those that tell another. */
function between(mentions: readonly Mention[]): Finding[] {
  const [first, ...rest] = mentions
  if (!first) return []
  const other = rest.find(
    (one) =>
      one.years === first.years &&
      one.sure &&
      first.sure &&
      agreementOf(asSet(first.read), asSet(one.read)) === 'differs',
  )
  if (!other) return []
  return [
    finding('text', 'error', other.place, first.place, [other.read.asWritten, first.read.asWritten], first.measure),
  ]
}

function inData(measure: CheckedMeasure, mentions: readonly Mention[], report: CheckedReport): Finding[] {
  const told = twiceInData(report).get(measure)
  const place = told ? (mentions[0]?.place ?? firstPlaces(report).get(measure.id)) : undefined
  return told && place ? [finding(told.variant, 'warning', place, null, told.values, measure)] : []
}

type Twice = { variant: 'twoInData' | 'words'; values: string[] }

/** Measures of which the data themselves tell two targets: two in force at once, or one whose words tell another. */
const twiceInData = perData((report) => {
  const found = new Map<CheckedMeasure, Twice>()
  for (const measure of report.measures) {
    const known = levels(measure)
    const pair = known.flatMap((one, index) => {
      const other = known.slice(index + 1).find((two) => isContrary(one, two))
      return other ? [[one.value, other.value].map((value) => showUnderstood(value, report.language) ?? '')] : []
    })[0]
    const words = known.map(({ value }) => wordsAgainst(value, measure, report)).find((told) => told !== null)
    if (pair) found.set(measure, { variant: 'twoInData', values: pair })
    else if (words) found.set(measure, { variant: 'words', values: words })
  }
  return found
})

type Level = CheckedMeasure['targets'][number]

/** Two targets of one kind, time and unit; an alternative one stands beside the others. */
function isContrary(one: Level, other: Level): boolean {
  if (one.role !== other.role || one.role === 'alternative' || one.time !== other.time) return false
  return one.value.unit === other.value.unit && compare(one.value.number ?? '0', other.value.number ?? '0') !== 0
}

const aside = /(?:lähtö|nyky|alku|aiemmin|ennen|utgång|nuläge|tidigare|baseline|current|from)[^\d]*$/iu

/** A target whose words tell another level than its number: "50 %", and further on "kolmannes". */
function wordsAgainst(value: TypedValue, measure: CheckedMeasure, report: CheckedReport): string[] | null {
  const words = [value.asWritten, value.text, value.note].filter((text) => text !== null).join(' ')
  const unit = value.unit ?? measure.unit
  const other = readNumbers(words, report.language).find((read) => {
    if (read.form === 'year' || read.isSize || read.ending !== null || read.numberTo !== null) return false
    const same = isPercentUnit(read.unit) ? isPercentUnit(unit) : isDurationUnit(read.unit) && isDurationUnit(unit)
    if (!same || aside.test(words.slice(Math.max(0, read.from - 25), read.from))) return false
    return agreementWith(asSet(read), { ...value, unit, cells: [], qualifier: 'exact' }) === 'differs'
  })
  return other ? [showUnderstood(value, report.language) ?? '', other.asWritten] : null
}

/** Where each measure is first told. */
const firstPlaces = perReport((report) => {
  const places = new Map<string, FindingPlace>()
  for (const section of report.sections) {
    for (const { source, line, read } of givensIn(section, report)) {
      if (!places.has(source.measureId)) places.set(source.measureId, placeIn(section, line, read.from, read.to))
    }
  }
  return places
})

function finding(
  variant: string,
  severity: Severity,
  place: FindingPlace,
  other: FindingPlace | null,
  values: readonly string[],
  { name }: CheckedMeasure,
): Finding {
  const [value = '', second = ''] = values
  return {
    rule: 'two-targets',
    severity,
    place,
    other,
    values,
    variant,
    params: { value, other: second, measure: name },
  }
}
