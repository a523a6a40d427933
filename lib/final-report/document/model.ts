import type { ChartModel } from '@/lib/charts/model'
import type { BlockFile, TextMark } from '@/lib/final-report/blocks/model'
import type { Locale } from '@/lib/platform/locales'
import type { LogoType } from '@/lib/projects/looks/model'

/**
 * A final report as it is read: every number formatted, every reference numbered, every word chosen. The screen preview and
 * the files are drawn from this and from nothing else. Ids are anchors: unique in the document, safe in an address.
 */
export type ReportDocument = {
  format: 1
  language: Locale
  /** Name of the document: project and kind of report */
  title: string
  heading: string
  project: string
  county: string
  programme: string
  statement: string
  emblem: { svg: string; alt: string }
  looks?: DocumentLooks
  /** What the title page tells of the document: date, version, template */
  facts: readonly { term: string; text: string }[]
  /** Absolute address of the product, before every address in the document that begins with a slash */
  origin: string
  /** What the reader must know first, e.g. that this is a draft; null when nothing */
  notice: string | null
  /**
   * Titles of the lists in front; a list that has no title is left out. `sources`: before the sources of the bound numbers of a
   * text, which stand in a footnote of it; without it they do not
   */
  words: { contents: string; page: string; tables?: string; figures?: string; sources?: string }
  /** Its chapters follow each other on a page: they may be a line or two long. Else each begins on a page of its own */
  flowing?: true
  sections: readonly DocumentSection[]
}

/** The county's looks for the files: colours as #rrggbb (null: the product's own), and its logo with the bytes as base64. */
export type DocumentLooks = {
  brand: string | null
  accent: string | null
  logo: { data: string; mediaType: LogoType; alt: string } | null
}

export type DocumentSection = {
  id: string
  /** 1 for a chapter, one more for each step inside it */
  level: number
  /** As the template gives it; gaps allowed */
  number: string | null
  title: string
  /** Holds the text of an attachment: it begins on a page of its own */
  attachment?: true
  blocks: readonly DocumentBlock[]
  children: readonly DocumentSection[]
}

export type DocumentInline =
  | { kind: 'text'; text: string; mark?: TextMark }
  /**
   * `note`: how the number was corrected, to stand with it wherever it is read; null when it was not. `address`: the card of
   * the figure; null when it has not been published
   */
  | { kind: 'number'; text: string; source: string; note: string | null; address: string | null }
  | { kind: 'reference'; text: string; target: string }
  | { kind: 'link'; text: string; address: string }
  /** A footnote, read at its place */
  | { kind: 'note'; text: string }
  | { kind: 'problem'; text: string }

export type DocumentBlock =
  | { kind: 'paragraph'; id: string; inlines: readonly DocumentInline[] }
  /** A heading inside a section; `level` counts from the report's chapters, which are 1 */
  | { kind: 'heading'; id: string; level: number; text: string }
  | { kind: 'quote'; id: string; inlines: readonly DocumentInline[]; attribution: string | null }
  | { kind: 'list'; id: string; ordered: boolean; items: readonly (readonly DocumentInline[])[] }
  | { kind: 'links'; id: string; items: readonly { text: string; address: string }[] }
  | DocumentTable
  | DocumentFigure
  | DocumentImage
  /** Says that something the author placed here could not be shown */
  | { kind: 'problem'; id: string; text: string }
  /** Stands in the place of an answer that has not been written */
  | { kind: 'unanswered'; id: string; text: string }

/** `unknown`: the text is the word for a missing value. `address` begins with a slash inside the product. */
export type DocumentCell = { text: string; unknown?: true; address?: string }

type DocumentColumn = {
  header: string
  numeric: boolean
  /** Share of the table's width */
  width: number
}

type Captioned = {
  id: string
  /** "Taulukko 1"; empty when it is not numbered */
  label: string
  caption: string
  /** Where the content comes from */
  source: string
  notes: readonly string[]
}

export type DocumentTable = Captioned & {
  kind: 'table'
  columns: readonly DocumentColumn[]
  rows: readonly (readonly DocumentCell[])[]
  total: readonly DocumentCell[] | null
}

/** What a table shows, before it gets its number and caption. */
export type TableBody = Pick<DocumentTable, 'columns' | 'rows' | 'total' | 'notes' | 'source'>

export type DocumentFigure = Captioned & {
  kind: 'figure'
  /** The whole content in words */
  alt: string
  svg: string
  chart: ChartModel
}

/** A picture that somebody took or drew. Without a file there is only its place, its caption and what it shows in words. */
export type DocumentImage = Captioned & {
  kind: 'image'
  alt: string
  /** More than fits in the alt text; null when there is nothing more to tell */
  description: string | null
  file: BlockFile | null
}

/** "4.1 Miten olette…", or the title alone. */
export function headingText(section: Pick<DocumentSection, 'number' | 'title'>): string {
  return section.number ? `${section.number} ${section.title}` : section.title
}

/** The line over or under a table or figure: "Taulukko 1. Toimintamallit"; the caption alone when it has no number. */
export function captionText(item: Pick<DocumentTable, 'label' | 'caption'>): string {
  return item.label === '' ? item.caption : `${item.label}. ${item.caption}`
}

/** All sections in reading order. */
export function flatSections(sections: readonly DocumentSection[]): DocumentSection[] {
  return sections.flatMap((section) => [section, ...flatSections(section.children)])
}

export function inlineText(inlines: readonly DocumentInline[]): string {
  return inlines
    .map((inline) => (inline.kind === 'number' && inline.note ? `${inline.text} (${inline.note})` : inline.text))
    .join('')
}

/** What an author still has to mend before the report can be given on. */
export function problemsOf(document: Pick<ReportDocument, 'sections'>): { section: string; text: string }[] {
  return flatSections(document.sections).flatMap((section) =>
    section.blocks.flatMap((block) => {
      if (block.kind === 'problem') return [{ section: section.id, text: block.text }]
      const lines = block.kind === 'list' ? block.items : 'inlines' in block ? [block.inlines] : []
      return lines
        .flat()
        .filter((inline) => inline.kind === 'problem')
        .map((inline) => ({ section: section.id, text: inline.text }))
    }),
  )
}

/** The data of the report's tables, figures and bound numbers, to be attached to the file as JSON. */
export function documentData(document: ReportDocument) {
  const { title, project, county, programme, language, facts, origin } = document
  const sections = flatSections(document.sections)
  const blocks = sections.flatMap((section) =>
    section.blocks.map((block) => ({ section: headingText(section), block })),
  )
  return {
    format: 'etappi-final-report-data/1',
    title,
    project,
    county,
    programme,
    language,
    facts,
    origin,
    numbers: blocks.flatMap(({ section, block }) =>
      (block.kind === 'list' ? block.items.flat() : 'inlines' in block ? block.inlines : [])
        .filter((inline) => inline.kind === 'number')
        .map(({ text, source, address }) => ({ section, text, source, ...(address && { address }) })),
    ),
    tables: blocks.flatMap(({ section, block }) =>
      block.kind === 'table'
        ? [{ section, label: block.label, caption: block.caption, source: block.source, ...tableData(block) }]
        : [],
    ),
    figures: blocks.flatMap(({ section, block }): object[] =>
      block.kind === 'figure'
        ? [{ section, label: block.label, caption: block.caption, source: block.source, chart: block.chart }]
        : block.kind === 'image'
          ? [{ section, label: block.label, caption: block.caption, alt: block.alt, file: block.file?.sha256 ?? null }]
          : [],
    ),
  }
}

function tableData({ columns, rows, total }: DocumentTable) {
  const plain = (cells: readonly DocumentCell[]) =>
    cells.map(({ text, unknown, address }) => ({ text, ...(unknown && { unknown }), ...(address && { address }) }))
  return { columns: columns.map((column) => column.header), rows: rows.map(plain), total: total && plain(total) }
}
