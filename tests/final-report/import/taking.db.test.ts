import { beforeEach, describe, expect, it } from 'vitest'
import type { Viewer } from '@/lib/access/model'
import { asViewer, systemViewer } from '@/lib/access/viewer'
import { saveSection } from '@/lib/final-report/editor/commands'
import { listVersions } from '@/lib/final-report/history/queries'
import { takeBack } from '@/lib/final-report/history/restore/commands'
import { keepImport, removeImport } from '@/lib/final-report/import/commands'
import { seenText } from '@/lib/final-report/import/preview/model'
import { findImport, listImports } from '@/lib/final-report/import/queries'
import { takeImportSchema } from '@/lib/final-report/import/schema'
import { takeImport } from '@/lib/final-report/import/taking/commands'
import { planStoredImport } from '@/lib/final-report/import/taking/queries'
import { readPicture } from '@/lib/final-report/pictures/queries'
import {
  cell,
  docx,
  drawing,
  field,
  item,
  p,
  para,
  picture,
  png,
  row,
  t,
  table,
  usualLists,
} from '@/tests/final-report/import/make-docx'
import { linesOfRuns } from '@/tests/final-report/import/plans'
import { decidedReport, makeReport, type ReportPlace, reportOf, sectionOf } from '@/tests/support/builders/final-report'

let place: ReportPlace
beforeEach(async () => {
  place = await makeReport()
})

const written = () =>
  docx({
    body: [
      p('Tiivistelmä', 'Otsikko1'),
      p('Hoitoon pääsi ajoissa 87 % asukkaista (Kuva 1).'),
      item('Yksi'),
      para(drawing('r1', 'Pylväät')),
      para(`${t('Kuva ')}${field('SEQ Kuva', t('1'))}${t('. Hoitoon pääsy')}`, 'Kuvaotsikko'),
      p('4 Investointi', 'Otsikko1'),
      p('4.1 Mitä tehtiin?', 'Otsikko2'),
      p('Ks. luku 4.3.'),
      p('Oma luku', 'Otsikko2'),
      p('Taulukko 1. Käynnit', 'Kuvaotsikko'),
      table(row(cell('Alue') + cell('2024')), row(cell('Forssa') + cell('12'))),
      p('LIITE 1 Esite', 'Otsikko1'),
      p('Esitteen teksti.'),
    ].join(''),
    numbering: usualLists,
    files: { 'word/media/kuva.png': png },
    relations: [picture('r1')],
  })

const keep = (viewer: Viewer = place.coordinator, name = 'raportti.docx', bytes = written()) =>
  keepImport(viewer, { project: place.projectKey, name, bytes })

async function kept(): Promise<string> {
  const answer = await keep()
  if (!answer.ok) throw new Error(answer.reason)
  return answer.value.id
}

/** The form as the page sends it. */
async function take(
  id: string,
  chosen: Record<string, string> = {},
  { viewer = place.coordinator, version = '' } = {},
) {
  const report = await reportOf(place)
  const form = { project: place.projectKey, import: id, version: version || seenText(report), ...chosen }
  return takeImport(viewer, takeImportSchema.parse(form))
}

const rows = () =>
  asViewer(systemViewer('operator'), (tx) =>
    tx.reportImport.findMany({
      where: { report: { projectId: place.projectId } },
      include: { file: { select: { name: true } } },
    }),
  )
const audits = async () => {
  const { id } = await reportOf(place)
  const all = await asViewer(systemViewer('operator'), (tx) =>
    tx.auditEvent.findMany({
      where: { subjectId: id, action: { contains: 'import' } },
      orderBy: [{ at: 'asc' }, { id: 'asc' }],
    }),
  )
  return all.map(({ action }) => action)
}
const textsOf = async () => {
  const { sections } = await reportOf(place)
  return Object.fromEntries(
    sections.map((section) => [
      section.title,
      section.blocks.map((block) => (block.type === 'unreadable' ? '?' : linesOfRuns(block)) || block.type),
    ]),
  )
}

describe('who may not', () => {
  it('read a file into a report: another county, the steering group, the auditor, finance', async () => {
    expect(await keep(place.otherCounty)).toEqual({ ok: false, reason: 'NOT_FOUND' })
    expect(await keep(place.steering)).toEqual({ ok: false, reason: 'NOT_FOUND' })
    expect(await keep(place.auditor)).toEqual({ ok: false, reason: 'NOT_ALLOWED' })
    expect(await keep(place.finance)).toEqual({ ok: false, reason: 'NOT_ALLOWED' })
    expect(await rows()).toEqual([])
  })

  it('see, take or let go what was read', async () => {
    const id = await kept()
    const report = await reportOf(place)
    for (const viewer of [place.otherCounty, place.steering, place.auditor]) {
      expect(await listImports(viewer, place.projectId)).toEqual([])
      expect(await findImport(viewer, place.projectId, id)).toBeNull()
      expect(await planStoredImport(viewer, place.projectId, report, { id, newId: () => '' })).toBeNull()
      expect(await take(id, {}, { viewer })).toMatchObject({ ok: false })
      expect(await removeImport(viewer, { project: place.projectKey, import: id })).toMatchObject({ ok: false })
    }
    expect(await textsOf()).toMatchObject({ Tiivistelmä: [] })
    expect(await rows()).toHaveLength(1)
  })

  it('write into an approved report, or one of another project', async () => {
    const other = await makeReport()
    const id = await kept()
    const elsewhere = { project: other.projectKey, import: id, version: seenText(await reportOf(other)) }
    expect(await takeImport(other.director, takeImportSchema.parse(elsewhere))).toEqual({
      ok: false,
      reason: 'NOT_FOUND',
    })
    place = await decidedReport()
    expect(await keep()).toEqual({ ok: false, reason: 'LOCKED' })
    const before = await textsOf()
    expect(await take(id)).toEqual({ ok: false, reason: 'LOCKED' })
    expect(await textsOf()).toEqual(before)
  })
})

describe('reading', () => {
  it('keeps the file with what stands in it, and nothing of a file that is refused', async () => {
    const id = await kept()
    expect(await keep(place.coordinator, 'raportti.docm')).toEqual({ ok: false, reason: 'MACROS', at: [] })
    const [stored, ...more] = await rows()
    expect(more).toEqual([])
    expect(stored).toMatchObject({
      id,
      takenAt: null,
      createdById: place.coordinator.userId,
      file: { name: 'raportti.docx' },
    })
    expect(await audits()).toEqual(['final_report.import_read'])
    const open = await findImport(place.director, place.projectId, id)
    expect(open?.written.sections.map(({ title }) => title)).toContain('Oma luku')
    expect((await textsOf()).Tiivistelmä).toEqual([])
  })

  it('takes JSON, too, and tells when the same file was read before', async () => {
    const json = new TextEncoder().encode(
      '{"sections":[{"id":"1","heading":"Tiivistelmä","kind":"chapter","blocks":[{"type":"paragraph","text":"Teksti"}]}]}',
    )
    const [first, second] = [await keep(place.coordinator, 'a.json', json), await keep(place.director, 'b.json', json)]
    if (!first.ok || !second.ok) throw new Error('not kept')
    const again = () => findImport(place.director, place.projectId, second.ok ? second.value.id : '')
    expect((await again())?.sameAs).toMatchObject({ id: first.value.id, takenAt: null, name: 'a.json' })
    expect(await take(first.value.id)).toMatchObject({ ok: true, value: { sections: 1, blocks: 1 } })
    expect((await again())?.sameAs?.takenAt).not.toBeNull()
  })

  it('can be let go, once', async () => {
    const id = await kept()
    const gone = () => removeImport(place.coordinator, { project: place.projectKey, import: id })
    expect(await gone()).toMatchObject({ ok: true })
    expect(await gone()).toEqual({ ok: false, reason: 'NOT_FOUND' })
    expect(await rows()).toEqual([])
    expect(await audits()).toEqual(['final_report.import_read', 'final_report.import_removed'])
  })
})

describe('taking', () => {
  it('brings everything to its place: texts, numbers of the data, references, pictures, own sections, attachments', async () => {
    const id = await kept()
    expect(await take(id)).toEqual({ ok: true, value: { sections: 4, blocks: 6 } })
    const report = await reportOf(place)
    const named = (title: string) => report.sections.find((section) => section.title === title)
    const [summary, ownChapter, leaflet] = [named('Tiivistelmä'), named('Oma luku'), named('LIITE 1 Esite')]
    const image = summary?.blocks.find(({ type }) => type === 'image')
    expect(await textsOf()).toMatchObject({
      Tiivistelmä: [
        `Hoitoon pääsi ajoissa [${place.measurementId}] asukkaista ([block ${image?.id}]).`,
        'Yksi',
        'image',
      ],
      'Mitä tehtiin?': [`Ks. luku [section ${named('Mitä jäi?')?.id} bare].`],
      'Oma luku': ['free_table'],
      'LIITE 1 Esite': ['Esitteen teksti.'],
    })
    expect(summary).toMatchObject({ state: 'draft', version: 2 })
    expect(ownChapter).toMatchObject({ parentId: named('Investointi')?.id, templateKey: null, kind: 'chapter' })
    expect(leaflet).toMatchObject({ kind: 'attachment', parentId: null })
    expect(report.attachments).toMatchObject([{ label: 'LIITE 1', title: 'Esite', sectionId: leaflet?.id }])
    expect(image).toMatchObject({ content: { caption: 'Hoitoon pääsy', alt: 'Pylväät' } })
    const file = await readPicture(place.auditor, image?.file?.id ?? '')
    expect(file?.bytes).toEqual(png)
    expect(await audits()).toEqual(['final_report.import_read', 'final_report.imported'])
  })

  it('happens once, and leaves a version in the history of each section that it can be taken back from', async () => {
    const written = await saveSection(place.director, {
      sectionId: place.questionId,
      version: 1,
      blocks: [
        {
          id: crypto.randomUUID(),
          type: 'paragraph',
          content: { runs: [{ kind: 'text', text: 'Ennestään' }] },
          bindings: [],
          file: null,
          from: null,
        },
      ],
    })
    if (!written.ok) throw new Error(written.reason)
    const id = await kept()
    expect(await take(id, { [`standing/${place.questionId}`]: 'replace' })).toMatchObject({ ok: true })
    expect(await take(id)).toEqual({ ok: false, reason: 'NOT_FOUND' })
    const versions = await listVersions(place.director, place.questionId)
    expect(versions.map(({ change }) => change)).toEqual(['imported', 'written'])
    const [imported, before] = versions
    if (!imported || !before) throw new Error('no versions')
    const back = { section: place.questionId, version: imported.version, back: before.version }
    expect(await takeBack(place.director, back)).toMatchObject({ ok: true })
    expect((await textsOf())['Mitä tehtiin?']).toEqual(['Ennestään'])
  })

  it('keeps what stands in a section, unless the person lets it be added or replaced', async () => {
    const standing = async () => {
      const { version } = await sectionOf(place, place.questionId)
      const blocks = [
        {
          id: crypto.randomUUID(),
          type: 'paragraph' as const,
          content: { runs: [{ kind: 'text' as const, text: 'Ennestään' }] },
          bindings: [],
          file: null,
          from: null,
        },
      ]
      const saved = await saveSection(place.coordinator, { sectionId: place.questionId, version, blocks })
      if (!saved.ok) throw new Error(saved.reason)
    }
    const question = async () => (await textsOf())['Mitä tehtiin?']
    await standing()
    await take(await kept())
    expect(await question()).toEqual(['Ennestään'])
    await take(await kept(), { [`standing/${place.questionId}`]: 'after' })
    expect(await question()).toEqual(['Ennestään', expect.stringMatching(/^Ks\. luku/)])
    await standing()
    await take(await kept(), { [`standing/${place.questionId}`]: 'replace' })
    expect(await question()).toEqual([expect.stringMatching(/^Ks\. luku/)])
  })

  it('goes where the person says', async () => {
    const id = await kept()
    const keys = (await findImport(place.director, place.projectId, id))?.written.sections
    const key = (title: string) => keys?.find((section) => section.title === title)?.key
    await take(id, { [`place/${key('Oma luku')}`]: place.questionId, [`place/${key('LIITE 1 Esite')}`]: 'out' })
    expect(await textsOf()).toEqual({
      Tiivistelmä: expect.anything(),
      Investointi: [],
      'Mitä tehtiin?': [expect.stringMatching(/^Ks\./), '# Oma luku', 'free_table'],
      'Mitä jäi?': [],
    })
    const id2 = await kept()
    const all = Object.fromEntries((keys ?? []).map((section) => [`place/${section.key}`, 'out']))
    expect(await take(id2, all)).toEqual({ ok: false, reason: 'NOTHING_TAKEN' })
  })

  it('is refused whole when somebody has changed a section meanwhile, and names it', async () => {
    const id = await kept()
    const version = seenText(await reportOf(place))
    const blocks = [
      {
        id: crypto.randomUUID(),
        type: 'paragraph' as const,
        content: { runs: [{ kind: 'text' as const, text: 'Ehti ensin' }] },
        bindings: [],
        file: null,
        from: null,
      },
    ]
    await saveSection(place.director, { sectionId: place.questionId, version: 1, blocks })
    expect(await take(id, {}, { version })).toEqual({
      ok: false,
      reason: 'STALE',
      fields: { [`standing/${place.questionId}`]: 'reportImport.reason.CHANGED' },
    })
    expect(await textsOf()).toMatchObject({ Tiivistelmä: [], 'Mitä tehtiin?': ['Ehti ensin'] })
    expect((await reportOf(place)).sections).toHaveLength(4)
    expect(await take(id)).toMatchObject({ ok: true })
  })

  it('of two at once is done by one', async () => {
    const id = await kept()
    const answers = await Promise.all([take(id), take(id), take(id)])
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
    expect((await reportOf(place)).sections).toHaveLength(6)
  })

  it('keeps nothing when something goes wrong on the way', async () => {
    const id = await kept()
    await asViewer(
      systemViewer('operator'),
      (tx) => tx.$executeRaw`
      UPDATE "StoredFile" SET bytes = ${Buffer.from('PK broken')} WHERE id = (SELECT "fileId" FROM "ReportImport" WHERE id = ${id}::uuid)`,
    )
    await expect(take(id)).rejects.toThrow()
    expect((await reportOf(place)).sections).toHaveLength(4)
    expect(await textsOf()).toMatchObject({ Tiivistelmä: [] })
    expect((await rows()).map(({ takenAt }) => takenAt)).toEqual([null])
  })
}, 60_000)

describe('the form', () => {
  it.each([
    ['a place that is none', { 'place/h1': 'elsewhere' }],
    ['a standing that is none', { [`standing/${'0'.repeat(8)}-0000-4000-8000-${'0'.repeat(12)}`]: 'burn' }],
    ['versions that are none', { version: 'x' }],
    ['no import', { import: 'x' }],
  ])('is refused with %s', (_, change) => {
    const form = { project: 'p', import: crypto.randomUUID(), version: '', ...change }
    expect(takeImportSchema.safeParse(form).success).toBe(false)
  })
})
