type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement

type Press = { key: string; shift: boolean; plain: boolean }

/** What the caret of a control allows: a choice keeps its own arrows, a text is left only from its ends. */
export type Caret = { kind: 'choice' } | { kind: 'text'; atStart: boolean; atEnd: boolean; isLine: boolean }

/**
 * Rows and columns to go for a key; null when the key means what it always does. Arrows up and down leave a line of text
 * anywhere, longer texts and the other arrows only at the ends of the text; Enter goes down.
 */
export function stepOf({ key, shift, plain }: Press, caret: Caret): [rows: number, columns: number] | null {
  if (!plain) return null
  if (key === 'Enter') return caret.kind === 'text' && !caret.isLine ? null : [shift ? -1 : 1, 0]
  if (shift || caret.kind === 'choice') return null
  const { atStart, atEnd, isLine } = caret
  if (key === 'ArrowUp') return isLine || atStart ? [-1, 0] : null
  if (key === 'ArrowDown') return isLine || atEnd ? [1, 0] : null
  if (key === 'ArrowLeft') return atStart ? [0, -1] : null
  return key === 'ArrowRight' && atEnd ? [0, 1] : null
}

export function caretOf(control: Control): Caret {
  if (control instanceof HTMLSelectElement) return { kind: 'choice' }
  const { selectionStart, selectionEnd, value } = control
  return {
    kind: 'text',
    atStart: selectionStart === 0 && selectionEnd === 0,
    atEnd: selectionStart === value.length && selectionEnd === value.length,
    isLine: control instanceof HTMLInputElement || !value.includes('\n'),
  }
}

/** The nearest place in a direction that can be written; null at the edge. */
export function nextPlace(
  grid: readonly (readonly (unknown | null)[])[],
  [row, column]: readonly [number, number],
  [rows, columns]: readonly [number, number],
): [number, number] | null {
  let [at, beside] = [row + rows, column + columns]
  while (grid[at] !== undefined && beside >= 0 && beside < (grid[at]?.length ?? 0)) {
    if (grid[at]?.[beside]) return [at, beside]
    at += rows
    beside += columns
  }
  return null
}
