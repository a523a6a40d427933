import fs from 'node:fs'
import { describe, expect, it } from 'vitest'
import { contentSchemas } from '@/lib/final-report/blocks/schema'
import { editorBlocks } from '@/lib/final-report/editor/model'
import { pastedNodes } from '@/lib/final-report/editor/paste/model'

const recorded = (name: string) => fs.readFileSync(new URL(`clipboard/${name}.txt`, import.meta.url), 'utf8')
const text = (value: string, type?: 'strong' | 'emphasis') => ({
  type: 'text',
  text: value,
  ...(type && { marks: [{ type }] }),
})
const item = (...content: object[]) => ({ type: 'list_item', content })
const paragraph = (...content: object[]) => ({ type: 'paragraph', content })

describe('pasted from Word', () => {
  it('keeps headings, lists, tables, bold, italic, links and footnotes, and drops the rest', () => {
    expect(pastedNodes(recorded('word'))).toEqual([
      { type: 'heading', attrs: { level: 1 }, content: [text('Hoidon jatkuvuus')] },
      paragraph(
        text('Hoitoon pääsy '),
        text('parani selvästi', 'strong'),
        text(' vuonna 2025'),
        { type: 'note', attrs: { text: 'THL, Sotkanet 2025' } },
        text(', ja siitä kertoo '),
        text('myös', 'emphasis'),
        text(' '),
        {
          type: 'text',
          text: 'Innokylän sivu',
          marks: [{ type: 'link', attrs: { address: 'https://innokyla.fi/fi/toimintamalli' } }],
        },
        text('.'),
      ),
      {
        type: 'list',
        attrs: { ordered: false },
        content: [item(text('Ensimmäinen kohta')), item(text('Toinen '), text('kohta', 'strong'))],
      },
      { type: 'list', attrs: { ordered: true }, content: [item(text('Numeroitu'))] },
      {
        type: 'embed',
        attrs: {
          block: {
            type: 'free_table',
            content: {
              caption: '',
              columns: ['Kunta', 'Asiakkaita', ''],
              rows: [['Kajaani', '67 643', 'noin 60\narvio']],
            },
            bindings: [],
            file: null,
            from: null,
          },
        },
      },
    ])
  })

  it('nothing of its styles and scripts is left', () => {
    expect(JSON.stringify(pastedNodes(recorded('word')))).not.toMatch(/mso|alert|style|windowtext/i)
  })

  it('fits what is stored', () => {
    for (const block of editorBlocks({ type: 'doc', content: pastedNodes(recorded('word')) })) {
      if (block.type === 'unreadable') throw new Error('unreadable')
      expect(() => contentSchemas[block.type].parse(block.content)).not.toThrow()
    }
  })
})

describe('pasted from Google Docs', () => {
  it('keeps the structure though everything stands in a bold that is not bold', () => {
    expect(pastedNodes(recorded('google-docs'))).toMatchObject([
      { type: 'heading', attrs: { level: 2 }, content: [text('Tulokset')] },
      paragraph(text('Vahva', 'strong'), text(' ja '), text('kursiivi', 'emphasis'), text(' teksti.')),
      { type: 'list', attrs: { ordered: false }, content: [item(text('Kohta yksi')), item(text('Alakohta'))] },
      { type: 'embed', attrs: { block: { content: { columns: ['A', 'B'], rows: [['1', '']] } } } },
    ])
  })
})

describe('pasted from anywhere', () => {
  it('a piece of a line is one paragraph', () => {
    expect(pastedNodes('kaksi <b>sanaa</b>')).toEqual([paragraph(text('kaksi '), text('sanaa', 'strong'))])
  })

  it('an address that runs something is text only', () => {
    expect(pastedNodes('<a href="javascript:alert(1)">paina</a>')).toEqual([paragraph(text('paina'))])
  })

  it('loses no word of HTML that is not well-formed', () => {
    const words = JSON.stringify(
      pastedNodes('<p>yksi<p>kaksi<ul><li>kolme<li>neljä</ul><td>viisi</p> kuusi <x>seitsemän'),
    )
    for (const word of ['yksi', 'kaksi', 'kolme', 'neljä', 'viisi', 'kuusi', 'seitsemän']) expect(words).toContain(word)
  })

  it('a table that is too wide keeps its last cells together', () => {
    const cells = Array.from({ length: 14 }, (_, index) => `<td>${index}</td>`).join('')
    const [table] = pastedNodes(`<table><tr>${cells}</tr></table>`)
    expect(table?.attrs?.block).toMatchObject({ content: { columns: [...'0123456789'.split(''), '10', '11 12 13'] } })
  })

  it('much text is read at once', () => {
    const long = recorded('word').repeat(40)
    const began = performance.now()
    expect(pastedNodes(long).length).toBeGreaterThan(100)
    expect(performance.now() - began).toBeLessThan(2000)
  })
})
