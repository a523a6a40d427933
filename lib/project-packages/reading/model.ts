import type { z } from 'zod'
import { canonical } from '@/lib/project-packages/canonical/model'
import { choices } from '@/lib/project-packages/choices/model'
import { filledIn } from '@/lib/project-packages/filling/model'
import { type Finding, Findings, type Problem, pointer, shown } from '@/lib/project-packages/findings/model'
import {
  type Field,
  formatName,
  formatVersion,
  isRequired,
  type PackageRow,
  type Part,
  type ProjectPackage,
  type Value,
} from '@/lib/project-packages/format/model'
import { heads, parts } from '@/lib/project-packages/parts/model'
import { rowSchema } from '@/lib/project-packages/schema'

export type Refused = { ok: false; findings: readonly Finding[]; total: number }

const refused = (findings: Findings): Refused => ({ ok: false, findings: findings.list, total: findings.total })

function refusedFor(at: string, problem: Problem, values: Finding['values'] = {}): Refused {
  const findings = new Findings()
  findings.add(at, problem, values)
  return refused(findings)
}

/** The JSON of a file; a byte order mark before it is no fault. */
export function parsePackage(text: string): { ok: true; value: unknown } | Refused {
  try {
    return { ok: true, value: JSON.parse(text.replace(/^\uFEFF/, '')) }
  } catch (error) {
    return refusedFor('', 'not_json_file', { told: shown((error as Error).message) })
  }
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/**
 * The rows of a package in their own shape: every field there, values as they are kept. What does not fit is told with its
 * place, all of it at once; what hangs together between rows is looked at afterwards (`checkPackage`).
 * @param now what is filled in for a moment that the package leaves out
 */
export function readRows(json: unknown, now: string): { read: ProjectPackage; findings: Findings } | Refused {
  if (!isObject(json) || json.format !== formatName)
    return refusedFor('/format', 'not_a_package', { format: formatName })
  if (typeof json.version === 'number' && json.version > formatVersion) {
    return refusedFor('/version', 'newer_version', { found: json.version, known: formatVersion })
  }
  if (json.version !== formatVersion) return refusedFor('/version', 'not_a_package', { format: formatName })
  const findings = new Findings()
  const rows = new Map<string, readonly PackageRow[]>()
  const unread = new Map<string, Set<string>>()
  const known = new Set(['format', 'version', '$schema', ...[...heads, ...parts].map(({ name }) => name)])
  for (const name of Object.keys(json))
    if (!known.has(name)) findings.add(pointer(name), 'unknown_part', { name: shown(name) })
  for (const part of heads) {
    const given = json[part.name]
    if (given === undefined) findings.add(pointer(part.name), 'missing', { field: part.name })
    else
      rows.set(
        part.name,
        readList(part, [given], now, { findings, unread }, () => pointer(part.name)),
      )
  }
  for (const part of parts) {
    const given = json[part.name] ?? []
    if (Array.isArray(given)) {
      rows.set(
        part.name,
        readList(part, given, now, { findings, unread }, (index) => pointer(part.name, index)),
      )
    } else findings.add(pointer(part.name), 'not_a_list', { found: shown(given) })
    if (findings.isFull) break
  }
  return { read: { rows, unread }, findings }
}

/** Neither this process nor the database can follow JSON without a bottom. */
const deepest = 100

function isTooDeep(raw: unknown): boolean {
  let level: unknown[] = [raw]
  for (let depth = 0; depth <= deepest && level.length > 0; depth += 1) {
    level = level.flatMap((value) => (typeof value === 'object' && value !== null ? Object.values(value) : []))
  }
  return level.length > 0
}

type Told = { findings: Findings; unread: Map<string, Set<string>> }

function readList(
  part: Part,
  given: readonly unknown[],
  now: string,
  { findings, unread }: Told,
  placeOf: (index: number) => string,
): PackageRow[] {
  const schema = rowSchema(part)
  const rows: PackageRow[] = []
  for (const [index, raw] of given.entries()) {
    if (findings.isFull) break
    if (!isObject(raw)) {
      findings.add(placeOf(index), 'not_a_row', { found: shown(raw) })
      continue
    }
    if (isTooDeep(raw)) {
      findings.add(placeOf(index), 'too_deep')
      continue
    }
    const parsed = schema.safeParse(raw)
    if (parsed.success) {
      rows.push(rowOf(part, raw, index, now))
      continue
    }
    unread.set(part.name, (unread.get(part.name) ?? new Set()).add(String(raw.id)))
    // A value that breaks its rule twice is told once.
    const places = new Set<string>()
    for (const issue of parsed.error.issues) {
      const place = issue.path.join('/')
      if (issue.code === 'unrecognized_keys' || !places.has(place)) tell(part, raw, issue, placeOf(index), findings)
      places.add(place)
    }
  }
  return rows
}

/** A row that carries no id is called after its place. */
function rowOf(part: Part, raw: Record<string, unknown>, at: number, now: string): PackageRow {
  const id = typeof raw.id === 'string' ? raw.id : `#${at}`
  const given = new Set<string>()
  const values: Record<string, Value> = {}
  for (const field of part.fields) {
    const value = raw[field.name] as Value | undefined
    if (value === undefined || value === null) values[field.name] = filledIn(field, { now, id, at })
    else {
      given.add(field.name)
      values[field.name] = canonical(field, value)
    }
  }
  return { at, id, values, given }
}

function tell(part: Part, raw: Record<string, unknown>, issue: z.core.$ZodIssue, at: string, findings: Findings): void {
  if (issue.code === 'unrecognized_keys') {
    for (const name of issue.keys)
      findings.add(at + pointer(name), 'unknown_field', { name: shown(name), part: part.name })
    return
  }
  const [name = ''] = issue.path.map(String)
  const place = at + pointer(...issue.path.map((step) => (typeof step === 'symbol' ? '' : step)))
  const value = issue.path.reduce<unknown>((inner, step) => (inner as Record<PropertyKey, unknown>)?.[step], raw)
  const field = part.fields.find((one) => one.name === name)
  if (value === undefined || (value === null && field && isRequired(field))) {
    findings.add(place, 'missing', { field: name })
    return
  }
  findings.add(place, ...whyNot(field, issue, value))
}

function whyNot(field: Field | undefined, issue: z.core.$ZodIssue, value: unknown): [Problem, Finding['values']] {
  if (typeof value === 'string' && value.includes('\u0000')) return ['nul', {}]
  if (typeof value === 'string' && !value.isWellFormed()) return ['not_utf', {}]
  if (issue.code === 'too_big' && typeof value === 'string') return ['too_long', { most: Number(issue.maximum) }]
  const found = { found: shown(value) }
  if (!field) return ['not_text', found]
  const { kind, of, digits } = field
  if (kind === 'choice') return ['not_choice', { ...found, choices: (choices[of] ?? []).join(', ') }]
  if (kind === 'decimal') return ['not_decimal', { ...found, whole: digits[0], fraction: digits[1] }]
  if (kind === 'integer' || kind === 'order') {
    return typeof value === 'number' && Number.isInteger(value) ? ['out_of_range', found] : ['not_integer', found]
  }
  if (kind === 'json') return ['nul', {}]
  if (kind === 'county') return ['not_flag', found]
  if (kind === 'document' || kind === 'hash' || kind === 'project') return ['not_text', found]
  return [`not_${kind}`, found]
}
