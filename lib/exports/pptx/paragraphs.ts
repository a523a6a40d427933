import type { Run } from '../../steering/review/model.ts'
import type { DeckColours } from './colours.ts'
import { breakLines, type Line, lineHeight, plainLines } from './measure.ts'
import { bulletIndent, type Paragraph, type TextRun } from './slide.ts'

export type Look = {
  size: number
  colour?: string
  bold?: boolean
  before?: number
  bullet?: boolean
  align?: Paragraph['align']
}

/** A run may have a colour of its own: the mark of a light. */
export type ColouredRun = Run & { colour?: string }

/** Paragraphs of runs: a line end inside a text begins a new one. Links have the colour of links. */
export function paragraphsOf(runs: readonly ColouredRun[], look: Look, colours: DeckColours): Paragraph[] {
  const { size, colour = colours.ink, bold = false, before = 0, bullet, align } = look
  const rows: TextRun[][] = [[]]
  for (const { text, href, strong, colour: own } of runs) {
    for (const [index, line] of text.split('\n').entries()) {
      if (index > 0) rows.push([])
      if (line === '') continue
      const run = { text: line, colour: own ?? (href ? colours.brand : colour), ...(href && { href }) }
      rows.at(-1)?.push(bold || strong ? { ...run, bold: true } : run)
    }
  }
  return rows.map((row, index) => ({
    runs: row,
    size,
    before: index === 0 ? before : Math.min(before, 3),
    ...(bullet && { bullet: index === 0 }),
    ...(align && { align }),
  }))
}

const widthFor = (paragraph: Paragraph, width: number): number => ('bullet' in paragraph ? width - bulletIndent : width)

type Broken = { width: number; runs: TextRun[]; lines: Line[] }
const broken = new WeakMap<Paragraph, Broken>()

/** How a paragraph breaks in a width; asked for again and again with the same. */
function brokenIn(paragraph: Paragraph, width: number): Broken {
  const kept = broken.get(paragraph)
  if (kept?.width === width) return kept
  const room = widthFor(paragraph, width)
  const runs = linksByLine(paragraph.runs, paragraph.size, room)
  const made = { width, runs, lines: breakLines(runs, paragraph.size, room) }
  broken.set(paragraph, made)
  return made
}

/** Lines of a paragraph in a width. */
export const linesIn = (paragraph: Paragraph, width: number): Line[] => brokenIn(paragraph, width).lines

/** The runs of a paragraph as they are written into a box of that width. */
export const runsIn = (paragraph: Paragraph, width: number): TextRun[] => brokenIn(paragraph, width).runs

/**
 * A link that goes on to the next line becomes a link on each line: LibreOffice breaks a link that is longer than a line in the
 * middle of a word, and moves a shorter one to the next line as a whole.
 */
function linksByLine(runs: readonly TextRun[], size: number, width: number): TextRun[] {
  if (!runs.some(({ href }) => href)) return [...runs]
  const ends = plainLines(runs, size, width).map((line) => line.to)
  let at = 0
  return runs.flatMap((run): TextRun[] => {
    const begin = at
    at += run.text.length
    const { href, ...plain } = run
    if (!href) return [run]
    const parts: TextRun[] = []
    let from = 0
    for (const end of ends.map((one) => one - begin)) {
      if (end <= from || end >= run.text.length) continue
      const line = run.text.slice(from, end)
      const kept = line.replace(/ +$/, '')
      // Inside a word that is longer than a line: two links would let others put a space between.
      if (kept === '' || kept === line) continue
      parts.push({ ...run, text: kept }, { ...plain, text: line.slice(kept.length) })
      from = end
    }
    return [...parts, { ...run, text: run.text.slice(from) }]
  })
}

/** Height of paragraphs one under another, in points; the space above the first one does not count. */
export function heightOf(paragraphs: readonly Paragraph[], width: number): number {
  return paragraphs.reduce((sum, paragraph, index) => {
    const lines = Math.max(1, linesIn(paragraph, width).length)
    return sum + (index === 0 ? 0 : paragraph.before) + lines * lineHeight(paragraph.size)
  }, 0)
}

/** The paragraph up to its n-th line, and the rest. Nothing is lost: the two together are the text. */
export function splitParagraph(paragraph: Paragraph, width: number, lines: number): [Paragraph, Paragraph] {
  const all = linesIn(paragraph, width)
  // Cut off, the head may break elsewhere than it did in the whole.
  for (let count = Math.min(lines, all.length - 1); ; count--) {
    const at = all[count]?.from ?? Number.POSITIVE_INFINITY
    const head = { ...paragraph, runs: cut(paragraph.runs, 0, at) }
    if (count > 1 && linesIn(head, width).length > lines) continue
    const rest = { ...paragraph, before: 0, runs: cut(paragraph.runs, at, Number.POSITIVE_INFINITY) }
    return [head, 'bullet' in paragraph ? { ...rest, bullet: false } : rest]
  }
}

function cut(runs: readonly TextRun[], from: number, to: number): TextRun[] {
  let at = 0
  return runs.flatMap((run) => {
    const text = run.text.slice(Math.max(0, from - at), Math.max(0, to - at))
    at += run.text.length
    return text ? [{ ...run, text }] : []
  })
}

/** As much of a list of paragraphs as fits the height, and the rest of it. */
export function splitToFit(
  paragraphs: readonly Paragraph[],
  width: number,
  height: number,
): [Paragraph[], Paragraph[]] {
  let used = 0
  for (const [index, paragraph] of paragraphs.entries()) {
    const count = Math.max(1, linesIn(paragraph, width).length)
    const before = index === 0 ? 0 : paragraph.before
    const room = Math.floor((height - used - before + 0.01) / lineHeight(paragraph.size))
    if (room < count) {
      if (room < 1) return [paragraphs.slice(0, index), paragraphs.slice(index)]
      const [head, rest] = splitParagraph(paragraph, width, room)
      return [
        [...paragraphs.slice(0, index), head],
        [rest, ...paragraphs.slice(index + 1)],
      ]
    }
    used += before + count * lineHeight(paragraph.size)
  }
  return [[...paragraphs], []]
}
