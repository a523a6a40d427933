import { type Given, givensIn, measurementOf, measureOf, valuesOf } from '@/lib/final-report/check/given/model'
import { ownSections, perSectionAndData } from '@/lib/final-report/check/kept/model'
import type { CheckedReport, CheckedSection, Finding, FindingPlace, Rule } from '@/lib/final-report/check/model'
import { agreementOf, agreementWith } from '@/lib/final-report/check/numbers/agreement/model'
import { contraryStatements } from '@/lib/final-report/check/same-measure/statements/model'
import { placeIn, placeOf } from '@/lib/final-report/check/sections/model'
import { type MeasuredCell, measuredCells } from '@/lib/final-report/check/tables/measures/model'
import { isWrong } from '@/lib/final-report/check/typed-number/model'
import { showUnderstood } from '@/lib/values/format-value'

/** The same measure with two values for the same time: in two texts, in a table and a text, or in two like sentences. */
export const sameMeasure: Rule = {
  name: 'same-measure',
  check: (report) => {
    const told = toldIn(report)
    const cells = ownSections(report).flatMap((section) =>
      measuredCells(section, report).flatMap((cell) => inTable(cell, section, told, report)),
    )
    return [...cells, ...between(told, report), ...contraryStatements(report)]
  },
}

type Told = {
  given: Given
  place: FindingPlace
  blockId: string
  measureId: string
  measurementId: string
  /** It agrees with its own data */
  isRight: boolean
  /** Its data are one value that is not known in numbers: nothing but the texts tells which is right */
  isOpen: boolean
  time: string | null
  scope: string | null
}

/** Everything the texts tell of measurements, in reading order. */
function toldIn(report: CheckedReport): Told[] {
  return ownSections(report).flatMap((section) => toldInSection(section, report))
}

const toldInSection = perSectionAndData((section, report): readonly Told[] =>
  givensIn(section, report).flatMap((given): Told[] => {
    const { measureId, measurementId } = given.source
    if (measurementId === null) return []
    const place = placeIn(section, given.line, given.read.from, given.read.to)
    const [value] = valuesOf(given.source, report)
    const measurement = measurementOf(given.source, report)
    return [
      {
        given,
        place,
        blockId: given.line.block.id,
        measureId,
        measurementId,
        isRight: !isWrong(given, report),
        isOpen: value?.cells.length === 0 && agreementWith(given.read, value) === 'unknown',
        time: measurement?.time ?? null,
        scope: measurement?.value.scope ?? null,
      },
    ]
  }),
)

function inTable(cell: MeasuredCell, section: CheckedSection, told: readonly Told[], report: CheckedReport): Finding[] {
  const { read, value, measure, measurement, label } = cell
  if (agreementWith(read, value) !== 'differs') return []
  const place = placeOf(section, cell.blockId)
  const text = told.find(
    ({ measurementId, given }) =>
      measurementId === measurement.id &&
      agreementWith(given.read, value) === 'agrees' &&
      agreementOf(given.read, read) === 'differs',
  )
  const other = text?.given.read.asWritten ?? showUnderstood(value, report.language) ?? ''
  const params = { value: read.asWritten, other, measure: measure.name, label }
  return [finding(text ? 'table' : 'tableData', place, text?.place ?? null, params)]
}

/** Two texts of one measure and one time. What differs from its own data is told by another rule and left out here. */
function between(told: readonly Told[], report: CheckedReport): Finding[] {
  const right = told.filter(({ isRight }) => isRight)
  return [...Map.groupBy(right, ({ measureId }) => measureId).values()].flatMap((group) => {
    const together = sideBySide(group)
    return group.flatMap((one, index) => {
      const other = group.slice(0, index).find((before) => {
        if (
          before.blockId === one.blockId ||
          (before.measurementId !== one.measurementId && together.has(pairOf(before, one)))
        )
          return false
        return sameTime(before, one) && agreementOf(before.given.read, one.given.read) === 'differs'
      })
      if (!other) return []
      const params = {
        value: one.given.read.asWritten,
        other: other.given.read.asWritten,
        measure: measureOf(one.given.source, report)?.name ?? '',
      }
      return [finding('text', one.place, other.place, params)]
    })
  })
}

/** Measurements that some text tells side by side: its writer knows that they are two different things. */
function sideBySide(group: readonly Told[]): Set<string> {
  const blocks = Map.groupBy(group, ({ blockId }) => blockId)
  return new Set(
    [...blocks.values()].flatMap((inside) => inside.flatMap((one) => inside.map((other) => pairOf(one, other)))),
  )
}

function pairOf(one: Told, other: Told): string {
  return [one.measurementId, other.measurementId].sort().join(' ')
}

/** One measurement whose value the data do not know in numbers, or two of the same time and scope. */
function sameTime(one: Told, other: Told): boolean {
  if (one.measurementId === other.measurementId) return one.isOpen
  return one.time !== null && one.time === other.time && one.scope === other.scope
}

function finding(
  variant: string,
  place: FindingPlace,
  other: FindingPlace | null,
  params: { value: string; other: string; measure: string; label?: string },
): Finding {
  return {
    rule: 'same-measure',
    severity: 'error',
    place,
    other,
    values: [params.value, params.other],
    variant,
    params,
  }
}
