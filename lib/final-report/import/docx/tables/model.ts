import type { FreeCell } from '@/lib/final-report/blocks/model'
import { allIn, childOf, elementsIn, settingOf, switchOf, type XmlNode } from '@/lib/final-report/import/docx/xml/model'
import type { LossKind, WrittenTable } from '@/lib/final-report/import/written/model'

/** What a table needs of its document to be read. `unknown`: the word that stands in a cell whose value is not known. */
export type TableGround = {
  /** The words of a cell's content; what is no text in it is kept for after the table */
  cellText(cell: XmlNode): string
  lose(what: LossKind, text: string): void
  unknown: ReadonlySet<string>
}

/** A cell as it stands: how many columns it covers, and whether it goes on from the row above. */
type GivenCell = { text: string; span: number; goesOn: boolean }
type GivenRow = { cells: GivenCell[]; isHeading: boolean; isTotal: boolean }

const mostColumns = 12
const mostRows = 500

/** The cell of a table that is only a frame around a text; null when it is a real table. */
export function framedCell(table: XmlNode): XmlNode | null {
  const rows = elementsIn(table).filter(({ name }) => name === 'w:tr')
  const cells = rows.flatMap(cellsOf)
  const isHeading = rows.some((row) => switchOf(childOf(row, 'w:trPr'), 'w:tblHeader'))
  return rows.length === 1 && cells.length === 1 && !isHeading ? (cells[0] ?? null) : null
}

/**
 * A table as one row of headings and rows of as many cells. Merged cells are parted: headings and row names are said again
 * where they go on, other cells are left empty. What has more than the report can hold is parted or joined, and told.
 */
export function readTable(table: XmlNode, ground: TableGround): WrittenTable[] {
  const given = rowsIn(table).map((row) => rowOf(row, ground))
  const rows = given.filter(({ cells }) => cells.some(({ text, goesOn }) => text !== '' || goesOn))
  const first = rows[0]
  if (!first) return []
  const about = first.cells.map(({ text }) => text).join(' | ')
  if (rows.some(({ cells }) => cells.some(({ span, goesOn }) => span > 1 || goesOn))) ground.lose('merged_cells', about)
  const headings = Math.max(
    1,
    rows.findIndex(({ isHeading }) => !isHeading),
  )
  const filled = partedRows(rows, headings)
  const width = Math.max(...filled.map((row) => row.length))
  if (width > mostColumns) ground.lose('wide_table', about)
  const even = filled.map((row) => narrowed(Array.from({ length: width }, (_, at) => row[at] ?? '')))
  const columns = joinedHeadings(even.slice(0, headings))
  const isTotal = rows.at(-1)?.isTotal === true && rows.length > headings + 1
  const body = even
    .slice(headings)
    .map((row) => row.map((text): FreeCell => (ground.unknown.has(text.toLowerCase()) ? null : text)))
  const total = isTotal ? (body.pop() ?? null) : null
  if (body.length > mostRows) ground.lose('long_table', about)
  const pieces: WrittenTable[] = []
  for (let at = 0; at === 0 || at < body.length; at += mostRows) {
    pieces.push({ kind: 'table', caption: null, columns, rows: body.slice(at, at + mostRows), total: null, notes: [] })
  }
  const last = pieces.at(-1)
  if (last) last.total = total
  return pieces
}

/** Rows may stand inside content controls and tracked changes. */
function rowsIn(node: XmlNode): XmlNode[] {
  return elementsIn(node).flatMap((child) => {
    if (child.name === 'w:tr') return isDeleted(child) ? [] : [child]
    return /^w:(?:sdt|sdtContent|customXml|ins|moveTo)$/.test(child.name) ? rowsIn(child) : []
  })
}

const isDeleted = (row: XmlNode): boolean => childOf(childOf(row, 'w:trPr'), 'w:del') !== undefined

function cellsOf(row: XmlNode): XmlNode[] {
  return elementsIn(row).flatMap((child) => {
    if (child.name === 'w:tc') return [child]
    return /^w:(?:sdt|sdtContent|customXml)$/.test(child.name) ? cellsOf(child) : []
  })
}

function rowOf(row: XmlNode, ground: TableGround): GivenRow {
  const about = childOf(row, 'w:trPr')
  const cells = cellsOf(row)
  const styles = cells.flatMap((cell) => allIn(cell, 'w:pStyle').map(({ attributes }) => attributes['w:val']))
  const before = Number(settingOf(about, 'w:gridBefore') ?? 0)
  const gap: GivenCell[] = before > 0 ? [{ text: '', span: Math.min(before, 100), goesOn: false }] : []
  return {
    isHeading: switchOf(about, 'w:tblHeader') === true,
    isTotal: styles.length > 0 && styles.every((style) => style === 'TableTotal'),
    cells: [...gap, ...cells.map((cell) => cellOf(cell, ground))],
  }
}

function cellOf(cell: XmlNode, ground: TableGround): GivenCell {
  const about = childOf(cell, 'w:tcPr')
  const span = Number(settingOf(about, 'w:gridSpan') ?? 1)
  const merge = childOf(about, 'w:vMerge')
  return {
    text: ground.cellText(cell),
    span: Number.isInteger(span) && span > 0 ? Math.min(span, 100) : 1,
    goesOn: merge !== undefined && merge.attributes['w:val'] !== 'restart',
  }
}

function partedRows(rows: readonly GivenRow[], headings: number): string[][] {
  const parted: string[][] = []
  for (const [index, { cells }] of rows.entries()) {
    const above = parted.at(-1) ?? []
    const row: string[] = []
    for (const { text, span, goesOn } of cells) {
      const said = goesOn && text === '' ? (above[row.length] ?? '') : text
      for (let at = 0; at < span; at += 1) row.push(at === 0 || index < headings ? said : '')
    }
    parted.push(row)
  }
  return parted
}

/** Several rows of headings are one: "2024 – Q1". */
function joinedHeadings(rows: readonly string[][]): string[] {
  const [first = []] = rows
  return first.map((_, at) => [...new Set(rows.map((row) => row[at] ?? ''))].filter(Boolean).join(' – '))
}

function narrowed(row: string[]): string[] {
  if (row.length <= mostColumns) return row
  const rest = row
    .slice(mostColumns - 1)
    .filter(Boolean)
    .join(' ')
  return [...row.slice(0, mostColumns - 1), rest]
}
