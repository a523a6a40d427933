import type { ItemRow } from '@/lib/meetings/agenda/model'
import type { AttendanceRow, MeetingFacts } from '@/lib/meetings/model'

/** A name and the role that stands for it. */
export type Named = { name: string; role: string }
type Person = Pick<AttendanceRow, 'name' | 'role'>
type Presented = Pick<ItemRow, 'presenterName' | 'presenterRole'>

/** The names that meetings know, each once with the first role that stands for it; the longest first. */
export function namesOf(attendance: readonly Person[], items: readonly Presented[]): Named[] {
  const given = [
    ...attendance.map(({ name, role }) => ({ name, role })),
    ...items.map(({ presenterName, presenterRole }) => ({ name: presenterName, role: presenterRole ?? '' })),
  ]
  const named = new Map<string, Named>()
  for (const { name, role } of given) {
    const bare = name?.trim()
    if (bare && !named.has(bare)) named.set(bare, { name: bare, role: role || '–' })
  }
  return [...named.values()].sort((a, b) => b.name.length - a.name.length)
}

type Told = { facts: MeetingFacts; attendance: readonly AttendanceRow[]; items: readonly ItemRow[] }

/**
 * The meeting as those may read it who may not know names: none in their own places, and none in the texts. `known`: names from
 * the other meetings of the project.
 */
export function nameless<T extends Told>(meeting: T, known: readonly Named[] = []): T {
  const { attendance, items } = meeting
  const names = [...namesOf(attendance, items), ...known]
  const bare = {
    ...meeting,
    attendance: attendance.map((row) => ({ ...row, name: null })),
    items: items.map((item) => ({ ...item, presenterName: null })),
  }
  return withoutNames(bare, names)
}

/** Every text inside without the names: the whole name, and its parts where they stand as words. */
export function withoutNames<T>(value: T, names: readonly Named[]): T
export function withoutNames(value: unknown, names: readonly Named[]): unknown {
  if (names.length === 0) return value
  if (typeof value === 'string') {
    // Marks first: a role that holds a name would be met again by the next one, and grow without end.
    const marked = replaced(value, names, (at) => String.fromCodePoint(firstMark + at))
    return marked.replace(marks, (mark) => {
      const role = names[(mark.codePointAt(0) ?? 0) - firstMark]?.role ?? '–'
      return `[${replaced(role, names, () => '–')}]`
    })
  }
  if (Array.isArray(value)) return value.map((one) => withoutNames(one, names))
  if (typeof value !== 'object' || value === null || value instanceof Map) return value
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, withoutNames(one, names)]))
}

// Code points that no text has: each stands for a name while the others are looked for.
const firstMark = 0xf0000
const marks = /[\u{f0000}-\u{ffffd}]/gu

const replaced = (text: string, names: readonly Named[], by: (at: number) => string): string =>
  names.reduce((all, named, at) => patternsOf(named).reduce((now, one) => now.replace(one, by(at)), all), text)

// A page has many texts for the same names.
const patterns = new WeakMap<Named, readonly RegExp[]>()

function patternsOf(named: Named): readonly RegExp[] {
  const known = patterns.get(named)
  if (known) return known
  // A name of one or two letters is left to its whole form: as a word it would meet too much else.
  const parts = named.name.split(/[\s-]+/).filter((part) => part.length > 2)
  const made = [named.name, ...parts].map(wordOf)
  patterns.set(named, made)
  return made
}

// What may follow a stem: a Finnish case, its plural or a possessive, and one of the particles that are written together with it.
const ending = "(?:[:’']?\\p{Ll}{0,4}(?:kin|kaan|kään|han|hän|ko|kö)?)"

/**
 * The name as a word, an initial before it too, with a Finnish ending if any: Testaajan, Testaajalle. Names begin with a capital,
 * other words do not; a name may also be written in capitals only.
 */
function wordOf(part: string): RegExp {
  const stems = [...stemsOf(part)]
  const forms = stems.map(escaped).join('|')
  const capitals = stems.map((stem) => escaped(stem.toUpperCase())).join('|')
  const initial = '(?:\\p{Lu}\\.[\\s\u00a0]*){0,2}'
  return new RegExp(
    `(?<![\\p{L}\\p{N}])${initial}(?:(?:${forms})${ending}|(?:${capitals})(?:[:’']?\\p{L}{0,4}))(?![\\p{L}\\p{N}])`,
    'gu',
  )
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}

// Consonants that become weaker before an ending: Pekka, Pekan; Lahti, Lahden; Ranta, Rannan; Mäki, Mäen.
const weaker: readonly (readonly [strong: string, weak: string])[] = [
  ['kk', 'k'],
  ['pp', 'p'],
  ['tt', 't'],
  ['nk', 'ng'],
  ['nt', 'nn'],
  ['mp', 'mm'],
  ['lt', 'll'],
  ['rt', 'rr'],
  ['k', ''],
  ['p', 'v'],
  ['t', 'd'],
]

/** What the name may look like before an ending; itself first. */
function stemsOf(name: string): Set<string> {
  // Virtanen: Virtase-n. Without the vowel the bare "Virtas" would be taken for a form of it.
  if (name.endsWith('nen'))
    return new Set([name, `${name.slice(0, -3)}se`, `${name.slice(0, -3)}st`, `${name.slice(0, -3)}si`])
  // Tuomas: Tuomakse-n
  if (name.endsWith('s')) return new Set([name, `${name.slice(0, -1)}kse`])
  const vowel = name.at(-1) ?? ''
  if (!'aeiouyäö'.includes(vowel)) return new Set([name])
  const body = name.slice(0, -1)
  const change = weaker.find(([strong]) => body.endsWith(strong))
  const bodies = change ? [body, body.slice(0, -change[0].length) + change[1]] : [body]
  // Niemi: Nieme-n
  const vowels = vowel === 'i' ? ['i', 'e'] : [vowel]
  return new Set([name, ...bodies.flatMap((one) => vowels.map((last) => one + last)).filter((stem) => stem.length > 2)])
}
