/** HTML as word processors put it on the clipboard: read as far as its words, structure and the little of its looks that count. */
export type HtmlNode = { tag: string; attributes: ReadonlyMap<string, string>; children: (HtmlNode | string)[] }

const pieces =
  /<!--[\s\S]*?-->|<!\[[^>]*\]>|<!doctype[^>]*>|<\?[^>]*>|<(\/?)([a-z][\w:-]*)((?:[^"'>]|"[^"]*"|'[^']*')*)>|[^<]+|</gi
const empty = new Set(['br', 'img', 'meta', 'link', 'input', 'hr', 'col', 'base', 'wbr'])
/** What an opening tag ends when it stands open, up to what holds both. */
const ends: Readonly<Record<string, readonly string[]>> = {
  p: ['p'],
  li: ['li', 'p'],
  td: ['td', 'th', 'p'],
  th: ['td', 'th', 'p'],
  tr: ['tr', 'td', 'th', 'p'],
  ul: ['p'],
  ol: ['p'],
  table: ['p'],
  div: ['p'],
}
/** Nothing in these was ever written by a person. */
const unread = /<(style|script|head|title|xml|template|noscript|object|svg|math)\b[\s\S]*?<\/\1\s*>/gi

/** The tree of a text in HTML; whatever is wrong with it, words are not lost. */
export function parseHtml(html: string): HtmlNode {
  const root: HtmlNode = { tag: 'body', attributes: new Map(), children: [] }
  const open: HtmlNode[] = [root]
  const top = () => open.at(-1) ?? root
  for (const [whole, slash, name, rest = ''] of html.replace(unread, '').matchAll(pieces)) {
    if (name === undefined) {
      if (!/^<[!?]/.test(whole)) top().children.push(decoded(whole))
      continue
    }
    const tag = name.toLowerCase()
    if (slash === '/') {
      const at = open.findLastIndex((node) => node.tag === tag)
      if (at > 0) open.length = at
      continue
    }
    while (open.length > 1 && ends[tag]?.includes(top().tag)) open.pop()
    const node: HtmlNode = { tag, attributes: attributesOf(rest), children: [] }
    top().children.push(node)
    if (!empty.has(tag) && !rest.trimEnd().endsWith('/')) open.push(node)
  }
  return root
}

function attributesOf(text: string): Map<string, string> {
  const found = new Map<string, string>()
  for (const [, name = '', double, single, bare] of text.matchAll(
    /([a-z][\w:-]*)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/gi,
  ))
    found.set(name.toLowerCase(), decoded(double ?? single ?? bare ?? ''))
  return found
}

const named: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
  shy: '\u00ad',
  ndash: '–',
  mdash: '—',
  hellip: '…',
  bull: '•',
  middot: '·',
  sect: '§',
  euro: '€',
  deg: '°',
  laquo: '«',
  raquo: '»',
  rsquo: '’',
  lsquo: '‘',
  rdquo: '”',
  ldquo: '“',
  auml: 'ä',
  ouml: 'ö',
  aring: 'å',
  Auml: 'Ä',
  Ouml: 'Ö',
  Aring: 'Å',
}

function decoded(text: string): string {
  return text.replace(
    /&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w+));/gi,
    (whole, hex?: string, digits?: string, name = '') => {
      const code = hex ? Number.parseInt(hex, 16) : Number(digits)
      if (hex ?? digits) return code > 0 && code < 0x110000 ? String.fromCodePoint(code) : ''
      return named[String(name)] ?? whole
    },
  )
}

/** The text in it as a browser would show it: line ends are spaces, other spaces count once. */
export function seenText(node: HtmlNode | string): string {
  return spaced(rawText(node)).trim()
}

function rawText(node: HtmlNode | string): string {
  if (typeof node === 'string') return node
  return node.tag === 'br' ? '\n' : node.children.map(rawText).join('')
}

/** Spaces as they are seen; those that do not break are spaces, and signs nobody sees are left out. */
export function spaced(text: string): string {
  return text
    .replace(/[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\ufeff]/g, '')
    .replace(/[ \t\r\n\f]+/g, ' ')
    .replace(/[\u00a0\u2000-\u200a\u202f\u205f\u3000]/g, ' ')
}

/** What the style attribute says of a property, in small letters; empty when nothing. */
export function styleOf({ attributes }: HtmlNode, property: string): string {
  const found = new RegExp(`(?:^|;)\\s*${property}\\s*:\\s*([^;]+)`, 'i').exec(attributes.get('style') ?? '')
  return found?.[1]?.trim().toLowerCase() ?? ''
}

/** All nodes inside, outermost first. */
export function nodesIn(node: HtmlNode): HtmlNode[] {
  return node.children.flatMap((child) => (typeof child === 'string' ? [] : [child, ...nodesIn(child)]))
}
