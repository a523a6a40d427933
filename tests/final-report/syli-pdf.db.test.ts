import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { systemViewer } from '@/lib/access/viewer'
import { renderReport } from '@/lib/exports/typst/render'
import { captionText, type DocumentBlock, flatSections, type ReportDocument } from '@/lib/final-report/document/model'
import { openReport } from '@/lib/final-report/queries'
import { findProject } from '@/lib/projects/queries'
import { readFacts } from '@/prisma/seed/facts/read'
import type { NarrativeSection, SyliReportFacts } from '@/prisma/seed/facts/syli-report'
import { checks } from '@/tests/exports/pdf-structure/checks'
import { readTaggedPdf } from '@/tests/exports/pdf-structure/tagged'
import { type ReadBack, readWithPdfJs } from '@/tests/exports/read-with-pdfjs'
import { useDemoCopy } from '@/tests/seed/demo-copy'

const at = new Date('2025-11-21T10:00:00Z')
const facts = readFacts<SyliReportFacts & { structure: (NarrativeSection & { title_or_question: string })[] }>(
  'syli.json',
)
let document: ReportDocument
let made: Awaited<ReturnType<typeof renderReport>>
let read: ReadBack
let models: (string | null)[]
let done: () => Promise<void>

beforeAll(async () => {
  done = await useDemoCopy()
  const viewer = systemViewer('operator')
  const project = await findProject(viewer, 'syli')
  const open = project && (await openReport(viewer, project))
  if (!open) throw new Error('no final report of syli')
  document = open.document
  models = open.data.toimintamallit.map((row) => row.innokylaUrl)
  made = await renderReport(document, at)
  read = await readWithPdfJs(made.pdf)
}, 240_000)
afterAll(() => done?.())

/** Line ends take spaces along, and hyphenation leaves marks: neither is part of a text. */
const squeezed = (text: string): string => text.replace(/[\s\u00a0\u00ad\u2060-]/g, '')
const blocksOf = (kind: DocumentBlock['kind']) =>
  flatSections(document.sections).flatMap((section) => section.blocks.filter((block) => block.kind === kind))

describe('the final report of syli as PDF/UA-1', () => {
  it('passes every structure check', () => {
    expect(made.replaced).toEqual([])
    const pdf = readTaggedPdf(made.pdf)
    for (const check of checks) {
      const { looked, faults } = check.run(pdf, document)
      console.log(
        `syli as PDF, ${made.pages} pages, ${(made.pdf.length / 1024).toFixed(0)} KiB: ${check.name}: ${looked}`,
      )
      expect(faults, check.name).toEqual([])
    }
    expect(made.pdf.length).toBeLessThan(2_500_000)
  })

  it('read back by pdf.js: all 30 question texts and 100 headings', () => {
    const text = squeezed(read.text)
    const questions = facts.structure.filter(({ kind }) => kind === 'question').map((fact) => fact.title_or_question)
    expect(questions).toHaveLength(30)
    const titles = facts.structure.map((fact) => fact.title_or_question)
    // Once in the contents and once in its place.
    for (const title of titles) expect(text.split(squeezed(title)).length, title).toBeGreaterThanOrEqual(3)
    expect(text).not.toContain(squeezed('Miten tätä ei ole kysytty?'))
  })

  it('29 rows of the table of models: 28 taken into use or piloted and one not; 21, 2 and 6 stayed in use', () => {
    const rows = read.rows.filter((row) => row.length === 3 && /^(Kyllä|Ei|Osittain)$/.test(row[1] ?? ''))
    const count = (column: number, word: string) => rows.filter((row) => row[column] === word).length
    expect(rows).toHaveLength(29)
    expect([count(1, 'Kyllä'), count(1, 'Ei')]).toEqual([28, 1])
    expect([count(2, 'Kyllä'), count(2, 'Osittain'), count(2, 'Ei')]).toEqual([21, 2, 6])
  })

  it('20 tables with every known cell', () => {
    const rows = new Set(read.rows.map((row) => row.map(squeezed).join('|')))
    let cells = 0
    for (const table of facts.tables.filter(({ label }) => label !== null)) {
      for (const row of table.rows ?? []) {
        const shown = row.map((cell) => squeezed(cell ?? 'ei tiedossa')).join('|')
        expect(rows.has(shown), `${table.label}: ${shown}`).toBe(true)
        cells += row.filter((cell) => cell !== null).length
      }
    }
    for (const row of facts.tables.find(({ label }) => label === null)?.rows ?? []) {
      const name = squeezed(row[1] ?? '')
      expect(
        [...rows].some((one) => one.startsWith(`${name}|`)),
        name,
      ).toBe(true)
      cells += row.length
    }
    expect(cells).toBeGreaterThan(250)
    console.log(`syli as PDF: ${cells} known cells read back`)
  })

  it('99 captions of figures and 19 of numbered tables, each listed in front too', () => {
    const found = read.captions.map(squeezed)
    const wanted = [...blocksOf('image'), ...blocksOf('table')].flatMap((block) =>
      'label' in block && block.label !== '' ? [captionText(block)] : [],
    )
    expect(wanted).toHaveLength(118)
    const text = squeezed(read.text)
    for (const caption of wanted) {
      expect(
        found.some((one) => one.startsWith(squeezed(caption))),
        caption,
      ).toBe(true)
      expect(text.split(squeezed(caption)).length, caption).toBeGreaterThanOrEqual(3)
    }
  })

  it('links to the 33 addresses of models in Innokylä', () => {
    const wanted = new Set(models.flatMap((address) => address ?? []))
    expect(wanted.size).toBe(33)
    expect([...wanted].filter((address) => !read.addresses.includes(address))).toEqual([])
  })

  it('names the 11 attachments, and no reference or link is left unresolved', () => {
    const text = squeezed(read.text)
    for (const { label, title } of facts.attachments) expect(text).toContain(squeezed(`${label} ${title}`))
    expect(text).not.toContain(squeezed('viittauksen kohdetta ei ole'))
    expect(read.internal).toBeGreaterThan(153)
    expect(read.unresolved).toBe(0)
  })
})

describe('the archive copy, PDF/A-3a', () => {
  it('says that it is one, carries the data, and is tagged like the other', async () => {
    const archive = await renderReport(document, at, { standard: 'a-3a' })
    const text = Buffer.from(archive.pdf).toString('latin1')
    expect(text).toMatch(/<pdfaid:part>3<\/pdfaid:part>\s*<pdfaid:conformance>A<\/pdfaid:conformance>/)
    expect(Buffer.from(made.pdf).toString('latin1')).not.toContain('pdfaid:part')
    const pdf = readTaggedPdf(archive.pdf)
    // The archive's standard has another identifier, and asks neither for the title in the window nor for boxes of figures.
    const shared = checks.filter(({ name }) => !/identifier|document title|emblem/.test(name))
    expect(pdf.title).toBe(document.title)
    for (const check of shared) {
      expect(check.run(pdf, document).faults, check.name).toEqual([])
    }
    expect(JSON.parse(pdf.attachments[0]?.content ?? '{}')).toMatchObject({ title: document.title })
  })
})
