import { XMLParser } from 'fast-xml-parser'
import { strFromU8, unzipSync } from 'fflate'

// Reads a deck with other libraries than wrote it: fast-xml-parser in document order.
const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  trimValues: false,
  parseTagValue: false,
  parseAttributeValue: false,
  processEntities: true,
  htmlEntities: true,
})

export type Node = { tag: string; attributes: Record<string, string>; children: Node[]; text: string }

type Raw = { [key: string]: Raw[] | string } & { ':@'?: Record<string, string> }

function nodeOf(raw: Raw): Node {
  const tag = Object.keys(raw).find((key) => key !== ':@') ?? ''
  if (tag === '#text') return { tag, attributes: {}, children: [], text: String(raw[tag]) }
  const children = (raw[tag] as Raw[]).map(nodeOf)
  return { tag, attributes: raw[':@'] ?? {}, children, text: children.map((child) => child.text).join('') }
}

export function readXml(text: string): Node {
  const children = (parser.parse(text) as Raw[]).map(nodeOf)
  return { tag: '', attributes: {}, children, text: children.map((child) => child.text).join('') }
}

export const all = (node: Node, tag: string): Node[] =>
  node.children.flatMap((child) => [...(child.tag === tag ? [child] : []), ...all(child, tag)])
export const one = (node: Node, tag: string): Node | undefined => all(node, tag)[0]

export type Part = { name: string; xml: Node; relations: Map<string, string> }

export type ReadDeck = {
  names: string[]
  part: (name: string) => Part
  slides: Part[]
  notes: Part[]
  bytes: (name: string) => Uint8Array
}

export function readDeck(pptx: Uint8Array): ReadDeck {
  const files = unzipSync(pptx)
  const bytes = (name: string): Uint8Array => {
    const found = files[name]
    if (!found) throw new Error(`the file has no part ${name}`)
    return found
  }
  const part = (name: string): Part => {
    const rels = name.replace(/([^/]+)$/, '_rels/$1.rels')
    const relations = files[rels] ? all(readXml(strFromU8(files[rels])), 'Relationship') : []
    return {
      name,
      xml: readXml(strFromU8(bytes(name))),
      relations: new Map(relations.map(({ attributes }) => [attributes.Id ?? '', attributes.Target ?? ''])),
    }
  }
  const numbered = (pattern: RegExp) =>
    Object.keys(files)
      .flatMap((name) => {
        const number = pattern.exec(name)?.[1]
        return number ? [{ name, number: Number(number) }] : []
      })
      .sort((a, b) => a.number - b.number)
      .map(({ name }) => part(name))
  return {
    names: Object.keys(files),
    part,
    bytes,
    slides: numbered(/^ppt\/slides\/slide(\d+)\.xml$/),
    notes: numbered(/^ppt\/notesSlides\/notesSlide(\d+)\.xml$/),
  }
}

/** Texts of the paragraphs inside, in their order. */
export const paragraphTexts = (node: Node): string[] =>
  all(node, 'a:p').map((paragraph) =>
    all(paragraph, 'a:t')
      .map((text) => text.text)
      .join(''),
  )

export const titleOf = (slide: Part): string | undefined => {
  const title = all(slide.xml, 'p:sp').find((shape) => one(shape, 'p:ph')?.attributes.type === 'title')
  return title && paragraphTexts(title).join('\n')
}
