import { type Given, givensIn, measureOf, valuesOf } from '@/lib/final-report/check/given/model'
import { sectionRule } from '@/lib/final-report/check/kept/model'
import type { CheckedReport, CheckedSection, Finding } from '@/lib/final-report/check/model'
import { agreementWith } from '@/lib/final-report/check/numbers/agreement/model'
import { type ReadNumber, readNumbers } from '@/lib/final-report/check/numbers/model'
import { placeIn } from '@/lib/final-report/check/sections/model'
import { namedFindings } from '@/lib/final-report/check/typed-number/named/model'
import { decimalFromNumber } from '@/lib/values/decimal'
import { formatNumber } from '@/lib/values/format'
import { showUnderstood } from '@/lib/values/format-value'
import { makeValue } from '@/lib/values/make-value'

/** A number typed by hand that does not say what the data say. */
export const typedNumber = sectionRule('typed-number', (section, report) => {
  const givens = givensIn(section, report)
  return [
    ...givens.flatMap((given) => wrongValue(given, section, report)),
    ...givens.flatMap((given) => wrongSize(given, section, report)),
    ...namedFindings(section, report),
  ]
})

/** Whether a typed number with a source is not what its source says. */
export function isWrong(given: Given, report: CheckedReport): boolean {
  if (!given.typed) return false
  const told = valuesOf(given.source, report).map((value) => agreementWith(given.read, value))
  return told.includes('differs') && !told.includes('agrees')
}

function wrongValue(given: Given, section: CheckedSection, report: CheckedReport): Finding[] {
  const [value] = valuesOf(given.source, report)
  if (!value || !isWrong(given, report)) return []
  const { read, line } = given
  const shown = showUnderstood(value, report.language) ?? ''
  return [
    {
      rule: 'typed-number',
      severity: 'error',
      place: placeIn(section, line, read.from, read.to),
      other: null,
      values: [read.asWritten, shown],
      variant: 'value',
      params: { value: read.asWritten, other: shown, measure: measureOf(given.source, report)?.name ?? '' },
    },
  ]
}

/** `(n = 44)` after a number, and `58:sta` after a count: how many there were in all. */
function wrongSize(given: Given, section: CheckedSection, report: CheckedReport): Finding[] {
  const [value] = valuesOf(given.source, report)
  const n = value?.kind === 'fraction' ? value.numberTo : value?.n ? decimalFromNumber(value.n) : null
  const size = n === null ? null : sizeAfter(given, section, report)
  if (!size || n === null || agreementWith(size, makeValue('count', { number: n })) !== 'differs') return []
  const shown = formatNumber(n, report.language)
  const { line, source } = given
  return [
    {
      rule: 'typed-number',
      severity: 'error',
      place: placeIn(section, line, size.from, size.to),
      other: null,
      values: [size.asWritten, shown],
      variant: 'size',
      params: { value: size.asWritten, other: shown, measure: measureOf(source, report)?.name ?? '' },
    },
  ]
}

function sizeAfter({ line, read }: Given, section: CheckedSection, report: CheckedReport): ReadNumber | null {
  const sentence = line.sentences.find(({ from, to }) => from <= read.at.from && read.at.from < to)
  const next = givensIn(section, report).find((other) => other.line === line && other.read.at.from > read.at.from)
  const until = Math.min(sentence?.to ?? line.text.length, next?.read.at.from ?? line.text.length)
  const after = readNumbers(line.typed, report.language).filter(
    ({ at }) => at.from >= read.at.to && at.to <= until && at.from - read.at.to < 40,
  )
  const size = after.find(({ isSize }) => isSize)
  if (size) return size
  const [only, more] = after
  const outOf = only && !more && only.unit === null && read.numberTo === null && /^(?:sta|stä)$/.test(only.ending ?? '')
  return outOf ? only : null
}
