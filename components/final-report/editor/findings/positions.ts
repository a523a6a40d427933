import type { Node } from 'prosemirror-model'
import { schema } from '@/components/final-report/editor/schema'
import type { PlaceHere } from '@/lib/final-report/check/writing/model'

/** A stretch of the editor's document. `whole`: all of one block. */
export type Stretch = { from: number; to: number; whole: boolean }

/** What a piece inside a line shows, as the check counts its characters. */
export type ShownText = (node: Node) => string

/** Where a place of the check is in the document; null when its block is not there any more. */
export function stretchOf(doc: Node, place: PlaceHere, shown: ShownText): Stretch | null {
  let found: Stretch | null = null
  doc.forEach((node, at) => {
    if (found || place.block === null || node.attrs.id !== place.block) return
    found = wordsIn(node, at, place, shown) ?? { from: at, to: at + node.nodeSize, whole: true }
  })
  return found
}

/** The very words, where they still stand; what was typed since may have moved them within their line. */
function wordsIn(block: Node, at: number, { at: place, quote }: PlaceHere, shown: ShownText): Stretch | null {
  const line = place && quote !== '' ? lineOf(block, at, place.line) : null
  if (!line || !place) return null
  const { text, positions } = charactersOf(line.node, line.at + 1, shown)
  const from = text.startsWith(quote, place.from) ? place.from : text.indexOf(quote)
  const [first, last] = [positions[from], positions[from + quote.length - 1]]
  return first === undefined || last === undefined ? null : { from: first, to: last + 1, whole: false }
}

/** The check counts the items of a list that hold something. */
function lineOf(block: Node, at: number, index: number): { node: Node; at: number } | null {
  if (block.isTextblock) return index === 0 ? { node: block, at } : null
  if (block.type !== schema.nodes.list) return null
  let left = index
  let found: { node: Node; at: number } | null = null
  block.forEach((item, offset) => {
    if (item.content.size === 0 || found) return
    if (left === 0) found = { node: item, at: at + 1 + offset }
    left -= 1
  })
  return found
}

/** The visible text of a line, with the place in the document of each of its characters. */
function charactersOf(line: Node, start: number, shown: ShownText): { text: string; positions: number[] } {
  let text = ''
  const positions: number[] = []
  line.forEach((node, offset) => {
    const piece = node.isText ? (node.text ?? '') : node.type === schema.nodes.hard_break ? '\n' : shown(node)
    for (let index = 0; index < piece.length; index += 1) positions.push(start + offset + (node.isText ? index : 0))
    text += piece
  })
  return { text, positions }
}
