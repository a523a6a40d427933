import type { Node } from 'prosemirror-model'
import { EditorState, NodeSelection, TextSelection } from 'prosemirror-state'
import { describe, expect, it } from 'vitest'
import { findingMarks, newFindings, selectionOf } from '@/components/final-report/editor/findings/marks'
import { stretchOf } from '@/components/final-report/editor/findings/positions'
import { schema } from '@/components/final-report/editor/schema'
import type { PlaceHere, ShownFinding } from '@/lib/final-report/check/writing/model'
import type { EmbeddedBlock } from '@/lib/final-report/editor/model'

const { nodes } = schema
const block: EmbeddedBlock = { type: 'budget_table', content: { caption: 'B' }, bindings: [], file: null, from: null }
const number = nodes.number.create({ subject: 'measurement:1' })
const source = nodes.source.create({ subject: 'measurement:1' })
const item = (text: string) => nodes.list_item.create(null, text === '' ? null : schema.text(text))
const doc = nodes.doc.create(null, [
  nodes.heading.create({ id: 'h' }, schema.text('Tulokset')),
  nodes.paragraph.create({ id: 'p' }, [
    schema.text('Meitä on '),
    number,
    schema.text(', joista 60'),
    source,
    schema.text(' palasi'),
    nodes.hard_break.create(),
    schema.text('ja 7 jäi.'),
  ]),
  nodes.list.create({ id: 'l' }, [item('yksi'), item(''), item('kolme ja 12')]),
  nodes.embed.create({ id: 'e', block }),
])
/** What a bound number shows; other pieces show nothing. */
const shown = (node: Node) => (node.type === nodes.number ? '1 234 hlö' : '')
const visible = 'Meitä on 1 234 hlö, joista 60 palasi\nja 7 jäi.'

function place(words: string, line: string, given: Partial<PlaceHere> & { block: string; index?: number }): PlaceHere {
  const from = line.indexOf(words)
  return { at: { line: given.index ?? 0, from, to: from + words.length }, quote: words, block: given.block }
}

/** What stands in the found stretch, a bound number as §. */
function words(where: PlaceHere, within = doc): string | null {
  const stretch = stretchOf(within, where, shown)
  if (!stretch || stretch.whole) return stretch && 'whole'
  return within.textBetween(stretch.from, stretch.to, ' ', (node) =>
    node.type === nodes.number ? '§' : node.type === nodes.hard_break ? '\n' : '',
  )
}

describe('a place of the check in the editor', () => {
  it('is found among numbers of the data, marks of meaning and line breaks', () => {
    for (const [quote, found] of [
      ['60', '60'],
      ['1 234 hlö', '§'],
      ['on 1 234 hlö, joista', 'on §, joista'],
      ['palasi\nja 7', 'palasi\nja 7'],
      ['7', '7'],
      ['jäi.', 'jäi.'],
    ] as const) {
      expect(words(place(quote, visible, { block: 'p' })), quote).toBe(found)
    }
    expect(words(place('lokset', 'Tulokset', { block: 'h' }))).toBe('lokset')
  })

  it('counts only the items of a list that hold something', () => {
    expect(words(place('12', 'kolme ja 12', { block: 'l', index: 1 }))).toBe('12')
    expect(words(place('yksi', 'yksi', { block: 'l', index: 0 }))).toBe('yksi')
  })

  it('follows words that have moved within their line, and is the whole block when they are gone', () => {
    expect(words({ block: 'p', at: { line: 0, from: 1, to: 3 }, quote: '60' })).toBe('60')
    expect(words({ block: 'p', at: { line: 0, from: 1, to: 3 }, quote: '61' })).toBe('whole')
    expect(words({ block: 'l', at: { line: 5, from: 0, to: 2 }, quote: '12' })).toBe('whole')
    expect(words({ block: 'e', at: null, quote: '' })).toBe('whole')
    expect(words({ block: 'p', at: null, quote: '' })).toBe('whole')
  })

  it('is nowhere when its block is gone, or the section itself is meant', () => {
    expect(stretchOf(doc, { block: 'x', at: null, quote: '' }, shown)).toBeNull()
    expect(stretchOf(doc, { block: null, at: null, quote: '' }, shown)).toBeNull()
  })
})

describe('the mark of a finding', () => {
  const finding = (id: string, here: PlaceHere, there: PlaceHere | null = null): ShownFinding => ({
    id,
    severity: 'error',
    title: 'T',
    message: 'M',
    values: [],
    here,
    there,
    link: null,
  })
  const begun = EditorState.create({ doc, plugins: [findingMarks(shown)] })
  const marked = begun.apply(
    begun.tr.setMeta(
      ...newFindings([
        finding('one', place('60', visible, { block: 'p' }), place('12', 'kolme ja 12', { block: 'l', index: 1 })),
        finding('table', { block: 'e', at: null, quote: '' }),
      ]),
    ),
  )
  const selected = (state: EditorState, id: string, side: 'here' | 'there') => {
    const selection = selectionOf(state, id, side)
    if (selection instanceof NodeSelection) return String(selection.node.attrs.id)
    return selection.empty ? selection.from : state.doc.textBetween(selection.from, selection.to)
  }

  it('leads to the words, to the other place and to a table', () => {
    expect(selected(marked, 'one', 'here')).toBe('60')
    expect(selected(marked, 'one', 'there')).toBe('12')
    expect(selected(marked, 'table', 'here')).toBe('e')
  })

  it('goes along when something is written before it, and is let go with its words', () => {
    const longer = marked.apply(marked.tr.insertText('Uutta tekstiä. ', 1))
    expect(selected(longer, 'one', 'here')).toBe('60')
    const at = TextSelection.between(longer.doc.resolve(1), longer.doc.resolve(longer.doc.content.size))
    const emptied = longer.apply(longer.tr.setSelection(at).deleteSelection())
    expect(selected(emptied, 'one', 'here')).toBe(1)
  })

  it('is drawn anew for new findings and is not there for none', () => {
    const none = marked.apply(marked.tr.setMeta(...newFindings([])))
    expect(selected(none, 'one', 'here')).toBe(1)
  })
})
