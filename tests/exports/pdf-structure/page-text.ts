import type { PdfFile } from '@/tests/exports/pdf-structure/file'
import { type Dict, Name, Operator, Reader, textOf, type Value } from '@/tests/exports/pdf-structure/objects'

/** Text of a page by the number of its marked content, read the way a screen reader does: replacements win over letters. */
export type PageText = { byMark: Map<number, string>; order: number[]; unmarked: string }

type Open = { mark: number | null; artifact: boolean; replaced: boolean }

export function readPageText(file: PdfFile, page: Dict): PageText {
  const fonts = new Map<string, (bytes: Uint8Array) => string>()
  for (const [name, font] of file.dict(file.dict(page.get('Resources')).get('Font'))) {
    fonts.set(name, decoder(file.content(file.dict(font).get('ToUnicode'))))
  }
  const text: PageText = { byMark: new Map(), order: [], unmarked: '' }
  const open: Open[] = []
  let decode = (_: Uint8Array) => ''
  const properties = file.dict(file.dict(page.get('Resources')).get('Properties'))

  const write = (shown: string) => {
    if (open.some((part) => part.replaced || part.artifact)) return
    append(shown)
  }
  const append = (shown: string) => {
    const mark = open.findLast((part) => part.mark !== null)?.mark
    if (mark === undefined || mark === null) text.unmarked += shown
    else text.byMark.set(mark, (text.byMark.get(mark) ?? '') + shown)
  }
  const begin = (tag: Value | undefined, given: Value | undefined) => {
    const dict =
      given instanceof Name ? file.dict(properties.get(given.name)) : given instanceof Map ? given : new Map()
    const mark = dict.get('MCID')
    const replacement = textOf(dict.get('ActualText'))
    const artifact = tag instanceof Name && tag.name === 'Artifact'
    if (typeof mark === 'number') text.order.push(mark)
    const outer = open.some((part) => part.replaced || part.artifact)
    open.push({ mark: typeof mark === 'number' ? mark : null, artifact, replaced: false })
    if (replacement !== null && !outer && !artifact) append(replacement)
    const top = open.at(-1)
    if (top && replacement !== null) top.replaced = true
  }

  const reader = new Reader(file.content(page.get('Contents')))
  let stack: Value[] = []
  for (let item = reader.value(); item !== undefined; item = reader.value()) {
    if (!(item instanceof Operator)) {
      stack.push(item)
      continue
    }
    const [first, second] = stack
    if (item.word === 'BDC' || item.word === 'BMC') begin(first, second)
    else if (item.word === 'EMC') open.pop()
    else if (item.word === 'Tf' && first instanceof Name) decode = fonts.get(first.name) ?? (() => '')
    else if (item.word === 'Tj' && first instanceof Uint8Array) write(decode(first))
    else if (item.word === 'TJ' && Array.isArray(first)) {
      write(first.map((part) => (part instanceof Uint8Array ? decode(part) : '')).join(''))
    }
    stack = []
  }
  return text
}

/** What two-byte glyph numbers mean, from the font's ToUnicode map. */
function decoder(map: Uint8Array): (bytes: Uint8Array) => string {
  const meaning = new Map<number, string>()
  const source = Buffer.from(map).toString('latin1')
  const unicode = (hex: string) => Buffer.from(hex, 'hex').swap16().toString('utf16le')
  for (const [, body = ''] of source.matchAll(/beginbfchar([\s\S]*?)endbfchar/g)) {
    for (const [, from = '', to = ''] of body.matchAll(/<([0-9A-F]+)>\s*<([0-9A-F]+)>/gi)) {
      meaning.set(Number.parseInt(from, 16), unicode(to))
    }
  }
  for (const [, body = ''] of source.matchAll(/beginbfrange([\s\S]*?)endbfrange/g)) {
    for (const [, low = '', high = '', to = ''] of body.matchAll(/<([0-9A-F]+)>\s*<([0-9A-F]+)>\s*<([0-9A-F]+)>/gi)) {
      const start = unicode(to).codePointAt(0) ?? 0
      const from = Number.parseInt(low, 16)
      for (let glyph = from; glyph <= Number.parseInt(high, 16); glyph += 1) {
        meaning.set(glyph, String.fromCodePoint(start + glyph - from))
      }
    }
  }
  return (bytes) => {
    let shown = ''
    for (let at = 0; at + 1 < bytes.length; at += 2)
      shown += meaning.get(((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0)) ?? ''
    return shown
  }
}
