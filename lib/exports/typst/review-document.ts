import type { ChartModel } from '@/lib/charts/model'
import type { Review, ReviewLight } from '@/lib/steering/review/model'

/**
 * The review as its template prints it: captions numbered, addresses whole, charts drawn. It holds the same names as the
 * final report's document, so that one compiler and one set of structure checks serve both.
 */
export type PrintedReview = {
  language: Review['locale']
  title: string
  heading: string
  project: string
  county: string
  period: string
  published: string
  statement: string
  emblem: { svg: string; alt: string }
  /** Colours as #rrggbb; null takes the product's own */
  brand: string | null
  accent: string | null
  logo: { svg: string; alt: string } | null
  words: { contents: string; page: string; notes: string }
  /** The figures of the first page */
  glance: PrintedBlock[]
  sections: PrintedSection[]
}

export type PrintedSection = {
  id: string
  level: number
  number: null
  title: string
  blocks: PrintedBlock[]
  children: PrintedSection[]
}

export type Tone = ReviewLight['light'] | 'label' | 'lead' | 'small'

export type PrintedInline = { kind: 'text'; text: string; strong?: true } | PrintedLink
type PrintedLink = { kind: 'link'; text: string; address: string; strong?: true }

export type PrintedCell = { text: string; inlines: PrintedInline[] }

export type PrintedBlock =
  | { kind: 'paragraph'; id: string; tone: Tone | null; inlines: PrintedInline[] }
  | { kind: 'list'; id: string; ordered: false; items: PrintedInline[][] }
  | PrintedTable
  | (Captioned & { kind: 'figure'; alt: string; svg: string; chart: ChartModel })

export type Captioned = { id: string; label: string; caption: string; source: string; notes: string[] }

export type PrintedTable = Captioned & {
  kind: 'table'
  columns: { header: string; numeric: boolean; width: number }[]
  rows: PrintedCell[][]
  total: PrintedCell[] | null
}
