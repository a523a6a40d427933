import { splitBlock } from 'prosemirror-commands'
import { Fragment, type Node, Slice } from 'prosemirror-model'
import { type Command, EditorState, NodeSelection, TextSelection } from 'prosemirror-state'
import { describe, expect, it } from 'vitest'
import {
  insertBlock,
  leaveList,
  lineBeside,
  moveBlock,
  removeBlock,
  turnInto,
} from '@/components/final-report/editor/commands'
import { ids } from '@/components/final-report/editor/ids'
import { schema } from '@/components/final-report/editor/schema'
import { structureOf } from '@/components/final-report/editor/structure'
import type { EditorNode } from '@/lib/final-report/editor/inlines/model'
import { type EmbeddedBlock, editorBlocks } from '@/lib/final-report/editor/model'

const { nodes } = schema
const text = (value: string) => (value === '' ? null : schema.text(value))
const paragraph = (id: string, value: string) => nodes.paragraph.create({ id }, text(value))
const list = (id: string, ...items: string[]) =>
  nodes.list.create(
    { id },
    items.map((item) => nodes.list_item.create(null, text(item))),
  )
const block: EmbeddedBlock = { type: 'budget_table', content: { caption: 'B' }, bindings: [], file: null, from: null }
const embed = (id: string) => nodes.embed.create({ id, block })

/** The document with the cursor right after this word. */
function stateAt(word: string, ...content: Node[]): EditorState {
  const doc = nodes.doc.create(null, content)
  let at = 0
  doc.descendants((node, position) => {
    const found = node.isText ? (node.text?.indexOf(word) ?? -1) : -1
    if (found >= 0) at = position + found + word.length
  })
  const state = EditorState.create({ doc, plugins: [ids] })
  return at === 0 ? state : state.apply(state.tr.setSelection(TextSelection.create(doc, at)))
}

function then(state: EditorState, command: Command): EditorState {
  let next = state
  command(state, (change) => {
    next = state.apply(change)
  })
  return next
}

/** "paragraph#a: yksi" for each block, items of lists after each other. */
const told = ({ doc }: EditorState): string[] => {
  const lines: string[] = []
  doc.forEach((node) => {
    const items: string[] = []
    if (node.type === nodes.list) node.forEach((item) => void items.push(item.textContent))
    const inside = node.type === nodes.list ? items.join('|') : node.textContent
    lines.push(`${node.type.name}#${String(node.attrs.id).slice(0, 2)}: ${inside}`)
  })
  return lines
}
const plain = (state: EditorState) => told(state).map((line) => line.replace(/#\w*/, ''))

describe('ids of blocks', () => {
  it('the beginning keeps its id when a paragraph is split, the rest gets a new one', () => {
    const state = then(stateAt('yk', paragraph('a', 'yksi')), splitBlock)
    expect(plain(state)).toEqual(['paragraph: yk', 'paragraph: si'])
    expect(state.doc.child(0).attrs.id).toBe('a')
    expect(state.doc.child(1).attrs.id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4/)
  })

  it('a line begun above a paragraph does not take its id', () => {
    const first = stateAt('', paragraph('a', 'yksi'))
    const state = then(first.apply(first.tr.setSelection(TextSelection.create(first.doc, 1))), splitBlock)
    expect(plain(state)).toEqual(['paragraph: ', 'paragraph: yksi'])
    expect(state.doc.child(1).attrs.id).toBe('a')
    expect(state.doc.child(0).attrs.id).not.toBe('a')
  })

  it('a copy of a table gets an id of its own, one that is cut and pasted keeps its', () => {
    const state = stateAt('yksi', paragraph('a', 'yksi'), embed('t'), paragraph('b', 'loppu'))
    const copied = state.apply(state.tr.insert(state.doc.content.size, embed('t')))
    const all: string[] = []
    copied.doc.forEach((node) => void all.push(String(node.attrs.id)))
    expect(new Set(all).size).toBe(all.length)
    const cut = state.apply(state.tr.delete(6, 7))
    const pasted = cut.apply(cut.tr.replace(0, 0, new Slice(Fragment.from(embed('t')), 0, 0)))
    expect(pasted.doc.child(0).attrs.id).toBe('t')
  })

  it('after a table at the end there is always a line to write on', () => {
    const state = then(stateAt('yksi', paragraph('a', 'yksi')), insertBlock(embed('t')))
    expect(plain(state)).toEqual(['paragraph: yksi', 'embed: ', 'paragraph: '])
  })
})

describe('what a line is', () => {
  it('becomes a heading and a paragraph again, the same block', () => {
    const heading = then(stateAt('yk', paragraph('a', 'yksi')), turnInto('heading1'))
    expect(told(heading)).toEqual(['heading#a: yksi'])
    expect(heading.selection.$head.parentOffset).toBe(2)
    expect(told(then(heading, turnInto('heading1')))).toEqual(['paragraph#a: yksi'])
  })

  it('a line with a number of the data is no heading: nothing of it is lost', () => {
    const number = nodes.number.create({ subject: 'measurement:x', sort: 0 })
    const line = nodes.paragraph.create({ id: 'a' }, [schema.text('oli '), number])
    expect(then(stateAt('oli', line), turnInto('heading1')).doc.child(0).type.name).toBe('paragraph')
  })

  it('several lines become one list, and only the touched items come out of it', () => {
    const state = stateAt('yksi', paragraph('a', 'yksi'), paragraph('b', 'kaksi'), paragraph('c', 'kolme'))
    const all = state.apply(state.tr.setSelection(TextSelection.create(state.doc, 2, state.doc.content.size - 2)))
    const listed = then(all, turnInto('bullets'))
    expect(plain(listed)).toEqual(['list: yksi|kaksi|kolme'])
    const middle = stateAt('kaksi', list('l', 'yksi', 'kaksi', 'kolme'))
    expect(plain(then(middle, turnInto('bullets')))).toEqual(['list: yksi', 'paragraph: kaksi', 'list: kolme'])
    expect(plain(then(middle, turnInto('numbers')))).toEqual(['list: yksi', 'list: kaksi', 'list: kolme'])
  })

  it('Enter on an empty item and Backspace at the beginning of one leave the list', () => {
    const items = nodes.list.create({ id: 'l' }, [
      nodes.list_item.create(null, schema.text('yksi')),
      nodes.list_item.create(),
    ])
    const state = EditorState.create({ doc: nodes.doc.create(null, items), plugins: [ids] })
    const empty = state.apply(state.tr.setSelection(TextSelection.create(state.doc, 8)))
    expect(plain(then(empty, leaveList('empty')))).toEqual(['list: yksi', 'paragraph: '])
    const start = state.apply(state.tr.setSelection(TextSelection.create(state.doc, 2)))
    expect(plain(then(start, leaveList('start')))[0]).toBe('paragraph: yksi')
    expect(leaveList('empty')(start)).toBe(false)
  })
})

describe('moving and removing', () => {
  it('a block changes places with its neighbour, and the cursor goes along', () => {
    const state = stateAt('kak', paragraph('a', 'yksi'), paragraph('b', 'kaksi'), embed('t'), paragraph('c', ''))
    const up = then(state, moveBlock(-1))
    expect(told(up).slice(0, 2)).toEqual(['paragraph#b: kaksi', 'paragraph#a: yksi'])
    expect(up.selection.$head.parent.textContent).toBe('kaksi')
    expect(up.selection.$head.parentOffset).toBe(3)
    expect(told(then(state, moveBlock(1))).slice(1, 3)).toEqual(['embed#t: ', 'paragraph#b: kaksi'])
    expect(moveBlock(-1)(up)).toBe(false)
  })

  it('the last block that is removed leaves an empty line', () => {
    expect(plain(then(stateAt('yksi', paragraph('a', 'yksi')), removeBlock))).toEqual(['paragraph: '])
  })

  it('a chosen table is removed alone, and lines can be begun above and below it', () => {
    const state = stateAt('yksi', paragraph('a', 'yksi'), embed('t'), paragraph('b', 'loppu'))
    const chosen = state.apply(state.tr.setSelection(NodeSelection.create(state.doc, 6)))
    expect(plain(then(chosen, removeBlock))).toEqual(['paragraph: yksi', 'paragraph: loppu'])
    expect(plain(then(chosen, lineBeside('above')))[1]).toBe('paragraph: ')
    expect(plain(then(chosen, lineBeside('below')))[2]).toBe('paragraph: ')
  })
})

describe('when the server has to count anew', () => {
  const blocks = (...content: Node[]) => editorBlocks(nodes.doc.create(null, content).toJSON() as EditorNode)
  it('a typed word does not matter; a figure, its place and a reference do', () => {
    const one = structureOf(blocks(paragraph('a', 'yksi'), embed('t')))
    expect(structureOf(blocks(paragraph('a', 'yksi ja kaksi'), embed('t')))).toBe(one)
    expect(structureOf(blocks(embed('t'), paragraph('a', 'yksi')))).not.toBe(one)
    expect(structureOf(blocks(paragraph('a', 'yksi'), embed('t'), embed('u')))).not.toBe(one)
    const reference = nodes.paragraph.create({ id: 'a' }, nodes.reference.create({ to: 'block', id: 't' }))
    expect(structureOf(blocks(reference, embed('t')))).not.toBe(one)
  })
})
