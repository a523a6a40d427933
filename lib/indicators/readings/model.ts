import { readTypedBreakdown } from '@/lib/indicators/values/breakdown/model'
import { parseDecimal } from '@/lib/values/decimal'
import { parseReasonKey, timeReasonKey } from '@/lib/values/labels'
import { parseTime } from '@/lib/values/parse-time'
import { parseTypedValue, type ValueHint } from '@/lib/values/parse-value'
import type { TimeSpan, TypedValue, ValueKind } from '@/lib/values/typed-value'

/** What an indicator asks for: its source's own class (`numeric`, `yes_no`, `textual`, `list`), unit, and what it is broken down by. */
export type Asked = { kind: string | null; unit: string | null; dimensions: readonly string[] }

/** What a definition asks for; nothing in particular where there is none. */
export function askedOf(definition: Asked | null | undefined): Asked {
  const { kind = null, unit = null, dimensions = [] } = definition ?? {}
  return { kind, unit, dimensions }
}

/** Meaning of a typed field, or the catalogue key of why it was not understood. */
export type Reading<T> =
  | { ok: true; value: T }
  /** `fields`: of a value typed part by part, what is wrong with which part or with the total */
  | { ok: false; message: string; fields?: Readonly<Record<string, string>> }

/** What a figure field was read as. */
export type Understood =
  | { kind: 'value'; value: TypedValue }
  | { kind: 'count'; value: number }
  | { kind: 'time'; value: TimeSpan }

// A figure may also be given in these shapes, whatever its unit: "26 arvioitu → 10 ohjattu" of something counted.
const otherShapes: readonly ValueKind[] = ['fraction', 'funnel', 'breakdown', 'distribution', 'change', 'range']

/** A value typed into a report is read the Finnish way in every language of the interface: it must mean one thing. */
export function readValue(text: string, asked: Asked): Reading<TypedValue> {
  const parts = isBrokenDown(asked) ? readTypedBreakdown(text, asked) : null
  return parts ?? readPlain(text, asked)
}

/** Whether the value is asked part by part. */
export function isBrokenDown({ kind, dimensions }: Pick<Asked, 'kind' | 'dimensions'>): boolean {
  return dimensions.length > 0 && kind !== 'yes_no' && kind !== 'textual' && kind !== 'list'
}

function readPlain(text: string, asked: Asked): Reading<TypedValue> {
  const hint = hintFor(asked)
  const read = parseTypedValue(text, { ...hint, locale: 'fi' })
  if (read.ok) return read
  const free = hint.kind === 'yes_no' ? read : parseTypedValue(text, { locale: 'fi' })
  if (free.ok && otherShapes.includes(free.value.kind)) return free
  // "Kajaani: 24; Kuhmo: ei tiedossa": parts by name, some of them perhaps unknown.
  const parts =
    hint.kind === 'yes_no' ? read : parseTypedValue(text, { kind: 'breakdown', unit: asked.unit, locale: 'fi' })
  if (parts.ok && parts.value.cells.length > 0) return parts
  return { ok: false, message: parseReasonKey(read.reason) }
}

function hintFor({ kind, unit }: Pick<Asked, 'kind' | 'unit'>): ValueHint {
  if (kind === 'yes_no') return { kind: 'yes_no' }
  if (kind === 'textual' || kind === 'list') return { kind: 'text', unit }
  return unit === null && kind === 'numeric' ? { kind: 'number' } : { unit }
}

/** How many were counted or asked: a whole number. */
export function readSampleSize(text: string): Reading<number> {
  const read = parseDecimal(text)
  const whole = read.ok && /^\d{1,9}$/.test(read.value) ? Number(read.value) : null
  return whole === null ? { ok: false, message: 'statusReports.error.wholeNumber' } : { ok: true, value: whole }
}

/** When a value was measured; a time without a year is of the period's year. */
export function readTime(text: string, year: number): Reading<TimeSpan> {
  const read = parseTime(text, { year })
  return read.ok ? read : { ok: false, message: timeReasonKey(read.reason) }
}

/** Reads the figure field of an indicator by its name; null for a field of text. */
export function readFigure(field: string, text: string, asked: Asked, year: number): Reading<Understood> | null {
  if (field === 'value') return named('value', readValue(text, asked))
  if (field === 'n') return named('count', readSampleSize(text))
  return field === 'time' ? named('time', readTime(text, year)) : null
}

function named<K extends Understood['kind'], T>(kind: K, reading: Reading<T>): Reading<{ kind: K; value: T }> {
  return reading.ok ? { ok: true, value: { kind, value: reading.value } } : reading
}
