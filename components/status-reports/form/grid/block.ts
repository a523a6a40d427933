/**
 * Cells of a block copied from a spreadsheet: rows by line breaks, cells by tabs; a cell that holds either stands in quotes,
 * with its own quotes doubled. A line break at the very end ends the last row. One cell without any of them is no block.
 */
export function readBlock(text: string): string[][] {
  const rows: string[][] = [[]]
  let cell = ''
  let quoted = false
  const source = text.replace(/\r\n?/g, '\n').replace(/\n$/, '')
  for (let at = 0; at < source.length; at += 1) {
    const sign = source[at] ?? ''
    if (quoted && sign === '"' && source[at + 1] === '"') {
      cell += '"'
      at += 1
    } else if (sign === '"' && (quoted || cell === '')) quoted = !quoted
    else if (!quoted && (sign === '\t' || sign === '\n')) {
      rows.at(-1)?.push(cell)
      cell = ''
      if (sign === '\n') rows.push([])
    } else cell += sign
  }
  rows.at(-1)?.push(cell)
  return rows
}

export const isBlock = (text: string): boolean => /[\t\n]/.test(text.replace(/\r\n?/g, '\n').replace(/\n$/, ''))

type Target = { path: string; choices?: readonly { value: string; label: string }[] }

export type Placed =
  | { ok: true; texts: { path: string; text: string }[] }
  | { ok: false; why: 'TOO_LARGE' }
  /** Every cell that is wrong */
  | { ok: false; why: 'NO_CHOICE'; cells: { path: string; text: string }[] }

/**
 * Where the cells of a block go, from the given place of the grid down and to the right; null in the grid is a place nobody can
 * write. The whole block fits, or nothing of it is taken. An empty cell leaves what is there.
 */
export function placeBlock(
  block: readonly (readonly string[])[],
  grid: readonly (readonly (Target | null)[])[],
  [row, column]: readonly [number, number],
): Placed {
  const texts: { path: string; text: string }[] = []
  const wrong: { path: string; text: string }[] = []
  for (const [down, cells] of block.entries()) {
    for (const [across, cell] of cells.entries()) {
      const text = cell.trim()
      if (text === '') continue
      const target = grid[row + down]?.[column + across]
      if (!target) return { ok: false, why: 'TOO_LARGE' }
      const chosen = target.choices?.find(({ value, label }) => [value, label].some((one) => alike(one, text)))
      if (target.choices && !chosen) wrong.push({ path: target.path, text })
      texts.push({ path: target.path, text: chosen?.value ?? text })
    }
  }
  return wrong.length > 0 ? { ok: false, why: 'NO_CHOICE', cells: wrong } : { ok: true, texts }
}

const alike = (one: string, other: string) => one.toLocaleLowerCase('fi') === other.toLocaleLowerCase('fi')
