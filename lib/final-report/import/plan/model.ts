import type { BoundData } from '@/lib/final-report/bindings/model'
import type { WrittenBlock } from '@/lib/final-report/blocks/model'
import type { Suggestion } from '@/lib/final-report/import/binding/model'
import type { Match } from '@/lib/final-report/import/matching/model'
import { modelOfHeading } from '@/lib/final-report/import/plan/models/model'
import type { OpenReference } from '@/lib/final-report/import/targets/model'
import type { Loss, WrittenPart, WrittenReport, WrittenSection } from '@/lib/final-report/import/written/model'
import type { FinalReport, ReportSection, SectionKind } from '@/lib/final-report/model'

/** What becomes of text that stands in a section already. */
export const standings = ['keep', 'after', 'replace'] as const
export type Standing = (typeof standings)[number]

/** Where a heading can go beside a section of the report: a section of its own, a heading within the one before, nowhere. */
export const placeWords = ['own', 'inside', 'out'] as const
export type PlaceWord = (typeof placeWords)[number]

/** What a person has chosen: places by the keys of headings, and standings by the ids of sections. */
export type Choices = { places: Readonly<Record<string, string>>; standings: Readonly<Record<string, Standing>> }

/** Where a heading of the file goes. `id`: the section that takes it; null when it goes nowhere. */
export type Placed = {
  heading: WrittenSection
  to: 'section' | PlaceWord
  id: string | null
  certainty: Match['certainty'] | 'chosen' | null
}

/** A section that gets something, in the order of the file. */
type Receiving = {
  id: string
  /** The section as it stands; null for one that is made */
  stands: ReportSection | null
  parentId: string | null
  number: string | null
  title: string
  kind: SectionKind
  toimintamalliId: string | null
  standing: Standing | null
  parts: { part: WrittenPart; of: WrittenSection }[]
}

export type Placement = { placed: Placed[]; receiving: Receiving[] }

/** What is written where, and what must be told of it. */
export type ImportPlan = {
  placed: (Placed & { bound: number; references: number })[]
  sections: (Receiving & { blocks: WrittenBlock[] })[]
  /** Attachments that get their text of the file; `isNew`: the report does not list them yet */
  attachments: { id: string; label: string; title: string; sectionId: string; isNew: boolean }[]
  losses: Loss[]
  suggestions: (Suggestion & { where: string })[]
  open: (OpenReference & { where: string })[]
}

/** What a section holds that shows another one's content, or its own, is not written over unasked. */
export function holdsText(section: Pick<ReportSection, 'blocks' | 'showsSectionId'>): boolean {
  return section.blocks.length > 0 || section.showsSectionId !== null
}

export const attachmentName = /^((?:LIITE|BILAGA|ATTACHMENT|ANNEX)\s+(?:\d+|[A-Z]))(?=[\s.:]|$)[\s.:]*(.*)$/iu

type Ground = {
  report: FinalReport
  matches: ReadonlyMap<string, Match>
  data: Pick<BoundData, 'toimintamallit'>
  newId(): string
}

/**
 * Where every heading goes: where the person says, else to its match, else to a section of its own under the heading above it.
 * What stands before the first heading, and what stands under a heading that is left out, is left out unless it is given a place.
 */
export function placeHeadings(written: WrittenReport, choices: Choices, ground: Ground): Placement {
  const placing = new Placing(written, choices, ground)
  for (const heading of written.sections) placing.add(heading)
  return { placed: placing.placed, receiving: [...placing.receiving.values()] }
}

type Open = { level: number; id: string | null; isOut: boolean; depth: number }

class Placing {
  readonly placed: Placed[] = []
  readonly receiving = new Map<string, Receiving>()
  private readonly open: Open[] = []
  private readonly sections: ReadonlyMap<string, ReportSection>
  /** Headings that others stand under */
  private readonly above: ReadonlySet<string>
  private readonly choices: Choices
  private readonly ground: Ground

  constructor({ sections }: WrittenReport, choices: Choices, ground: Ground) {
    this.above = new Set(
      sections.flatMap(({ key, level }, at) => ((sections[at + 1]?.level ?? 0) > level ? [key] : [])),
    )
    this.choices = choices
    this.ground = ground
    this.sections = new Map(ground.report.sections.map((section) => [section.id, section]))
  }

  add(heading: WrittenSection): void {
    while (this.open.length > 0 && (this.open.at(-1)?.level ?? 0) >= heading.level) this.open.pop()
    const above = this.open.at(-1) ?? null
    const match = this.ground.matches.get(heading.key)
    const asked = this.choices.places[heading.key] ?? match?.sectionId ?? this.usual(heading, above)
    const section = this.sections.get(asked)
    const certainty = this.choices.places[heading.key] === undefined ? (match?.certainty ?? null) : 'chosen'
    if (section) this.toSection(heading, section, certainty, match?.sectionId === section.id)
    else if (asked === 'own' && heading.level > 0) this.toOwn(heading, above)
    else if (asked === 'inside' && above?.id) this.toInside(heading, above, above.id)
    else if (asked === 'inside' && heading.level > 0) this.toOwn(heading, above)
    else this.leaveOut(heading)
  }

  private usual(heading: WrittenSection, above: Open | null): PlaceWord {
    return heading.level === 0 || above?.isOut ? 'out' : 'own'
  }

  private note(
    heading: WrittenSection,
    to: Placed['to'],
    id: string | null,
    certainty: Placed['certainty'],
    depth = 0,
  ): void {
    this.placed.push({ heading, to, id, certainty })
    if (heading.level > 0) this.open.push({ level: heading.level, id, isOut: id === null, depth })
  }

  private toSection(
    heading: WrittenSection,
    section: ReportSection,
    certainty: Placed['certainty'],
    isMatch: boolean,
  ): void {
    const { id, parentId, number, title, kind, toimintamalliId } = section
    const standing = holdsText(section) ? (this.choices.standings[id] ?? 'keep') : null
    const known = this.receiving.get(id)
    const own = known ?? { id, stands: section, parentId, number, title, kind, toimintamalliId, standing, parts: [] }
    this.receiving.set(id, own)
    // Under a section of another name the heading would be lost.
    if (!isMatch && heading.title !== '') own.parts.push({ part: headingPart(heading, 1), of: heading })
    own.parts.push(...partsOf(heading))
    this.note(heading, 'section', id, certainty)
  }

  private toOwn(heading: WrittenSection, above: Open | null): void {
    const id = this.ground.newId()
    const model = modelOfHeading(heading, !this.above.has(heading.key), this.ground.data)
    const kind: SectionKind = attachmentName.test(heading.title)
      ? 'attachment'
      : model || heading.kind === 'toimintamalli'
        ? 'toimintamalli'
        : heading.kind === 'workpackage'
          ? 'workpackage'
          : 'chapter'
    this.receiving.set(id, {
      id,
      stands: null,
      parentId: above?.id ?? null,
      number: heading.number,
      title: heading.title,
      kind,
      toimintamalliId: model?.id ?? null,
      standing: null,
      parts: partsOf(heading),
    })
    this.note(heading, 'own', id, null)
  }

  private toInside(heading: WrittenSection, above: Open, id: string): void {
    const depth = above.depth + 1
    const into = this.receiving.get(id)
    if (heading.title !== '') into?.parts.push({ part: headingPart(heading, depth), of: heading })
    into?.parts.push(...partsOf(heading))
    this.note(heading, 'inside', id, 'chosen', depth)
  }

  private leaveOut(heading: WrittenSection): void {
    this.note(heading, 'out', null, this.choices.places[heading.key] === undefined ? null : 'chosen')
  }
}

const partsOf = (heading: WrittenSection) => heading.blocks.map((part) => ({ part, of: heading }))

function headingPart({ number, title }: WrittenSection, depth: number): WrittenPart {
  return { kind: 'heading', text: [number, title].filter(Boolean).join(' '), level: Math.min(depth, 2) }
}
