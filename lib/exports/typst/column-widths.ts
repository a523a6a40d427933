/** Width of each letter in shares of the size of the text. */
export type Widths = ReadonlyMap<number, number>

export type GivenColumn = { header: string; numeric: boolean; width: number }

/** `divided`: some word in it is longer than the column */
export type FittedColumn = { width: number; divided: boolean }

/** Pairs of letters may stand a little wider than the letters alone. */
const spare = 1.03
/** Bold letters are wider than those that were measured. */
const bold = 1.07
/** A longer word may be divided: else one address would take the whole width. */
const longestWord = 11
/** A text as short as "ei tiedossa" stays on one line. */
const shortText = 7
/** Rows by whose height widths are chosen, and into how many parts the free room is divided. */
const rowsSeen = 150
const parts = 40
/** Widths that were given stay where others would make the table hardly lower. */
const worthwhile = 0.95

/** How long a text is on one line, at most, in shares of its size; without end when that cannot be told. */
export function textLength(text: string, widths: Widths): number {
  let length = 0
  for (let index = 0; index < text.length; index += 1) length += widths.get(text.charCodeAt(index)) ?? Infinity
  return length * spare
}

const [space, lineEnd, dash, hyphen, slash] = [' ', '\n', '\u2013', '-', '/'].map((sign) => sign.charCodeAt(0))
const isDigit = (code: number): boolean => code >= 48 && code <= 57

/**
 * The longest line of a text, and its longest part that no line may end in: lines end at a space that is no fixed one, behind
 * a dash, and behind a hyphen or a slash before anything but a digit. One pass without other texts: a long report has tens of
 * thousands of cells. What a letter of another family takes is not known: as much as the widest.
 */
function extent(text: string, widths: Widths): { line: number; part: number } {
  let [line, part, longestLine, longestPart] = [0, 0, 0, 0]
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index)
    const width = widths.get(code) ?? 1
    line = code === lineEnd ? 0 : line + width
    if (line > longestLine) longestLine = line
    if (code === space || code === lineEnd) part = 0
    else part += width
    if (part > longestPart) longestPart = part
    const ends = code === dash || ((code === hyphen || code === slash) && !isDigit(text.charCodeAt(index + 1)))
    if (ends) part = 0
  }
  return { line: longestLine * spare, part: longestPart * spare }
}

/**
 * Widths of the columns of a table, each a share as those given: as they were given, or such that no word needs to be divided
 * and the rows take fewer lines. `room`: what there is for text in all columns, `beside`: what stands beside the text of each,
 * both in shares of the size of the text.
 */
export function fittedColumns(
  columns: readonly GivenColumn[],
  rows: readonly (readonly { text: string }[])[],
  { widths, room, beside }: { widths: Widths; room: number; beside: number },
): FittedColumn[] {
  const given = columns.map(({ width }) => width)
  const length = (text: string) => extent(text, widths).line
  const longestPart = (text: string) => extent(text, widths).part
  const whole = (text: string) => {
    const { line, part } = extent(text, widths)
    return line <= shortText ? line : part
  }
  const seen = [
    columns.map(({ header }) => length(header) * bold),
    ...rows.slice(0, rowsSeen).map((row) => columns.map((_, at) => length(row[at]?.text ?? ''))),
  ]
  const words = columns.map(({ header, numeric }, at) => {
    let longest = longestPart(header) * bold
    for (const row of rows) {
      const text = row[at]?.text ?? ''
      // No letter is wider than its size.
      if (text.length * spare <= longest) continue
      // A figure stays on one line, in the total too.
      longest = Math.max(longest, numeric ? length(text) * bold : whole(text))
    }
    return longest + 0.2
  })
  const least = words.map((width) => Math.min(longestWord, width))
  const shares = sum(given)
  const plain = given.map((width) => (width / shares) * (room + beside * columns.length) - beside)
  const chosen = choose(least, plain, seen, room - sum(least))
  return chosen.map((width, at) => ({ width: width + beside, divided: width < (words[at] ?? 0) }))
}

function choose(least: readonly number[], given: number[], rows: readonly (readonly number[])[], free: number) {
  if (least.length < 2 || free <= 0) return given
  const fitted = fill(least, rows, free)
  const isTight = given.some((width, at) => width < (least[at] ?? 0))
  return isTight || height(rows, fitted) <= worthwhile * height(rows, given) ? fitted : given
}

/** Gives the free room away bit by bit, each to the column where it helps most. */
function fill(least: readonly number[], rows: readonly (readonly number[])[], free: number): number[] {
  const made = [...least]
  for (let part = 0; part < parts; part += 1) {
    const heights = made.map((width, at) => {
      const wider = [...made]
      wider[at] = width + free / parts
      return height(rows, wider)
    })
    const best = heights.indexOf(Math.min(...heights))
    made[best] = (made[best] ?? 0) + free / parts
  }
  return made
}

/** Height of the rows in lines, smoothly: the longest cell of a row counts most, and the others a little. */
function height(rows: readonly (readonly number[])[], widths: readonly number[]): number {
  let all = 0
  for (const row of rows) {
    let square = 1
    for (const [at, length] of row.entries()) square += (length / (widths[at] ?? 1)) ** 4
    all += square ** 0.25
  }
  return all
}

const sum = (all: readonly number[]): number => all.reduce((one, other) => one + other, 0)
