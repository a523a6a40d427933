import { perData, perSectionAndData } from '@/lib/final-report/check/kept/model'
import type { CheckedMeasure, CheckedReport, CheckedSource } from '@/lib/final-report/check/model'
import { type ReadNumber, readNumbers } from '@/lib/final-report/check/numbers/model'
import { type TextLine, textLines } from '@/lib/final-report/check/sections/model'
import type { TypedValue } from '@/lib/values/typed-value'

/** A number of the text of which it is said what it means. */
export type Given = {
  line: TextLine
  read: ReadNumber
  source: CheckedSource
  /** Typed by hand; false: drawn from the data */
  typed: boolean
}

/** Between a number and its source there may be what it counts and when: "15 numerolla", "94 % vuonna 2025". */
const between = /^\s*(?:[\p{L}\d-]+\s+){0,3}$/u

/** All numbers of a section's text that are tied to the data, in reading order. */
export const givensIn = perSectionAndData((section, report): readonly Given[] =>
  textLines(section, report).flatMap((line) => givensOf(line, report)),
)

function givensOf(line: TextLine, report: CheckedReport): Given[] {
  const givens: Given[] = []
  let at = 0
  let since = 0
  for (const piece of line.line) {
    if (piece.kind === 'source') {
      const read = typedBefore(line, report, since, at, piece.source)
      if (read) givens.push({ line, read, source: piece.source, typed: true })
      since = at
      continue
    }
    const length = piece.kind === 'reference' ? piece.label.length : piece.text.length
    if (piece.kind === 'number' && piece.source) {
      const read = readNumbers(piece.text, report.language)[0]
      const moved = read && { ...read, from: read.from + at, to: read.to + at, at: { from: at, to: at + length } }
      if (moved) givens.push({ line, read: moved, source: piece.source, typed: false })
    }
    at += length
    if (piece.kind !== 'text') since = at
  }
  return givens
}

function typedBefore(line: TextLine, report: CheckedReport, since: number, at: number, source: CheckedSource) {
  const before = readNumbers(line.typed, report.language).filter(
    (read) => read.at.from >= since && read.at.to <= at && !read.isSize,
  )
  const near = before.filter((read) => between.test(line.typed.slice(Math.min(read.to, at), at)))
  const last = near.at(-1)
  if (last?.form !== 'year') return last ?? null
  // A bare year is the time of the value unless the value itself is of that size.
  const value = valuesOf(source, report)[0]?.number ?? null
  const likeYear = value !== null && /^[12]\d{3}(?:\.\d+)?$/.test(value)
  return likeYear && line.typed.slice(last.to, at).trim() === '' && near.length === 1 ? last : (near.at(-2) ?? null)
}

const measuresById = perData((report) => new Map(report.measures.map((measure) => [measure.id, measure])))

/** Null when the data have no such measure. */
export function measureOf(source: CheckedSource, report: CheckedReport): CheckedMeasure | null {
  return measuresById(report).get(source.measureId) ?? null
}

/** The measurement a source names; null when it names the target or nothing that is there. */
export function measurementOf(source: CheckedSource, report: CheckedReport) {
  return measureOf(source, report)?.measurements.find(({ id }) => id === source.measurementId) ?? null
}

/** The values a source may mean: the measurement's, with its n, or those of the targets in force. */
export function valuesOf(source: CheckedSource, report: CheckedReport): TypedValue[] {
  if (source.measurementId === null) {
    const targets = measureOf(source, report)?.targets ?? []
    return targets.filter(({ superseded }) => !superseded).map(({ value }) => value)
  }
  const measurement = measurementOf(source, report)
  if (!measurement) return []
  const n = Number(measurement.n ?? Number.NaN)
  return [Number.isInteger(n) ? { ...measurement.value, n } : measurement.value]
}
