import { Fragment, type Node } from 'prosemirror-model'
import {
  type Command,
  type EditorState,
  NodeSelection,
  Selection,
  TextSelection,
  type Transaction,
} from 'prosemirror-state'
import { schema } from '@/components/final-report/editor/schema'

const { nodes } = schema

/** What a line of text can be. */
export type LineKind = 'paragraph' | 'heading1' | 'heading2' | 'quote' | 'bullets' | 'numbers'

function lineNode(kind: LineKind, content: Fragment, id: string): Node {
  // A heading is plain text.
  const plain = () => {
    const text = content.textBetween(0, content.size, ' ')
    return text === '' ? null : schema.text(text)
  }
  if (kind === 'heading1') return nodes.heading.create({ id, level: 1 }, plain())
  if (kind === 'heading2') return nodes.heading.create({ id, level: 2 }, plain())
  if (kind === 'quote') return nodes.quote.create({ id }, content)
  return nodes.paragraph.create({ id }, content)
}

/** Whether there is nothing but words in it. */
function isPlain(block: Node): boolean {
  let plain = true
  block.descendants((node) => {
    if (node.isLeaf && !node.isText && node.type !== nodes.hard_break) plain = false
  })
  return plain
}

/** The blocks that the selection touches, by their index in the document. */
function touched(state: Pick<EditorState, 'doc' | 'selection'>): { from: number; to: number } {
  const { $from, $to } = state.selection
  const last = $to.depth === 0 ? Math.max($from.index(0), $to.index(0) - 1) : $to.index(0)
  return { from: $from.index(0), to: Math.min(last, state.doc.childCount - 1) }
}

const startOf = (doc: Node, index: number): number => {
  let at = 0
  for (let each = 0; each < index; each += 1) at += doc.child(each).nodeSize
  return at
}

/** Makes the touched lines this; items of a list that are not touched stay items. False when there is no line to change. */
export function turn(change: Transaction, kind: LineKind): boolean {
  const { doc, selection } = change
  const { from, to } = touched(change)
  const made: Node[] = []
  let lines = 0
  // A heading holds no numbers, references or footnotes: a line with them stays what it is.
  const isHeading = kind === 'heading1' || kind === 'heading2'
  let cursor: { node: number; item: number } | null = null
  const addLine = (content: Fragment, id: string) => {
    lines += 1
    if (kind !== 'bullets' && kind !== 'numbers') {
      made.push(lineNode(kind, content, id))
      return { node: made.length - 1, item: -1 }
    }
    const ordered = kind === 'numbers'
    const item = nodes.list_item.create(null, content)
    const last = made.at(-1)
    if (last && last.type === nodes.list && last.attrs.ordered === ordered) {
      made[made.length - 1] = last.copy(last.content.append(Fragment.from(item)))
    } else made.push(nodes.list.create({ id, ordered }, item))
    return { node: made.length - 1, item: (made.at(-1)?.childCount ?? 1) - 1 }
  }
  for (let index = from; index <= to; index += 1) {
    const block = doc.child(index)
    const id = String(block.attrs.id)
    if (block.type === nodes.embed || (isHeading && !isPlain(block))) made.push(block)
    else if (block.type !== nodes.list) {
      const place = addLine(block.content, id)
      if (selection.$head.index(0) === index) cursor = place
    } else {
      const first = selection.$from.index(0) === index ? selection.$from.index(1) : 0
      const last = selection.$to.index(0) === index ? selection.$to.index(1) : block.childCount - 1
      let rest: Node[] = []
      const endRest = () => {
        if (rest.length > 0) made.push(nodes.list.create({ ...block.attrs }, rest))
        rest = []
      }
      block.forEach((item, _at, each) => {
        if (each < first || each > last) {
          rest.push(item)
          return
        }
        endRest()
        const place = addLine(item.content, '')
        if (selection.$head.index(0) === index && selection.$head.index(1) === each) cursor = place
      })
      endRest()
    }
  }
  if (lines === 0) return false
  const start = startOf(doc, from)
  const offset = selection.$head.parentOffset
  change.replaceWith(start, startOf(doc, to + 1), made)
  if (cursor) {
    const { node, item } = cursor as { node: number; item: number }
    let at = start
    for (const block of made.slice(0, node)) at += block.nodeSize
    const block = made[node]
    if (block && item >= 0) {
      at += 1
      for (let each = 0; each < item; each += 1) at += block.child(each).nodeSize
    }
    const text = item >= 0 ? block?.child(item) : block
    change.setSelection(TextSelection.near(change.doc.resolve(at + 1 + Math.min(offset, text?.content.size ?? 0))))
  }
  return true
}

/** What the line with the cursor is; null where there is none. */
export function lineKind({ selection }: EditorState): LineKind | null {
  const { $from } = selection
  const parent = $from.parent
  if (parent.type === nodes.list_item) return $from.node(1).attrs.ordered ? 'numbers' : 'bullets'
  if (parent.type === nodes.heading) return parent.attrs.level === 2 ? 'heading2' : 'heading1'
  if (parent.type === nodes.quote) return 'quote'
  return parent.type === nodes.paragraph ? 'paragraph' : null
}

/** Makes the lines this, or text again where they are it already. */
export const turnInto =
  (kind: LineKind): Command =>
  (state, dispatch) => {
    const change = state.tr
    if (!turn(change, lineKind(state) === kind ? 'paragraph' : kind)) return false
    dispatch?.(change.scrollIntoView())
    return true
  }

/** Enter on an empty item ends the list; Backspace at the beginning of an item makes it text. */
export const leaveList =
  (when: 'empty' | 'start'): Command =>
  (state, dispatch) => {
    const { $from, empty } = state.selection
    if (!empty || $from.parent.type !== nodes.list_item) return false
    if (when === 'empty' ? $from.parent.content.size > 0 : $from.parentOffset > 0) return false
    const change = state.tr
    if (!turn(change, 'paragraph')) return false
    dispatch?.(change.scrollIntoView())
    return true
  }

/** Moves the block with the cursor one step. */
export const moveBlock =
  (by: -1 | 1): Command =>
  (state, dispatch) => {
    const { from, to } = touched(state)
    const other = by < 0 ? from - 1 : to + 1
    if (other < 0 || other >= state.doc.childCount) return false
    const [start, end] = [startOf(state.doc, from), startOf(state.doc, to + 1)]
    const moved = state.doc.slice(start, end).content
    const neighbour = state.doc.child(other)
    const at = by < 0 ? start - neighbour.nodeSize : start
    const change = state.tr
    const together = by < 0 ? moved.append(Fragment.from(neighbour)) : Fragment.from(neighbour).append(moved)
    change.replaceWith(at, at + (end - start) + neighbour.nodeSize, together)
    const shift = by < 0 ? -neighbour.nodeSize : neighbour.nodeSize
    const { anchor, head } = state.selection
    const place = (position: number) => change.doc.resolve(position + shift)
    change.setSelection(
      state.selection instanceof NodeSelection
        ? NodeSelection.create(change.doc, anchor + shift)
        : TextSelection.between(place(anchor), place(head)),
    )
    dispatch?.(change.scrollIntoView())
    return true
  }

/** Removes the blocks that the selection touches. */
export const removeBlock: Command = (state, dispatch) => {
  const { from, to } = touched(state)
  const [start, end] = [startOf(state.doc, from), startOf(state.doc, to + 1)]
  const change = state.tr
  if (end - start === state.doc.content.size) change.replaceWith(start, end, nodes.paragraph.create())
  else change.delete(start, end)
  change.setSelection(Selection.near(change.doc.resolve(Math.min(start, change.doc.content.size))))
  dispatch?.(change.scrollIntoView())
  return true
}

/** Puts a block under the one with the cursor, in its place when that is an empty line, and selects it. */
export const insertBlock =
  (block: Node): Command =>
  (state, dispatch) => {
    const { to } = touched(state)
    const after = state.doc.child(to)
    const isEmpty = after.type === nodes.paragraph && after.content.size === 0
    const [start, end] = [startOf(state.doc, to), startOf(state.doc, to + 1)]
    const change = isEmpty ? state.tr.replaceWith(start, end, block) : state.tr.insert(end, block)
    change.setSelection(NodeSelection.create(change.doc, isEmpty ? start : end))
    dispatch?.(change.scrollIntoView())
    return true
  }

/** Puts several blocks under the one with the cursor, in its place when that is an empty line. */
export const insertBlocks =
  (blocks: Fragment): Command =>
  (state, dispatch) => {
    const { to } = touched(state)
    const after = state.doc.child(to)
    const isEmpty = after.type === nodes.paragraph && after.content.size === 0
    const [start, end] = [startOf(state.doc, to), startOf(state.doc, to + 1)]
    const change = isEmpty ? state.tr.replaceWith(start, end, blocks) : state.tr.insert(end, blocks)
    change.setSelection(Selection.near(change.doc.resolve((isEmpty ? start : end) + blocks.size), -1))
    dispatch?.(change.scrollIntoView())
    return true
  }

/** Whether numbers, references and footnotes can stand where the cursor is. */
export function takesInlines({ selection }: EditorState): boolean {
  const { parent } = selection.$from
  return parent.isTextblock && parent.type !== nodes.heading
}

/** Puts a number, a reference or a footnote where the cursor is. */
export const insertInline =
  (node: Node): Command =>
  (state, dispatch) => {
    if (!takesInlines(state)) return false
    dispatch?.(state.tr.replaceSelectionWith(node, false).scrollIntoView())
    return true
  }

/** To the beginning or the end of the whole text, also where a table or figure stands there. */
export const goTo =
  (end: 'start' | 'end'): Command =>
  (state, dispatch) => {
    const selection = end === 'start' ? Selection.atStart(state.doc) : Selection.atEnd(state.doc)
    dispatch?.(state.tr.setSelection(selection).scrollIntoView())
    return true
  }

/** Beside a selected table or figure a line to write on: Enter below, Shift+Enter above. */
export const lineBeside =
  (where: 'above' | 'below'): Command =>
  (state, dispatch) => {
    const { selection } = state
    if (!(selection instanceof NodeSelection) || selection.node.type !== nodes.embed) return false
    const at = where === 'above' ? selection.from : selection.to
    const change = state.tr.insert(at, nodes.paragraph.create())
    change.setSelection(TextSelection.create(change.doc, at + 1))
    dispatch?.(change.scrollIntoView())
    return true
  }

export const insertBreak: Command = (state, dispatch) => {
  if (!takesInlines(state)) return false
  dispatch?.(state.tr.replaceSelectionWith(nodes.hard_break.create(), false).scrollIntoView())
  return true
}
