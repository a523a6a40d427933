import type { Run } from '../../steering/review/model.ts'
import type { DeckColours } from './colours.ts'
import { textWidth, widestWord } from './measure.ts'
import { heightOf, paragraphsOf, splitToFit } from './paragraphs.ts'
import { type Cell, cellMargin, type Row } from './slide.ts'

/** What a table shows. */
export type TableContent = {
  columns: readonly { title: string; align: 'left' | 'right'; width: number }[]
  rows: readonly Run[][][]
  total: Run[][] | null
  /** Colours behind the cells of each row, where they are not the usual ones */
  fills?: readonly (readonly (string | undefined)[])[]
}

type Fills = readonly (string | undefined)[]

/** Rows with their heights, ready to be divided over slides. `tight`: some word has to be broken inside. */
export type MeasuredTable = { columns: number[]; head: Row | null; rows: Row[]; tight: boolean }

/** How high a whole table is, in points. */
export const heightOfRows = ({ head, rows }: MeasuredTable): number =>
  rows.reduce((sum, row) => sum + row.height, head?.height ?? 0)

const measured = new WeakMap<TableContent, Map<string, MeasuredTable>>()

/** Lays out a table for a width: columns as wide as their words ask for, rows as high as their texts. Asked for again and again. */
export function measureTable(table: TableContent, width: number, size: number, colours: DeckColours): MeasuredTable {
  const known = measured.get(table) ?? new Map<string, MeasuredTable>()
  measured.set(table, known)
  const key = `${width} ${size}`
  const made = known.get(key) ?? laidOut(table, width, size, colours)
  known.set(key, made)
  return made
}

function laidOut(table: TableContent, width: number, size: number, colours: DeckColours): MeasuredTable {
  const { columns, tight } = table.fills
    ? { columns: shared(table, width), tight: false }
    : columnWidths(table, width, size)
  const cells = (texts: readonly Run[][], look: { colour?: string; bold?: boolean; fills?: Fills }): Cell[] =>
    table.columns.map(({ align }, index) => {
      const fill = look.fills?.[index]
      const { colour, bold } = look
      const paragraphs = paragraphsOf(
        texts[index] ?? [],
        { size, colour, bold, ...(align === 'right' && { align }) },
        colours,
      )
      return { paragraphs, ...(fill && { fill }) }
    })
  const whole = (fill: string | undefined): Fills => table.columns.map(() => fill)
  const row = (kind: Row['kind'], made: Cell[]): Row => {
    const height = rowHeight(made, columns)
    return { kind, cells: made, height: table.fills && kind === 'row' ? Math.max(height, squareRow) : height }
  }
  const titles = table.columns.map(({ title }) => [{ text: title }])
  const titled = table.columns.some(({ title }) => title !== '')
  return {
    columns,
    tight,
    head: titled
      ? row('head', cells(titles, { colour: colours.onHead, bold: true, fills: whole(colours.head) }))
      : null,
    rows: [
      ...table.rows.map((texts, index) =>
        row('row', cells(texts, { fills: table.fills?.[index] ?? whole(index % 2 === 1 ? colours.soft : undefined) })),
      ),
      ...(table.total ? [row('total', cells(table.total, { bold: true, fills: whole(colours.soft) }))] : []),
    ],
  }
}

/** Rows of a matrix are about as high as they are told apart at a distance. */
const squareRow = 34
/** A row of empty cells is still a row. */
const leastRow = 15

const inside = (column: number): number => column - 2 * cellMargin.x

function rowHeight(cells: readonly Cell[], columns: readonly number[]): number {
  const heights = cells.map(({ paragraphs }, index) => heightOf(paragraphs, inside(columns[index] ?? 0)))
  return Math.max(leastRow, ...heights) + 2 * cellMargin.y + 1
}

/** Columns just as they were asked for. */
const shared = ({ columns }: TableContent, width: number): number[] => {
  const all = sum(columns.map((column) => column.width))
  return columns.map((column) => (column.width / all) * width)
}

/** "ei mitattu" stays on one line where there is room. */
const fewLetters = 12

/** Widths with which the table is lowest, as far as can be told without breaking lines; no column is narrower than its longest word. */
function columnWidths({ columns, rows, total }: TableContent, width: number, size: number) {
  const all = [...rows, ...(total ? [total] : [])]
  const around = 2 * cellMargin.x + 1
  const leastOf = (together: number) =>
    columns.map(({ title }, index) => {
      const words = all.map((cells) => widestWord(bold(cells[index] ?? []), size, together))
      return Math.max(widestWord([{ text: title, bold: true }], size, together), ...words) + around
    })
  const whole = leastOf(fewLetters)
  const least = sum(whole) > width * 0.8 ? leastOf(0) : whole
  if (sum(least) > width) {
    const narrowed = least.map((own) => Math.min(own, (width / columns.length) * 1.6))
    return { columns: narrowed.map((own) => (own / sum(narrowed)) * width), tight: true }
  }
  // Length of each cell's text on one line.
  const lengths = all.map((cells) =>
    columns.map((_, at) => textWidth((cells[at] ?? []).map((run) => run.text).join(''), size)),
  )
  return { columns: lowest(withRoom(columns, least, width), least, lengths, around), tight: false }
}

/** The shares that were asked for, raised to the least widths; what that takes comes from the columns that have more. */
function withRoom(columns: TableContent['columns'], least: readonly number[], width: number): number[] {
  const shares = sum(columns.map((column) => column.width)) || 1
  const wanted = columns.map((column, index) => Math.max(least[index] ?? 0, (column.width / shares) * width))
  const spare = wanted.map((own, index) => own - (least[index] ?? 0))
  const over = sum(wanted) - width
  return over > 0 ? wanted.map((own, index) => own - (over * (spare[index] ?? 0)) / sum(spare)) : wanted
}

/** Words do not fill their lines. */
const brokenLonger = 1.06

/** Moves width from column to column, a step at a time, as long as that makes the rows lower together. */
function lowest(
  given: readonly number[],
  least: readonly number[],
  lengths: readonly number[][],
  around: number,
): number[] {
  const step = sum(given) / 50
  // Whole lines count; the share of the last one keeps the search going where a step alone wins no line.
  const height = (widths: readonly number[]) => {
    let all = 0
    for (const row of lengths) {
      let most = 0
      let together = 0
      for (let at = 0; at < row.length; at++) {
        const lines = ((row[at] ?? 0) * brokenLonger) / ((widths[at] ?? 0) - around)
        together += lines
        if (lines > most) most = lines
      }
      all += Math.max(1, Math.ceil(most)) + 0.1 * most + 0.02 * together
    }
    return all
  }
  let best = [...given]
  let lines = height(best)
  for (let moves = 0; moves < 90; moves++) {
    let better: number[] | null = null
    for (const from of best.keys()) {
      if ((best[from] ?? 0) - step < (least[from] ?? 0)) continue
      for (const to of best.keys()) {
        if (from === to) continue
        const tried = best.map((own, at) => own + (at === to ? step : at === from ? -step : 0))
        const high = height(tried)
        if (high < lines - 0.01) {
          better = tried
          lines = high
        }
      }
    }
    if (!better) return best
    best = better
  }
  return best
}

const sum = (list: readonly number[]): number => list.reduce((one, other) => one + other, 0)

const bold = (runs: readonly Run[]) => runs.map((run) => ({ ...run, text: run.text.replaceAll('\n', ' '), bold: true }))

/** The part of a row that fits the height, and the rest of it as a row of its own. Null when not even a line fits. */
export function splitRow(row: Row, columns: readonly number[], height: number): [Row, Row] | null {
  const room = height - 2 * cellMargin.y - 1
  const parts = row.cells.map(({ paragraphs }, index) => splitToFit(paragraphs, inside(columns[index] ?? 0), room))
  if (parts.some(([head], index) => head.length === 0 && (row.cells[index]?.paragraphs.length ?? 0) > 0)) return null
  const made = (side: 0 | 1): Row => {
    const cells = row.cells.map((cell, index) => ({ ...cell, paragraphs: parts[index]?.[side] ?? [] }))
    return { ...row, cells, height: rowHeight(cells, columns) }
  }
  return [made(0), made(1)]
}
