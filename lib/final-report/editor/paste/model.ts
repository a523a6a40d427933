import { type FreeCell, isAddress } from '@/lib/final-report/blocks/model'
import type { EditorMark, EditorNode } from '@/lib/final-report/editor/inlines/model'
import type { EmbeddedBlock } from '@/lib/final-report/editor/model'
import {
  type HtmlNode,
  nodesIn,
  parseHtml,
  seenText,
  spaced,
  styleOf,
} from '@/lib/final-report/editor/paste/html/model'

/**
 * What was copied in Word, Google Docs, a mail or a page, as blocks of a report: headings, paragraphs, lists (Word's too, which
 * are paragraphs that say so), tables, quotes, bold, italic, links, footnotes. Styles, scripts and pictures are left out.
 */
export function pastedNodes(html: string): EditorNode[] {
  const root = parseHtml(html)
  const notes = footnotesIn(root)
  return new Reading(notes).blocks(root)
}

const blockTags = new Set(
  'body html div section article main header footer center form fieldset figure figcaption dl dt dd address p h1 h2 h3 h4 h5 h6 ul ol li table tbody thead tfoot tr td th blockquote pre hr'.split(
    ' ',
  ),
)
const holdsBlocks = (node: HtmlNode): boolean => nodesIn(node).some((inner) => blockTags.has(inner.tag))

type Line = EditorNode[]

class Reading {
  private readonly made: EditorNode[] = []
  /** Text that stands between blocks without one of its own */
  private loose: Line = []

  private readonly notes: ReadonlyMap<string, string>

  constructor(notes: ReadonlyMap<string, string>) {
    this.notes = notes
  }

  blocks(root: HtmlNode): EditorNode[] {
    this.inside(root, [])
    this.endLoose()
    return this.made
  }

  private inside(node: HtmlNode, marks: EditorMark[]): void {
    for (const child of node.children) {
      if (typeof child === 'string') this.loose.push(...this.line(child, marks))
      else if (isFootnote(child)) continue
      else if (blockTags.has(child.tag) || holdsBlocks(child)) this.block(child, marks)
      else this.loose.push(...this.line(child, marks))
    }
  }

  private block(node: HtmlNode, marks: EditorMark[]): void {
    this.endLoose()
    const listed = wordList(node)
    const heading = /^h([1-6])$/.exec(node.tag)?.[1]
    if (listed) this.item(this.lineIn(node, marks), listed.ordered)
    else if (node.tag === 'ul' || node.tag === 'ol') this.list(node, node.tag === 'ol')
    else if (node.tag === 'table') this.table(node)
    else if (heading) {
      const text = seenText(node)
      if (text !== '') {
        const level = Number(heading) <= 2 ? 1 : 2
        this.made.push({ type: 'heading', attrs: { level }, content: [{ type: 'text', text }] })
      }
    } else if (node.tag === 'blockquote' && !holdsBlocks(node)) this.add('quote', this.lineIn(node, marks))
    else if (holdsBlocks(node)) {
      this.inside(node, marksOf(node, marks))
      this.endLoose()
    } else this.add('paragraph', this.lineIn(node, marks))
  }

  private list(node: HtmlNode, ordered: boolean): void {
    for (const child of node.children) {
      if (typeof child === 'string') continue
      if (child.tag === 'ul' || child.tag === 'ol') this.list(child, child.tag === 'ol')
      else if (child.tag === 'li') {
        const inner = nodesIn(child).filter(({ tag }) => tag === 'ul' || tag === 'ol')
        const own = inner.length > 0 ? without(child, inner) : child
        this.item(this.lineIn(own, []), ordered)
        for (const nested of inner) this.list(nested, nested.tag === 'ol')
      } else this.list(child, ordered)
    }
  }

  /** The section knows one level of lists: items inside items stand after them. */
  private item(line: Line, ordered: boolean): void {
    if (line.length === 0) return
    const last = this.made.at(-1)
    const item = { type: 'list_item', content: line }
    if (last?.type === 'list' && last.attrs?.ordered === ordered) last.content?.push(item)
    else this.made.push({ type: 'list', attrs: { ordered }, content: [item] })
  }

  private table(node: HtmlNode): void {
    const rows = nodesIn(node).filter(({ tag }) => tag === 'tr')
    const table = tableOf(rows.map((row) => row.children.filter(isCell)))
    if (!table) return
    const block: EmbeddedBlock = { type: 'free_table', content: table, bindings: [], file: null, from: null }
    this.made.push({ type: 'embed', attrs: { block } })
  }

  private add(type: 'paragraph' | 'quote', line: Line): void {
    if (line.length > 0) this.made.push({ type, content: line })
  }

  private endLoose(): void {
    const line = tidy(this.loose)
    this.loose = []
    this.add('paragraph', line)
  }

  private lineIn(node: HtmlNode, marks: EditorMark[]): Line {
    return tidy(this.line({ ...node, tag: 'span' }, marks))
  }

  private line(node: HtmlNode | string, marks: EditorMark[]): Line {
    if (typeof node === 'string') {
      const text = spaced(node)
      return text === '' ? [] : [{ type: 'text', text, ...(marks.length > 0 && { marks }) }]
    }
    if (node.tag === 'br') return [{ type: 'hard_break' }]
    // The sign that Word draws before an item of a list.
    if (styleOf(node, 'mso-list') === 'ignore') return []
    const note = node.tag === 'a' ? this.notes.get(node.attributes.get('href') ?? '') : undefined
    if (note) return [{ type: 'note', attrs: { text: note } }]
    const inner = marksOf(node, marks)
    const after = blockTags.has(node.tag) ? [{ type: 'hard_break' }] : []
    return [...node.children.flatMap((child) => this.line(child, inner)), ...after]
  }
}

/** A text has one look: a link is a link whatever is around it, then bold, then italic. */
function marksOf(node: HtmlNode, marks: EditorMark[]): EditorMark[] {
  const address = node.tag === 'a' ? (node.attributes.get('href') ?? '') : ''
  if (isAddress(address)) return [{ type: 'link', attrs: { address } }]
  const [mark] = marks
  if (mark?.type === 'link') return marks
  const weight = styleOf(node, 'font-weight')
  const bold = weight === '' ? node.tag === 'b' || node.tag === 'strong' : weight === 'bold' || Number(weight) >= 600
  if (bold) return [{ type: 'strong' }]
  const style = styleOf(node, 'font-style')
  const italic = style === '' ? node.tag === 'i' || node.tag === 'em' : style === 'italic'
  return italic && mark?.type !== 'strong' ? [{ type: 'emphasis' }] : marks
}

/** Without spaces and line breaks at its ends, and none doubled where pieces meet. */
function tidy(line: Line): Line {
  const kept: Line = []
  for (const node of line) {
    const last = kept.at(-1)
    const atEdge = last === undefined || last.type === 'hard_break'
    if (node.type === 'hard_break') {
      if (atEdge) continue
      trimEnd(kept)
      kept.push(node)
      continue
    }
    if (node.type !== 'text' || node.text === undefined) {
      kept.push(node)
      continue
    }
    const text = atEdge || last.text?.endsWith(' ') ? node.text.trimStart() : node.text
    if (text === '') continue
    if (last?.type === 'text' && JSON.stringify(last.marks) === JSON.stringify(node.marks)) last.text += text
    else kept.push({ ...node, text })
  }
  while (kept.at(-1)?.type === 'hard_break') kept.pop()
  trimEnd(kept)
  return kept
}

function trimEnd(line: Line): void {
  const last = line.at(-1)
  if (last?.type !== 'text' || last.text === undefined) return
  last.text = last.text.trimEnd()
  if (last.text === '') line.pop()
}

/** Word's list items are paragraphs; the sign before the text tells whether they are numbered. Null: no item of a list. */
function wordList(node: HtmlNode): { ordered: boolean } | null {
  if (node.tag !== 'p' || !/\bl\d+ level\d+/.test(styleOf(node, 'mso-list'))) return null
  const sign = nodesIn(node).find((inner) => styleOf(inner, 'mso-list') === 'ignore')
  return { ordered: /^\(?(\d+|[a-z]|[ivx]+)[.)]/i.test(sign ? seenText(sign) : '') }
}

const isFootnote = (node: HtmlNode): boolean => /^footnote/.test(styleOf(node, 'mso-element'))

/** "#_ftn1" → the text of the footnote. */
function footnotesIn(root: HtmlNode): Map<string, string> {
  const notes = nodesIn(root).filter((node) => styleOf(node, 'mso-element') === 'footnote')
  return new Map(
    notes.map((node) => {
      const id = node.attributes.get('id') ?? ''
      return [`#_${id}`, seenText(node).replace(/^\[?\w+\]?\s+/, '')]
    }),
  )
}

function isCell(child: HtmlNode | string): child is HtmlNode {
  return typeof child !== 'string' && (child.tag === 'td' || child.tag === 'th')
}

const mostColumns = 12
const mostRows = 500

/** The first row is the heading. What does not fit beside the last column stands in it: no word is lost. */
function tableOf(rows: readonly HtmlNode[][]) {
  const cells = rows.map((row) => row.flatMap(spanned)).filter((row) => row.some((text) => text !== ''))
  const [columns, ...rest] = cells.map(narrowed)
  if (!columns) return null
  const width = Math.max(...[columns, ...rest].map((row) => row.length))
  const filled = (row: readonly string[]): string[] => Array.from({ length: width }, (_, index) => row[index] ?? '')
  return { caption: '', columns: filled(columns), rows: rest.slice(0, mostRows).map((row): FreeCell[] => filled(row)) }
}

function spanned(cell: HtmlNode): string[] {
  const span = Math.min(Math.max(Number(cell.attributes.get('colspan') ?? 1) || 1, 1), mostColumns)
  const blocks = cell.children.filter((child) => typeof child !== 'string' && blockTags.has(child.tag))
  const text = blocks.length > 1 ? blocks.map(seenText).filter(Boolean).join('\n') : seenText(cell)
  return [text, ...Array.from({ length: span - 1 }, () => '')]
}

function narrowed(row: readonly string[]): string[] {
  if (row.length <= mostColumns) return [...row]
  return [
    ...row.slice(0, mostColumns - 1),
    row
      .slice(mostColumns - 1)
      .filter(Boolean)
      .join(' '),
  ]
}

function without(node: HtmlNode, gone: readonly HtmlNode[]): HtmlNode {
  const children = node.children
    .filter((child) => typeof child === 'string' || !gone.includes(child))
    .map((child) => (typeof child === 'string' ? child : without(child, gone)))
  return { ...node, children }
}
