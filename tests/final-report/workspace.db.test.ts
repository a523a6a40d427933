import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, it } from 'vitest'
import { asViewer, systemViewer } from '@/lib/access/viewer'
import { addSection, assignSection, moveSection, removeSection } from '@/lib/final-report/arrangement/commands'
import { listWritersOf } from '@/lib/final-report/arrangement/queries'
import type { WrittenBlock } from '@/lib/final-report/blocks/model'
import { commentOnSection, moveSectionThread, replyOnSection } from '@/lib/final-report/comments/commands'
import { findSectionComments, openThreadsBySection } from '@/lib/final-report/comments/queries'
import { saveSection } from '@/lib/final-report/editor/commands'
import { findVersion, listVersions } from '@/lib/final-report/history/queries'
import { takeBack } from '@/lib/final-report/history/restore/commands'
import { sectionTree } from '@/lib/final-report/model'
import { listOwnSections } from '@/lib/final-report/my-work/queries'
import { setSectionState } from '@/lib/final-report/sections/commands'
import { makeReport, type ReportPlace, reportOf, sectionOf } from '@/tests/support/builders/final-report'

let place: ReportPlace
beforeEach(async () => {
  place = await makeReport()
})

const plain = { bindings: [], file: null, from: null }
const paragraph = (text: string, id: string = randomUUID()): WrittenBlock => ({
  ...plain,
  id,
  type: 'paragraph',
  content: { runs: [{ kind: 'text', text }] },
})
const now = () => sectionOf(place, place.questionId)
const save = async (blocks: readonly WrittenBlock[], viewer = place.coordinator) =>
  saveSection(viewer, { sectionId: place.questionId, version: (await now()).version, blocks })
const on = async (section = place.questionId) => ({ section, version: (await sectionOf(place, section)).version })
const operator = systemViewer('operator')

describe('whose a section is', () => {
  it('it is given to somebody who may write it, and taken back; its state and its text stay', async () => {
    await save([paragraph('teksti')])
    const owner = place.coordinator.userId ?? ''
    expect(await assignSection(place.director, { ...(await on()), owner })).toMatchObject({ ok: true })
    expect(await now()).toMatchObject({ owner: { id: owner }, state: 'draft' })
    expect((await now()).blocks).toHaveLength(1)
    await assignSection(place.coordinator, { ...(await on()), owner: '' })
    expect((await now()).owner).toBeNull()
  })

  it('nobody else can be given it, and who only reads gives nothing', async () => {
    for (const stranger of [place.auditor, place.otherCounty]) {
      const given = await assignSection(place.director, { ...(await on()), owner: stranger.userId ?? '' })
      expect(given).toMatchObject({ ok: false, reason: 'INVALID' })
    }
    const owner = place.coordinator.userId ?? ''
    expect(await assignSection(place.auditor, { ...(await on()), owner })).toEqual({ ok: false, reason: 'NOT_ALLOWED' })
    const writers = await listWritersOf(place.director, place, 'final_report')
    expect(writers.map(({ id }) => id)).toContain(owner)
    expect(writers.map(({ id }) => id)).not.toContain(place.auditor.userId)
  })

  it('who is given it is told, once; nobody is told of what they took themselves, nor of what was refused', async () => {
    const told = () =>
      asViewer(operator, (tx) =>
        tx.notification.findMany({
          where: { projectId: place.projectId },
          select: { userId: true, kind: true, periodId: true, reportId: true, threadId: true },
        }),
      )
    const owner = place.coordinator.userId ?? ''
    await assignSection(place.auditor, { ...(await on()), owner })
    await assignSection(place.director, { section: place.questionId, version: 99, owner })
    await assignSection(place.coordinator, { ...(await on()), owner })
    expect(await told()).toEqual([])
    await assignSection(place.director, { ...(await on()), owner: '' })
    await assignSection(place.director, { ...(await on()), owner })
    await assignSection(place.director, { ...(await on()), owner })
    const nothing = { periodId: null, reportId: null, threadId: null }
    expect(await told()).toEqual([{ userId: owner, kind: 'section_given', ...nothing }])
  })

  it('is among the work of its owner until it is ready or the report is closed, and of nobody else', async () => {
    const waiting = async (viewer = place.coordinator) => (await listOwnSections(viewer)).map(({ id }) => id)
    const owner = place.coordinator.userId ?? ''
    expect(await waiting()).toEqual([])
    await assignSection(place.director, { ...(await on()), owner })
    for (const other of [place.director, place.auditor, place.otherCounty]) expect(await waiting(other)).toEqual([])
    expect(await listOwnSections(place.coordinator)).toMatchObject([
      { id: place.questionId, projectKey: place.projectKey, title: 'Mitä tehtiin?', state: 'empty' },
    ])
    await save([paragraph('teksti')])
    expect(await waiting()).toEqual([place.questionId])
    const set = async (state: 'draft' | 'ready') =>
      setSectionState(place.coordinator, {
        sectionId: place.questionId,
        version: (await on()).version,
        state,
      })
    expect(await set('ready')).toMatchObject({ ok: true })
    expect(await waiting()).toEqual([])
    await set('draft')
    await asViewer(operator, (tx) =>
      tx.finalReport.updateMany({ where: { projectId: place.projectId }, data: { state: 'approved' } }),
    )
    expect(await waiting()).toEqual([])
  })

  it('a writer in the middle of a sentence is not disturbed by it: the text is the one that was begun with', async () => {
    const mine = [paragraph('minun')]
    await save(mine)
    const { version } = await now()
    await assignSection(place.director, { ...(await on()), owner: '' })
    const late = await saveSection(place.coordinator, {
      sectionId: place.questionId,
      version,
      blocks: [paragraph('jatko')],
    })
    if (!late.ok || !('newer' in late.value)) throw new Error('not told')
    expect(late.value.newer).toMatchObject({ version: version + 1 })
    expect(late.value.newer.text).toContain('minun')
  })
})

describe('sections of the project’s own', () => {
  const titles = async () => {
    const walk = (nodes: ReturnType<typeof sectionTree>): string[] =>
      nodes.flatMap((node) => [node.title, ...walk(node.children).map((title) => `- ${title}`)])
    return walk(sectionTree((await reportOf(place)).sections))
  }
  const add = async (parent: string, title: string, toimintamalli = '') => {
    const added = await addSection(place.director, { project: place.projectKey, parent, title, toimintamalli })
    if (!added.ok) throw new Error(added.reason)
    return added.value.sectionId
  }

  it('are added, moved among those beside them and under others, and taken away when empty', async () => {
    const chapter = (await now()).parentId ?? ''
    const first = await add(chapter, 'Oma A')
    const second = await add(chapter, 'Oma B')
    expect(await titles()).toEqual([
      'Tiivistelmä',
      'Investointi',
      '- Mitä tehtiin?',
      '- Mitä jäi?',
      '- Oma A',
      '- Oma B',
    ])
    for (const _ of [1, 2]) await moveSection(place.director, { ...(await on(second)), to: 'up' })
    expect((await titles()).slice(2)).toEqual(['- Mitä tehtiin?', '- Oma B', '- Mitä jäi?', '- Oma A'])
    await moveSection(place.director, { ...(await on(first)), to: second })
    expect((await titles()).slice(2)).toEqual(['- Mitä tehtiin?', '- Oma B', '- - Oma A', '- Mitä jäi?'])
    expect(await moveSection(place.director, { ...(await on(second)), to: first })).toMatchObject({ reason: 'INVALID' })
    expect(await removeSection(place.director, await on(second))).toMatchObject({ reason: 'NOT_ALLOWED' })
    await moveSection(place.director, { ...(await on(first)), to: 'top' })
    expect((await titles()).at(-1)).toBe('Oma A')
    expect(await removeSection(place.director, await on(second))).toMatchObject({ ok: true })
    expect(await titles()).not.toContain('- Oma B')
  })

  it('what the template gives keeps its place, and one with text is not taken away', async () => {
    expect(await moveSection(place.director, { ...(await on()), to: 'down' })).toMatchObject({ reason: 'NOT_ALLOWED' })
    expect(await removeSection(place.director, await on())).toMatchObject({ reason: 'NOT_ALLOWED' })
    const own = await add('', 'Oma luku')
    await saveSection(place.director, { sectionId: own, version: 1, blocks: [paragraph('tekstiä')] })
    expect(await removeSection(place.director, await on(own))).toMatchObject({ reason: 'NOT_ALLOWED' })
  })

  it('one about a model has its name and knows it; a model of another project is none', async () => {
    const model = (organisationId: string, projectId: string) =>
      asViewer(operator, (tx) =>
        tx.toimintamalli.create({
          data: { organisationId, projectId, name: 'Lähitulkki', sort: 0 } as never,
          select: { id: true },
        }),
      )
    const own = await model(place.organisationId, place.projectId)
    const id = await add('', '', own.id)
    expect(await sectionOf(place, id)).toMatchObject({
      kind: 'toimintamalli',
      title: 'Lähitulkki',
      toimintamalliId: own.id,
    })
    const stranger = await addSection(place.director, {
      project: place.projectKey,
      parent: '',
      title: '',
      toimintamalli: randomUUID(),
    })
    expect(stranger).toMatchObject({ reason: 'NOT_IN_PROJECT' })
    const reader = await addSection(place.auditor, {
      project: place.projectKey,
      parent: '',
      title: 'x',
      toimintamalli: '',
    })
    expect(reader).toMatchObject({ reason: 'NOT_ALLOWED' })
  })
})

describe('how far a section is', () => {
  const set = async (state: 'draft' | 'ready' | 'approved', viewer = place.director) =>
    setSectionState(viewer, { sectionId: place.questionId, version: (await now()).version, state })

  it('is approved by the director only, once it is ready, and is a draft again when it is written', async () => {
    await save([paragraph('valmis')])
    expect(await set('approved')).toMatchObject({ reason: 'STALE' })
    expect(await set('ready', place.coordinator)).toMatchObject({ ok: true })
    expect(await set('approved', place.coordinator)).toMatchObject({ reason: 'NOT_ALLOWED' })
    expect(await set('approved')).toMatchObject({ ok: true })
    expect((await now()).state).toBe('approved')
    await save([paragraph('vielä')])
    expect((await now()).state).toBe('draft')
  })

  it('is not ready while a picture has no alternative text or a table no caption', async () => {
    const image = (alt: string, caption: string): WrittenBlock => ({
      ...plain,
      id: randomUUID(),
      type: 'image',
      content: { caption, alt },
    })
    for (const [alt, caption] of [
      ['', 'Otsikko'],
      ['Kuvaus', ' '],
    ] as const) {
      await save([image(alt, caption)])
      expect(await set('ready')).toMatchObject({ reason: 'UNFINISHED' })
    }
    await save([image('Kuvaus', 'Otsikko')])
    expect(await set('ready')).toMatchObject({ ok: true })
  })
})

describe('an older version', () => {
  it('is taken back as a new one, ids and all; what is gone from the data is left out', async () => {
    const bound: WrittenBlock = {
      ...plain,
      id: randomUUID(),
      type: 'paragraph',
      content: { runs: [{ kind: 'number', binding: 0 }] },
      bindings: [
        {
          sort: 0,
          source: 'measurement',
          measurementId: place.measurementId,
          indicatorId: null,
          targetId: null,
          investmentId: null,
          workPackageId: null,
          toimintamalliId: null,
          decisionId: null,
        },
      ],
    }
    const old = [paragraph('vanha'), bound]
    await save(old)
    await save([paragraph('uusi')], place.director)
    await asViewer(operator, (tx) => tx.measurement.delete({ where: { id: place.measurementId } }))
    const taken = await takeBack(place.coordinator, { ...(await on()), back: 2 })
    expect(taken).toMatchObject({ ok: true, value: { version: 4 } })
    const section = await now()
    expect(section.blocks.map(({ id }) => id)).toEqual(old.map(({ id }) => id))
    expect(section.blocks[1]?.bindings).toEqual([])
    const versions = await listVersions(place.director, place.questionId)
    expect(versions.map(({ version, change }) => [version, change])).toEqual([
      [4, 'taken_back'],
      [3, 'written'],
      [2, 'written'],
    ])
    expect((await findVersion(place.director, { sectionId: place.questionId, version: 3 }))?.before).toHaveLength(2)
    expect(await takeBack(place.coordinator, { ...(await on()), back: 4 })).toMatchObject({ reason: 'NOTHING' })
    expect(await takeBack(place.coordinator, { ...(await on()), back: 77 })).toMatchObject({ reason: 'NOT_FOUND' })
  })

  it('is not seen by those who do not see the report, nor taken back by those who only read', async () => {
    await save([paragraph('a')])
    for (const viewer of [place.steering, place.otherCounty]) {
      expect(await listVersions(viewer, place.questionId)).toEqual([])
      expect(await findVersion(viewer, { sectionId: place.questionId, version: 2 })).toBeNull()
    }
    expect(await takeBack(place.auditor, { ...(await on()), back: 2 })).toMatchObject({ reason: 'NOT_ALLOWED' })
  })
})

describe('comments on a section', () => {
  const start = (viewer = place.director) =>
    commentOnSection(viewer, { sectionId: place.questionId, path: 'section', text: 'Tarkista luku.', mentions: [] })

  it('are begun, answered and resolved, and counted while they are open', async () => {
    const begun = await start()
    if (!begun.ok) throw new Error(begun.reason)
    const { threadId } = begun.value
    expect(await replyOnSection(place.coordinator, { threadId, text: 'Korjattu.', mentions: [] })).toMatchObject({
      ok: true,
    })
    const { id } = await reportOf(place)
    expect((await openThreadsBySection(place.coordinator, id)).get(place.questionId)).toBe(1)
    expect(await moveSectionThread(place.coordinator, { threadId, step: 'resolve' })).toMatchObject({ ok: true })
    expect((await openThreadsBySection(place.coordinator, id)).size).toBe(0)
    const { threads, may } = await findSectionComments(place.director, place.questionId)
    expect(threads[0]).toMatchObject({ resolved: true, comments: [{ text: 'Tarkista luku.' }, { text: 'Korjattu.' }] })
    expect(may).toEqual({ comment: true, show: false })
  })

  it('are read by those who read the report, and written by those who write it', async () => {
    await start()
    expect((await findSectionComments(place.auditor, place.questionId)).may.comment).toBe(false)
    expect((await findSectionComments(place.auditor, place.questionId)).threads).toHaveLength(1)
    expect(await start(place.auditor)).toMatchObject({ reason: 'NOT_ALLOWED' })
    for (const viewer of [place.steering, place.otherCounty]) {
      expect((await findSectionComments(viewer, place.questionId)).threads).toEqual([])
      expect(await start(viewer)).toMatchObject({ reason: 'NOT_FOUND' })
    }
  })
})
