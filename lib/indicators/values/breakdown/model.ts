import type { IndicatorRow } from '@/lib/indicators/model'
import type { Reading } from '@/lib/indicators/readings/model'
import { joinBreakdown, splitBreakdown, type TypedPart } from '@/lib/indicators/values/breakdown/typing/model'
import { parseReasonKey } from '@/lib/values/labels'
import { makeCell, makeValue } from '@/lib/values/make-value'
import { readUnknown } from '@/lib/values/parse-shapes'
import { parseTypedValue } from '@/lib/values/parse-value'
import type { TypedValue, ValueCell } from '@/lib/values/typed-value'

/** Rows that the form of a breakdown has beyond the known parts. */
const moreRows = 4
export const mostParts = 200

/** Names of the parts by which the indicator was broken down last. */
export function knownPartsOf({ measurements }: Pick<IndicatorRow, 'measurements'>): string[] {
  const broken = measurements.filter(({ value }) => value.cells.length > 0 && value.kind !== 'funnel')
  const last = broken.reduce<(typeof broken)[number] | null>(
    (latest, one) => (latest === null || (one.time.to ?? '') >= (latest.time.to ?? '') ? one : latest),
    null,
  )
  return [...new Set(last?.value.cells.map(({ label }) => label))].slice(0, mostParts - moreRows)
}

/** The parts of the latest breakdown, then empty ones. */
export function partsToFill(indicator: Pick<IndicatorRow, 'measurements'>): string[] {
  return [...knownPartsOf(indicator), ...Array.from({ length: moreRows }, () => '')]
}

type Broken = { value: TypedValue } | { fields: Record<string, string> }

/**
 * A breakdown as it was typed, part by part, with a total that may be absent. A part without a value is not told and left out;
 * one that is unknown, hidden, not asked or not applicable says so in words. What cannot be read is told at its field.
 * @param dimensions of the indicator: a label such as "Kajaani / 0–17" is split by them when it has as many parts
 */
export function readBreakdown(
  parts: readonly TypedPart[],
  total: string,
  { unit, dimensions }: { unit: string | null; dimensions: readonly string[] },
): Broken {
  const fields: Record<string, string> = {}
  const cells: ValueCell[] = []
  const seen = new Set<string>()
  for (const [no, { label: typed, value }] of parts.entries()) {
    const label = typed.trim()
    if (value.trim() === '') continue
    if (label === '') fields[`part/${no}/label`] = 'indicators.error.partMissing'
    else if (seen.has(label.toLowerCase())) fields[`part/${no}/label`] = 'indicators.error.partTwice'
    else {
      seen.add(label.toLowerCase())
      const read = readPart(value.trim(), unit)
      if (read.ok) cells.push({ ...read.value, label, dimensions: dimensionsOf(label, dimensions) })
      else fields[`part/${no}/value`] = read.message
    }
  }
  const whole = total.trim() === '' ? null : readPart(total.trim(), unit)
  if (whole && !whole.ok) fields.total = whole.message
  if (cells.length === 0 && Object.keys(fields).length === 0) fields['part/0/value'] = 'indicators.error.partsMissing'
  if (Object.keys(fields).length > 0) return { fields }
  const { number = null, qualifier = 'exact' } = whole?.ok ? whole.value : {}
  const told = cells.map((cell) => ({ label: cell.label, value: cell.asWritten ?? '' }))
  const asWritten = joinBreakdown({ total, parts: told })
  return { value: makeValue('breakdown', { asWritten, number, qualifier, unit, cells }) }
}

/**
 * A value of an indicator that is broken down, from the one text that its parts are kept as or were pasted as. Null when the
 * text names no part with a value: it is then read as any other. What is wrong is told of the parts in their order.
 */
export function readTypedBreakdown(
  text: string,
  asked: { unit: string | null; dimensions: readonly string[] },
): Reading<TypedValue> | null {
  const { total, parts } = splitBreakdown(text)
  // "80 % (n: 40)" tells of how many, not of a part.
  const isBroken = parts.some(({ value }) => value !== '') && parts.every(({ label }) => label.toLowerCase() !== 'n')
  if (!isBroken) return null
  const read = readBreakdown(parts, total, asked)
  // kept as it was typed, with its lines
  if ('value' in read) return { ok: true, value: { ...read.value, asWritten: text.trim() } }
  const [message = ''] = Object.values(read.fields)
  return { ok: false, message, fields: read.fields }
}

function readPart(text: string, unit: string | null): Reading<ValueCell> {
  const unknown = readUnknown(text)
  if (unknown) return { ok: true, value: makeCell('', { asWritten: text, unit, unknown }) }
  const read = parseTypedValue(text, { kind: unit === null ? 'number' : null, unit, locale: 'fi' })
  if (!read.ok) return { ok: false, message: parseReasonKey(read.reason) }
  const { number, numberTo, qualifier, unit: own } = read.value
  if (number === null || numberTo !== null) return { ok: false, message: 'indicators.error.partNumber' }
  return { ok: true, value: makeCell('', { asWritten: text, number, qualifier, unit: own ?? unit }) }
}

function dimensionsOf(label: string, dimensions: readonly string[]): Record<string, string> {
  const parts = dimensions.length > 1 ? label.split(' / ').map((part) => part.trim()) : [label]
  if (dimensions.length === 0 || parts.length !== dimensions.length) return {}
  return Object.fromEntries(dimensions.map((name, place) => [name, parts[place] ?? '']))
}
