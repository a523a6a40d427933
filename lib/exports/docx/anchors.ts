import { Bookmark, type ParagraphChild } from 'docx'
import {
  type DocumentBlock,
  type DocumentInline,
  type DocumentSection,
  flatSections,
  headingText,
} from '../../final-report/document/model.ts'

/** What a reference shows of its target: the words before the field, and the bookmark whose text the field repeats. */
type Use = { before: string; name: string }

/** A bookmarked stretch of a target's text. */
type Stretch = { name: string; start: number; end: number }

/**
 * The bookmarks of a report. A field repeats the text that its bookmark holds, so a bookmark holds just what a reference shows
 * of its target ("Kuva 3", or "4.2" of a heading): updated in Word, the references read the same.
 */
export class Anchors {
  readonly #texts: ReadonlyMap<string, string>
  readonly #stretches = new Map<string, Stretch[]>()
  #count = 0

  constructor(sections: readonly DocumentSection[]) {
    this.#texts = new Map(flatSections(sections).flatMap((section) => [...targetsOf(section)]))
    for (const inline of flatSections(sections).flatMap(({ blocks }) => blocks.flatMap(inlinesOf))) {
      if (inline.kind === 'reference') this.use(inline.text, inline.target)
    }
  }

  /** How a reference is written; null when what it leads to has no text in this document. */
  use(text: string, target: string): Use | null {
    const full = this.#texts.get(target)
    if (!full) return null
    const known = this.#stretches.get(target) ?? []
    const place = placeIn(full, text)
    const fits = place && !known.some((one) => cross(one, place))
    // Words that the target does not have are kept as they are; the whole of them leads there.
    const { before, start, end } = fits ? place : { before: text, start: 0, end: full.length }
    const found = known.find((one) => one.start === start && one.end === end)
    const stretch = found ?? { name: `_Ref${100_000_001 + this.#count++}`, start, end }
    if (!found) this.#stretches.set(target, [...known, stretch])
    return { before, name: stretch.name }
  }

  /** The text of a target with its bookmarks, one inside another; `write` writes a stretch of it. */
  marked(target: string, text: string, write: (part: string, start: number) => ParagraphChild[]): ParagraphChild[] {
    const known = this.#stretches.get(target) ?? []
    const within = (start: number, end: number, stretches: readonly Stretch[]): ParagraphChild[] => {
      const [outer, ...inner] = stretches.toSorted((a, b) => b.end - b.start - (a.end - a.start))
      if (!outer) return start < end ? write(text.slice(start, end), start) : []
      const held = inner.filter((one) => one.start >= outer.start && one.end <= outer.end)
      const before = inner.filter((one) => one.end <= outer.start && !held.includes(one))
      const after = inner.filter((one) => one.start >= outer.end && !held.includes(one))
      return [
        ...within(start, outer.start, before),
        new Bookmark({ id: outer.name, children: within(outer.start, outer.end, held) }),
        ...within(outer.end, end, after),
      ]
    }
    return within(0, text.length, known)
  }
}

/** Whether two stretches share a part and neither lies inside the other: such bookmarks would cut each other. */
function cross(one: Omit<Stretch, 'name'>, other: Omit<Stretch, 'name'>): boolean {
  const [first, second] = one.start <= other.start ? [one, other] : [other, one]
  return second.start > first.start && second.start < first.end && second.end > first.end
}

function* targetsOf(section: DocumentSection): Generator<[string, string]> {
  yield [section.id, headingText(section)]
  for (const block of section.blocks) {
    if ('label' in block) yield [block.id, block.label === '' ? block.caption : block.label]
    else if (block.kind === 'heading' || block.kind === 'problem') yield [block.id, block.text]
  }
}

function inlinesOf(block: DocumentBlock): readonly DocumentInline[] {
  if (block.kind === 'list') return block.items.flat()
  return 'inlines' in block ? block.inlines : []
}

/** Where the end of a reference's text stands in the text of its target, at the beginning or the end of whole words. */
function placeIn(full: string, text: string): { before: string; start: number; end: number } | null {
  const begins = [0, ...[...text.matchAll(/\s+/g)].map((space) => space.index + space[0].length)]
  for (const begin of begins) {
    const part = text.slice(begin)
    if (part === '') continue
    const before = text.slice(0, begin)
    const [after, ahead] = [full[part.length] ?? ' ', full[full.length - part.length - 1] ?? ' ']
    if (full.startsWith(part) && /[\s.,:]/.test(after)) return { before, start: 0, end: part.length }
    if (full.endsWith(part) && /\s/.test(ahead)) return { before, start: full.length - part.length, end: full.length }
  }
  return null
}
