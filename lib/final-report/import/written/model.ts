import type { FreeCell, TextMark } from '@/lib/final-report/blocks/model'
import type { SectionKind } from '@/lib/final-report/model'

/**
 * A report written elsewhere, in the one shape that every kind of file is read into. Nothing in it is matched or bound yet:
 * it says what stands in the file, and what of the file it could not hold.
 */
export type WrittenReport = {
  format: 1
  from: 'docx' | 'json'
  /** In reading order. The first has no title when something stands before the first heading */
  sections: WrittenSection[]
  losses: Loss[]
}

/** A heading with what stands under it. `key` names it within the file. */
export type WrittenSection = {
  key: string
  /** 1 is the highest; 0 stands before the first heading */
  level: number
  number: string | null
  title: string
  /** What the file says that it is; null when it does not */
  kind: SectionKind | null
  /** Names by which references of the file lead here */
  anchors: string[]
  blocks: WrittenPart[]
}

/** `to`: the anchor that the file names; null when only the words tell what is meant. */
export type WrittenRun =
  | { kind: 'text'; text: string; mark?: TextMark | undefined }
  | { kind: 'link'; text: string; address: string }
  | { kind: 'note'; text: string }
  | { kind: 'reference'; text: string; to: string | null }
  /** Says which value of the project's data the number before it is; the target without an index */
  | { kind: 'value'; indicator: string; index: number | null }
  /** Where the numbers of the line come from, as the product itself tells it: "87 %: Hoitoon pääsy, 7/2025; …" */
  | { kind: 'sources'; told: string }

export type WrittenItem = { level: number; ordered: boolean; runs: WrittenRun[] }

/** `label`: "Kuva 3"; null when there is no number. */
export type WrittenCaption = { label: string | null; text: string; anchors: string[] }

export type WrittenTable = {
  kind: 'table'
  caption: WrittenCaption | null
  columns: string[]
  rows: FreeCell[][]
  total: FreeCell[] | null
  notes: string[]
}

export type WrittenImage = {
  kind: 'image'
  caption: WrittenCaption | null
  alt: string
  description: string | null
  /** Name of the picture within the file; null when there is only a place for one */
  picture: string | null
}

export type WrittenPart =
  | { kind: 'paragraph'; runs: WrittenRun[] }
  | { kind: 'heading'; text: string; level: number }
  | { kind: 'quote'; runs: WrittenRun[]; attribution: string | null }
  | { kind: 'list'; items: WrittenItem[] }
  | { kind: 'links'; items: { text: string; address: string }[] }
  | WrittenTable
  | WrittenImage
  /** A table of the register's toimintamallit, by the code of what they belong to */
  | { kind: 'models'; caption: WrittenCaption | null; workPackage: string | null; investment: string | null }
  | { kind: 'attachments'; labels: string[] }

/** What a file can hold and a report cannot; each has a sentence that says what became of it. */
export const lossKinds = [
  'contents',
  'running_text',
  'comment',
  'deleted_text',
  'hidden_text',
  'picture_kind',
  'picture_outside',
  'picture_missing',
  'chart',
  'shape',
  'object',
  'formula',
  'inserted_file',
  'link_address',
  'nested_list',
  'merged_cells',
  'nested_table',
  'wide_table',
  'long_table',
  'cell_parts',
  'text_box',
  'symbol',
  'unanswered',
  'unknown_value',
  'unknown_rows',
  'unknown_attachment',
  'long_caption',
] as const
export type LossKind = (typeof lossKinds)[number]

/** `where`: the heading it stands under; `text`: what stands there, shortened. */
export type Loss = { what: LossKind; where: string; text: string }

/** The words of runs as they are read. */
export function writtenText(runs: readonly WrittenRun[]): string {
  return runs.map((run) => ('text' in run && run.kind !== 'note' ? run.text : '')).join('')
}

/** Runs that look the same as one; none of them empty, and without spaces at the ends of the whole. */
export function tidyRuns(runs: readonly WrittenRun[]): WrittenRun[] {
  const joined: WrittenRun[] = []
  for (const run of runs) {
    const last = joined.at(-1)
    if ('text' in run && run.text === '') continue
    if (run.kind === 'text' && last?.kind === 'text' && last.mark === run.mark) {
      joined[joined.length - 1] = { ...last, text: last.text + run.text }
    } else if (run.kind === 'link' && last?.kind === 'link' && last.address === run.address) {
      joined[joined.length - 1] = { ...last, text: last.text + run.text }
    } else joined.push(run)
  }
  return trimmed(joined)
}

function trimmed(runs: WrittenRun[]): WrittenRun[] {
  const first = runs[0]
  if (first?.kind === 'text') {
    const text = first.text.trimStart()
    return text === '' ? trimmed(runs.slice(1)) : trimmedEnd([{ ...first, text }, ...runs.slice(1)])
  }
  return trimmedEnd(runs)
}

function trimmedEnd(runs: WrittenRun[]): WrittenRun[] {
  const last = runs.at(-1)
  if (last?.kind !== 'text') return runs
  const text = last.text.trimEnd()
  return text === '' ? trimmedEnd(runs.slice(0, -1)) : [...runs.slice(0, -1), { ...last, text }]
}

const words = (text: string): number => text.split(/\s+/).filter(Boolean).length

/** Words of a section, in texts, lists and cells. */
export function writtenWords({ blocks }: Pick<WrittenSection, 'blocks'>): number {
  return blocks.reduce((sum, part) => sum + partWords(part), 0)
}

function partWords(part: WrittenPart): number {
  switch (part.kind) {
    case 'paragraph':
    case 'quote':
      return words(writtenText(part.runs))
    case 'heading':
      return words(part.text)
    case 'list':
      return part.items.reduce((sum, { runs }) => sum + words(writtenText(runs)), 0)
    case 'table':
      return [part.columns, ...part.rows, part.total ?? []].flat().reduce((sum, cell) => sum + words(cell ?? ''), 0)
    case 'links':
      return part.items.reduce((sum, { text }) => sum + words(text), 0)
    default:
      return 0
  }
}

/** The runs of every text in a part, in order. */
export function linesOfPart(part: WrittenPart): WrittenRun[][] {
  if (part.kind === 'list') return part.items.map(({ runs }) => runs)
  return part.kind === 'paragraph' || part.kind === 'quote' ? [part.runs] : []
}
