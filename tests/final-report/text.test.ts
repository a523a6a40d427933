import { describe, expect, it } from 'vitest'
import type { ReportBlock, Run } from '@/lib/final-report/blocks/model'
import { applyEdit } from '@/lib/final-report/editing/model'
import { editedContent, linesOf, runsOfText, textOfLines, wordCount } from '@/lib/final-report/text/model'

const number: Run = { kind: 'number', binding: 0 }
const link: Run = { kind: 'link', text: 'Innokylä', address: 'https://innokyla.fi' }
const text = (words: string): Run => ({ kind: 'text', text: words })

describe('typed text with marks', () => {
  it('shows what is not typed as numbered marks, and reads them back', () => {
    const runs = [text('Osuus oli '), number, text(' ('), link, text(').')]
    expect(textOfLines([runs])).toBe('Osuus oli ⟦1⟧ (⟦2⟧).')
    expect(runsOfText('Osuus oli ⟦1⟧ (⟦2⟧).', [number, link])).toEqual({ ok: true, value: runs })
  })

  it('numbers the marks through the lines of a list', () => {
    expect(
      textOfLines([
        [text('a '), number],
        [text('b '), link],
      ]),
    ).toBe('a ⟦1⟧\nb ⟦2⟧')
  })

  it('takes marks in any order, and refuses one that was not offered', () => {
    expect(runsOfText('⟦2⟧⟦1⟧', [number, link])).toEqual({ ok: true, value: [link, number] })
    expect(runsOfText('⟦3⟧', [number, link])).toEqual({ ok: false, reason: 'UNKNOWN_MARK' })
  })

  it.each(['#set page()', '$x$ \\ <b> *a* _b_ @c "q"', '{{ind:1}} [1] (2) ⟦ ⟧ ⟦x⟧', '😀 čđŋšŧžáǩʒ ✓ →', 'a  b   c'])(
    'leaves what people type as it is: %s',
    (typed) => {
      expect(runsOfText(typed, [])).toEqual({ ok: true, value: [text(typed)] })
      expect(textOfLines([[text(typed)]])).toBe(typed)
    },
  )

  it('makes one item of each line of a list and leaves empty lines out', () => {
    const list = { type: 'list', content: { ordered: false, items: [[text('x')]] } } as const
    expect(editedContent({ ...list, content: { ordered: false, items: [[text('x')]] } }, 'a\r\n\r\nb\n')).toEqual({
      ok: true,
      value: { ordered: false, items: [[text('a')], [text('b')]] },
    })
  })

  it('counts words, a bound number as one', () => {
    expect(wordCount([[text('Osuus oli '), number, text(' heinäkuussa.')]])).toBe(4)
    expect(wordCount([])).toBe(0)
  })
})

describe('an edit of a section', () => {
  const block = (id: string, words: string): ReportBlock => ({
    id,
    version: 1,
    bindings: [],
    file: null,
    from: null,
    type: 'paragraph',
    content: { runs: [text(words)] },
  })
  const blocks = [block('a', 'yksi'), block('b', 'kaksi'), block('c', 'kolme')]
  const order = (result: ReturnType<typeof applyEdit>) =>
    result.ok ? result.value.map((draft) => draft.id) : result.reason

  it('moves within bounds', () => {
    expect(order(applyEdit(blocks, { texts: {}, steps: [{ kind: 'move', blockId: 'b', by: 1 }] }))).toEqual([
      'a',
      'c',
      'b',
    ])
    expect(order(applyEdit(blocks, { texts: {}, steps: [{ kind: 'move', blockId: 'a', by: -1 }] }))).toEqual([
      'a',
      'b',
      'c',
    ])
    expect(order(applyEdit(blocks, { texts: {}, steps: [{ kind: 'move', blockId: 'c', by: 1 }] }))).toEqual([
      'a',
      'b',
      'c',
    ])
  })

  it('saves the texts with whatever step is taken', () => {
    const result = applyEdit(blocks, { texts: { a: 'uusi' }, steps: [{ kind: 'remove', blockId: 'b' }] })
    expect(order(result)).toEqual(['a', 'c'])
    expect(result.ok && result.value[0] && linesOf(result.value[0])).toEqual([[text('uusi')]])
  })

  it('does not read the text of what is removed, and refuses a step on what is not there', () => {
    expect(order(applyEdit(blocks, { texts: { b: '' }, steps: [{ kind: 'remove', blockId: 'b' }] }))).toEqual([
      'a',
      'c',
    ])
    expect(order(applyEdit(blocks, { texts: {}, steps: [{ kind: 'remove', blockId: 'x' }] }))).toBe('NOT_FOUND')
  })

  it('refuses everything when one text cannot be read', () => {
    const result = applyEdit(blocks, { texts: { a: 'ok', b: ' ', c: '⟦1⟧' }, steps: [] })
    expect(result).toEqual({
      ok: false,
      reason: 'INVALID',
      fields: { 'text/b': 'finalReport.error.empty', 'text/c': 'finalReport.error.mark' },
    })
  })
})
