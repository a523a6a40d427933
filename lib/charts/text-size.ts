// Widths of Source Sans 3 letters by class, in em; good to a few per cent, which is enough to leave room for a label.
const classes: readonly [RegExp, number][] = [
  [/[iljI.,:;'’|!·\u00a0 ]/, 0.25],
  [/[ftr()\-–/]/, 0.35],
  [/[mwMW%@—]/, 0.82],
  [/[A-ZÅÄÖÆØ]/, 0.6],
]

/** Width of a line of text in the unit of `size`. */
export function textWidth(text: string, size: number, bold = false): number {
  let em = 0
  for (const letter of text) em += classes.find(([pattern]) => pattern.test(letter))?.[1] ?? 0.51
  return em * size * (bold ? 1.06 : 1)
}

/** Breaks text at spaces into lines of at most `width`; the last of `most` lines ends with an ellipsis if text is left. */
export function wrapText(text: string, width: number, size: number, most = 3): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(' ')) {
    const longer = line ? `${line} ${word}` : word
    if (line && textWidth(longer, size) > width) {
      lines.push(line)
      line = word
    } else line = longer
  }
  lines.push(line)
  if (lines.length <= most) return lines
  return [...lines.slice(0, most - 1), shorten(lines.slice(most - 1).join(' '), width, size)]
}

function shorten(text: string, width: number, size: number): string {
  if (textWidth(text, size) <= width) return text
  let kept = text
  while (kept.length > 1 && textWidth(`${kept}…`, size) > width) kept = kept.slice(0, -1)
  return `${kept.trimEnd()}…`
}
