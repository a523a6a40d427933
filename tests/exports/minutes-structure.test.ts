import fs from 'node:fs'
import { describe, expect, it } from 'vitest'
import { compileReport, minutesTemplate } from '@/lib/exports/typst/compile'
import type { ReportDocument } from '@/lib/final-report/document/model'
import { type MinutesDocument, minutesData } from '@/lib/meetings/minutes/model'
import { checks } from './pdf-structure/checks'
import { readTaggedPdf, type Tag, type TaggedPdf } from './pdf-structure/tagged'
import { pageTexts } from './read-with-pdfjs'
import { sampleMinutes } from './sample-minutes'

const source = fs.readFileSync(minutesTemplate, 'utf8')
const document = sampleMinutes()

/** What the common checks look at; parts that minutes do not have are empty. Links are looked for in `sections`. */
const asReport = (minutes: MinutesDocument): ReportDocument => ({
  ...minutes,
  notice: null,
  origin: '',
  words: { ...minutes.words, contents: '' },
  sections: minutes.attachments as unknown as ReportDocument['sections'],
})

const make = (variant: { template?: string; standard?: 'ua-1' | null } = {}, of = document) =>
  compileReport(
    { document: of, layout: 'minutes', data: JSON.stringify(minutesData(of)), createdAt: 1_700_000_000 },
    variant,
  )
const made = (...given: Parameters<typeof make>): TaggedPdf => readTaggedPdf(make(...given).pdf)

/** The template with one place changed; the place must be there, or the defect would test nothing. */
function altered(from: string, to: string): string {
  expect(source.split(from).length, `"${from}" in the template`).toBe(2)
  return source.replace(from, to)
}

const good = made()
const common: Record<string, () => TaggedPdf> = {
  'document title is set and shown': () => made({ template: altered('title: report.title', 'title: report.county') }),
  language: () => made({ template: altered('  lang: report.language,\n', '') }),
  'PDF/UA-1 identifier': () => made({ standard: null }),
  'tables: rows, header cells with scope, even width': () =>
    made({ template: altered('table.header(repeat: true, ..columns', '..(columns') }),
  'every figure has a text alternative': () =>
    made({ template: altered(', alt: report.emblem.alt', ''), standard: null }),
  'links have a text, a description and a target': () =>
    made({ template: altered('{ link(cell.address, cell.text) }', '{ underline(cell.text) }') }),
  'drawn in the order of the tags': () => ({ ...good, drawn: good.drawn.toReversed() }),
  'no text outside the tags': () => ({ ...good, untagged: 'irrallinen' }),
  'emblem at least 1 cm high, with the statement': () => made({ template: altered('height: 1.2cm', 'height: 0.9cm') }),
}

const all = (tag: Tag): Tag[] => [tag, ...tag.children.flatMap(all)]
const squeezed = (text: string): string => text.replace(/[\s\u00a0\u00ad\u2060]/g, '')

describe('structure of minutes as PDF', () => {
  const shared = checks.filter(({ name }) => name in common)
  it.each(shared.map((check) => [check.name, check] as const))('%s', (name, check) => {
    const { looked, faults } = check.run(good, asReport(document))
    console.log(`PDF structure of minutes: ${name}: looked at ${looked}`)
    expect(faults).toEqual([])
    expect(looked).toBeGreaterThan(0)
    expect(check.run(common[name]?.() ?? good, asReport(document)).faults).not.toEqual([])
  })

  it('looks at every check that fits minutes', () => expect(shared).toHaveLength(Object.keys(common).length))

  const headings = (pdf: TaggedPdf) => all(pdf.tree).filter(({ role }) => /^H\d$/.test(role))

  it('has a heading for every part and item, none skipped, and bookmarks to them', () => {
    const levels = headings(good).map(({ role }) => Number(role.slice(1)))
    for (const [index, level] of levels.entries()) expect(level).toBeLessThanOrEqual((levels[index - 1] ?? 0) + 1)
    const upper = headings(good).filter(({ role }) => role !== 'H3')
    const { items, attendance, attachments } = document.words
    const wanted = [attendance, items, ...document.items.map(({ heading }) => heading), attachments]
    expect(upper.map(({ text }) => squeezed(text))).toEqual(wanted.map(squeezed))
    const flat = good.bookmarks.flatMap(({ title, children }) => [title, ...children.map((child) => child.title)])
    expect(flat.map(squeezed)).toEqual(wanted.map(squeezed))
    const fewer = made({
      template: altered('heading(level: 2, supplement', 'heading(level: 2, bookmarked: false, supplement'),
    })
    expect(fewer.bookmarks.flatMap(({ children }) => children)).toEqual([])
  })

  it('says everything in its order, as it was written', () => {
    const text = squeezed(good.tree.text)
    const pieces = document.items.flatMap((item) => [
      item.heading,
      ...item.notes,
      ...item.passages.flatMap((part) => [part.label, part.text]),
      ...(item.discussion?.points ?? []),
      ...item.decisions.flatMap((decision) => [decision.text, ...decision.notes]),
      ...(item.actionPoints?.points ?? []),
    ])
    let at = 0
    for (const piece of [
      document.meeting,
      ...document.notices,
      ...(document.attendance?.rows.flat() ?? []),
      ...pieces,
    ]) {
      const found = text.indexOf(squeezed(piece), at)
      expect(found, piece).toBeGreaterThanOrEqual(at)
      at = found + squeezed(piece).length
    }
    expect(pieces.length).toBeGreaterThan(40)
  })

  it('keeps a short decision whole on its page, wherever the page ends', async () => {
    const [item] = document.items
    const [decision] = item?.decisions ?? []
    if (!item || !decision) throw new Error('the sample has no decision')
    // The last of the decision stands on the page on which it begins, or it is torn.
    const torn = async (lines: number, variant: Parameters<typeof make>[0] = {}) => {
      const text = Array.from({ length: lines }, (_, no) => `Rivi ${no}.`).join('\n')
      const passages = [{ label: 'Selostus', text }]
      const short = {
        ...document,
        attendance: null,
        attachments: null,
        items: [{ ...item, passages, discussion: null }],
      }
      const pages = (await pageTexts(make(variant, short).pdf)).map(squeezed)
      const holding = (piece = '') => pages.findIndex((page) => page.includes(squeezed(piece)))
      expect(holding(decision.text)).toBeGreaterThanOrEqual(0)
      return holding(decision.text) !== holding(decision.notes.at(0))
    }
    const variant = { template: altered('breakable: not whole', 'breakable: true') }
    const found: { now: boolean; planted: boolean }[] = []
    for (const lines of [15, 16, 17, 18]) found.push({ now: await torn(lines), planted: await torn(lines, variant) })
    expect(found.filter(({ now }) => now)).toEqual([])
    // The same look at minutes whose decisions may be torn sees it.
    expect(found.filter(({ planted }) => planted).length).toBeGreaterThan(0)
  }, 30_000)

  it('takes the draft mark away when there is none, and fits minutes without attendance and attachments', () => {
    const short = { ...document, mark: null, notices: [], attendance: null, attachments: null, items: [] }
    const { pages, pdf } = make({}, short)
    expect(pages).toBe(1)
    expect(readTaggedPdf(pdf).tree.text).not.toContain('LUONNOS')
    expect(good.pages).toBeGreaterThan(2)
  })
}, 60_000)
