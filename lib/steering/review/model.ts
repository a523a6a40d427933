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
  /** The quarter in a few figures, before everything else */
  glance: (KeyFigure & { section: ReviewSectionKey })[]
  sections: ReviewSection[]
}

/** A run of text; `href` is an address inside the product (`/r/…`) or an absolute one. */
export type Run = { text: string; href?: string; strong?: boolean }

/** `light` gives the label its mark */
export type KeyFigure = { label: string; value: Run; note: string | null; light?: ReviewLight['light'] }

/** ● ▲ ◆ ■ ○ with their word */
export type ReviewLight = { light: 'green' | 'yellow' | 'red' | 'reported' | 'none'; word: string; href?: string }

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
  /** `light` is how that stands which the heading names */
  | { kind: 'heading'; text: string; light?: ReviewLight }
  | { kind: 'paragraph'; label: string | null; runs: Run[] }
  | { kind: 'list'; label: string | null; items: Run[][] }
  | { kind: 'keyFigures'; items: KeyFigure[] }
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
  'glance',
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
  return {
    ...review,
    glance: review.glance.filter(({ section }) => keys.includes(section)),
    sections: review.sections.filter(({ key }) => keys.includes(key)),
  }
}

const figureKey = ({ text, href }: Run): string => `${href} ${text}`

/** The figures that the tables of a page tell, but for those that belong to a chart. */
export const toldFigures = (blocks: readonly ReviewBlock[]): ReadonlySet<string> =>
  new Set(blocks.flatMap((block) => (block.kind === 'table' ? block.rows.flat(2).map(figureKey) : [])))

/** Whether each figure behind a chart is told, so that a table of them would only repeat it. */
export function isTold({ rows, note }: ReviewTable, told: ReadonlySet<string>): boolean {
  const figures = rows.flat(2).filter((run) => run.href)
  return note === null && figures.every((run) => told.has(figureKey(run)))
}
