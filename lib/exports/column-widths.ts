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
  let line = 0
  let part = 0
  let longestLine = 0
  let longestPart = 0
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

/**
 * Gives the free room away bit by bit, each to the column where it helps most. Only the column that grew is weighed again: a
 * long report has many tables, and all else of its making waits for this.
 */
function fill(least: readonly number[], rows: readonly (readonly number[])[], free: number): number[] {
  const made = [...least]
  const wider = (at: number) => (made[at] ?? 0) + free / parts
  const weights = made.map((width, at) => weighed(rows, at, width))
  const lighter = made.map((_, at) => weighed(rows, at, wider(at)))
  const whole = summed(weights, rows.length)
  for (let part = 0; part < parts; part += 1) {
    const heights = made.map((_, at) => stacked(whole, weights[at] ?? none, lighter[at] ?? none))
    const best = heights.indexOf(Math.min(...heights))
    made[best] = wider(best)
    exchange(whole, weights[best] ?? none, lighter[best] ?? none)
    weights[best] = lighter[best] ?? none
    lighter[best] = weighed(rows, best, wider(best))
  }
  return made
}

/** Height of the rows in lines, smoothly: the longest cell of a row counts most, and the others a little. */
function height(rows: readonly (readonly number[])[], widths: readonly number[]): number {
  const weights = widths.map((width, at) => weighed(rows, at, width))
  return stacked(summed(weights, rows.length), none, none)
}

const none = new Float64Array()

/** What the text of a column weighs in each row. */
function weighed(rows: readonly (readonly number[])[], at: number, width: number): Float64Array {
  const weights = new Float64Array(rows.length)
  for (let row = 0; row < rows.length; row += 1) {
    const share = (rows[row]?.[at] ?? 0) / width
    weights[row] = share * share * share * share
  }
  return weights
}

function summed(columns: readonly Float64Array[], rows: number): Float64Array {
  const whole = new Float64Array(rows).fill(1)
  for (const weights of columns) exchange(whole, none, weights)
  return whole
}

function exchange(whole: Float64Array, before: Float64Array, after: Float64Array): void {
  for (let row = 0; row < whole.length; row += 1) {
    whole[row] = (whole[row] ?? 0) - (before[row] ?? 0) + (after[row] ?? 0)
  }
}

/** Height of rows of these weights, were one column to weigh something else. */
function stacked(whole: Float64Array, before: Float64Array, after: Float64Array): number {
  let all = 0
  for (let row = 0; row < whole.length; row += 1) {
    // The fourth root, as two square ones
    all += Math.sqrt(Math.sqrt((whole[row] ?? 0) - (before[row] ?? 0) + (after[row] ?? 0)))
  }
  return all
}

const sum = (all: readonly number[]): number => all.reduce((one, other) => one + other, 0)
