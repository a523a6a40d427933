import { plain, sharedStems, stemsOf } from '@/lib/final-report/check/words/model'
import type { WrittenSection } from '@/lib/final-report/import/written/model'
import type { ReportSection } from '@/lib/final-report/model'

/** `nearest`: alike but not the same; a person looks whether it is meant. */
export type Match = { sectionId: string; certainty: 'certain' | 'nearest' }

type Place = Pick<ReportSection, 'id' | 'parentId' | 'number' | 'title'>

/** Title without its number and signs, as titles are compared. */
function plainTitle(title: string): string {
  return plain(title.replace(/^\s*\d+(?:\.\d+)*\.?\s+/, '')).replace(/[?!]+$/, '')
}

/** Half of the words two titles have in all: what is shared counts twice. 1 is the same. */
function likeness(one: string, other: string): number {
  const [a, b] = [stemsOf(one), stemsOf(other)]
  return a.size + b.size === 0 ? 0 : (2 * sharedStems(a, b)) / (a.size + b.size)
}

/** With the same number the titles need not be alike to the word; a number alone says nothing, for Word counts by itself. */
const enough = { withNumber: 0.3, withoutNumber: 0.6, ahead: 0.15 }

/**
 * The place in the report of each heading of the file: the same title, or the same number with a title alike, or the one title
 * that is clearly the nearest. Each place is given once, to the first that fits. A heading without a match is not in the map.
 */
export function matchHeadings(headings: readonly WrittenSection[], places: readonly Place[]): Map<string, Match> {
  const found = new Map<string, Match>()
  const free = new Map(places.map((place) => [place.id, place]))
  const take = (heading: WrittenSection, place: Place | null, certainty: Match['certainty']) => {
    if (!place) return
    found.set(heading.key, { sectionId: place.id, certainty })
    free.delete(place.id)
  }
  const parents = parentsOf(headings)
  const real = headings.filter(({ level }) => level > 0)
  const waiting = () => real.filter(({ key }) => !found.has(key))
  const parentOf = (heading: WrittenSection) => found.get(parents.get(heading.key) ?? '')?.sectionId ?? null
  for (const heading of real) {
    const same = [...free.values()].filter(({ title }) => plainTitle(title) === plainTitle(heading.title))
    take(heading, oneOf(same, heading, parentOf(heading)), 'certain')
  }
  for (const heading of waiting()) {
    if (heading.number === null) continue
    const numbered = [...free.values()].filter(
      ({ number, title }) => number === heading.number && likeness(title, heading.title) >= enough.withNumber,
    )
    take(heading, numbered.length === 1 ? (numbered[0] ?? null) : null, 'certain')
  }
  for (const heading of waiting()) take(heading, nearest(heading, [...free.values()]), 'nearest')
  return found
}

/** Of several with the same title: the one of the same number, else the one under the same parent, else none is certain. */
function oneOf(same: readonly Place[], heading: WrittenSection, parentId: string | null): Place | null {
  if (same.length <= 1) return same[0] ?? null
  const numbered = same.filter(({ number }) => number !== null && number === heading.number)
  if (numbered.length === 1) return numbered[0] ?? null
  const under = same.filter((place) => parentId !== null && place.parentId === parentId)
  return under[0] ?? null
}

function nearest(heading: WrittenSection, places: readonly Place[]): Place | null {
  const [best, second] = places
    .map((place) => ({ place, like: likeness(place.title, heading.title) }))
    .sort((a, b) => b.like - a.like)
  if (!best || best.like < enough.withoutNumber) return null
  return second && best.like - second.like < enough.ahead ? null : best.place
}

/** The heading that each heading stands under. */
function parentsOf(headings: readonly WrittenSection[]): Map<string, string> {
  const parents = new Map<string, string>()
  const open: WrittenSection[] = []
  for (const heading of headings) {
    while (open.length > 0 && (open.at(-1)?.level ?? 0) >= heading.level) open.pop()
    const parent = open.at(-1)
    if (parent) parents.set(heading.key, parent.key)
    if (heading.level > 0) open.push(heading)
  }
  return parents
}
