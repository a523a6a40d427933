import { beforeAll, describe, expect, it } from 'vitest'
import { asViewer, systemViewer } from '@/lib/access/viewer'
import { unbound } from '@/lib/final-report/blocks/model'
import { createReport } from '@/lib/final-report/commands'
import { editSection } from '@/lib/final-report/editing/commands'
import type { NewBlock, Step } from '@/lib/final-report/editing/model'
import { findReport } from '@/lib/final-report/queries'
import { setSectionState } from '@/lib/final-report/sections/commands'
import { makeReport, type ReportPlace, reportOf, sectionOf } from '@/tests/support/builders/final-report'
import { makeRound } from '@/tests/support/builders/round'

let place: ReportPlace
beforeAll(async () => {
  place = await makeReport()
})

const paragraph = (text: string): NewBlock => ({
  type: 'paragraph',
  content: { runs: [{ kind: 'text', text }] },
  bindings: [],
})
const add = (block: NewBlock): Step => ({ kind: 'add', block })

async function edit(steps: Step[], texts: Record<string, string> = {}, viewer = place.coordinator, version?: number) {
  const now = await sectionOf(place, place.questionId)
  return editSection(viewer, { sectionId: place.questionId, version: version ?? now.version, texts, steps })
}

const audits = (subjectId: string) =>
  asViewer(systemViewer('operator'), (tx) =>
    tx.auditEvent.findMany({ where: { subjectId }, select: { action: true, right: true, data: true } }),
  )

describe('who may not', () => {
  it('those who only read are told so', async () => {
    for (const viewer of [place.finance, place.auditor]) {
      expect(await edit([add(paragraph('x'))], {}, viewer)).toEqual({ ok: false, reason: 'NOT_ALLOWED' })
      expect(await findReport(viewer, place.projectId)).not.toBeNull()
    }
  })

  it('for the steering group and another county the report does not exist', async () => {
    for (const viewer of [place.steering, place.otherCounty]) {
      expect(await edit([add(paragraph('x'))], {}, viewer)).toEqual({ ok: false, reason: 'NOT_FOUND' })
      expect(await findReport(viewer, place.projectId)).toBeNull()
      expect(await createReport(viewer, { projectKey: place.projectKey, templateKey: 'testipohja' })).toEqual({
        ok: false,
        reason: 'NOT_FOUND',
      })
    }
    expect((await sectionOf(place, place.questionId)).blocks).toEqual([])
  })

  it('nobody writes an approved report', async () => {
    const report = await reportOf(place)
    const set = (state: 'draft' | 'approved') =>
      asViewer(systemViewer('operator'), (tx) => tx.finalReport.update({ where: { id: report.id }, data: { state } }))
    await set('approved')
    expect(await edit([add(paragraph('x'))], {}, place.director)).toEqual({ ok: false, reason: 'LOCKED' })
    await set('draft')
  })
})

describe('the report', () => {
  it('has the chapters and questions of its template, numbers with their gap', async () => {
    const report = await reportOf(place)
    expect(report.sections.map((section) => section.number)).toEqual(['1', '4', '4.1', '4.3'])
    expect(report.sections.every((section) => section.state === 'empty')).toBe(true)
    expect(report.template).toEqual({ key: 'testipohja', name: 'Testipohja', version: 1 })
  })

  it('is begun once, even by two people at the same time', async () => {
    const fresh = await makeRound()
    const begin = () => createReport(fresh.director, { projectKey: fresh.projectKey, templateKey: 'testipohja' })
    const results = await Promise.all([begin(), begin(), begin()])
    expect(results.filter((result) => result.ok)).toHaveLength(1)
    expect(results.filter((result) => !result.ok && result.reason === 'EXISTS')).toHaveLength(2)
    expect(await begin()).toEqual({ ok: false, reason: 'EXISTS' })
  })

  it('needs a template', async () => {
    const fresh = await makeRound()
    expect(await createReport(fresh.director, { projectKey: fresh.projectKey, templateKey: 'muu' })).toEqual({
      ok: false,
      reason: 'NO_TEMPLATE',
    })
  })
})

describe('a section', () => {
  it('gets a text, and the audit log says who and what', async () => {
    const before = await sectionOf(place, place.questionId)
    expect(await edit([add(paragraph('Velkaa purettiin: #let *x* $y$ <b>'))])).toEqual({
      ok: true,
      value: { version: before.version + 1 },
    })
    const section = await sectionOf(place, place.questionId)
    expect(section.state).toBe('draft')
    expect(section.blocks[0]).toMatchObject({
      content: { runs: [{ kind: 'text', text: 'Velkaa purettiin: #let *x* $y$ <b>' }] },
    })
    expect((await audits(place.questionId)).at(-1)).toMatchObject({
      action: 'final_report.saved',
      right: 'coordinator',
      data: { change: 'texts, add' },
    })
  })

  it('binds a number, moves its mark, and lets it go with the mark', async () => {
    const [block] = (await sectionOf(place, place.questionId)).blocks
    const id = block?.id ?? ''
    const binding = { ...unbound, source: 'measurement' as const, measurementId: place.measurementId }
    expect(await edit([{ kind: 'number', blockId: id, binding }], { [id]: 'Osuus oli' })).toMatchObject({ ok: true })
    expect((await sectionOf(place, place.questionId)).blocks[0]).toMatchObject({
      content: { runs: [{ text: 'Osuus oli' }, { text: ' ' }, { kind: 'number', binding: 0 }] },
      bindings: [{ sort: 0, measurementId: place.measurementId }],
    })
    await edit([], { [id]: '⟦1⟧ oli osuus' })
    expect((await sectionOf(place, place.questionId)).blocks[0]).toMatchObject({
      content: { runs: [{ kind: 'number', binding: 0 }, { text: ' oli osuus' }] },
    })
    await edit([], { [id]: 'Ei lukua' })
    expect((await sectionOf(place, place.questionId)).blocks[0]?.bindings).toEqual([])
  })

  it('refuses what belongs to another county, and saves nothing of the edit', async () => {
    const [block] = (await sectionOf(place, place.questionId)).blocks
    const id = block?.id ?? ''
    const binding = { ...unbound, source: 'measurement' as const, measurementId: place.foreign.measurementId }
    expect(await edit([{ kind: 'number', blockId: id, binding }], { [id]: 'Vieras luku' })).toEqual({
      ok: false,
      reason: 'NOT_IN_PROJECT',
    })
    const reference: Step = { kind: 'reference', blockId: id, target: { to: 'block', id: place.foreign.measurementId } }
    expect(await edit([reference])).toEqual({ ok: false, reason: 'NOT_IN_PROJECT' })
    expect((await sectionOf(place, place.questionId)).blocks[0]).toMatchObject({
      content: { runs: [{ text: 'Ei lukua' }] },
    })
  })

  it('keeps its order when blocks are added, moved and removed', async () => {
    const table: NewBlock = {
      type: 'indicator_table',
      content: { caption: 'Mittarit', pick: 'national' },
      bindings: [{ ...unbound, source: 'investment', investmentId: place.investmentId }],
    }
    await edit([add(table)])
    await edit([add(paragraph('Kolmas'))])
    const types = async () => (await sectionOf(place, place.questionId)).blocks.map((block) => block.type)
    expect(await types()).toEqual(['paragraph', 'indicator_table', 'paragraph'])
    const [first, second] = (await sectionOf(place, place.questionId)).blocks
    await edit([{ kind: 'move', blockId: second?.id ?? '', by: -1 }])
    expect(await types()).toEqual(['indicator_table', 'paragraph', 'paragraph'])
    await edit([{ kind: 'remove', blockId: first?.id ?? '' }])
    expect(await types()).toEqual(['indicator_table', 'paragraph'])
    expect((await sectionOf(place, place.questionId)).blocks[1]).toMatchObject({
      content: { runs: [{ text: 'Kolmas' }] },
    })
  })

  it('refuses an empty text and an unknown mark at their field, and nothing is half saved', async () => {
    const text = (await sectionOf(place, place.questionId)).blocks[1]
    const id = text?.id ?? ''
    expect(await edit([add(paragraph('uusi'))], { [id]: '  ' })).toEqual({
      ok: false,
      reason: 'INVALID',
      fields: { [`text/${id}`]: 'finalReport.error.empty' },
    })
    expect(await edit([], { [id]: 'katso ⟦7⟧' })).toMatchObject({
      ok: false,
      fields: { [`text/${id}`]: 'finalReport.error.mark' },
    })
    expect((await sectionOf(place, place.questionId)).blocks).toHaveLength(2)
  })

  it('is ready only with an answer, and a draft again when edited', async () => {
    const other = (await reportOf(place)).sections.find((section) => section.templateKey === '4.3')
    expect(await setSectionState(place.director, { sectionId: other?.id ?? '', version: 1, state: 'ready' })).toEqual({
      ok: false,
      reason: 'NOTHING',
    })
    const { version } = await sectionOf(place, place.questionId)
    await setSectionState(place.coordinator, { sectionId: place.questionId, version, state: 'ready' })
    expect((await sectionOf(place, place.questionId)).state).toBe('ready')
    await edit([add(paragraph('lisää'))])
    expect((await sectionOf(place, place.questionId)).state).toBe('draft')
  })
})

describe('two people at once', () => {
  it('the second is told, and the first one stays', async () => {
    const { version, blocks } = await sectionOf(place, place.questionId)
    const id = blocks[1]?.id ?? ''
    const results = await Promise.all([
      edit([], { [id]: 'Ensimmäinen' }, place.coordinator, version),
      edit([], { [id]: 'Toinen' }, place.otherCoordinator, version),
    ])
    expect(results.filter((result) => result.ok)).toHaveLength(1)
    expect(results.find((result) => !result.ok)).toEqual({ ok: false, reason: 'STALE' })
    expect((await sectionOf(place, place.questionId)).version).toBe(version + 1)
    expect(await edit([], { [id]: 'Vanha sivu' }, place.director, version)).toEqual({ ok: false, reason: 'STALE' })
  })
})
