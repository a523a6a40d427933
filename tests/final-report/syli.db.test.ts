import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { systemViewer } from '@/lib/access/viewer'
import type { ReportBlock, Run } from '@/lib/final-report/blocks/model'
import { composeReport } from '@/lib/final-report/composition/model'
import {
  type DocumentBlock,
  type DocumentInline,
  type DocumentTable,
  flatSections,
  inlineText,
  problemsOf,
} from '@/lib/final-report/document/model'
import { readWithoutMarks } from '@/lib/final-report/import/model'
import { flatNodes, questionCount, sectionTree } from '@/lib/final-report/model'
import { type OpenReport, openReport } from '@/lib/final-report/queries'
import { linesOf } from '@/lib/final-report/text/model'
import { words } from '@/lib/platform/words'
import { findProject } from '@/lib/projects/queries'
import { readFacts } from '@/prisma/seed/facts/read'
import type { NarrativeSection, SyliNarrative, SyliReportFacts } from '@/prisma/seed/facts/syli-report'
import { useDemoCopy } from '@/tests/seed/demo-copy'

const viewer = systemViewer('operator')
const narrative = readFacts<SyliNarrative>('syli-narrative.json').sections
const facts = readFacts<SyliReportFacts>('syli.json')
let open: OpenReport
let done: () => Promise<void>

beforeAll(async () => {
  done = await useDemoCopy()
  const project = await findProject(viewer, 'syli')
  const found = project && (await openReport(viewer, project))
  if (!found) throw new Error('no final report of syli')
  open = found
}, 240_000)
afterAll(() => done?.())

const sections = () => flatSections(open.document.sections)
const blocks = () => sections().flatMap((section) => section.blocks)
const tables = () => blocks().filter((block): block is DocumentTable => block.kind === 'table')
const stored = () => open.report.sections.flatMap((section) => section.blocks)
const runs = (): Run[] => stored().flatMap((block) => (linesOf(block) ?? []).flat())
const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ')

function linesIn(block: DocumentBlock): (readonly DocumentInline[])[] {
  if (block.kind === 'list') return [...block.items]
  return 'inlines' in block ? [block.inlines] : []
}

describe('the final report of syli', () => {
  it('has the 100 sections in order, with their numbers, kinds and parents', () => {
    const nodes = flatNodes(sectionTree(open.report.sections))
    const idOf = new Map(nodes.map((node, index) => [node.id, narrative[index]?.id]))
    expect(nodes).toHaveLength(100)
    expect(
      nodes.map(({ number, title, kind, parentId }) => [number, title, kind, parentId && idOf.get(parentId)]),
    ).toEqual(narrative.map(({ number, heading, kind, parent }) => [number, heading, kind, parent]))
    expect(questionCount(sectionTree(open.report.sections))).toEqual({ answered: 30, all: 30 })
    expect(nodes.filter((node) => node.templateKey !== null)).toHaveLength(43)
    const told = nodes.filter((node) => node.kind === 'toimintamalli')
    const models = new Map(open.data.toimintamallit.map((row) => [row.id, row.sectionRef]))
    expect(told.map((node) => models.get(node.toimintamalliId ?? ''))).toEqual(told.map((node) => idOf.get(node.id)))
    console.log(`syli: ${nodes.length} sections, ${stored().length} blocks`)
  })

  it('reads exactly as it was written', () => {
    const written = narrative.flatMap(textsOf)
    const typed = new Set(stored().flatMap((block) => (linesOf(block) ? `block-${block.id}` : [])))
    const composed = blocks()
      .filter((block) => typed.has(block.id))
      .flatMap(linesIn)
    expect(composed.map((line) => plain(inlineText(line)))).toEqual(written.map(readWithoutMarks))
    expect(written.join('')).toContain('{{ind:')
    console.log(`syli: ${written.length} texts compared`)
  })

  it('binds what is written as the data has it, and tells of the rest what it means', () => {
    const marks = narrative.flatMap(textsOf).flatMap((text) => text.match(/\{\{ind:[^}]*\}\}/g) ?? [])
    const bound = runs().filter((run) => run.kind === 'number')
    const meant = runs().filter((run) => run.kind === 'source')
    expect(bound.length + meant.length).toBe(marks.length)
    expect(bound.length).toBeGreaterThanOrEqual(125)
    console.log(
      `syli: ${marks.length} marks: ${bound.length} bound numbers, ${meant.length} typed numbers with a source`,
    )
  })

  it('has no faults: everything bound is found, and all 153 references resolve', () => {
    expect(problemsOf(open.document)).toEqual([])
    const marks = narrative.flatMap(textsOf).flatMap((text) => text.match(/\{\{ref:([^}]*)\}\}/g) ?? [])
    const references = runs().filter((run) => run.kind === 'reference')
    expect(marks).toHaveLength(153)
    expect(references).toHaveLength(153)
    const anchors = new Set([...sections(), ...blocks()].map(({ id }) => id))
    const shown = blocks().flatMap(linesIn).flat()
    const led = shown.filter((inline) => inline.kind === 'reference')
    expect(led.length).toBeGreaterThanOrEqual(153)
    expect(led.filter(({ target }) => !anchors.has(target))).toEqual([])
  })

  it('says so when what a reference leads to is taken away', async () => {
    const project = await findProject(viewer, 'syli')
    if (!project) throw new Error('no project')
    const first = stored().find((block) => block.type === 'image')?.id
    const without = open.report.sections.map((section) => ({
      ...section,
      blocks: section.blocks.filter(({ id }) => id !== first),
    }))
    const made = composeReport(
      { ...open.report, sections: without },
      project,
      open.data,
      new Date(),
      words('fi'),
      open.document.origin,
    )
    expect(problemsOf(made)).toHaveLength(1)
  })

  it('has 99 figures with their captions, numbers and alt texts', () => {
    const figures = blocks().filter((block) => block.kind === 'image')
    expect(figures.map(({ label, caption }) => [label, caption])).toEqual(
      facts.figures.map(({ label, caption }) => [label, caption]),
    )
    expect(figures).toHaveLength(99)
    const alts = narrative.flatMap((one) => one.blocks.flatMap((block) => (block.type === 'figure' ? block.alt : [])))
    expect(figures.map(({ alt }) => alt)).toEqual(alts)
  })

  it('has the 19 numbered tables with every known cell, and unknown ones as unknown', () => {
    const numbered = tables().filter((table) => table.label !== '')
    const given = facts.tables.filter((table) => table.label !== null)
    expect(numbered.map((table) => table.label)).toEqual(given.map((table) => table.label))
    let known = 0
    for (const [index, table] of numbered.entries()) {
      const rows = given[index]?.rows
      if (!rows) {
        expect(table.rows.flat().every((cell) => cell.unknown)).toBe(true)
        expect(table.notes[0]).toContain('sisältöä ei tunneta')
        continue
      }
      expect(table.rows.map((row) => row.map((cell) => (cell.unknown ? null : cell.text)))).toEqual(rows)
      known += rows.flat().filter((cell) => cell !== null).length
    }
    expect(numbered).toHaveLength(19)
    expect(known).toBeGreaterThan(150)
    console.log(`syli: 19 tables, ${known} known cells`)
  })

  it('has 29 rows in the tables of 4.2: 28/1 piloted or in use, 21/2/6 stayed in use', () => {
    const place = sections().find((section) => section.number === '4.2')
    const rows = (place?.blocks ?? []).flatMap((block) => (block.kind === 'table' ? block.rows : []))
    const tally = (column: number) => {
      const counts: Record<string, number> = {}
      for (const row of rows) counts[row[column]?.text ?? ''] = (counts[row[column]?.text ?? ''] ?? 0) + 1
      return counts
    }
    expect(rows).toHaveLength(29)
    expect(Object.values(tally(1)).toSorted((a, b) => b - a)).toEqual([28, 1])
    expect(tally(2)).toEqual({ Kyllä: 21, Osittain: 2, Ei: 6 })
  })

  it('leads to the 33 addresses of models in Innokylä', () => {
    const addresses = new Set(tables().flatMap((table) => table.rows.flat().flatMap((cell) => cell.address ?? [])))
    const models = new Set(open.data.toimintamallit.flatMap((row) => row.innokylaUrl ?? []))
    expect(models.size).toBe(33)
    expect([...models].filter((address) => !addresses.has(address))).toEqual([])
  })

  it('has 11 attachments, each tied to the section of its text; one says that it has none', () => {
    const titles = new Map(open.report.sections.map((section) => [section.id, section.title]))
    expect(open.report.attachments.map(({ label, title }) => `${label} ${title}`)).toEqual(
      open.report.attachments.map(({ sectionId }) => titles.get(sectionId ?? '')),
    )
    expect(open.report.attachments).toHaveLength(11)
    expect(open.report.attachments.filter(({ note }) => note !== null).map(({ label }) => label)).toEqual(['LIITE 7'])
  })

  it('shows the decisions of the attachments that the register has', () => {
    const lists = stored().filter(
      (block): block is Extract<ReportBlock, { type: 'decision_list' }> => block.type === 'decision_list',
    )
    expect(lists).toHaveLength(3)
    expect(lists.every((block) => block.bindings.length > 0)).toBe(true)
  })

  it('asks of every toimintamalli what the template asks', () => {
    const model = open.report.sections.find((section) => section.kind === 'toimintamalli')
    expect(model?.prompts).toHaveLength(8)
    expect(open.report.sections.find((section) => section.kind === 'question')?.prompts).toEqual([])
  })
})

function textsOf({ blocks: all }: NarrativeSection): string[] {
  return all.flatMap((block) => ('text' in block ? [block.text] : block.type === 'list' ? block.items : []))
}
