import { Refused } from '@/lib/platform/refused-file'

/** An element with its prefix as the format's own documents write it: "w:p", "wp:docPr". */
export type XmlNode = { name: string; attributes: Readonly<Record<string, string>>; children: (XmlNode | string)[] }

/** Deeper is no text that somebody wrote. */
const deepest = 200

/** Shared by all elements that end where they begin; nothing is ever put into it. */
const childless: (XmlNode | string)[] = []

/** Prefixes by what they stand for, so that a document with prefixes of its own is read, too. */
const prefixes: readonly (readonly [RegExp, string])[] = [
  [/\/wordprocessingml\/(?:2006\/)?main$/, 'w'],
  [/\/officeDocument\/(?:2006\/)?relationships$/, 'r'],
  [/\/drawingml\/(?:2006\/)?main$/, 'a'],
  [/\/drawingml\/(?:2006\/)?wordprocessingDrawing$/, 'wp'],
  [/\/drawingml\/(?:2006\/)?chart$/, 'c'],
  [/\/drawingml\/(?:2006\/)?diagram$/, 'dgm'],
  [/\/officeDocument\/(?:2006\/)?math$/, 'm'],
  [/\/markup-compatibility\/2006$/, 'mc'],
  [/^urn:schemas-microsoft-com:vml$/, 'v'],
]

const piece =
  /<(?:!--[\s\S]*?-->|\?[\s\S]*?\?>|!\[CDATA\[([\s\S]*?)\]\]>|(!DOCTYPE|!ENTITY|!)|\/([^\s>/]+)\s*>|([^\s/>!?<]+)((?:\s+[^\s=>/]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>)/gy

/**
 * The tree of a part. No DOCTYPE and no entities but the five of XML and characters by number: nothing can be fetched, and
 * nothing grows while it is read.
 * @param take is given every element right inside the body when it ends; the tree then does not hold them, so that a long
 * document needs no more memory than its longest part
 * @throws Refused DOCTYPE, DAMAGED, TOO_DEEP
 */
export function parseXml(text: string, part: string, take?: (node: XmlNode) => void): XmlNode {
  const root: XmlNode = { name: '', attributes: {}, children: [] }
  const open: XmlNode[] = [root]
  const names = new Map<string, string>()
  let aliases: Map<string, string> | null = null
  let at = text.charCodeAt(0) === 0xfeff ? 1 : 0
  const nameOf = (written: string): string => {
    const known = names.get(written)
    if (known !== undefined) return known
    const [prefix = '', local] = written.split(':')
    const name = local === undefined ? written : `${aliases?.get(prefix) ?? prefix}:${local}`
    names.set(written, name)
    return name
  }
  /** Whether an element that begins or has just ended here stands right inside the body. */
  const isTaken = (): boolean => take !== undefined && open.length === 3 && open[2]?.name === 'w:body'
  while (at < text.length) {
    const next = text.indexOf('<', at)
    const words = text.slice(at, next < 0 ? text.length : next)
    if (isTaken()) {
      // Nothing is written between the parts of a body.
    } else if (words !== '' && open.length > 1) open.at(-1)?.children.push(decoded(words, part))
    else if (words.trim() !== '') throw new Refused('DAMAGED', part)
    if (next < 0) break
    piece.lastIndex = next
    const match = piece.exec(text)
    if (!match)
      throw new Refused(/^<!(?:DOCTYPE|ENTITY)/i.test(text.slice(next, next + 9)) ? 'DOCTYPE' : 'DAMAGED', part)
    at = piece.lastIndex
    const [, data, declaration, end, begin, given = '', empty] = match
    if (declaration !== undefined) throw new Refused('DOCTYPE', part)
    if (data !== undefined) open.at(-1)?.children.push(data)
    else if (end !== undefined) {
      const ended = open.length > 1 ? open.pop() : undefined
      if (ended?.name !== nameOf(end)) throw new Refused('DAMAGED', part)
      if (isTaken()) take?.(ended)
    } else if (begin !== undefined) {
      if (open.length > deepest) throw new Refused('TOO_DEEP', part)
      aliases ??= aliasesIn(given)
      const node: XmlNode = {
        name: nameOf(begin),
        attributes: attributesOf(given, nameOf, part),
        children: empty === '' ? [] : childless,
      }
      if (!isTaken()) open.at(-1)?.children.push(node)
      else if (empty !== '') take?.(node)
      if (empty === '') open.push(node)
    }
  }
  const [top] = root.children
  if (open.length > 1 || typeof top !== 'object') throw new Refused('DAMAGED', part)
  return top
}

const attribute = /\s+([^\s=>/]+)\s*=\s*(?:"([^"<]*)"|'([^'<]*)')/g

function aliasesIn(given: string): Map<string, string> {
  const found = new Map<string, string>()
  for (const [, name = '', double, single] of given.matchAll(attribute)) {
    const known = name.startsWith('xmlns:') ? prefixes.find(([uri]) => uri.test(double ?? single ?? '')) : undefined
    if (known) found.set(name.slice(6), known[1])
  }
  return found
}

const none: Readonly<Record<string, string>> = {}

function attributesOf(given: string, nameOf: (name: string) => string, part: string): XmlNode['attributes'] {
  if (given === '') return none
  const found: Record<string, string> = Object.create(null) as Record<string, string>
  for (const [, name = '', double, single] of given.matchAll(attribute)) {
    if (!name.startsWith('xmlns')) found[nameOf(name)] = decoded(double ?? single ?? '', part)
  }
  return found
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

function decoded(text: string, part: string): string {
  if (!text.includes('&')) return text
  return text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w+));/gi, (_, hex?: string, digits?: string, name = '') => {
    if (hex === undefined && digits === undefined) {
      const known = Object.hasOwn(entities, String(name)) ? entities[String(name)] : undefined
      if (known === undefined) throw new Refused('DOCTYPE', part)
      return known
    }
    const code = hex === undefined ? Number(digits) : Number.parseInt(hex, 16)
    if (code === 0 || code > 0x10ffff || (code >= 0xd800 && code < 0xe000)) throw new Refused('DAMAGED', part)
    return String.fromCodePoint(code)
  })
}

export function elementsIn(node: XmlNode): XmlNode[] {
  return node.children.filter((child): child is XmlNode => typeof child !== 'string')
}

export function childOf(node: XmlNode | undefined, name: string): XmlNode | undefined {
  return node && elementsIn(node).find((child) => child.name === name)
}

/** All elements of a name inside, outermost first. */
export function allIn(node: XmlNode, name: string): XmlNode[] {
  return elementsIn(node).flatMap((child) => [...(child.name === name ? [child] : []), ...allIn(child, name)])
}

export function textIn(node: XmlNode): string {
  return node.children.map((child) => (typeof child === 'string' ? child : textIn(child))).join('')
}

/** The `w:val` of a child: "Heading1" of `<w:pStyle w:val="Heading1"/>`. */
export function settingOf(node: XmlNode | undefined, name: string): string | undefined {
  return childOf(node, name)?.attributes['w:val']
}

/** Whether a switch like `<w:b/>` is on; undefined when it is not there. */
export function switchOf(node: XmlNode | undefined, name: string): boolean | undefined {
  const found = childOf(node, name)
  return found && !/^(?:0|false|off|none)$/.test(found.attributes['w:val'] ?? '')
}
