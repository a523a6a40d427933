/** Points of a row of one line, and of each line more, in the letters of our workbooks (Arial 10). */
const [oneLine, nextLine] = [15, 12.75] as const
/** The highest row that Excel takes, in points. */
const highest = 409

/**
 * Height of a row in points, so that texts that are broken into lines do not run over the row below in programs that do not
 * measure rows when they open a file; null when one line is enough. `widths`: characters that each column has room for, null
 * where texts are not broken.
 */
export function rowHeight(
  cells: readonly (string | number | null)[],
  widths: readonly (number | null)[],
): number | null {
  let most = 1
  // Asked at every cell of a long list: counted by hand, which takes a fraction of the time of an iterator.
  for (let index = 0; index < widths.length; index += 1) {
    const width = widths[index]
    const cell = cells[index]
    if (typeof width === 'number' && typeof cell === 'string') most = Math.max(most, linesOf(cell, width))
  }
  return most === 1 ? null : Math.min(highest, oneLine + (most - 1) * nextLine)
}

/** Lines of a text in a column that has room for so many characters. A little too many is no harm: letters differ in width. */
function linesOf(text: string, width: number): number {
  if (text.length <= width && !text.includes('\n')) return 1
  return text.split('\n').reduce((count, line) => count + brokenLines(line, width), 0)
}

function brokenLines(line: string, width: number): number {
  if (line.length <= width) return 1
  let [count, used] = [1, 0]
  for (const { length } of line.split(' ')) {
    if (used > 0 && used + 1 + length <= width) used += 1 + length
    else {
      // A word that no line has room for goes on in the next ones.
      const more = Math.max(0, Math.ceil(length / width) - 1)
      count += (used > 0 ? 1 : 0) + more
      used = length - more * width
    }
  }
  return count
}
