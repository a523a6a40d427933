import fs from 'node:fs'
import { describe, expect, it } from 'vitest'
import { compileReport, reviewTemplate } from '@/lib/exports/typst/compile'
import { printedReview } from '@/lib/exports/typst/printed-review'
import { reviewData } from '@/lib/exports/typst/review-data'
import type { PrintedReview } from '@/lib/exports/typst/review-document'
import type { ReportDocument } from '@/lib/final-report/document/model'
import { noLooks } from '@/lib/projects/looks/model'
import { sampleReview } from './deck/sample-review'
import { checks } from './pdf-structure/checks'
import { readTaggedPdf, type TaggedPdf } from './pdf-structure/tagged'

const source = fs.readFileSync(reviewTemplate, 'utf8')
// The page of texts that no font can show is for the deck: what stands in their place is another text.
const review = { ...sampleReview(), sections: sampleReview().sections.slice(1) }
const document = printedReview(review, noLooks)

/** The checks look at what both documents have; the rest of a final report's is empty here. */
const asReport = (printed: PrintedReview): ReportDocument => ({
  ...printed,
  format: 1,
  programme: '',
  facts: [],
  origin: '',
  notice: null,
})

function made(variant: { template?: string; standard?: 'ua-1' | null } = {}, of: PrintedReview = document): TaggedPdf {
  const data = JSON.stringify(reviewData(of))
  const job = { document: of, layout: 'review' as const, data, createdAt: 1_700_000_000 }
  return readTaggedPdf(compileReport(job, variant).pdf)
}

/** The template with one place changed; the place must be there, or the defect would test nothing. */
function altered(from: string, to: string): string {
  expect(source.split(from).length, `"${from}" in the template`).toBe(2)
  return source.replace(from, to)
}

const good = made()

/** One defect per check. Those that the standard itself refuses are made without it, so that the check is what finds them. */
const defects: Record<string, () => TaggedPdf> = {
  'document title is set and shown': () => made({ template: altered('title: report.title', 'title: report.county') }),
  language: () => made({ template: altered('  lang: report.language,\n', '') }),
  'PDF/UA-1 identifier': () => made({ standard: null }),
  'headings as in the report, no level skipped': () =>
    made({
      template: altered('level: part.level, sup', 'level: if part.level == 2 { 3 } else { part.level }, sup'),
      standard: null,
    }),
  'tables: rows, header cells with scope, even width': () =>
    made({ template: altered('table.header(repeat: true, ..item.columns', '..(item.columns') }),
  'every table and figure has its caption': () =>
    made({
      template: altered(
        'kind: table, supplement: item.label, numbering: none, caption: caption-of(item)',
        'kind: table',
      ),
    }),
  'every figure has a text alternative': () => made({ template: altered(', alt: item.alt', ''), standard: null }),
  'links have a text, a description and a target': () =>
    made({ template: altered('{ link(item.address, item.text) }', '{ underline(item.text) }') }),
  'bookmarks are the headings': () =>
    made({
      template: altered('#show heading: set text(', '#set heading(bookmarked: false)\n#show heading: set text('),
    }),
  'text is all there, in the order of the report': () =>
    made({
      template: altered(
        '..item.rows.slice(0, before).map(whole-row)',
        '..item.rows.slice(0, before).rev().map(whole-row)',
      ),
    }),
  'emblem at least 1 cm high, with the statement': () => made({ template: altered('height: 1.6cm', 'height: 0.9cm') }),
  'data of the tables and figures attached': () => made({ template: source.slice(0, source.indexOf('#pdf.attach(')) }),
  // The maker cannot be brought to these two faults, so they are planted in what was read.
  'drawn in the order of the tags': () => ({ ...good, drawn: good.drawn.toReversed() }),
  'no text outside the tags': () => ({ ...good, untagged: 'irrallinen' }),
}

describe('structure of the review as PDF', () => {
  it.each(checks.map((check) => [check.name, check] as const))('%s', (_, check) => {
    const { looked, faults } = check.run(good, asReport(document))
    console.log(`review structure: ${check.name}: looked at ${looked}`)
    expect(faults).toEqual([])
    expect(looked).toBeGreaterThan(0)
  })

  it.each(checks.map((check) => [check.name, check] as const))('catches a planted defect: %s', (name, check) => {
    const broken = defects[name]
    expect(broken, `a defect for "${name}"`).toBeDefined()
    const { faults } = check.run(broken?.() ?? good, asReport(document))
    console.log(`review structure: planted defect found: ${faults[0]}`)
    expect(faults).not.toEqual([])
  })

  it('looks at enough', () => {
    const looked = Object.fromEntries(checks.map((check) => [check.name, check.run(good, asReport(document)).looked]))
    expect(looked['tables: rows, header cells with scope, even width']).toBeGreaterThan(180)
    expect(looked['links have a text, a description and a target']).toBeGreaterThanOrEqual(40)
    expect(looked['text is all there, in the order of the report']).toBeGreaterThan(200)
  })
})

describe('the looks of the county', () => {
  const pixel = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
    'base64',
  )
  const looks = {
    brandColour: '#5a1a6b',
    accentColour: '#d08a00',
    logo: { bytes: new Uint8Array(pixel), mediaType: 'image/png' as const, alt: 'Hyvinvointialueen tunnus' },
  }

  it('puts the logo with its text on the first page', () => {
    const withLogo = made({}, printedReview(review, looks))
    const alts = (tag: TaggedPdf['tree']): (string | null)[] => [tag.alt, ...tag.children.flatMap(alts)]
    expect(alts(withLogo.tree)).toContain('Hyvinvointialueen tunnus')
    expect(alts(good.tree)).not.toContain('Hyvinvointialueen tunnus')
    for (const check of checks) expect(check.run(withLogo, asReport(printedReview(review, looks))).faults).toEqual([])
  })
})
