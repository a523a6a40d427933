import type { ItemRow } from '@/lib/meetings/agenda/model'
import type { AttendanceRow, MeetingFacts } from '@/lib/meetings/model'

type Named = { name: string; role: string }
type Person = Pick<AttendanceRow, 'name' | 'role'>
type Presented = Pick<ItemRow, 'presenterName' | 'presenterRole'>

/** The names that a meeting knows, each with the role that stands for it; the longest first. */
export function namesOf(attendance: readonly Person[], items: readonly Presented[]): Named[] {
  const given = [
    ...attendance.map(({ name, role }) => ({ name, role })),
    ...items.map(({ presenterName, presenterRole }) => ({ name: presenterName, role: presenterRole ?? '' })),
  ]
  return given
    .flatMap(({ name, role }) => (name?.trim() ? [{ name: name.trim(), role: role || '–' }] : []))
    .sort((a, b) => b.name.length - a.name.length)
}

type Told = { facts: MeetingFacts; attendance: readonly AttendanceRow[]; items: readonly ItemRow[] }

/** The meeting as those may read it who may not know names: none in their own places, and none in the texts. */
export function nameless<T extends Told>(meeting: T): T {
  const { attendance, items } = meeting
  const names = namesOf(attendance, items)
  const bare = {
    ...meeting,
    attendance: attendance.map((row) => ({ ...row, name: null })),
    items: items.map((item) => ({ ...item, presenterName: null })),
  }
  return withoutNames(bare, names)
}

/** Every text inside without the names that the meeting knows: the whole name, and its parts where they stand as words. */
export function withoutNames<T>(value: T, names: readonly Named[]): T
export function withoutNames(value: unknown, names: readonly Named[]): unknown {
  if (names.length === 0) return value
  if (typeof value === 'string') return names.reduce((text, named) => replaceName(text, named), value)
  if (Array.isArray(value)) return value.map((one) => withoutNames(one, names))
  if (typeof value !== 'object' || value === null || value instanceof Map) return value
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, withoutNames(one, names)]))
}

function replaceName(text: string, { name, role }: Named): string {
  // A name of one or two letters is left to its whole form: as a word it would meet too much else.
  const parts = name.split(/\s+/).filter((part) => part.length > 2)
  return [name, ...parts].reduce((now, part) => now.replace(wordOf(part), `[${role}]`), text)
}

/** The name with a Finnish ending after it, if any: Testaajan, Testaajalle. Names begin with a capital, other words do not. */
function wordOf(part: string): RegExp {
  const escaped = part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
  // Virtanen: Virtasen, Virtaselle
  const literal = escaped.endsWith('nen') ? `${escaped.slice(0, -3)}(?:nen|s(?=\\p{Ll}))` : escaped
  return new RegExp(`(?<![\\p{L}\\p{N}])${literal}(?:[:’']?\\p{Ll}{0,4})(?![\\p{L}\\p{N}])`, 'gu')
}
