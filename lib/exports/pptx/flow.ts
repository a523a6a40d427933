import type { DeckColours } from './colours.ts'
import { lineHeight } from './measure.ts'
import { heightOf, linesIn, splitParagraph } from './paragraphs.ts'
import { cardHeight, cardInset, type Piece, type Small, smallGap } from './pieces.ts'
import type { Box, Paragraph, Row, TextBox } from './slide.ts'
import { heightOfRows, type MeasuredTable, measureTable, splitRow } from './tables.ts'

/** Where pieces are laid: the same on each slide, but that the first (or the first few, `leading`) may begin lower. */
export type Column = { x: number; w: number; top: number; firstTop: number; bottom: number; leading?: number }

/** Boxes of each slide. `tight`: a table had to break words. */
type Flowed = { slides: Box[][]; tight: boolean }

const gap = 8
const fewLines = 2
/** From this width on a chart may have its numbers beside it. */
const wide = 600

type Shelved = { item: Small; width: number; at: number }

/** Small things in rows of up to three, as wide as they ask for and a share of what is left; one alone leaves half free. */
function shelves(items: readonly Small[], width: number): Shelved[][] {
  const rows: Small[][] = []
  const taken = (row: readonly Small[]) => row.reduce((sum, one) => sum + one.least + smallGap, -smallGap)
  for (const item of items) {
    const row = rows.at(-1)
    if (row && row.length < 3 && taken([...row, item]) <= width) row.push(item)
    else rows.push([item])
  }
  // Four charts are two and two, not three and one.
  const [before, last] = rows.slice(-2)
  if (before && last && before.length - last.length > 1) {
    const moved = before.at(-1)
    if (moved && taken([moved, ...last]) <= width) last.unshift(...before.splice(-1))
  }
  return rows.map((row) => {
    const alike =
      row.every((one) => one.kind === 'chart') &&
      Math.max(...row.map((one) => one.least)) * row.length <= width - (row.length - 1) * smallGap
    const free = (width - taken(row)) / row.length
    const even = (width - (row.length - 1) * smallGap) / row.length
    const alone = row.length === 1
    let at = 0
    return row.map((item): Shelved => {
      const own = alone ? Math.min(width, Math.max(item.wish, width * 0.48)) : alike ? even : item.least + free
      const place = { item, width: own, at }
      at += own + smallGap
      return place
    })
  })
}

/** Lays pieces one under another and goes on to the next slide where they do not fit. Nothing is left out or made smaller. */
export function flow(pieces: readonly Piece[], column: Column, colours: DeckColours): Flowed {
  const { x, w, leading = 1 } = column
  const slides: Box[][] = [[]]
  let y = column.firstTop
  let open: TextBox | null = null
  let tight = false

  const topHere = () => (slides.length > 1 && slides.length <= leading ? column.firstTop : column.top)
  const fresh = () => slides.at(-1)?.length === 0
  /** Nothing would be won by going on to the next slide. */
  const whole = () => fresh() && y <= topHere()
  const room = () => column.bottom - y
  const next = () => {
    slides.push([])
    y = topHere()
    open = null
  }
  const put = (box: Box) => {
    slides.at(-1)?.push(box)
    y = box.y + box.h
    open = null
  }
  /** Space above something that is not text. */
  const apart = () => (fresh() ? 0 : gap)

  const write = (paragraph: Paragraph) => {
    if (!open) {
      open = { kind: 'text', x, y: y + (fresh() ? 0 : paragraph.before), w, h: 0, paragraphs: [], inset: 0 }
      slides.at(-1)?.push(open)
    }
    const above = open.paragraphs.length === 0 ? 0 : paragraph.before
    open.paragraphs.push(paragraph)
    open.h += above + Math.max(1, linesIn(paragraph, w).length) * lineHeight(paragraph.size)
    y = open.y + open.h
  }

  const text = (paragraph: Paragraph) => {
    const step = lineHeight(paragraph.size)
    const count = Math.max(1, linesIn(paragraph, w).length)
    const before = fresh() ? 0 : paragraph.before
    const lines = Math.floor((room() - before + 0.01) / step)
    if (lines >= count) return write(paragraph)
    // Not one line alone at the foot or at the head, unless there is no other way.
    const here = count - lines < fewLines ? lines - 1 : lines
    if (here >= fewLines || (whole() && lines >= 1)) {
      const [head, rest] = splitParagraph(paragraph, w, Math.max(1, here >= fewLines ? here : lines))
      write(head)
      next()
      return text(rest)
    }
    next()
    return text(paragraph)
  }

  const tableRows = (measured: MeasuredTable, alt: string, firstColumn: boolean) => {
    let rows = [...measured.rows]
    // A head that leaves no room for rows is told once, as a row.
    const tall = (measured.head?.height ?? 0) > (column.bottom - column.top) / 2
    const head = tall ? null : measured.head
    if (tall && measured.head) rows.unshift(measured.head)
    while (rows.length > 0) {
      const start = y + apart()
      const free = column.bottom - start - (head?.height ?? 0)
      const taken: Row[] = []
      let used = 0
      while (rows[0] && used + rows[0].height <= free + 0.01) {
        used += rows[0].height
        taken.push(...rows.splice(0, 1))
      }
      // The row of sums does not stand alone on a slide.
      if (rows.length === 1 && rows[0]?.kind === 'total' && taken.length > 1) rows = [...taken.splice(-1), ...rows]
      if (taken.length === 0 && whole() && rows[0]) {
        const parts = splitRow(rows[0], measured.columns, free)
        if (!parts) throw new Error('a row of a table has no room even on an empty slide')
        taken.push(parts[0])
        rows.splice(0, 1, parts[1])
      }
      if (taken.length > 0) {
        const all = head ? [head, ...taken] : taken
        const h = all.reduce((sum, row) => sum + row.height, 0)
        put({ kind: 'table', x, y: start, w, h, columns: measured.columns, rows: all, alt, firstColumn })
      }
      if (rows.length > 0) next()
    }
  }

  const cards = (all: readonly Paragraph[][]) => {
    const most = Math.max(1, Math.floor(w / 140))
    const across = Math.ceil(all.length / Math.ceil(all.length / most))
    const width = (w - (across - 1) * gap) / across
    for (let at = 0; at < all.length; at += across) {
      const line = all.slice(at, at + across)
      const h = Math.max(...line.map((one) => cardHeight(one, width)))
      if (room() < h + apart() && !whole()) next()
      const start = y + apart()
      for (const [index, paragraphs] of line.entries()) {
        const place = { x: x + index * (width + gap), y: start, w: width, h }
        put({ kind: 'text', ...place, paragraphs, fill: colours.soft, inset: cardInset })
      }
    }
  }

  const measureShelf = (shelf: readonly Shelved[]) => {
    const line = shelf.map(({ item, width, at }) => {
      const rows = item.kind === 'table' ? measureTable(item.table, width, item.size, colours) : null
      if (rows?.tight) tight = true
      return { item, width, at, rows, body: item.kind === 'chart' ? item.height : rows ? heightOfRows(rows) : 0 }
    })
    const names = Math.max(...line.map(({ item, width }) => heightOf(item.name, width))) + 3
    const high = Math.max(...line.map(({ item, width, body }) => names + body + 3 + heightOf(item.remark, width)))
    return { line, names, high }
  }

  /** Small tables and charts side by side, each under its name. One alone leaves half of the width free. */
  const gallery = (items: readonly Small[]) => {
    for (const shelf of shelves(items, w)) {
      const { line, names, high } = measureShelf(shelf)
      if (room() < high + apart() && !whole()) next()
      const start = y + apart()
      for (const { item, width, at, rows, body } of line) {
        const place = { x: x + at, w: width }
        const text = (paragraphs: Paragraph[], top: number) =>
          put({ kind: 'text', ...place, y: top, h: heightOf(paragraphs, width), paragraphs, inset: 0 })
        const under = { ...place, y: start + names, h: body, alt: item.alt }
        text(item.name, start)
        if (item.kind === 'chart') put({ kind: 'chart', ...under, chart: item.chart })
        else if (rows) {
          const all = [...(rows.head ? [rows.head] : []), ...rows.rows]
          put({ kind: 'table', ...under, columns: rows.columns, rows: all, firstColumn: false })
        }
        if (item.remark.length > 0) text(item.remark, start + names + body + 3)
      }
      y = start + high
    }
  }

  const measured = new Map<Piece, MeasuredTable>()
  const measure = (piece: Extract<Piece, { kind: 'table' }>) => {
    const made = measured.get(piece) ?? measureTable(piece.table, w, piece.size, colours)
    measured.set(piece, made)
    if (made.tight) tight = true
    return made
  }

  /** The chart with its numbers beside it where there is room for both, else below it. */
  const chart = (piece: Extract<Piece, { kind: 'chart' }>) => {
    const { beside, alt } = piece
    const numbers = beside && w > wide ? measureTable(beside.table, w * 0.4, beside.size, colours) : null
    const high = numbers ? heightOfRows(numbers) : 0
    const side = numbers && !numbers.tight && high <= Math.max(piece.height, 300) ? numbers : null
    const h = Math.min(Math.max(piece.height, side ? high : 0), column.bottom - column.top)
    if (h + apart() > room() && !whole()) next()
    const start = y + apart()
    const drawn = side ? w * 0.57 : w
    put({ kind: 'chart', x, y: start, w: drawn, h, chart: piece.chart, alt })
    if (!beside) return
    if (!side) return tableRows(measureTable(beside.table, w, beside.size, colours), beside.alt, false)
    const rows = [...(side.head ? [side.head] : []), ...side.rows]
    const place = { x: x + w - w * 0.4, y: start, w: w * 0.4, h: high }
    put({ kind: 'table', ...place, columns: side.columns, rows, alt: beside.alt, firstColumn: false })
    y = start + h
  }

  /** How much must fit under a piece that may not end a slide. */
  const leastOf = (piece: Piece | undefined): number => {
    if (!piece) return 0
    if (piece.kind === 'chart') return piece.height + gap
    if (piece.kind === 'cards') return 60
    if (piece.kind === 'gallery') {
      const [first] = shelves(piece.items, w)
      return gap + (first ? measureShelf(first).high : 0)
    }
    if (piece.kind === 'text') return piece.paragraph.before + fewLines * lineHeight(piece.paragraph.size)
    const made = measure(piece)
    const all = heightOfRows(made)
    return (
      gap + (piece.keepWhole ? all : Math.min(all, (made.head?.height ?? 0) + Math.min(made.rows[0]?.height ?? 0, 80)))
    )
  }

  for (const [index, piece] of pieces.entries()) {
    if (piece.kind === 'text') {
      const kept: Piece[] = []
      for (let at = index; pieces[at]?.kind === 'text' && (pieces[at] as { keep?: boolean }).keep; at++)
        kept.push(pieces[at] as Piece)
      if (kept.length > 0 && !whole()) {
        const own = heightOf(
          kept.flatMap((one) => (one.kind === 'text' ? [one.paragraph] : [])),
          w,
        )
        const need = piece.paragraph.before + own + leastOf(pieces[index + kept.length])
        if (need > room() && need <= column.bottom - column.top) next()
      }
      text(piece.paragraph)
    } else if (piece.kind === 'table') {
      const made = measure(piece)
      if (piece.keepWhole && !whole() && leastOf(piece) > room()) next()
      tableRows(made, piece.alt, piece.firstColumn)
    } else if (piece.kind === 'chart') {
      chart(piece)
    } else if (piece.kind === 'gallery') gallery(piece.items)
    else cards(piece.cards)
  }
  return { slides: slides.filter((boxes, index) => index === 0 || boxes.length > 0), tight }
}
