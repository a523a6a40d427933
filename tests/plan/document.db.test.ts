import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, it } from 'vitest'
import { asViewer } from '@/lib/access/viewer'
import { renderWord } from '@/lib/exports/docx/render'
import { renderReport } from '@/lib/exports/typst/render'
import type { WrittenBlock } from '@/lib/final-report/blocks/model'
import { createPlan, createReport } from '@/lib/final-report/commands'
import { flatSections, inlineText, type ReportDocument } from '@/lib/final-report/document/model'
import { saveSection } from '@/lib/final-report/editor/commands'
import { makePlanVersion } from '@/lib/final-report/plan-document/commands'
import { exportPlanPdf, exportPlanWord } from '@/lib/final-report/plan-document/export/commands'
import { comparePlans, findPlanDocument, readPlanEdition } from '@/lib/final-report/plan-document/queries'
import { findReport } from '@/lib/final-report/queries'
import { listTemplateChoices } from '@/lib/final-report/templates/choices/queries'
import { savePersonMonths } from '@/lib/plan/person-months/commands'
import { findProject } from '@/lib/projects/queries'
import { loadPlanTemplate, planTemplateKey } from '@/prisma/seed/final-report/plan-template'
import { plainPdfText } from '@/tests/exports/pdf-text'
import { makeRound, type Round } from '../support/builders/round'

let round: Round
let templateMade = false

const begin = (who = round.director) => createPlan(who, { projectKey: round.projectKey, templateKey: planTemplateKey })
const seen = async (who = round.director) => findPlanDocument(who, round.projectId)
const sectionOf = async (key: string) => {
  const section = (await seen())?.report.sections.find(({ templateKey }) => templateKey === key)
  if (!section) throw new Error(key)
  return section
}
const write = async (key: string, text: string, who = round.director) => {
  const { id: sectionId, version } = await sectionOf(key)
  return saveSection(who, { sectionId, version, blocks: text === '' ? [] : [paragraphOf(text)] })
}
const paragraphOf = (text: string): WrittenBlock => ({
  id: randomUUID(),
  type: 'paragraph',
  content: { runs: [{ kind: 'text', text }] },
  bindings: [],
  file: null,
  from: null,
})
const versions = async () => (await seen())?.editions.length ?? 0
const freeze = async (reason: string | null = null, who = round.director, version?: number) =>
  makePlanVersion(who, {
    project: round.projectKey,
    projectId: round.projectId,
    version: version ?? (await versions()),
    reason,
  })
const months = (given: string) =>
  savePersonMonths(round.director, {
    projectId: round.projectId,
    id: null,
    workPackageId: null,
    role: 'Suunnittelija',
    year: 2025,
    months: given,
    monthsAsWritten: null,
    fundingSource: null,
    note: null,
  })
const changes = async (from: number, to: number | null) => {
  const [project, plan] = [await findProject(round.director, round.projectKey), await seen()]
  return project && plan && comparePlans(round.director, project, plan, { from, to })
}
const textOf = (document: ReportDocument | null) =>
  flatSections(document?.sections ?? [])
    .flatMap(({ blocks }) => blocks)
    .map((block) =>
      'inlines' in block ? inlineText(block.inlines) : block.kind === 'table' ? JSON.stringify(block.rows) : '',
    )
    .join('\n')

beforeEach(async () => {
  if (!templateMade) await loadPlanTemplate()
  templateMade = true
  round = await makeRound()
})

describe('who may not', () => {
  it.each([
    ['coordinator', 'NOT_ALLOWED'],
    ['steering', 'NOT_ALLOWED'],
    ['auditor', 'NOT_ALLOWED'],
    ['otherCounty', 'NOT_FOUND'],
  ] as const)('%s begins, writes and makes no version', async (role, reason) => {
    const who = round[role]
    expect(await begin(who)).toEqual({ ok: false, reason })
    await begin()
    const before = await seen()
    expect(await write('background', 'Oma teksti', who)).toEqual({ ok: false, reason })
    expect(await freeze(null, who)).toEqual({ ok: false, reason })
    expect(await seen()).toEqual(before)
  })

  it('a stranger reads nothing of it, and the steering group reads it', async () => {
    await begin()
    await freeze()
    expect(await seen(round.otherCounty)).toBeNull()
    expect(await readPlanEdition(round.otherCounty, round.projectId, 1)).toBeNull()
    const wanted = { edition: 1, compared: null }
    expect(await exportPlanPdf(round.otherCounty, round.projectKey, renderReport, wanted)).toEqual({
      ok: false,
      reason: 'NOT_FOUND',
    })
    expect((await seen(round.steering))?.editions).toHaveLength(1)
  })
})

describe('a plan is never taken for the final report', () => {
  it('nor the other way round: each is begun, found and read by itself', async () => {
    await begin()
    expect(await findReport(round.director, round.projectId)).toBeNull()
    const { templateVersionId } = await asViewer(round.system, (tx) =>
      tx.finalReport.findFirstOrThrow({ where: { projectId: round.projectId } }),
    )
    // A final report beside it, younger than the plan.
    const { organisationId, projectId } = round
    const report = await asViewer(round.system, (tx) =>
      tx.finalReport.create({ data: { organisationId, projectId, templateVersionId, title: 'Loppuraportti' } }),
    )
    expect((await findReport(round.director, projectId))?.id).toBe(report.id)
    expect((await seen())?.report.id).not.toBe(report.id)
    const refused = await begin()
    expect(refused).toEqual({ ok: false, reason: 'EXISTS' })
  })

  it('its template begins no final report, and is not offered for one', async () => {
    const given = { projectKey: round.projectKey, templateKey: planTemplateKey }
    expect(await createReport(round.director, given)).toEqual({ ok: false, reason: 'NO_TEMPLATE' })
    const keys = async (kind: 'final_report' | 'project_plan') =>
      (await listTemplateChoices(round.director, round.projectId, kind))?.map(({ key }) => key)
    expect(await keys('final_report')).not.toContain(planTemplateKey)
    expect(await keys('project_plan')).toEqual([planTemplateKey])
  })
})

describe('versions', () => {
  it('keep what was, whatever comes after; the next one needs a reason and to be based on the newest', async () => {
    await begin()
    await write('background', 'Hanke alkaa keväällä.')
    await months('12')
    expect(await freeze()).toEqual({ ok: true, value: { number: 1 } })
    await write('background', 'Hanke alkaa syksyllä.')
    expect(await freeze()).toEqual({ ok: false, reason: 'INVALID', fields: { reason: 'plan.error.versionReason' } })
    expect(await freeze('Lykkäys', round.director, 0)).toEqual({ ok: false, reason: 'STALE' })
    expect(await freeze('Lykkäys')).toEqual({ ok: true, value: { number: 2 } })
    const [first, second] = [
      await readPlanEdition(round.director, round.projectId, 1),
      await readPlanEdition(round.director, round.projectId, 2),
    ]
    expect(textOf(first?.document ?? null)).toContain('keväällä')
    expect(textOf(first?.document ?? null)).not.toContain('syksyllä')
    expect(textOf(second?.document ?? null)).toContain('syksyllä')
    expect(second).toMatchObject({ number: 2, reason: 'Lykkäys' })
  })

  it('of two who are as fast only one makes the next', async () => {
    await begin()
    const both = await Promise.all([freeze(null, round.director, 0), freeze(null, round.finance, 0)])
    expect(both.filter(({ ok }) => ok)).toHaveLength(1)
    expect(both.find(({ ok }) => !ok)).toEqual({ ok: false, reason: 'STALE' })
  })
})

describe('changes between versions', () => {
  it('are marked word by word and cell by cell, in changed chapters only', async () => {
    await begin()
    await write('background', 'Hanke alkaa keväällä 2025.')
    await write('delimitations', 'Tätä ei muuteta.')
    await months('12')
    await freeze()
    await write('background', 'Hanke alkaa syksyllä 2025.')
    await months('3')
    const marked = await changes(1, null)
    const text = textOf(marked)
    expect(text).toContain('Hanke alkaa [poistettu: keväällä] [lisätty: syksyllä] 2025.')
    expect(text).toContain('[poistettu: 12] [lisätty: 15]')
    expect(text).not.toContain('Tätä ei muuteta')
    // Chapters of a line or two are no page each, nor are they in the plan itself.
    expect([marked?.flowing, (await readPlanEdition(round.director, round.projectId, 1))?.document.flowing]).toEqual([
      true,
      true,
    ])
    expect(marked?.sections.map(({ title }) => title)).toEqual(['Tausta ja tarve', 'Kustannukset ja henkilöstö'])
    await freeze('Syy')
    expect((await changes(2, null))?.sections).toEqual([])
    expect((await changes(2, null))?.notice).toBe('Versioiden välillä ei ole eroja.')
    expect(await changes(1, 9)).toBeNull()
  })
})

describe('files', () => {
  it('are made of the plan now, of a version, and of the changes; each leaves its audit row', async () => {
    await begin()
    await write('background', 'Hanke alkaa keväällä.')
    await freeze()
    await write('background', 'Hanke alkaa syksyllä.')
    const pdf = async (wanted: Parameters<typeof exportPlanPdf>[3]) => {
      const made = await exportPlanPdf(round.auditor, round.projectKey, renderReport, wanted)
      if (!made.ok) throw new Error(made.reason)
      return plainPdfText(made.value.bytes)
    }
    expect(await pdf({ edition: null, compared: null })).toContain('syksyllä')
    const version = await pdf({ edition: 1, compared: null })
    expect(version).toContain('keväällä')
    expect(version).not.toContain('syksyllä')
    const marked = await pdf({ edition: null, compared: { from: 1, to: null } })
    expect(marked).toContain('[poistettu: keväällä]')
    expect(marked).toContain('[lisätty: syksyllä].')
    const word = await exportPlanWord(round.auditor, round.projectKey, renderWord, { edition: 1, compared: null })
    expect(word.ok && word.value.name).toMatch(/\.docx$/)
    const rows = await asViewer(round.system, (tx) =>
      tx.auditEvent.count({ where: { organisationId: round.organisationId, action: 'plan.exported' } }),
    )
    expect(rows).toBe(4)
  })
})
