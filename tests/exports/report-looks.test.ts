import fs from 'node:fs'
import { describe, expect, it } from 'vitest'
import { compileReport } from '@/lib/exports/typst/compile'
import { reportJob } from '@/lib/exports/typst/render'
import { type DocumentBlock, flatSections, type ReportDocument } from '@/lib/final-report/document/model'
import { readTaggedPdf, type Tag } from './pdf-structure/tagged'
import { sampleDocument } from './sample-document'

const png = new Uint8Array(fs.readFileSync('lib/exports/pptx/emblem.png'))
const file = { id: 'f-1', name: 'polku.png', mediaType: 'image/png', sha256: '0' }
const at = new Date('2025-11-21T10:00:00Z')
const all = (tag: Tag): Tag[] => [tag, ...tag.children.flatMap(all)]

function made(document: ReportDocument, pictures: Parameters<typeof reportJob>[2] = {}) {
  const { pdf } = compileReport(reportJob(document, at, pictures))
  const tree = readTaggedPdf(pdf).tree
  const figures = all(tree).filter(({ role }) => role === 'Figure')
  return { pdf, tree, figure: (alt: string) => figures.find((one) => one.alt === alt) }
}

function height(tag: Tag | undefined): number {
  const box = tag?.attributes.BBox
  const [, bottom = 0, , top = 0] = Array.isArray(box) ? box.map(Number) : []
  return top - bottom
}

/** The sample with a stored picture in the place of the missing one. */
function withPicture(): ReportDocument {
  const document = sampleDocument()
  const place = flatSections(document.sections).find((one) => one.blocks.some(({ kind }) => kind === 'image'))
  if (!place) throw new Error('the sample has no picture')
  const blocks = place.blocks.map((block): DocumentBlock => (block.kind === 'image' ? { ...block, file } : block))
  return JSON.parse(JSON.stringify(document, (_, value) => (value === place ? { ...place, blocks } : value)))
}

describe('looks of the final report', () => {
  const logo = { data: Buffer.from(png).toString('base64'), mediaType: 'image/png' as const, alt: 'Alueen tunnus' }

  it('has the logo on its cover, and an emblem that is not smaller', () => {
    const looks = { brand: '#5b1060', accent: '#0a6b5a', logo }
    const { figure } = made({ ...sampleDocument(), looks })
    const plain = made(sampleDocument())
    expect(height(figure('Alueen tunnus'))).toBeGreaterThan(28)
    expect(height(figure('Euroopan unionin tunnus'))).toBeGreaterThanOrEqual(height(figure('Alueen tunnus')))
    expect(plain.figure('Alueen tunnus')).toBeUndefined()
  })

  it('draws a stored picture, and keeps the place of one that was not given', () => {
    const alt = 'Kuvakaappaus digipolun etusivusta.'
    const given = made(withPicture(), { pictures: [{ id: file.id, mediaType: file.mediaType, bytes: png }] })
    const missing = made(withPicture())
    // The place of a missing picture shows its text alternative as text; a picture is only described by it.
    expect(missing.figure(alt)?.text).toContain('Kuvakaappaus')
    expect(given.figure(alt)?.text).not.toContain('Kuvakaappaus')
    expect(Buffer.from(given.pdf).toString('latin1')).toContain('/Subtype /Image')
    expect(Buffer.from(missing.pdf).toString('latin1')).not.toContain('/Subtype /Image')
  })

  it('takes the archive standard as it takes the other', () => {
    const { pdf } = compileReport(reportJob(withPicture(), at, { standard: 'a-3a' }))
    expect(Buffer.from(pdf).toString('latin1')).toContain('<pdfaid:part>3</pdfaid:part>')
  })
})
