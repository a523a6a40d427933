import type { AuditData } from '@/lib/audit-log/search/model'
import { withoutIdentityCodes } from '@/lib/values/identity-code'

/** What a row says of its act, by name; `hidden`: it is not told to those who read the log. */
export type AuditFact = { name: string } & (
  | { kind: 'text' | 'moment' | 'day'; text: string }
  | { kind: 'number' | 'bytes'; number: number }
  | { kind: 'truth'; isTrue: boolean }
  | { kind: 'none' | 'hidden' }
  | { kind: 'parts'; parts: AuditFact[] }
)

/** Days of birth and whose they are have no place in the log; should they ever come there, they are not shown. */
const hidden: readonly string[] = ['bornOn', 'birth', 'births', 'firstNames', 'lastName', 'identityCode']

const moment = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?Z$/
const day = /^\d{4}-\d\d-\d\d$/
const deepest = 6

/** The data of a row as facts in their order. Lists of plain values become one text; what is deeper is told by its parts. */
export function factsOf(data: { [name: string]: AuditData }): AuditFact[] {
  return Object.entries(data).map(([name, value]) => factOf(name, value, 1))
}

function factOf(name: string, value: AuditData, depth: number): AuditFact {
  if (hidden.includes(name)) return { name, kind: 'hidden' }
  if (value === null || value === '') return { name, kind: 'none' }
  if (typeof value === 'boolean') return { name, kind: 'truth', isTrue: value }
  if (typeof value === 'number') return { name, kind: name === 'bytes' ? 'bytes' : 'number', number: value }
  if (typeof value === 'string') {
    return { name, kind: moment.test(value) ? 'moment' : day.test(value) ? 'day' : 'text', text: shown(value) }
  }
  if (depth >= deepest) {
    const told = JSON.stringify(value, (inner, one) => (hidden.includes(inner) ? undefined : one))
    return { name, kind: 'text', text: shown(told) }
  }
  if (!Array.isArray(value)) {
    const parts = Object.entries(value).map(([inner, one]) => factOf(inner, one, depth + 1))
    return parts.length === 0 ? { name, kind: 'none' } : { name, kind: 'parts', parts }
  }
  if (value.length === 0) return { name, kind: 'none' }
  if (value.every((one) => one === null || typeof one !== 'object')) {
    return { name, kind: 'text', text: shown(value.map(String).join(', ')) }
  }
  return { name, kind: 'parts', parts: value.map((one, index) => factOf(String(index + 1), one, depth + 1)) }
}

const longest = 2000

function shown(text: string): string {
  const safe = withoutIdentityCodes(text)
  return safe.length > longest ? `${safe.slice(0, longest)} …` : safe
}
