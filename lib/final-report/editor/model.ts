import {
  type Binding,
  type BlockContent,
  type BlockOrigin,
  blockTypes,
  type Run,
  type WrittenBlock,
} from '@/lib/final-report/blocks/model'
import { Bindings, type EditorNode, inlinesOf, runsOf } from '@/lib/final-report/editor/inlines/model'

/** The one field that a section is to what keeps and saves typed texts. */
export const blocksField = 'blocks'

/** More is no section: a reader would not get through it, nor a browser. */
export const longestSection = 1_000_000

/** The blocks of a section as the document of the editor. Where nothing is written there is an empty paragraph to write in. */
export function editorDocument(blocks: readonly WrittenBlock[], newId: () => string): EditorNode {
  const content = blocks.map(nodeOf)
  return { type: 'doc', content: content.length > 0 ? content : [{ type: 'paragraph', attrs: { id: newId() } }] }
}

function nodeOf(block: WrittenBlock): EditorNode {
  const { id, bindings, from } = block
  const attrs = { id, from }
  switch (block.type) {
    case 'paragraph':
      return { type: 'paragraph', attrs, ...inside(inlinesOf(block.content.runs, bindings)) }
    case 'heading': {
      const { text, level } = block.content
      return { type: 'heading', attrs: { ...attrs, level }, content: [{ type: 'text', text }] }
    }
    case 'quote': {
      const { runs, attribution } = block.content
      return { type: 'quote', attrs: { ...attrs, attribution }, ...inside(inlinesOf(runs, bindings)) }
    }
    case 'list': {
      const { ordered, items } = block.content
      const content = items.map((runs) => ({ type: 'list_item', ...inside(inlinesOf(runs, bindings)) }))
      return { type: 'list', attrs: { ...attrs, ordered }, content }
    }
    default: {
      const { id: _, ...rest } = block
      return { type: 'embed', attrs: { id, block: rest } }
    }
  }
}

const inside = (content: EditorNode[]) => (content.length > 0 ? { content } : {})

/** A block as an embed of the editor holds it. */
export type EmbeddedBlock = BlockContent & Pick<WrittenBlock, 'bindings' | 'file' | 'from'>

/** The blocks that the editor's document holds. What is empty is not a block: it is left out. */
export function editorBlocks(document: EditorNode): WrittenBlock[] {
  return (document.content ?? []).flatMap((node) => blockOf(node) ?? [])
}

function blockOf({ type, attrs = {}, content = [] }: EditorNode): WrittenBlock | null {
  const id = String(attrs.id ?? '')
  const from = (attrs.from ?? null) as BlockOrigin | null
  const whole = (lines: readonly EditorNode[][]): { lines: Run[][]; bindings: Binding[] } => {
    const bindings = new Bindings(lines)
    return { lines: lines.map((line) => runsOf(line, bindings)), bindings: bindings.made }
  }
  switch (type) {
    case 'paragraph': {
      const { lines, bindings } = whole([content])
      const [runs = []] = lines
      return runs.length === 0 ? null : { id, type, content: { runs }, bindings, file: null, from }
    }
    case 'heading': {
      const text = content.map((node) => node.text ?? '').join('')
      const level = attrs.level === 2 ? 2 : 1
      return text.trim() === '' ? null : { id, type, content: { text, level }, bindings: [], file: null, from }
    }
    case 'quote': {
      const { lines, bindings } = whole([content])
      const [runs = []] = lines
      const attribution = typeof attrs.attribution === 'string' && attrs.attribution !== '' ? attrs.attribution : null
      return runs.length === 0 ? null : { id, type, content: { runs, attribution }, bindings, file: null, from }
    }
    case 'list': {
      const { lines, bindings } = whole(content.map((item) => item.content ?? []))
      const items = lines.filter((runs) => runs.length > 0)
      const ordered = attrs.ordered === true
      return items.length === 0 ? null : { id, type, content: { ordered, items }, bindings, file: null, from }
    }
    case 'embed':
      return embedded(id, attrs.block as EmbeddedBlock)
    default:
      return null
  }
}

function embedded(id: string, block: EmbeddedBlock): WrittenBlock | null {
  if (block.type !== 'links') return { ...block, id }
  // A link that has not got both its text and its address yet leads nowhere.
  const items = block.content.items.filter((item) => item.text.trim() !== '' && item.address.trim() !== '')
  return items.length === 0 ? null : { ...block, id, content: { items } }
}

/** Whether a text says what blocks are, as far as what reads it must know. */
function isBlock(value: unknown): value is WrittenBlock {
  if (typeof value !== 'object' || value === null) return false
  const { id, type, bindings, content } = value as Record<string, unknown>
  const known = type === 'unreadable' || (blockTypes.some((one) => one === type) && typeof content === 'object')
  return typeof id === 'string' && known && Array.isArray(bindings)
}

/** The blocks as one text that is the same for the same blocks, wherever it was made. */
export function sectionText(blocks: readonly WrittenBlock[]): string {
  const written = blocks.map((block) => ({
    id: block.id,
    type: block.type,
    ...(block.type !== 'unreadable' && { content: block.content }),
    bindings: block.bindings,
    file: block.file,
    from: block.from,
  }))
  return JSON.stringify(written, (_key, value: unknown) => (isPlain(value) ? inOrder(value) : value))
}

const isPlain = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const inOrder = (value: object): object =>
  Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)))

/** The blocks that such a text tells of; null when it is none. */
export function readSectionText(text: string): WrittenBlock[] | null {
  try {
    const read: unknown = JSON.parse(text)
    return Array.isArray(read) && read.every(isBlock) ? read : null
  } catch {
    return null
  }
}
