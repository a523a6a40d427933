/** One typed row of a breakdown: the name of a part and its value. */
export type TypedPart = { label: string; value: string }

/** A value as it is typed part by part: a total that may be empty, and the parts. */
export type TypedBreakdown = { total: string; parts: TypedPart[] }

/**
 * The one text that a breakdown is kept as: `40 (Kajaani: 28; Kuhmo: ei tiedossa)`, without a total the parts alone, without
 * parts the total alone. Rows in which nothing is typed are left out.
 */
export function joinBreakdown({ total, parts }: TypedBreakdown): string {
  const list = parts
    .map(({ label, value }) => ({ label: inOneRow(label), value: inOneRow(value) }))
    .filter(({ label, value }) => label !== '' || value !== '')
    .map(({ label, value }) => `${label}: ${value}`.trim())
    .join('; ')
  const whole = total.trim()
  if (list === '' || whole === '') return list || whole
  return `${whole} (${list})`
}

const inOneRow = (text: string): string => text.replace(/[;\n]+/g, ',').trim()

/** The rows of such a text, also of one pasted with a part on each line. What names no part is a total. */
export function splitBreakdown(text: string): TypedBreakdown {
  const whole = text.trim()
  const opened = whole.indexOf('(')
  const before = opened < 0 ? '' : whole.slice(0, opened)
  if (opened >= 0 && !/[:;\n]/.test(before) && closesAtEnd(whole, opened)) {
    const inner = whole.slice(opened + 1, -1)
    if (inner.includes(':')) return { total: before.trim(), parts: rowsOf(inner) }
  }
  return whole.includes(':') ? { total: '', parts: rowsOf(whole) } : { total: whole, parts: [] }
}

/** Whether the bracket that opens here is the one that closes at the very end. */
function closesAtEnd(text: string, opened: number): boolean {
  let depth = 0
  for (let at = opened; at < text.length; at += 1) {
    if (text[at] === '(') depth += 1
    if (text[at] === ')') depth -= 1
    if (depth === 0) return at === text.length - 1
  }
  return false
}

/** The last colon with a space after it ends the name, so that `klo 8:00–16:00: 5` is named by its hours. */
function rowsOf(list: string): TypedPart[] {
  return list
    .split(/[;\n]+/)
    .map((row) => row.trim())
    .filter((row) => row !== '')
    .map((row) => {
      const [, label = '', value = row] =
        /^(.*?)\s*:\s+(?!.*:\s)(.*)$/s.exec(`${row} `) ?? /^(.*?)\s*:(.*)$/s.exec(row) ?? []
      return { label: label.trim(), value: value.trim() }
    })
}
