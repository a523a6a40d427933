import type { ChartModel } from '@/lib/charts/model'

/**
 * The review of a published period as a document: what the deck's slides and the PDF's pages are drawn from. Every text is
 * final (formatted, in the chosen language); a figure carries the address of its card. Renderers lay it out and add nothing.
 */
export type Review = {
  locale: 'fi' | 'sv'
  /** Title of the document and of its first page */
  title: string
  subtitle: string
  organisation: string
  project: string
  period: string
  /** When, by which role, version of the publication; in words */
  published: string
  /** The programme's statement, printed with the emblem */
  statement: string
  /** Absolute address of the product, before every link */
  origin: string
  /** Words that renderers need: page, slide, "continues", table, source … */
  words: Readonly<Record<ReviewWord, string>>
  sections: ReviewSection[]
}

/** A run of text; `href` is an address inside the product (`/r/…`) or an absolute one. */
export type Run = { text: string; href?: string; strong?: boolean }

/** ● ▲ ◆ ○ with their word */
export type ReviewLight = { light: 'green' | 'yellow' | 'red' | 'none'; word: string; href?: string }

export const reviewSectionKeys = [
  'planChanges',
  'serviceAreas',
  'finance',
  'risks',
  'communications',
  'decisions',
] as const
export type ReviewSectionKey = (typeof reviewSectionKeys)[number]

export type ReviewSection = { key: ReviewSectionKey; title: string; pages: ReviewPage[] }

/** One subject: a slide (with continuation slides when it does not fit) and a heading of the PDF. */
export type ReviewPage = {
  /** Unique in the document: `unit-<id>`, `area-<id>` */
  id: string
  kind: 'overview' | 'ended' | 'unit' | 'finance' | 'register'
  title: string
  /** What the page is about, above the blocks: investment, responsible role, schedule */
  lead: Run[]
  light: ReviewLight | null
  blocks: ReviewBlock[]
  /** Sources and remarks: speaker notes of the slide, small print of the PDF */
  notes: Run[][]
  /** The page on screen */
  href: string
}

export type ReviewBlock =
  | { kind: 'heading'; text: string }
  | { kind: 'paragraph'; label: string | null; runs: Run[] }
  | { kind: 'list'; label: string | null; items: Run[][] }
  | { kind: 'keyFigures'; items: { label: string; value: Run; note: string | null }[] }
  | {
      kind: 'lights'
      caption: string
      items: { title: Run; light: ReviewLight; change: string | null; note: string | null }[]
    }
  | ReviewTable
  /** `summary` is the alternative text; `sourceTable` holds the same numbers */
  | { kind: 'chart'; model: ChartModel; summary: string; sourceTable: ReviewTable | null }

export type ReviewTable = {
  kind: 'table'
  caption: string
  columns: { title: string; align: 'left' | 'right' /** share of the width, together 1 */; width: number }[]
  rows: Run[][][]
  /** The last row of sums */
  total: Run[][] | null
  note: string | null
}

export const reviewWords = [
  'continues',
  'page',
  'slide',
  'contents',
  'source',
  'notes',
  'tableOf',
  'empty',
  'made',
  // Titles of the columns of a list of lights
  'light',
  'unit',
  'change',
  'note',
  // Numbered captions, and the alternative text of the emblem
  'table',
  'figure',
  'emblem',
] as const
export type ReviewWord = (typeof reviewWords)[number]

/** The same document with only the sections asked for; the order stays. */
export function withSections(review: Review, keys: readonly ReviewSectionKey[]): Review {
  return { ...review, sections: review.sections.filter((section) => keys.includes(section.key)) }
}
