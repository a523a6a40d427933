// The stored final reports of the demo as the check reads them, and the operator's command over them.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { asViewer, systemViewer } from '@/lib/access/viewer'
import { checkStoredReport } from '@/lib/final-report/check/acceptances/queries'
import type { CheckedPiece, CheckedReport } from '@/lib/final-report/check/model'
import { findCheckedReport } from '@/lib/final-report/check/queries'
import { checkReport } from '@/lib/final-report/check/rules/model'
import { reportWords } from '@/lib/final-report/check/told/model'
import { findProject } from '@/lib/projects/queries'
import { useDemoCopy } from '@/tests/seed/demo-copy'
import { commandLine } from '@/tests/support/command-line'
import { root } from '../../../scripts/runtime.mjs'
import { realReport } from './real-report'

const viewer = systemViewer('operator')
let done: () => Promise<void>
beforeAll(async () => {
  done = await useDemoCopy()
}, 240_000)
afterAll(() => done?.())

async function stored(key: string): Promise<CheckedReport> {
  const project = await findProject(viewer, key)
  const report = project && (await findCheckedReport(viewer, project.id))
  if (!report) throw new Error(`no final report of ${key}`)
  return report
}

const pieces = (report: CheckedReport): CheckedPiece[] =>
  report.sections.flatMap(({ blocks }) => blocks.flatMap((block) => (block.type === 'text' ? block.lines.flat() : [])))
/** How many of what there are, so that two readings of one report can be compared. */
function shapeOf(report: CheckedReport) {
  const blocks = report.sections.flatMap((section) => section.blocks)
  const count = (type: string) => blocks.filter((block) => block.type === type).length
  return {
    sections: report.sections.length,
    figures: count('figure'),
    rows: blocks
      .flatMap((block) => (block.type === 'models' ? block.rows : []))
      .filter(({ stayedInUse }) => stayedInUse).length,
    references: pieces(report).filter(({ kind }) => kind === 'reference').length > 150,
    models: report.models.length,
    told: report.sections.filter(({ modelId }) => modelId !== null).length > 40,
    measures: report.measures.length,
    attachments: report.attachments.map(({ label, hasContent }) => [label, hasContent]),
  }
}

/** Findings that do not hang on how a text is cut into blocks: rule and place. */
const structural = [
  'status-conflict',
  'wrong-reference',
  'unused-figure',
  'duplicate-figure',
  'model-address',
  'missing-attachment',
  'missing-alt',
  'unanswered',
]
function places(report: CheckedReport) {
  const titles = new Map(report.sections.map(({ id, title }) => [id, title]))
  return checkReport(report)
    .filter(({ rule }) => structural.includes(rule))
    .map(({ rule, place, variant }) => `${rule} ${variant} ${titles.get(place.sectionId)}`)
    .sort()
}

describe('a stored report', () => {
  it('is read as the same report in a file is', async () => {
    const [mine, file] = [await stored('syli'), realReport()]
    expect(shapeOf(mine)).toEqual(shapeOf(file))
    expect(Math.abs(reportWords(mine) / reportWords(file) - 1)).toBeLessThan(0.01)
    expect(places(mine)).toEqual(places(file))
    expect(places(mine).length).toBeGreaterThan(30)
  })

  it('has its numbers from the data, each with its source', async () => {
    const report = await stored('kkk2')
    const numbers = pieces(report).filter((piece) => piece.kind === 'number')
    const measures = new Set(
      report.measures.flatMap(({ id, measurements }) => [id, ...measurements.map((one) => one.id)]),
    )
    expect(numbers.length).toBeGreaterThan(3)
    for (const { source } of numbers.filter((number) => number.source !== null)) {
      expect(measures.has(source?.measureId ?? '')).toBe(true)
      expect(source?.measurementId === null || measures.has(source?.measurementId ?? '')).toBe(true)
    }
    expect(checkReport(report).filter(({ rule }) => rule === 'unanswered')).toHaveLength(27)
  })

  it('is not there for those who may not read it, nor where there is none', async () => {
    const project = await findProject(viewer, 'tyhja')
    expect(project).not.toBeNull()
    expect(await findCheckedReport(viewer, project?.id ?? '')).toBeNull()
  })
})

const etappi = commandLine({ INIT_CWD: root })

describe('npm run etappi -- check-report', { timeout: 120_000 }, () => {
  it('checks the report of a project', async () => {
    const { status, stdout, stderr } = await etappi(['check-report', '--project', 'syli', '--json', '--locale', 'sv'])
    expect(stderr).toBe('')
    expect(status).toBe(0)
    const answer = JSON.parse(stdout)
    expect(answer).toMatchObject({ ok: true, data: { project: 'syli', language: 'fi', sections: 100 } })
    expect(answer.data.words).toBeGreaterThan(11_000)
    const sums = Object.values<number>(answer.data.byRule).reduce((sum, count) => sum + count, 0)
    expect(answer.findings).toHaveLength(sums)
    const empty = answer.findings.find(({ rule }: { rule: string }) => rule === 'missing-attachment')
    expect(empty).toMatchObject({
      severity: 'error',
      accepted: null,
      message: expect.stringContaining('inget innehåll'),
    })
    expect(empty.place).toMatchObject({ title: expect.stringMatching(/^LIITE 7/), number: null, block: null })
    expect(empty.values).toHaveLength(1)
  })

  it('tells what has been accepted, and why', async () => {
    const project = await findProject(viewer, 'syli')
    const checked = await checkStoredReport(viewer, project?.id ?? '')
    const finding = checked?.findings.find(({ rule }) => rule === 'missing-attachment')
    await asViewer(viewer, async (tx) => {
      const report = await tx.finalReport.findFirstOrThrow({ where: { projectId: project?.id ?? '' } })
      const { id: reportId, organisationId } = report
      const accepted = { rule: finding?.rule ?? '', findingKey: finding?.key ?? '', reason: 'Muistio on salainen.' }
      await tx.findingAcceptance.create({ data: { reportId, organisationId, ...accepted } })
    })
    const { findings } = JSON.parse((await etappi(['check-report', '--project', 'syli', '--json'])).stdout)
    const accepted = findings.filter((one: { accepted: unknown }) => one.accepted !== null)
    expect(accepted).toMatchObject([
      { rule: 'missing-attachment', accepted: { reason: 'Muistio on salainen.', by: null, at: expect.any(String) } },
    ])
  })

  it('says that there is none', async () => {
    const { status, stdout } = await etappi(['check-report', '--project', 'tyhja', '--json'])
    expect(status).toBe(1)
    expect(JSON.parse(stdout)).toMatchObject({ ok: false, reason: 'NOT_FOUND' })
  })
})
