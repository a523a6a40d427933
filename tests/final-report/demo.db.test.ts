import { beforeAll, describe, expect, it } from 'vitest'
import { systemViewer } from '@/lib/access/viewer'
import { renderReport } from '@/lib/exports/typst/render'
import { type DocumentBlock, flatSections, problemsOf } from '@/lib/final-report/document/model'
import { flatNodes, questionCount, sectionTree } from '@/lib/final-report/model'
import { type OpenReport, openReport } from '@/lib/final-report/queries'
import { findProject } from '@/lib/projects/queries'
import { checks } from '@/tests/exports/pdf-structure/checks'
import { readTaggedPdf } from '@/tests/exports/pdf-structure/tagged'
import { useDemoCopy } from '@/tests/seed/demo-copy'

const viewer = systemViewer('operator')
let open: OpenReport
let blocks: DocumentBlock[]

beforeAll(async () => {
  const letGo = await useDemoCopy()
  const project = await findProject(viewer, 'kkk2')
  const found = project && (await openReport(viewer, project))
  if (!found) throw new Error('no demo report')
  open = found
  blocks = flatSections(open.document.sections).flatMap((section) => section.blocks)
  return letGo
}, 120_000)

const tableWith = (caption: string) => {
  const found = blocks.find((block) => block.kind === 'table' && block.caption.includes(caption))
  return found?.kind === 'table' ? found : null
}

describe('the demo report', () => {
  it('has every chapter and question of the template, with the gaps in their numbers', () => {
    const nodes = flatNodes(sectionTree(open.report.sections)).filter((node) => node.templateKey !== null)
    const numbers = nodes.map((node) => node.number).filter((number) => number !== null)
    expect(numbers.slice(0, 6)).toEqual(['1', '4', '4.1', '4.2', '4.3', '6'])
    expect(numbers).toContain('7.3.4')
    expect(numbers).not.toContain('7.3.3')
    expect(questionCount(sectionTree(open.report.sections))).toEqual({ answered: 3, all: 30 })
    console.log(`demo report: ${nodes.length} places of the template, ${blocks.length} blocks`)
  })

  it('has no faults: everything bound is found', () => {
    expect(problemsOf(open.document)).toEqual([])
  })

  it('shows the five models of investment 1 with unknown use as unknown', () => {
    const table = tableWith('toimintamallit')
    expect(table?.rows).toHaveLength(5)
    for (const row of table?.rows ?? [])
      expect(row.slice(2)).toEqual([
        { text: 'Ei tiedossa', unknown: true },
        { text: 'Ei tiedossa', unknown: true },
      ])
    expect(table?.rows.filter((row) => row[0]?.address)).toHaveLength(2)
  })

  it('shows the national indicator: 66 and 80 per cent aimed at, 87 reached in 7/2025', () => {
    expect(
      tableWith('kansallinen')
        ?.rows[0]?.slice(1)
        .map((cell) => cell.text),
    ).toEqual(['66\u00a0% (Q2/2024); 80\u00a0% (Q4/2025)', '87\u00a0%', '7/2025'])
    const figure = blocks.find((block) => block.kind === 'figure')
    if (figure?.kind !== 'figure') throw new Error('no figure')
    for (const part of ['87\u00a0%', '66\u00a0%', '80\u00a0%', '7/2025']) expect(figure.alt).toContain(part)
  })

  it('adds up: budget 3 845 000,00 €, 46 purchases 546 750,15 €', () => {
    expect(tableWith('talousarvio')?.total?.at(-1)?.text).toBe('3\u00a0845\u00a0000,00\u00a0€')
    const purchases = tableWith('hankinnat')
    expect(purchases?.rows).toHaveLength(46)
    expect(purchases?.total?.at(-1)?.text).toBe('546\u00a0750,15\u00a0€')
    const text = blocks
      .flatMap((block) => (block.kind === 'paragraph' ? block.inlines : []))
      .map((inline) => inline.text)
      .join('')
    for (const number of ['3\u00a0845\u00a0000,00\u00a0€', '546\u00a0750,15\u00a0€', '87\u00a0%'])
      expect(text).toContain(number)
  })

  it('says of 27 questions that they are unanswered', () => {
    expect(blocks.filter((block) => block.kind === 'unanswered').length).toBeGreaterThanOrEqual(27)
  })

  it('as a PDF passes every structure check', async () => {
    const made = await renderReport(open.document, new Date('2025-11-21T10:00:00Z'))
    expect(made.replaced).toEqual([])
    const pdf = readTaggedPdf(made.pdf)
    for (const check of checks) {
      const { looked, faults } = check.run(pdf, open.document)
      console.log(`demo report as PDF, ${made.pages} pages: ${check.name}: looked at ${looked}`)
      expect(faults, check.name).toEqual([])
    }
  })
})
