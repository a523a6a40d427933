import fs from 'node:fs'
import { describe, expect, it } from 'vitest'
import { compileReport, reportTemplate } from '@/lib/exports/typst/compile'
import type { DocumentCell, DocumentTable, ReportDocument } from '@/lib/final-report/document/model'
import { readTaggedPdf, type Tag } from './pdf-structure/tagged'
import { sampleDocument } from './sample-document'

const template = fs.readFileSync(reportTemplate, 'utf8')
const all = (tag: Tag): Tag[] => [tag, ...tag.children.flatMap(all)]

function altered(from: string, to: string): string {
  expect(template.split(from).length, `"${from}" in the template`).toBe(2)
  return template.replace(from, to)
}

function table(columns: number, rows: DocumentCell[][], total: DocumentCell[] | null = null): DocumentTable {
  const headers = Array.from({ length: columns }, (_, at) => ({ header: `S${at}`, numeric: at > 0, width: at ? 1 : 2 }))
  return { ...captions, kind: 'table', columns: headers, rows, total }
}
const captions = { id: 't', label: 'Taulukko 1', caption: 'Rivit', source: '', notes: [] }

/** The sample's first chapter alone, with one table. */
function withTable(block: DocumentTable): ReportDocument {
  const document = sampleDocument()
  const [first] = document.sections
  if (!first) throw new Error('the sample has no chapter')
  return { ...document, sections: [{ ...first, blocks: [block] }] }
}

const made = (document: ReportDocument, other?: string) =>
  compileReport({ document, createdAt: 1 }, other === undefined ? {} : { template: other })

/** Texts from short ones to such as fill their cell and more, of narrow letters, of wide ones, and of figures. */
const lengths = Array.from({ length: 60 }, (_, length) => length + 1)
const texts = lengths.flatMap((length) => [
  'il'.repeat(length),
  'Wm'.repeat(length).slice(0, length),
  'AVATo '.repeat(length).slice(0, length),
  '1 234,5 '.repeat(length).slice(0, length),
  'ǩ→☐'.repeat(length).slice(0, length),
])

const pageOf = (tag: Tag): string | undefined =>
  all(tag)
    .flatMap(({ marks }) => marks)[0]
    ?.split(':')[0]

describe('tables of the printed report', () => {
  it.each([3, 6, 9])('of %i columns has rows as high as what is in them', (columns) => {
    const rows = texts.map((text, row) =>
      Array.from({ length: columns }, (_, at): DocumentCell => {
        if (at !== row % columns) return { text: '1' }
        return row % 7 === 0 ? { text, unknown: true } : { text }
      }),
    )
    const document = withTable(table(columns, rows))
    const given = made(document)
    const measured = made(document, altered('      rows: heights(item),\n', ''))
    expect(Buffer.compare(Buffer.from(given.pdf), Buffer.from(measured.pdf))).toBe(0)
    const wrong = made(document, altered('10pt + 0.66em', '11pt + 0.66em'))
    expect(Buffer.compare(Buffer.from(wrong.pdf), Buffer.from(measured.pdf))).not.toBe(0)
    console.log(`printed tables: ${rows.length} rows of ${columns} columns, ${given.pages} pages as measured`)
  })

  it('never have their total alone on a page', () => {
    const apart = (other?: string) =>
      Array.from({ length: 24 }, (_, count) => {
        const rows = Array.from({ length: 34 + count }, (_, row) => [{ text: `Rivi ${row + 1}` }, { text: '1' }])
        const { pdf } = made(withTable(table(2, rows, [{ text: 'Yhteensä' }, { text: '99' }])), other)
        const lines = all(readTaggedPdf(pdf).tree).filter(({ role }) => role === 'TR')
        expect(lines.length).toBe(rows.length + 2)
        const [last, total] = lines.slice(-2).map(pageOf)
        return last !== total
      })
    expect(apart().filter(Boolean)).toHaveLength(0)
    const alone = altered('..cells(item.ending), ..total', '..total').replace(
      '..cells(item.cells),',
      '..cells(item.cells), ..cells(item.ending),',
    )
    expect(apart(alone).filter(Boolean).length).toBeGreaterThan(0)
  })
})
