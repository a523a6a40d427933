import type { DocumentBlock, DocumentCell, DocumentSection, DocumentTable } from '../../final-report/document/model.ts'
import { fittedColumns, type GivenColumn, textLength, type Widths } from '../column-widths.ts'
import type { PrintedReview, PrintedSection as ReviewSection } from './review-document.ts'

/**
 * A cell as the template takes it: a mere text where there is nothing else to tell. A long report has tens of thousands of
 * cells, and whatever the compiler has to find out of each of them takes most of its time. `long`: its row may be divided.
 */
type PrintedCell = string | (DocumentCell & { long?: true })

type PrintedTable = Omit<DocumentTable, 'rows' | 'total'> & {
  cells: PrintedCell[]
  /** The last row, when it is to stand on the same page as the total */
  ending: PrintedCell[]
  /** Empty when there is none */
  total: PrintedCell[]
  /** Of each row but the total, whether it surely takes one line: the compiler need not lay it out to know its height */
  lines: boolean[]
  /** Stays whole on its page */
  small: boolean
  /** More columns than a standing page has room for */
  wide: boolean
  /** Size of the text, and the room on both sides of it in a cell, in points */
  size: number
  inset: number
}

type PrintedBlock = Exclude<DocumentBlock, DocumentTable> | PrintedTable

type PrintedSection = Omit<DocumentSection, 'blocks' | 'children'> & {
  blocks: PrintedBlock[]
  children: PrintedSection[]
}

/** Width of the text of a page in points: A4 without the margins, as in the template. */
const textWidth = { standing: 595.27 - 2 * 68.04, lying: 841.88 - 2 * 68.04 } as const

/** The sections with their tables as the template takes them. */
export function withPrintedTables(sections: readonly DocumentSection[], widths: Widths): PrintedSection[] {
  return sections.map((section) => ({
    ...section,
    blocks: section.blocks.map((block) => (block.kind === 'table' ? printedTable(block, widths) : block)),
    children: withPrintedTables(section.children, widths),
  }))
}

function printedTable({ rows, total, ...given }: DocumentTable, widths: Widths): PrintedTable {
  const last = rows.at(-1)
  const ending = total !== null && last && !isLong(last) ? [last] : []
  const dense = given.columns.length > 5
  const wide = given.columns.length > 7
  const look = { wide, size: dense ? 9 : 9.5, inset: dense ? 4 : 5 }
  const page = wide ? textWidth.lying : textWidth.standing
  const table = { ...given, columns: fitted(given.columns, allRows(rows, total), { ...look, page, widths }) }
  const rooms = columnRooms(table, look)
  return {
    ...table,
    ...look,
    cells: rows.slice(0, rows.length - ending.length).flatMap(printedRow),
    ending: ending.flatMap(printedRow),
    total: total === null ? [] : printedRow(total),
    lines: rows.map(
      (row) =>
        row.some(({ text }) => text !== '') &&
        row.every(({ text }, at) => textLength(text, widths) <= (rooms[at] ?? 0)),
    ),
    small: rows.length <= 12 && rows.reduce((sum, row) => sum + rowLength(row), 0) < 1500,
  }
}

/** Room for text in each column, in shares of the size of the text. */
function columnRooms({ columns }: Pick<DocumentTable, 'columns'>, { wide, size, inset }: Look): number[] {
  const full = wide ? textWidth.lying : textWidth.standing
  const shares = columns.reduce((sum, { width }) => sum + width, 0)
  return columns.map(({ width }) => ((full * width) / shares - 2 * inset) / size)
}

type Look = Pick<PrintedTable, 'wide' | 'size' | 'inset'>

const allRows = <Cell>(rows: readonly (readonly Cell[])[], total: readonly Cell[] | null) =>
  total === null ? rows : [total, ...rows]

/** The columns with widths that suit what is in them; `page`: the width of the text of a page in points. */
function fitted<Column extends GivenColumn>(
  columns: readonly Column[],
  rows: readonly (readonly { text: string }[])[],
  { page, size, inset, widths }: { page: number; size: number; inset: number; widths: Widths },
): (Column & { divided: boolean })[] {
  const beside = (2 * inset) / size
  const made = fittedColumns(columns, rows, { widths, room: page / size - beside * columns.length, beside })
  return columns.map((column, at) => ({ ...column, ...(made[at] ?? { divided: true }) }))
}

/** Width of the text of a page of the review in points, as in its template. */
const reviewWidth = 595.27 - 2 * 56.69

/** The review with columns of its tables that suit what is in them. */
export function withFittedTables(review: PrintedReview, widths: Widths): PrintedReview {
  const section = (part: ReviewSection): ReviewSection => ({
    ...part,
    blocks: part.blocks.map((block) => {
      if (block.kind !== 'table') return block
      const dense = block.columns.length > 5
      const look = { size: dense ? 8 : 9, inset: dense ? 3.5 : 5, page: reviewWidth, widths }
      return { ...block, columns: fitted(block.columns, allRows(block.rows, block.total), look) }
    }),
    children: part.children.map(section),
  })
  return { ...review, sections: review.sections.map(section) }
}

const rowLength = (row: readonly DocumentCell[]): number => row.reduce((sum, cell) => sum + cell.text.length, 0)

/** Such a row could fill a page; every other stays whole on one. */
const isLong = (row: readonly DocumentCell[]): boolean => rowLength(row) > 900

function printedRow(row: readonly DocumentCell[]): PrintedCell[] {
  if (isLong(row)) return row.map((cell) => ({ ...cell, long: true }))
  return row.map((cell) => (cell.unknown || cell.address !== undefined ? cell : cell.text))
}
