import fs from 'node:fs'
import { describe, expect, it } from 'vitest'
import { compileReport, reportTemplate } from '@/lib/exports/typst/compile'
import type { ReportDocument } from '@/lib/final-report/document/model'
import { sampleDocument } from '../sample-document'
import { checks } from './checks'
import { readTaggedPdf, type TaggedPdf } from './tagged'

type Variant = { template?: string; standard?: 'ua-1' | null }

const document = sampleDocument()
const source = fs.readFileSync(reportTemplate, 'utf8')

function made(variant: Variant = {}, of: ReportDocument = document): TaggedPdf {
  return readTaggedPdf(compileReport({ document: of, createdAt: 1_700_000_000 }, variant).pdf)
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
      template: altered('level: part.level', 'level: if part.level == 2 { 3 } else { part.level }'),
      standard: null,
    }),
  'tables: rows, header cells with scope, even width': () =>
    made({ template: altered('table.header(repeat: true, ..item.columns', '..(item.columns') }),
  'every table and figure has its caption': () =>
    made({
      template: altered('caption: caption-of(item),', 'caption: if item.kind != "table" { caption-of(item) },'),
    }),
  'every figure has a text alternative': () =>
    made({ template: altered('width: 100%, alt: item.alt', 'width: 100%'), standard: null }),
  'links have a text, a description and a target': () =>
    made({
      template: altered(
        'item.kind == "link" { link(whole(item.address), item.text) }',
        'item.kind == "link" { underline(item.text) }',
      ),
    }),
  'bookmarks are the headings': () =>
    made({
      template: altered('#show heading: it => {', '#set heading(bookmarked: false)\n#show heading: it => {'),
    }),
  'text is all there, in the order of the report': () =>
    made({ template: altered('for item in part.blocks {', 'for item in part.blocks.rev() {') }),
  'emblem at least 1 cm high, with the statement': () => made({ template: altered('height: 1.6cm', 'height: 0.9cm') }),
  'data of the tables and figures attached': () => made({ template: source.slice(0, source.indexOf('#pdf.attach(')) }),
  // The maker cannot be brought to these two faults, so they are planted in what was read.
  'drawn in the order of the tags': () => ({ ...good, drawn: good.drawn.toReversed() }),
  'no text outside the tags': () => ({ ...good, untagged: 'irrallinen' }),
}

describe('structure of the final report as PDF', () => {
  it.each(checks.map((check) => [check.name, check] as const))('%s', (_, check) => {
    const { looked, faults } = check.run(good, document)
    console.log(`PDF structure: ${check.name}: looked at ${looked}`)
    expect(faults).toEqual([])
    expect(looked).toBeGreaterThan(0)
  })

  it.each(checks.map((check) => [check.name, check] as const))('catches a planted defect: %s', (name, check) => {
    const broken = defects[name]
    expect(broken, `a defect for "${name}"`).toBeDefined()
    const { faults } = check.run(broken?.() ?? good, document)
    console.log(`PDF structure: planted defect found: ${faults[0]}`)
    expect(faults).not.toEqual([])
  })

  it('looks at enough', () => {
    const looked = Object.fromEntries(checks.map((check) => [check.name, check.run(good, document).looked]))
    expect(looked['tables: rows, header cells with scope, even width']).toBeGreaterThan(180)
    expect(looked['links have a text, a description and a target']).toBeGreaterThanOrEqual(8)
    expect(looked['text is all there, in the order of the report']).toBeGreaterThan(200)
  })
})
