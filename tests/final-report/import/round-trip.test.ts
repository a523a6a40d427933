import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { compileDocx } from '@/lib/exports/docx/compile'
import { type DocumentBlock, flatSections } from '@/lib/final-report/document/model'
import { readDocx } from '@/lib/final-report/import/docx/model'
import { readFileReport } from '@/lib/final-report/import/file/model'
import { linesOfPart, type WrittenPart, writtenText } from '@/lib/final-report/import/written/model'
import { readFacts } from '@/prisma/seed/facts/read'
import { fullDocument, jobOf } from '@/tests/exports/docx/sample-job'
import { own } from '@/tests/final-report/import/make-docx'

const textOf = (inlines: readonly { kind: string; text?: string }[]) =>
  inlines
    .map((one) => (one.kind === 'note' ? '' : one.kind === 'problem' ? `◆ ${one.text}` : (one.text ?? '')))
    .join('')

describe('a Word file of the product', () => {
  it('comes back in with the same headings, texts, lists, tables and captions', async () => {
    const document = fullDocument()
    const { docx } = await compileDocx(jobOf(document))
    const read = readDocx(docx, own)
    const sections = flatSections(document.sections)
    const headings = sections.flatMap((section) => [
      section.number === null ? section.title : `${section.number} ${section.title}`,
      ...section.blocks.flatMap((block) => (block.kind === 'heading' ? [block.text] : [])),
    ])
    expect(read.sections.slice(1).map(({ number, title }) => (number === null ? title : `${number} ${title}`))).toEqual(
      headings,
    )
    const blocks = sections.flatMap((section) => section.blocks)
    const parts = read.sections.slice(1).flatMap((section) => section.blocks)
    const of = <K extends DocumentBlock['kind']>(...kinds: K[]) =>
      blocks.filter((block): block is Extract<DocumentBlock, { kind: K }> => kinds.some((kind) => kind === block.kind))
    const read_ = <K extends WrittenPart['kind']>(kind: K) =>
      parts.filter((part): part is Extract<WrittenPart, { kind: K }> => part.kind === kind)
    const tables = of('table')
    const caption = ({ label, caption: text }: { label: string; caption: string }) => [label || null, text]
    expect(read_('table').map((table) => [table.caption?.label, table.caption?.text])).toEqual(tables.map(caption))
    expect(read_('table').map(({ columns, rows, total }) => ({ columns, rows, total }))).toEqual(
      tables.map(({ columns, rows, total }) => ({
        columns: columns.map(({ header }) => header),
        rows: rows.map((row) =>
          // A cell of a free table is words: where they led stands behind them.
          row.map(({ text, unknown, address }) => (unknown ? null : address ? `${text} (${address})` : text)),
        ),
        total: total?.map(({ text }) => text) ?? null,
      })),
    )
    expect(read_('image').map((image) => [image.caption?.label, image.caption?.text])).toEqual(
      of('figure', 'image').map(caption),
    )
    expect(
      read_('list').flatMap(({ items }) => items.map(({ ordered, runs }) => [ordered, writtenText(runs)])),
    ).toEqual(
      blocks.flatMap((block) => {
        if (block.kind === 'list') return block.items.map((item) => [block.ordered, textOf(item)])
        return block.kind === 'links' ? block.items.map(({ text }) => [false, text]) : []
      }),
    )
    expect(read_('quote').map(({ runs, attribution }) => [writtenText(runs), attribution])).toEqual(
      of('quote').map(({ inlines, attribution }) => [textOf(inlines), attribution]),
    )
    const notes = parts
      .flatMap(linesOfPart)
      .flat()
      .filter(({ kind }) => kind === 'note')
    expect(notes).toContainEqual({ kind: 'note', text: 'Alaviite & <merkki>' })
    expect(tables.length + of('figure', 'image').length + read_('list').length).toBeGreaterThan(5)
  })
})

describe('a Word file of LibreOffice', () => {
  it('is read with its headings, lists, picture, captions, merged cells and link', () => {
    const bytes = new Uint8Array(readFileSync(path.join(import.meta.dirname, 'libreoffice.docx')))
    const { sections, losses } = readDocx(bytes, own)
    expect(sections.map(({ level, title }) => [level, title])).toEqual([
      [1, 'Tiivistelmä'],
      [1, 'Investointi'],
      [2, 'Mitä tehtiin?'],
    ])
    const parts = sections.flatMap(({ blocks }) => blocks)
    expect(parts.map(({ kind }) => kind)).toEqual(['paragraph', 'list', 'image', 'table', 'quote'])
    const [text, list, image, table] = parts
    expect(text && linesOfPart(text)[0]).toContainEqual({
      kind: 'link',
      text: 'Innokylässä',
      address: 'https://innokyla.fi/fi',
    })
    expect(list).toMatchObject({
      items: [{ level: 0 }, { level: 1 }, { level: 0 }, { ordered: true }, { ordered: true }],
    })
    expect(image).toMatchObject({
      caption: { label: 'Kuva 1' },
      picture: expect.stringMatching(/^word\/media\/.*\.png$/),
    })
    expect(table).toMatchObject({
      caption: { label: 'Taulukko 1', text: 'Käynnit alueittain' },
      rows: [
        ['Forssa', '12', '13'],
        ['Forssa', '14', '15'],
      ],
    })
    expect(losses.map(({ what }) => what)).toEqual(['merged_cells'])
  })
})

describe('the written report of the demo as JSON', () => {
  it('is read whole: every section, block, caption, mark and reference', () => {
    type Narrative = { sections: { blocks: { type: string; text?: string; items?: string[] }[] }[] }
    const whole = { ...readFacts<Narrative>('syli-narrative.json'), facts: readFacts<object>('syli.json') }
    const { sections, losses } = readFileReport(new TextEncoder().encode(JSON.stringify(whole)))
    const blocks = whole.sections.flatMap((section) => section.blocks)
    const parts = sections.flatMap((section) => section.blocks)
    const count = (kind: string) => parts.filter((part) => part.kind === kind).length
    const given = (type: string) => blocks.filter((block) => block.type === type).length
    expect(sections).toHaveLength(whole.sections.length)
    expect([
      count('paragraph'),
      count('image'),
      count('links'),
      count('list'),
      count('table'),
      count('models'),
      count('attachments'),
    ]).toEqual(['paragraph', 'figure', 'links', 'list', 'table', 'toimintamalli_table', 'decision_refs'].map(given))
    const marks = blocks.flatMap(({ text, items }) => [text ?? '', ...(items ?? [])].join(' ').match(/\{\{ind:/g) ?? [])
    const runs = parts.flatMap(linesOfPart).flat()
    expect(runs.filter(({ kind }) => kind === 'value')).toHaveLength(marks.length)
    expect(marks.length).toBeGreaterThan(200)
    expect(parts.every((part) => part.kind !== 'image' || (part.caption?.text ?? '') !== '')).toBe(true)
    expect(new Set(losses.map(({ what }) => what))).toEqual(new Set(['unknown_rows']))
  })
})
