import { XMLValidator } from 'fast-xml-parser'
import { strFromU8, unzipSync } from 'fflate'
import { all, type Node, one, readXml } from '../deck/read-deck'

export type Line = { style: string; text: string; node: Node }

export type ReadDocx = {
  names: string[]
  /** Text of a part; throws when it is not there */
  text: (name: string) => string
  xml: (name: string) => Node
  size: (name: string) => number
}

/** Reads a Word document with other libraries than wrote it. */
export function readDocx(docx: Uint8Array): ReadDocx {
  const files = unzipSync(docx)
  const bytes = (name: string): Uint8Array => {
    const found = files[name]
    if (!found) throw new Error(`the file has no part ${name}`)
    return found
  }
  const read = new Map<string, Node>()
  const text = (name: string) => strFromU8(bytes(name))
  return {
    names: Object.keys(files),
    text,
    size: (name) => bytes(name).length,
    xml: (name) => {
      const known = read.get(name)
      if (known) return known
      const wrong = XMLValidator.validate(text(name))
      if (wrong !== true) throw new Error(`${name} is no XML: ${wrong.err.msg}`)
      const made = readXml(text(name))
      read.set(name, made)
      return made
    },
  }
}

export const body = (docx: ReadDocx): Node => {
  const found = one(docx.xml('word/document.xml'), 'w:body')
  if (!found) throw new Error('the document has no body')
  return found
}

/** What a reader sees of a run of nodes: texts, line ends and tabs; not the instructions of fields. */
export function shownText(node: Node): string {
  if (node.tag === 'w:t') return node.text
  if (node.tag === 'w:br') return '\n'
  if (node.tag === 'w:tab') return node.attributes['w:pos'] === undefined ? '\t' : ''
  return node.tag === 'w:instrText' ? '' : node.children.map(shownText).join('')
}

/** Every paragraph in reading order, those in cells of tables too. */
export const lines = (node: Node): Line[] =>
  all(node, 'w:p').map((paragraph) => ({
    style: one(paragraph, 'w:pStyle')?.attributes['w:val'] ?? '',
    text: shownText(paragraph),
    node: paragraph,
  }))

/** The paragraphs of the report itself, behind the title page and the contents: from its first heading on. */
export function reportLines(docx: ReadDocx): Line[] {
  const found = lines(body(docx))
  return found.slice(found.findIndex(({ style }) => style === 'Heading1'))
}

/** The text that each bookmark holds. */
export function bookmarkTexts(docx: ReadDocx): Map<string, string> {
  const held = new Map<string, string>()
  const open = new Map<string, string>()
  const walk = (node: Node): void => {
    const { attributes } = node
    if (node.tag === 'w:bookmarkStart') {
      open.set(attributes['w:id'] ?? '', attributes['w:name'] ?? '')
      held.set(attributes['w:name'] ?? '', '')
    } else if (node.tag === 'w:bookmarkEnd') open.delete(attributes['w:id'] ?? '')
    else if (node.tag === 'w:t') for (const name of open.values()) held.set(name, `${held.get(name)}${node.text}`)
    else node.children.forEach(walk)
  }
  walk(body(docx))
  return held
}

/** Fields written as one element, with what they show now. */
export const fields = (docx: ReadDocx, kind: string): { instruction: string; shown: string }[] =>
  all(body(docx), 'w:fldSimple')
    .map((field) => ({ instruction: field.attributes['w:instr'] ?? '', shown: shownText(field) }))
    .filter(({ instruction }) => instruction.startsWith(`${kind} `))
