import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, it } from 'vitest'
import { asViewer, systemViewer } from '@/lib/access/viewer'
import { unbound, type WrittenBlock } from '@/lib/final-report/blocks/model'
import { saveSection } from '@/lib/final-report/editor/commands'
import { readSectionText, sectionText } from '@/lib/final-report/editor/model'
import { sectionTextSchema } from '@/lib/final-report/editor/schema'
import { keepPicture } from '@/lib/final-report/pictures/commands'
import { readPicture } from '@/lib/final-report/pictures/queries'
import { endSectionPresence, tellSectionPresence } from '@/lib/final-report/presence/commands'
import { listWriters } from '@/lib/final-report/presence/queries'
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
const bound = (measurementId: string): WrittenBlock => ({
  ...plain,
  id: randomUUID(),
  type: 'paragraph',
  content: { runs: [{ kind: 'number', binding: 0 }] },
  bindings: [{ ...unbound, sort: 0, source: 'measurement', measurementId }],
})
const counted = (frozen: string): WrittenBlock => ({
  ...bound(place.measurementId),
  bindings: [{ ...unbound, sort: 0, source: 'latest_measurement', indicatorId: place.indicatorId, frozen }],
})
const save = (blocks: readonly WrittenBlock[], version: number, viewer = place.coordinator) =>
  saveSection(viewer, { sectionId: place.questionId, version, blocks })
const now = () => sectionOf(place, place.questionId)
const copies = () =>
  asViewer(systemViewer('operator'), (tx) =>
    tx.sectionCopy.findMany({ where: { sectionId: place.questionId }, orderBy: { version: 'asc' } }),
  )
const audits = () =>
  asViewer(systemViewer('operator'), (tx) => tx.auditEvent.count({ where: { subjectId: place.questionId } }))

describe('saving a section', () => {
  it('answers the same text as saved, however many times it is sent at once', async () => {
    for (let version = 1; version <= 6; version++) {
      const text = [paragraph(`Kerta ${version}`)]
      const all = await Promise.all(Array.from({ length: 8 }, () => save(text, version)))
      expect(all.map((one) => (one.ok ? 'version' in one.value && one.value.version : one.reason))).toEqual(
        Array.from({ length: 8 }, () => version + 1),
      )
    }
  })

  it('stores every kind of block with the ids it came with, and gives it back the same', async () => {
    const blocks: WrittenBlock[] = [
      { ...plain, id: randomUUID(), type: 'heading', content: { text: 'Otsikko', level: 1 } },
      bound(place.measurementId),
      counted('2025-Q2'),
      { ...plain, id: randomUUID(), type: 'list', content: { ordered: true, items: [[{ kind: 'text', text: 'a' }]] } },
      {
        ...plain,
        id: randomUUID(),
        type: 'free_table',
        content: { caption: '', columns: ['a'], rows: [[null], ['']] },
      },
    ]
    expect(await save(blocks, 1)).toMatchObject({ ok: true, value: { version: 2 } })
    const section = await now()
    expect(section).toMatchObject({ version: 2, state: 'draft' })
    expect(sectionText(section.blocks)).toBe(sectionText(blocks))
  })

  it('changes only what changed: others keep their count, moved ones too', async () => {
    const [one, two, three] = [paragraph('yksi'), paragraph('kaksi'), paragraph('kolme')]
    await save([one, two, three], 1)
    const changed = paragraph('kaksi, muutettu', two.id)
    await save([three, one, changed], 2)
    expect((await now()).blocks.map(({ id, version }) => [id, version])).toEqual([
      [three.id, 1],
      [one.id, 1],
      [two.id, 2],
    ])
  })

  it('a heading made of a paragraph stays the same block; a binding that stays keeps what was frozen of it', async () => {
    const number = bound(place.measurementId)
    await save([number], 1)
    await asViewer(systemViewer('operator'), (tx) =>
      tx.blockBinding.updateMany({ where: { blockId: number.id }, data: { frozen: { text: '87 %' } } }),
    )
    if (number.type !== 'paragraph') throw new Error('no paragraph')
    const longer = { ...number, content: { runs: [...number.content.runs, { kind: 'text' as const, text: ' oli' }] } }
    await save([longer], 2)
    const [binding] = await asViewer(systemViewer('operator'), (tx) =>
      tx.blockBinding.findMany({ where: { blockId: number.id } }),
    )
    expect(binding?.frozen).toEqual({ text: '87 %' })
    await save([{ ...plain, id: number.id, type: 'heading', content: { text: 'Nyt otsikko', level: 2 } }], 3)
    expect((await now()).blocks[0]).toMatchObject({ id: number.id, type: 'heading', bindings: [] })
  })

  it('nobody writes over another: the second gets the first one’s text; the same text again is a lost reply', async () => {
    const first = [paragraph('johtaja')]
    expect(await save(first, 1, place.director)).toMatchObject({ ok: true, value: { version: 2 } })
    const late = await save([paragraph('koordinaattori')], 1)
    if (!late.ok || !('newer' in late.value)) throw new Error('not told of the newer text')
    expect(late.value.newer.version).toBe(2)
    expect(readSectionText(late.value.newer.text)).toEqual(first)
    expect(await save(first, 1, place.director)).toMatchObject({ ok: true, value: { version: 2 } })
    expect((await now()).version).toBe(2)
  })

  it('of ten at once one is first and nobody else writes', async () => {
    const all = await Promise.all(
      Array.from({ length: 10 }, (_, index) => save([paragraph(`kirjoittaja ${index}`)], 1)),
    )
    const done = all.filter((one) => one.ok && 'version' in one.value)
    expect(done).toHaveLength(1)
    expect(all.every((one) => one.ok)).toBe(true)
    expect((await now()).version).toBe(2)
  })

  it('writers of different sections do not meet', async () => {
    const { sections } = await reportOf(place)
    const results = await Promise.all(
      sections.map(({ id, title }) =>
        saveSection(place.director, { sectionId: id, version: 1, blocks: [paragraph(title)] }),
      ),
    )
    expect(results.every((one) => one.ok && 'version' in one.value)).toBe(true)
  })

  it('takes nothing of another project, and no block of another section', async () => {
    expect(await save([bound(place.foreign.measurementId)], 1)).toEqual({ ok: false, reason: 'NOT_IN_PROJECT' })
    const reference: WrittenBlock = {
      ...plain,
      id: randomUUID(),
      type: 'cross_reference',
      content: { target: { to: 'section', id: randomUUID() } },
    }
    expect(await save([reference], 1)).toEqual({ ok: false, reason: 'NOT_IN_PROJECT' })
    const other = (await reportOf(place)).sections.find(({ id }) => id !== place.questionId)
    const theirs = paragraph('toisessa kohdassa')
    await saveSection(place.director, { sectionId: other?.id ?? '', version: 1, blocks: [theirs] })
    expect(await save([theirs], 1)).toEqual({ ok: false, reason: 'NOT_IN_PROJECT' })
    const origin = { ...paragraph('poimittu'), from: { reportId: randomUUID(), path: 'overall/text' } }
    expect(await save([origin], 1)).toEqual({ ok: false, reason: 'NOT_IN_PROJECT' })
  })

  it('a figure may be referred to before it is stored', async () => {
    const figure: WrittenBlock = { ...plain, id: randomUUID(), type: 'image', content: { caption: 'Kuva', alt: '' } }
    const reference = paragraph('')
    if (reference.type !== 'paragraph') throw new Error('no paragraph')
    reference.content.runs = [{ kind: 'reference', target: { to: 'block', id: figure.id } }]
    expect(await save([figure, reference], 1)).toMatchObject({ ok: true })
  })

  it('who may not write is told so; where the report is not seen it does not exist', async () => {
    expect(await save([paragraph('x')], 1, place.finance)).toEqual({ ok: false, reason: 'NOT_ALLOWED' })
    for (const viewer of [place.steering, place.otherCounty])
      expect(await save([paragraph('x')], 1, viewer)).toEqual({ ok: false, reason: 'NOT_FOUND' })
  })

  it('what is not blocks is not read', () => {
    const good = sectionText([paragraph('hyvä')])
    expect(sectionTextSchema.safeParse(good).success).toBe(true)
    const twice = paragraph('kahdesti')
    for (const wrong of [
      '',
      '{}',
      good.replace('"text":"hyvä"', '"text":5'),
      good.replace('paragraph', 'script'),
      sectionText([twice, twice]),
      sectionText([
        { ...plain, id: randomUUID(), type: 'links', content: { items: [{ text: 'x', address: 'javascript:1' }] } },
      ]),
    ])
      expect(sectionTextSchema.safeParse(wrong).success, wrong).toBe(false)
  })
})

describe('the history of a section', () => {
  it('has one version for a turn of writing, a new one for another writer, and what stood before', async () => {
    const operator = systemViewer('operator')
    await asViewer(operator, (tx) =>
      tx.finalReportBlock.create({
        data: {
          sectionId: place.questionId,
          organisationId: place.organisationId,
          type: 'paragraph',
          content: { runs: [{ kind: 'text', text: 'tuotu' }] },
          sort: 0,
        },
      }),
    )
    await save([paragraph('a')], 1)
    await save([paragraph('ab')], 2)
    await save([paragraph('abc')], 3, place.director)
    const rows = await copies()
    expect(rows.map(({ version, change }) => [version, change])).toEqual([
      [1, 'before'],
      [3, 'written'],
      [4, 'written'],
    ])
    expect(JSON.stringify(rows[0]?.content)).toContain('tuotu')
    expect(JSON.stringify(rows[1]?.content)).toContain('"ab"')
    expect(await audits()).toBe(2)
  })

  it('a turn ends after ten minutes, and saying that the section is ready is no version', async () => {
    await save([paragraph('a')], 1)
    await asViewer(systemViewer('operator'), (tx) =>
      tx.sectionCopy.updateMany({ data: { at: new Date(Date.now() - 11 * 60_000) } }),
    )
    await save([paragraph('ab')], 2)
    expect(await copies()).toHaveLength(2)
    await setSectionState(place.director, { sectionId: place.questionId, version: 3, state: 'ready' })
    expect(await copies()).toHaveLength(2)
  })
})

describe('who writes', () => {
  const tell = (viewer: ReportPlace['director'], tab: string, version = 1) =>
    tellSectionPresence(viewer, { sectionId: place.questionId, tab, version })

  it('hears of the other within a beat, and of what the other has saved', async () => {
    const [mine, theirs] = [randomUUID(), randomUUID()]
    expect(await tell(place.coordinator, mine)).toMatchObject({ ok: true, value: { others: [], newer: null } })
    const told = await tell(place.director, theirs)
    expect(told).toMatchObject({ ok: true, value: { others: [{ self: false }] } })
    await save([paragraph('uutta')], 1)
    expect(await tell(place.director, theirs)).toMatchObject({ ok: true, value: { newer: { version: 2 } } })
    const { id: reportId } = await reportOf(place)
    expect((await listWriters(place.director, reportId)).get(place.questionId)).toHaveLength(2)
    await endSectionPresence(place.coordinator, { sectionId: place.questionId, tab: mine })
    expect(await tell(place.director, theirs, 2)).toMatchObject({ ok: true, value: { others: [], newer: null } })
    expect((await listWriters(place.steering, reportId)).size).toBe(0)
  })

  it('is no business of those who only read', async () => {
    expect(await tell(place.finance, randomUUID())).toEqual({ ok: false, reason: 'NOT_ALLOWED' })
    expect(await tell(place.otherCounty, randomUUID())).toEqual({ ok: false, reason: 'NOT_FOUND' })
  })
})

describe('a picture', () => {
  const png = (): Uint8Array<ArrayBuffer> => new Uint8Array([0x89, 0x50, 0x4e, 0x47, 1, 2, 3])
  const send = (name: string, bytes: Uint8Array<ArrayBuffer>, viewer = place.coordinator) =>
    keepPicture(viewer, { sectionId: place.questionId, name, bytes })

  it('is kept, shown to the readers once it stands in the report, and cannot be put into another report', async () => {
    const kept = await send('kaavio.png', png())
    if (!kept.ok) throw new Error(kept.reason)
    const at = kept.value.id
    expect(await readPicture(place.coordinator, at)).not.toBeNull()
    expect(await readPicture(place.director, at)).toBeNull()
    const block: WrittenBlock = {
      ...plain,
      id: randomUUID(),
      type: 'image',
      content: { caption: 'K', alt: 'a' },
      file: kept.value,
    }
    expect(await save([block], 1, place.director)).toEqual({ ok: false, reason: 'NOT_IN_PROJECT' })
    expect(await save([block], 1)).toMatchObject({ ok: true })
    expect((await readPicture(place.director, at))?.mediaType).toBe('image/png')
    expect(await readPicture(place.steering, at)).toBeNull()
    expect(await readPicture(place.otherCounty, at)).toBeNull()
  })

  it('must be a picture, by its name and by what is in it', async () => {
    expect(await send('kaavio.pdf', new Uint8Array([0x25, 0x50, 0x44, 0x46, 0x2d]))).toMatchObject({
      reason: 'WRONG_KIND',
    })
    expect(await send('kaavio.png', new Uint8Array([1, 2, 3, 4]))).toMatchObject({ reason: 'WRONG_KIND' })
    expect(await send('kaavio.png', new Uint8Array())).toMatchObject({ reason: 'EMPTY_FILE' })
    expect(await send('kaavio.png', png(), place.finance)).toMatchObject({ reason: 'NOT_ALLOWED' })
  })
})
