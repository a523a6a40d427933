/** What a look through shapes and texts has found. */
export type Finding = { kind: 'text' | 'number' | 'zero' | 'light'; at: string; what: string }

/** The last two: half a character, and marks that only stand for something while a text is worked on. */
const unfit = /\bNaN\b|\bundefined\b|\[object |\bInfinity\b|\bnull\b|\p{Cs}|[\u{f0000}-\u{ffffd}]/u
const lit = new Set(['green', 'yellow', 'red'])

/** What is collected while one screen or file is made. */
const kept: { findings: Finding[]; values: number; seen: WeakSet<object> } = {
  findings: [],
  values: 0,
  seen: new WeakSet(),
}

/** Everything found since the last time, and how many values were looked at. */
export function taken(): { findings: Finding[]; values: number } {
  const { findings, values } = kept
  Object.assign(kept, { findings: [], values: 0, seen: new WeakSet() })
  return { findings, values }
}

/** Walks everything a shape holds. What has been walked is not walked again. */
export function lookInto(value: unknown, at: string): void {
  if (value === null || value === undefined || typeof value === 'function' || typeof value === 'boolean') return
  kept.values += 1
  if (typeof value === 'number' && !Number.isFinite(value)) kept.findings.push({ kind: 'number', at, what: `${value}` })
  if (typeof value === 'string') lookAtText(value, at)
  if (typeof value !== 'object' || kept.seen.has(value)) return
  kept.seen.add(value)
  if (value instanceof Date) {
    if (Number.isNaN(value.getTime())) kept.findings.push({ kind: 'number', at, what: 'a day that does not exist' })
    return
  }
  // Elements were looked at when they were made; promises come as what they become.
  if ('$$typeof' in value || value instanceof Promise || ArrayBuffer.isView(value)) return
  if (value instanceof Map) {
    for (const [key, one] of value) lookInto(one, `${at}.${typeof key === 'string' ? key : '…'}`)
    return
  }
  if (value instanceof Set || Array.isArray(value)) {
    for (const one of value) lookInto(one, at)
    return
  }
  for (const [key, one] of Object.entries(value)) {
    // Markup is made of cells that were looked at as such.
    if (key === 'dangerouslySetInnerHTML') continue
    if (key === 'light' && typeof one === 'string' && lit.has(one)) kept.findings.push({ kind: 'light', at, what: one })
    lookInto(one, `${at}.${key}`)
  }
}

/** A text of a shape, or a whole file that is text. */
export function lookAtText(text: string, at: string): void {
  if (technical.test(text)) return
  if (unfit.test(text) && !at.endsWith('.key')) kept.findings.push({ kind: 'text', at, what: cut(text, unfit) })
  if (/^[-−]?0(\.0+)?$/.test(text)) {
    if (!counted.test(at)) kept.findings.push({ kind: 'zero', at, what: text })
  } else if (shownZero.test(text)) kept.findings.push({ kind: 'zero', at: `${at} (shown)`, what: cut(text, shownZero) })
}

/** Addresses, and what forms carry for the server: JSON of rows as they were read. */
const technical = /^(\/|https?:|[[{].*[\]}]$)/s

/** Where a bare 0 is how many there are, a key, or what stands in a form; amounts are never shown without their unit. */
const counted =
  /(\.(key|text|children|cells|known|defaultValue|figures\.value|items\.value)|\/worksFor|option\.value|options\.value|Option\.value)$/

/** `0 €`, `0,00 %`, `€0.00`: a zero that measures something. */
const shownZero = /(?<![\d,.]|\d[\u00a0 ])[-−]?0([,.]0+)?[\u00a0 ]?(€|%(?![0-9A-F]{2})|M€|t€|htkk)|€0(\.0+)?(?![\d.,])/

const cut = (text: string, found: RegExp): string => {
  const index = Math.max(0, text.search(found) - 30)
  return text.slice(index, index + 80)
}

/** What a page says that nobody meant, with what stands round it; null when all is well. */
export function unfitIn(html: string): string | null {
  const plain = html
    .replaceAll(/<(script|style)\b[\s\S]*?<\/\1>/g, ' ')
    .replaceAll('<!-- -->', '')
    .replaceAll(/ (value|href|action|data-[a-z-]+)="([[{/]|https?:)[^"]*"/g, '')
  return unfit.test(plain) ? cut(plain, unfit) : null
}

/** A page or a picture, texts and attributes. Its zeros were looked at on their way into it. */
export function lookAtHtml(html: string, at: string): void {
  const what = unfitIn(html)
  if (what !== null) kept.findings.push({ kind: 'text', at: `${at} (page)`, what })
}
