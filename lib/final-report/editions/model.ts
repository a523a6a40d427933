import type { Acceptance } from '@/lib/final-report/check/told/model'
import {
  type DocumentBlock,
  type DocumentInline,
  flatSections,
  headingText,
  type ReportDocument,
} from '@/lib/final-report/document/model'

/** A frozen report as it was stored: all that its files are made of. `frozenAt` as ISO. */
export type EditionBody = {
  format: 'etappi-final-report-edition/1'
  number: number
  /** What was corrected since the edition before; null in the first one */
  reason: string | null
  frozenAt: string
  template: { key: string; name: string; version: number }
  /** The steering group's decision in words, with its place and day */
  decision: string
  /** Findings of the check that stand as they are, in words */
  accepted: readonly (Acceptance & { rule: string; place: string; message: string })[]
  document: ReportDocument
}

/** An edition as lists show it. */
export type EditionRow = {
  id: string
  number: number
  reason: string | null
  frozenAt: string
  frozenBy: string | null
  sha256: string
}

/** A value that the data give otherwise than the frozen report shows. */
export type ChangedValue = {
  /** Heading of the section */
  section: string
  /** Where in the section: the source of a number, the caption of a table with the row's name */
  place: string
  before: string
  after: string
  /** Anchor of the block */
  anchor: string
}

/**
 * What has changed in the data since a report was frozen: every bound number and every cell of a bound table that would be
 * other now. The frozen report itself stays as it is. Nothing is told of texts: those do not change behind anybody's back.
 */
export function changedValues(frozen: ReportDocument, live: ReportDocument): ChangedValue[] {
  const now = new Map(
    flatSections(live.sections).flatMap((section) => section.blocks.map((block) => [block.id, block])),
  )
  return flatSections(frozen.sections).flatMap((section) =>
    section.blocks.flatMap((block) => {
      const other = now.get(block.id)
      return other
        ? changesIn(block, other).map((change) => ({ ...change, section: headingText(section), anchor: block.id }))
        : []
    }),
  )
}

type Change = Omit<ChangedValue, 'section' | 'anchor'>

function changesIn(before: DocumentBlock, after: DocumentBlock): Change[] {
  if (before.kind === 'table' && after.kind === 'table') return tableChanges(before, after)
  if (before.kind === 'figure' && after.kind === 'figure') {
    return before.alt === after.alt ? [] : [{ place: before.caption, before: before.alt, after: after.alt }]
  }
  const then = numbersOf(before)
  const now = numbersOf(after)
  return then.flatMap((number, index) => {
    const other = now[index]
    const text = other?.text ?? ''
    return text === number.text ? [] : [{ place: number.source, before: number.text, after: text }]
  })
}

type Table = Extract<DocumentBlock, { kind: 'table' }>

/** Rows are told apart by their first cell; a row that is new or gone is told as a whole. */
function tableChanges(before: Table, after: Table): Change[] {
  const rows = (table: Table) => [...table.rows, ...(table.total ? [table.total] : [])]
  const then = named(rows(before))
  const now = named(rows(after))
  return [...new Set([...then.keys(), ...now.keys()])].flatMap((name) => {
    const [old, current] = [then.get(name) ?? [], now.get(name) ?? []]
    const width = Math.max(old.length, current.length)
    return Array.from({ length: width }, (_, index) => ({
      place: [before.caption, name, before.columns[index]?.header].filter(Boolean).join(', '),
      before: old[index] ?? '',
      after: current[index] ?? '',
    })).filter((change) => change.before !== change.after)
  })
}

/** Rows by their first cell; of equal names the second is "name (2)". */
function named(rows: readonly (readonly { text: string }[])[]): Map<string, string[]> {
  const known = new Map<string, string[]>()
  for (const row of rows) {
    const name = row[0]?.text ?? ''
    let unique = name
    for (let count = 2; known.has(unique); count += 1) unique = `${name} (${count})`
    known.set(
      unique,
      row.map((cell) => cell.text),
    )
  }
  return known
}

function numbersOf(block: DocumentBlock): Extract<DocumentInline, { kind: 'number' }>[] {
  const lines = block.kind === 'list' ? block.items : 'inlines' in block ? [block.inlines] : []
  return lines.flat().filter((inline) => inline.kind === 'number')
}
