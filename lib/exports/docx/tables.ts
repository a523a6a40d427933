import {
  type FileChild,
  Paragraph,
  type ParagraphChild,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  WidthType,
} from 'docx'
import type { DocumentCell, DocumentTable } from '../../final-report/document/model.ts'
import { fittedColumns } from '../column-widths.ts'
import { letterShares } from '../pptx/measure.ts'
import { caption } from './captions.ts'
import type { Drawing } from './drawing.ts'
import { link, runs } from './inlines.ts'
import { textWidth } from './job.ts'

/** More columns than a standing page has room for take a lying one. */
export const isWide = (item: { kind: string; columns?: readonly unknown[] }): boolean =>
  item.kind === 'table' && (item.columns?.length ?? 0) > 7

const rowLength = (row: readonly DocumentCell[]): number => row.reduce((sum, cell) => sum + cell.text.length, 0)

/** A table with its caption and its remarks before it. */
export function tableParts(item: DocumentTable, drawing: Drawing): FileChild[] {
  const widths = columnWidths(item)
  const alignment = (at: number) => (item.columns[at]?.numeric ? { alignment: 'right' as const } : {})
  // A small table stays whole, a row stays whole on its page unless it could fill one.
  const isSmall = item.rows.length <= 12 && item.rows.reduce((sum, row) => sum + rowLength(row), 0) < 1500
  const row = (cells: readonly DocumentCell[], style: string, { isHeader = false, keepsNext = isSmall } = {}) =>
    new TableRow({
      ...(isHeader && { tableHeader: true }),
      ...((isHeader || rowLength(cells) <= 900) && { cantSplit: true }),
      ...(keepsNext && { keepNext: true }),
      children: cells.map(
        (cell, at) =>
          new TableCell({
            width: { size: widths[at] ?? 0, type: WidthType.DXA },
            children: [new Paragraph({ style, ...alignment(at), children: cellRuns(cell, drawing) })],
          }),
      ),
    })
  const { rows, total } = item
  return [
    caption(item, drawing),
    // Below a table that fills its page the remarks would be left alone on the next one.
    ...remarks(item, { keepNext: true }),
    new Table({
      style: 'ReportTable',
      layout: TableLayoutType.FIXED,
      width: { size: widths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
      columnWidths: widths,
      tableLook: {
        firstRow: true,
        lastRow: total !== null,
        firstColumn: false,
        lastColumn: false,
        noHBand: true,
        noVBand: true,
      },
      rows: [
        row(
          item.columns.map(({ header }) => ({ text: header })),
          'TableHeading',
          { isHeader: true, keepsNext: true },
        ),
        ...rows.slice(0, -1).map((cells) => row(cells, 'TableText')),
        // The total never stands alone on a page: the last row goes with it.
        ...rows.slice(-1).map((cells) => row(cells, 'TableText', { keepsNext: total !== null })),
        ...(total === null ? [] : [row(total, 'TableTotal', { keepsNext: false })]),
      ],
    }),
    afterFigure(),
  ]
}

/** Where the content comes from, and what must be known of it. */
export function remarks({ notes, source }: { notes: readonly string[]; source: string }, look = {}): Paragraph[] {
  const told = [...notes, source].filter((note) => note !== '')
  return told.map((note) => new Paragraph({ style: 'SourceNote', ...look, children: runs(note) }))
}

/** The room behind a table or a figure. */
export const afterFigure = (): Paragraph => new Paragraph({ style: 'AfterFigure' })

function cellRuns(cell: DocumentCell, drawing: Drawing): ParagraphChild[] {
  const look = cell.unknown ? { style: 'Unknown' } : {}
  return cell.address === undefined ? runs(cell.text, look) : link(cell.text, cell.address, drawing, look)
}

// Text of tables and the room on both sides of it in a cell, in twentieths of a point as in the styles.
const [textSize, besideText] = [180, 180]

/** Widths that suit what is in the columns, as the printed report has them; together the width of the text. */
function columnWidths(item: DocumentTable): number[] {
  const { columns, rows, total } = item
  const full = textWidth(isWide(item))
  const beside = besideText / textSize
  const room = full / textSize - beside * columns.length
  const all = total === null ? rows : [total, ...rows]
  const fitted = fittedColumns(columns, all, { widths: letterShares, room, beside })
  const shares = fitted.reduce((sum, { width }) => sum + width, 0)
  const widths = fitted.slice(0, -1).map(({ width }) => Math.floor((full * width) / shares))
  return [...widths, full - widths.reduce((sum, width) => sum + width, 0)]
}
