import { describe, expect, it } from 'vitest'
import { compileDocx } from '@/lib/exports/docx/compile'
import type { DocxJob } from '@/lib/exports/docx/job'
import { emblemPicture } from '@/lib/exports/pptx/emblem'
import type { DocumentBlock, ReportDocument } from '@/lib/final-report/document/model'
import { all, one } from '../deck/read-deck'
import { sampleDocument } from '../sample-document'
import { checks } from './checks'
import { body, fields, lines, readDocx, reportLines } from './read-docx'
import { fullDocument, jobOf } from './sample-job'

const document = fullDocument()
const made = await compileDocx(jobOf(document))
const docx = readDocx(made.docx)

describe('the report as a Word document', () => {
  it.each(checks)('$name', ({ name, run }) => {
    const { looked, faults } = run(docx, document)
    console.log(`docx, ${docx.names.length} parts: ${name}: ${looked}`)
    expect(faults).toEqual([])
    expect(looked).toBeGreaterThan(0)
  })

  it('is the same to the byte when it is made again, and another moment makes another', async () => {
    const again = await compileDocx(jobOf(document))
    expect(Buffer.from(again.docx).equals(Buffer.from(made.docx))).toBe(true)
    const later = await compileDocx({ ...jobOf(document), createdAt: 1 })
    expect(Buffer.from(later.docx).equals(Buffer.from(made.docx))).toBe(false)
  })

  it('asks nothing when it is opened, and does not keep who made it or when', () => {
    expect(docx.text('word/settings.xml')).not.toContain('updateFields')
    expect(docx.text('word/document.xml')).not.toMatch(/w:dirty="(?!false)/)
    const core = docx.text('docProps/core.xml')
    expect(core).toContain('<dc:title>Esimerkkihanke: loppuraportti</dc:title>')
    expect(core).toContain('<dc:creator>Esimerkin hyvinvointialue</dc:creator>')
    expect(core).toContain('<dc:language>fi-FI</dc:language>')
    expect(core).toContain('2025-11-21T10:00:00Z')
  })

  it('has a title page, and page numbers under the others', () => {
    const front = lines(body(docx)).map(({ style, text }) => `${style}: ${text}`)
    expect(front.slice(0, 12)).toEqual([
      'TitleFact: ',
      'County: Esimerkin hyvinvointialue',
      'Title: Esimerkkihanke',
      'Subtitle: Loppuraportti',
      'TitleFact: Päiväys: 21.11.2026',
      'TitleFact: Versio: luonnos',
      'Notice: Tämä on luonnos.',
      'TitleFact: ',
      'Statement: Euroopan unionin rahoittama – NextGenerationEU',
      'TitleFact: Suomen kestävän kasvun ohjelma',
      'TOCHeading: Sisällys',
      'TOC1: 1 Tiivistelmä\t3',
    ])
    expect(docx.text('word/footer1.xml')).toMatch(/PAGE.*NUMPAGES/s)
    expect(one(body(docx), 'w:titlePg')).toBeDefined()
  })

  it('lays a wide table on a lying page with its heading, and no other', () => {
    const pages = all(body(docx), 'w:pgSz').map(({ attributes }) => attributes['w:orient'])
    expect(pages).toEqual(['portrait', 'landscape', 'portrait'])
    const lying = body(docx).children.findIndex((node) => node.text.startsWith('Tulokset mittareittain'))
    expect(
      body(docx)
        .children.slice(lying, lying + 4)
        .map(({ tag }) => tag),
    ).toEqual(['w:p', 'w:p', 'w:p', 'w:tbl'])
  })

  it('is drawn in the colours of the county where they can be read, and in the language of the report', async () => {
    const looks = { brand: '#6b1f73', accent: '#f2c200', logo: null }
    const sv: ReportDocument = { ...document, language: 'sv', looks }
    const swedish = readDocx((await compileDocx(jobOf(sv))).docx)
    expect(swedish.text('word/styles.xml')).toContain('<w:color w:val="6B1F73"/>')
    expect(swedish.text('word/styles.xml')).not.toContain('F2C200')
    expect(swedish.text('word/styles.xml')).toMatch(/<w:lang [^>]*w:val="sv-FI"/)
    expect(docx.text('word/styles.xml')).toMatch(/<w:lang [^>]*w:val="fi-FI"/)
  })

  it('keeps addresses whole, those of the product with its origin, and leaves out what no program would open', async () => {
    const links = ['https://esimerkki.fi/a b?c=ä&d="1"', 'javascript:alert(1)', 'http://[ei', '/projects/x']
    const block: DocumentBlock = { kind: 'links', id: 'l', items: links.map((address) => ({ text: address, address })) }
    const sections = [{ id: 's', level: 1, number: null, title: 'Linkit', blocks: [block], children: [] }]
    const read = readDocx((await compileDocx(jobOf({ ...document, sections }))).docx)
    const targets = all(read.xml('word/_rels/document.xml.rels'), 'Relationship')
      .filter(({ attributes }) => attributes.TargetMode === 'External')
      .map(({ attributes }) => attributes.Target)
    expect(targets).toEqual(['https://esimerkki.fi/a%20b?c=%C3%A4&d=%221%22', 'https://etappi.example.fi/projects/x'])
    expect(reportLines(read).map(({ text }) => text)).toEqual(['Linkit', ...links])
  })
})

describe('text comes back as it was written', () => {
  const read = async (texts: readonly string[]) => {
    const { docx: file, replaced } = await compileDocx(jobOf(sampleDocument(texts)))
    return { replaced, texts: reportLines(readDocx(file)).map(({ text }) => text) }
  }

  it('keeps several spaces, line ends, emoji and the signs of the format, and tells of what XML cannot hold', async () => {
    const kept = [
      'kaksi  väliä ',
      'rivi\nvaihtuu',
      'Perhe 👨‍👩‍👧, lippu 🇫🇮, kiinaksi 日本',
      '<w:t>&amp;&lt;!-- ]]> "lainaus" \'toinen\' &#x41;',
      ' TOC \\o "1-3" REF _Ref1 \\h',
    ]
    const { texts, replaced } = await read([...kept, 'ohjaus\u0001merkki, puolikas \ud800 pari, \ufffe'])
    for (const text of kept) expect(texts).toContain(text)
    expect(texts).toContain('ohjaus[U+0001]merkki, puolikas \ufffd pari, [U+FFFE]')
    expect(replaced).toEqual(['U+0001', 'U+FFFE'])
  })
})

describe('references', () => {
  it('keep words that the target does not have, and lead to the part that it has', async () => {
    const target = { id: 's-2', level: 1, number: '4.2', title: 'Malli: uusi', blocks: [], children: [] }
    const said = ['luvussa 4.2', '4.2', 'Malli: uusi', '4.2 Malli: uusi', 'toisaalla']
    const block: DocumentBlock = {
      kind: 'paragraph',
      id: 'p',
      inlines: said.map((text) => ({ kind: 'reference', text, target: 's-2' })),
    }
    const sections = [{ ...target, id: 's-1', number: '1', title: 'Alku', blocks: [block] }, target]
    const file = readDocx((await compileDocx(jobOf({ ...document, sections }))).docx)
    expect(reportLines(file)[1]?.text).toBe(said.join(''))
    expect(fields(file, 'REF').map(({ shown }) => shown)).toEqual(['4.2', '4.2', 'Malli: uusi', '4.2 Malli: uusi'])
    const led = all(body(file), 'w:hyperlink').find((node) => node.text === 'toisaalla')
    expect(led?.attributes['w:anchor']).toMatch(/^_Ref/)
  })
})

describe('pictures', () => {
  it('are as large as the page lets them, in their own proportions', async () => {
    const file = { id: 'f-1', name: 'kuva.png', mediaType: 'image/png', sha256: '0' }
    const job: DocxJob = jobOf(fullDocument(file))
    const bytes = new Uint8Array(emblemPicture())
    const read = readDocx((await compileDocx({ ...job, pictures: [{ ...file, bytes }] })).docx)
    const sizes = all(body(read), 'wp:extent').map(({ attributes }) => [Number(attributes.cx), Number(attributes.cy)])
    expect(sizes).toHaveLength(4)
    const [width = 0, height = 0] = sizes[3] ?? []
    expect(width / height).toBeCloseTo(1.5, 1)
    expect(width).toBeLessThanOrEqual(9184 * 635)
  })
})
