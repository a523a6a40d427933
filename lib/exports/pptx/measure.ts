import { letterWidths } from './letter-widths.ts'

type Weight = keyof typeof letterWidths

const known: Record<Weight, Map<string, number>> = { regular: read('regular'), bold: read('bold') }

function read(weight: Weight): Map<string, number> {
  const classes = Object.entries(letterWidths[weight])
  return new Map(classes.flatMap(([width, letters]) => [...letters].map((letter) => [letter, Number(width)] as const)))
}

const unseen = /^[\p{Default_Ignorable_Code_Point}\p{Mn}]$/u

/** A letter that Arial lacks comes from another font: a whole square, and emoji still more. */
function widthOfStranger(letter: string): number {
  if (unseen.test(letter)) return 0
  return (letter.codePointAt(0) ?? 0) > 0xffff ? 1400 : 1050
}

function widthOfLetter(letter: string, weight: Weight): number {
  const widths = known[weight]
  const width = widths.get(letter) ?? widthOfStranger(letter)
  widths.set(letter, width)
  return width
}

function widthOf(text: string, bold: boolean): number {
  const weight = bold ? 'bold' : 'regular'
  let sum = 0
  for (const letter of text) sum += widthOfLetter(letter, weight)
  return sum
}

/** Width of a text on one line, in points. */
export const textWidth = (text: string, size: number, bold = false): number => (widthOf(text, bold) * size) / 1000

/** Widths of the letters that are not bold by their code points, in shares of their size. */
export const letterShares: ReadonlyMap<number, number> = new Map(
  [...known.regular].map(([letter, width]) => [letter.codePointAt(0) ?? 0, width / 1000]),
)

/** Height of a line, in points. Written into the file as an exact spacing, so that every program keeps to it. */
export const lineHeight = (size: number): number => Math.ceil(size * 2.4) / 2

/** Programs place letters on whole units, each in its own way: this share of the width is not counted on. */
const slack = 0.985

type Piece = { text: string; bold?: boolean; href?: string }
/** From and to where in the text; a line holds the spaces at its end. */
export type Line = { from: number; to: number }

/**
 * Breaks a text made of pieces into lines of at most `width` points, at spaces; a word longer than a line is broken after its
 * hyphens and slashes, and then anywhere. Programs that break at more places than these need no more lines. LibreOffice holds
 * a link for one long word, and goes on after a broken one on a new line: where that takes more lines, they are the ones given.
 */
export function breakLines(pieces: readonly Piece[], size: number, width: number): Line[] {
  const lines = plainLines(pieces, size, width)
  if (!pieces.some(({ href }) => href)) return lines
  const room = (width * slack * 1000) / size
  const length = pieces.reduce((sum, { text }) => sum + text.length, 0)
  const other = brokenAt(wordsOf(pieces, true), room, length)
  return other.length > lines.length ? other : lines
}

/** Lines as a program breaks them that breaks a link like any text. */
export const plainLines = (pieces: readonly Piece[], size: number, width: number): Line[] =>
  brokenAt(
    wordsOf(pieces, false),
    (width * slack * 1000) / size,
    pieces.reduce((sum, { text }) => sum + text.length, 0),
  )

function brokenAt(words: readonly Word[], room: number, length: number): Line[] {
  const lines: Line[] = []
  let from = 0
  let used = 0
  const end = (at: number) => {
    lines.push({ from, to: at })
    from = at
    used = 0
  }
  const put = (word: Word) => {
    if (used > 0 && used + word.width > room) end(word.from)
    used += word.width + word.gap
  }
  let linkBroken = false
  for (const word of words) {
    if (linkBroken && used > 0) end(word.from)
    linkBroken = word.whole && word.width > room
    if (word.width <= room) put(word)
    else {
      if (used > 0) end(word.from)
      for (const part of partsOf(word, room)) put(part)
    }
  }
  end(length)
  return lines
}

/** A word and the spaces behind it; widths in thousandths of the size. */
type Word = { from: number; text: string; width: number; gap: number; bold: boolean; whole: boolean }

// The same text is measured for several sizes and widths. A deck is made in a process of its own, which ends with it.
const measured = new Map<string, Word[]>()

function wordsOf(pieces: readonly Piece[], linksWhole: boolean): Word[] {
  const style = ({ bold, href }: Piece) => (bold ? 'b' : 'r') + (linksWhole && href ? 'l' : '')
  const key = pieces.map((piece) => style(piece) + piece.text).join('\u0000')
  const kept = measured.get(key) ?? splitWords(pieces, linksWhole)
  measured.set(key, kept)
  return kept
}

function splitWords(pieces: readonly Piece[], linksWhole: boolean): Word[] {
  const words: Word[] = []
  let at = 0
  let open: Word | null = null
  for (const { text, bold = false, href } of pieces) {
    const whole = linksWhole && href !== undefined
    for (const [part] of whole ? [[text]] : text.matchAll(/ +|[^ ]+/g)) {
      const width = widthOf(part, bold)
      if (!whole && part.startsWith(' ') && open) open.gap += width
      else if (open && open.gap === 0 && !whole && !open.whole) {
        open.width += width
        open.text += part
        open.bold ||= bold
      } else {
        open = { from: at, text: part, width, gap: 0, bold, whole }
        words.push(open)
      }
      at += part.length
    }
  }
  return words
}

/** Parts of a long word that end with a sign after which programs may break; a part longer than a line comes letter by letter. */
function partsOf(word: Word, room: number): Word[] {
  let at = word.from
  const pattern = /[^-/–—?&=.,_:;|]*[-/–—?&=.,_:;|]|[^-/–—?&=.,_:;|]+/g
  const parts = (word.whole ? [...word.text] : (word.text.match(pattern) ?? [])).flatMap((text) => {
    const whole = widthOf(text, word.bold) <= room
    return (whole ? [text] : [...text]).map((part): Word => {
      const made = { from: at, text: part, width: widthOf(part, word.bold), gap: 0, bold: word.bold, whole: false }
      at += part.length
      return made
    })
  })
  const last = parts.at(-1)
  if (last) last.gap = word.gap
  return parts
}

/** Up to so many letters a text with a link stays on one line, where that can be had. */
const short = 30

/** The widest word that cannot be broken at a space, in points; a text of up to `few` letters counts as one. */
export function widestWord(pieces: readonly Piece[], size: number, few = 0): number {
  const text = pieces.map((piece) => piece.text).join('')
  const together = text.length <= few || (pieces.some(({ href }) => href) && text.length <= short)
  const widths = together
    ? [pieces.reduce((sum, piece) => sum + widthOf(piece.text, piece.bold === true), 0)]
    : wordsOf(pieces, false).map((word) => word.width)
  return (Math.max(0, ...widths) * size) / 1000 / slack
}
