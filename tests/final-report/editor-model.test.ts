import { describe, expect, it } from 'vitest'
import { unbound, type WrittenBlock } from '@/lib/final-report/blocks/model'
import { contentSchemas } from '@/lib/final-report/blocks/schema'
import type { EditorNode } from '@/lib/final-report/editor/inlines/model'
import { clashes, merged } from '@/lib/final-report/editor/merge/model'
import { editorBlocks, editorDocument, readSectionText, sectionText } from '@/lib/final-report/editor/model'

const uuid = (index: number): string => `0193a000-0000-7000-8000-${String(index).padStart(12, '0')}`
let made = 0
const newId = () => uuid(9000 + made++)
const plain = { bindings: [], file: null, from: null }
const measurement = (sort: number, id: number) => ({
  ...unbound,
  sort,
  source: 'measurement' as const,
  measurementId: uuid(id),
})

/** One block of every type, with every kind of run. */
const every: WrittenBlock[] = [
  {
    ...plain,
    id: uuid(1),
    type: 'paragraph',
    content: {
      runs: [
        { kind: 'text', text: 'Osuus oli ' },
        { kind: 'number', binding: 3, bare: true },
        { kind: 'text', text: ' eli ', mark: 'strong' },
        { kind: 'number', binding: 1, digits: true },
        { kind: 'source', binding: 0 },
        { kind: 'note', text: 'THL 2025' },
        { kind: 'text', text: ' rivi\n\ntoinen ' },
        { kind: 'reference', target: { to: 'block', id: uuid(8) } },
        { kind: 'reference', target: { to: 'section', id: uuid(9) }, bare: true },
        { kind: 'text', text: 'huom', mark: 'emphasis' },
        { kind: 'link', text: 'Innokylä', address: 'https://innokyla.fi' },
      ],
    },
    bindings: [measurement(3, 30), measurement(1, 31), measurement(0, 32)],
    from: { reportId: uuid(70), path: 'summary' },
  },
  { ...plain, id: uuid(2), type: 'heading', content: { text: 'Tulokset', level: 2 } },
  {
    ...plain,
    id: uuid(3),
    type: 'list',
    content: {
      ordered: true,
      items: [
        [{ kind: 'text', text: 'yksi' }],
        [
          { kind: 'number', binding: 0 },
          { kind: 'text', text: ' kaksi' },
        ],
      ],
    },
    bindings: [measurement(0, 30)],
  },
  {
    ...plain,
    id: uuid(4),
    type: 'quote',
    content: { runs: [{ kind: 'text', text: 'Hyvä.' }], attribution: 'asiakas' },
  },
  { ...plain, id: uuid(5), type: 'links', content: { items: [{ text: 'Malli', address: 'https://innokyla.fi/1' }] } },
  { ...plain, id: uuid(6), type: 'toimintamalli', content: { toimintamalliId: uuid(60) } },
  { ...plain, id: uuid(7), type: 'bound_number', content: { label: 'Osuus' }, bindings: [measurement(0, 30)] },
  {
    ...plain,
    id: uuid(8),
    type: 'image',
    content: { caption: 'Polku', alt: 'Kaavio', description: 'pitkä', numbered: false },
    file: { id: uuid(80), name: 'k.png', mediaType: 'image/png', sha256: 'ab' },
  },
  {
    ...plain,
    id: uuid(10),
    type: 'free_table',
    content: {
      caption: 'T',
      columns: ['a', 'b'],
      rows: [
        ['1', null],
        ['', '2'],
      ],
      total: ['x', null],
      notes: ['n'],
    },
  },
  { ...plain, id: uuid(11), type: 'indicator_table', content: { caption: 'M', pick: 'chosen' }, bindings: [] },
  { ...plain, id: uuid(12), type: 'toimintamalli_table', content: { caption: 'T', listed: true } },
  { ...plain, id: uuid(13), type: 'breakdown_table', content: { caption: 'E' }, bindings: [measurement(0, 30)] },
  { ...plain, id: uuid(14), type: 'budget_table', content: { caption: 'B' } },
  { ...plain, id: uuid(15), type: 'purchase_table', content: { caption: 'H' } },
  { ...plain, id: uuid(16), type: 'decision_list', content: { caption: 'P' } },
  { ...plain, id: uuid(17), type: 'risk_table', content: { caption: 'R' } },
  { ...plain, id: uuid(18), type: 'chart', content: { caption: 'K' } },
  { ...plain, id: uuid(19), type: 'attachment_reference', content: { attachmentId: uuid(90) } },
  { ...plain, id: uuid(20), type: 'cross_reference', content: { target: { to: 'attachment', id: uuid(90) } } },
  { ...plain, id: uuid(21), type: 'unreadable' },
  { ...plain, id: uuid(22), type: 'phase_table', content: { caption: 'V' } },
  { ...plain, id: uuid(23), type: 'cost_table', content: { caption: 'K', budgetId: uuid(91), scoped: true } },
  { ...plain, id: uuid(24), type: 'person_month_table', content: { caption: 'H' } },
]

const text = (value: string): EditorNode => ({ type: 'text', text: value })
const number = (subject: number, sort: number | null): EditorNode => ({
  type: 'number',
  attrs: { subject: `measurement:${uuid(subject)}`, sort, bare: false, digits: false },
})
const doc = (...content: EditorNode[]): EditorNode => ({ type: 'doc', content })
const paragraph = (id: number, ...content: EditorNode[]): EditorNode => ({
  type: 'paragraph',
  attrs: { id: uuid(id) },
  content,
})

describe('blocks and the document of the editor', () => {
  it('every type of block comes back as it was, through JSON', () => {
    const types = new Set(every.map((block) => block.type))
    expect([...Object.keys(contentSchemas), 'unreadable'].filter((type) => !types.has(type as never))).toEqual([])
    const document = JSON.parse(JSON.stringify(editorDocument(every, newId))) as EditorNode
    expect(editorBlocks(document)).toEqual(every)
    expect(sectionText(editorBlocks(document))).toBe(sectionText(every))
  })

  it('what comes back fits what is stored', () => {
    for (const block of editorBlocks(editorDocument(every, newId))) {
      if (block.type !== 'unreadable') expect(contentSchemas[block.type].parse(block.content)).toEqual(block.content)
    }
  })

  it('an empty section is one empty paragraph, and that is no block', () => {
    const empty = editorDocument([], newId)
    expect(empty.content).toHaveLength(1)
    expect(editorBlocks(empty)).toEqual([])
  })

  it('empty items, headings and paragraphs are left out', () => {
    const items = [{ type: 'list_item' }, { type: 'list_item', content: [text('a')] }]
    const document = doc(
      { type: 'heading', attrs: { id: uuid(1), level: 1 } },
      { type: 'list', attrs: { id: uuid(2), ordered: false }, content: items },
      paragraph(3),
    )
    expect(editorBlocks(document)).toEqual([
      { ...plain, id: uuid(2), type: 'list', content: { ordered: false, items: [[{ kind: 'text', text: 'a' }]] } },
    ])
  })

  it('pieces of text that look the same are one; a line break goes with what is before it', () => {
    const [block] = editorBlocks(doc(paragraph(1, text('a'), text('b'), { type: 'hard_break' }, text('c'))))
    expect(block).toMatchObject({ content: { runs: [{ kind: 'text', text: 'ab\nc' }] } })
  })

  it('a joined paragraph keeps both numbers though they had the same place', () => {
    const [block] = editorBlocks(doc(paragraph(1, number(30, 0), text(' ja '), number(31, 0), number(32, 1))))
    expect(block?.bindings.map(({ sort, measurementId }) => [sort, measurementId])).toEqual([
      [0, uuid(30)],
      [2, uuid(31)],
      [1, uuid(32)],
    ])
    expect(block).toMatchObject({ content: { runs: [{ binding: 0 }, {}, { binding: 2 }, { binding: 1 }] } })
  })

  it('a new number gets a place nobody has; one whose source is gone keeps its own', () => {
    const gone = { type: 'number', attrs: { subject: null, sort: 0, bare: false, digits: false } }
    const [block] = editorBlocks(doc(paragraph(1, number(30, null), gone)))
    expect(block).toMatchObject({ content: { runs: [{ binding: 1 }, { binding: 0 }] }, bindings: [{ sort: 1 }] })
    expect(block?.bindings).toHaveLength(1)
  })

  it('a very long text becomes pieces that are stored and read as one', () => {
    const long = 'sana '.repeat(9000)
    const [block] = editorBlocks(doc(paragraph(1, text(long.slice(0, 20_000)), text(long.slice(20_000, 40_000)))))
    if (block?.type !== 'paragraph') throw new Error('no paragraph')
    expect(() => contentSchemas.paragraph.parse(block.content)).not.toThrow()
    expect(block.content.runs.map((run) => ('text' in run ? run.text : '')).join('')).toBe(long.slice(0, 40_000))
  })
})

describe('the text of a section', () => {
  it('does not depend on the order of names', () => {
    const [first] = every
    if (first?.type !== 'paragraph') throw new Error('no paragraph')
    const turned = {
      ...first,
      bindings: first.bindings.map((one) => Object.fromEntries(Object.entries(one).reverse())),
    }
    expect(sectionText([turned as WrittenBlock])).toBe(sectionText([first]))
    expect(sectionText([{ ...first, bindings: [] }])).not.toBe(sectionText([first]))
  })

  it('is read back, and nothing else is', () => {
    expect(sectionText(readSectionText(sectionText(every)) ?? [])).toBe(sectionText(every))
    for (const wrong of ['', '{}', 'null', '[1]', '[{"id":"a","type":"bad","bindings":[]}]', '[{"type":"paragraph"}]'])
      expect(readSectionText(wrong)).toBeNull()
  })
})

describe('two versions of a section', () => {
  const block = (id: number, value: string): WrittenBlock => ({
    ...plain,
    id: uuid(id),
    type: 'paragraph',
    content: { runs: [{ kind: 'text', text: value }] },
  })
  const base = [block(1, 'a'), block(2, 'b'), block(3, 'c')]
  const ids = (blocks: readonly WrittenBlock[]) => blocks.map(({ id }) => Number(id.slice(-12)))

  it('where one of them changed a block, that one is taken; where both did, mine unless I choose', () => {
    const three = {
      base,
      mine: [block(1, 'a mine'), block(2, 'b'), block(3, 'c mine')],
      theirs: [block(1, 'a'), block(2, 'b theirs'), block(3, 'c theirs')],
    }
    expect(clashes(three).map(({ taken, both }) => [taken, both])).toEqual([
      ['mine', false],
      ['theirs', false],
      ['mine', true],
    ])
    expect(merged(three, new Map())).toEqual([block(1, 'a mine'), block(2, 'b theirs'), block(3, 'c mine')])
    expect(merged(three, new Map([[uuid(3), 'theirs']]))[2]).toEqual(block(3, 'c theirs'))
  })

  it('additions of both stay in place, and what one removed goes unless it is wanted back', () => {
    const three = { base, mine: [block(1, 'a'), block(4, 'd'), block(3, 'c')], theirs: [...base, block(5, 'e')] }
    expect(ids(merged(three, new Map()))).toEqual([1, 4, 3, 5])
    expect(ids(merged(three, new Map([[uuid(2), 'theirs']])))).toEqual([1, 2, 4, 3, 5])
  })

  it('the same change of both is no clash', () => {
    const same = [block(1, 'x'), block(2, 'b'), block(3, 'c')]
    expect(clashes({ base, mine: same, theirs: same })).toEqual([])
  })
})
