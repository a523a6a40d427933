// A document of short chapters, such as a plan that has just been begun: its chapters follow each other on a page.
import { describe, expect, it } from 'vitest'
import { compileDocx } from '@/lib/exports/docx/compile'
import { compileReport } from '@/lib/exports/typst/compile'
import { reportJob } from '@/lib/exports/typst/render'
import type { ReportDocument } from '@/lib/final-report/document/model'
import { all, one } from './deck/read-deck'
import { body, lines, readDocx } from './docx/read-docx'
import { jobOf } from './docx/sample-job'
import { readWithPdfJs } from './read-with-pdfjs'
import { sampleDocument } from './sample-document'

const at = new Date('2025-11-21T10:00:00Z')

/** Thirteen chapters without a text, as the plan's template has them. */
const chapters = Array.from({ length: 13 }, (_, index) => ({
  id: `c-${index}`,
  level: 1,
  number: String(index + 1),
  title: `Luku ${index + 1}`,
  blocks: [{ kind: 'unanswered' as const, id: `u-${index}`, text: 'Ei vielä kirjoitettu' }],
  children: [],
}))
const paged: ReportDocument = { ...sampleDocument(), sections: chapters }
const flowing: ReportDocument = { ...paged, flowing: true }

describe('chapters that follow each other', () => {
  it('take two pages of a PDF behind its title page and contents, where each took one', async () => {
    expect(compileReport(reportJob(paged, at)).pages).toBe(2 + chapters.length)
    const { pdf, pages } = compileReport(reportJob(flowing, at))
    expect(pages).toBeLessThanOrEqual(4)
    const { text } = await readWithPdfJs(pdf)
    for (const { title } of chapters) expect(text).toContain(title)
  })

  it('begin one page of a Word document, all together', async () => {
    const breaks = async (document: ReportDocument) => {
      const docx = readDocx((await compileDocx(jobOf(document))).docx)
      const headings = lines(body(docx)).filter(({ style }) => style === 'Heading1')
      const style = all(docx.xml('word/styles.xml'), 'w:style').find(
        ({ attributes }) => attributes['w:styleId'] === 'Heading1',
      )
      const byStyle = style && one(style, 'w:pageBreakBefore')
      const always = byStyle !== undefined && byStyle.attributes['w:val'] !== 'false'
      return headings.map(({ node }) => always || one(node, 'w:pageBreakBefore') !== undefined)
    }
    expect(await breaks(paged)).toEqual(chapters.map(() => true))
    expect(await breaks(flowing)).toEqual(chapters.map((_, index) => index === 0))
  })
})
