// Five coordinators write different sections of one report at once, their director comments, a section is moved and a figure put
// in front: nothing is lost and every reference still says the right number.
import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Viewer } from '@/lib/access/model'
import { addSection, moveSection } from '@/lib/final-report/arrangement/commands'
import type { Run, WrittenBlock } from '@/lib/final-report/blocks/model'
import { commentOnSection } from '@/lib/final-report/comments/commands'
import { openThreadsBySection } from '@/lib/final-report/comments/queries'
import { flatSections, inlineText, problemsOf } from '@/lib/final-report/document/model'
import { saveSection } from '@/lib/final-report/editor/commands'
import { listPickable } from '@/lib/final-report/picking/queries'
import { openReport } from '@/lib/final-report/queries'
import { findProject } from '@/lib/projects/queries'
import { makeReport, type ReportPlace, reportOf, sectionOf } from '@/tests/support/builders/final-report'
import { approve } from '@/tests/support/builders/later-period'
import { makePersonIn } from '@/tests/support/builders/round'

const plain = { bindings: [], file: null, from: null }
const paragraph = (...runs: Run[]): WrittenBlock => ({
  ...plain,
  id: randomUUID(),
  type: 'paragraph',
  content: { runs },
})
const text = (words: string): Run => ({ kind: 'text', text: words })
const image = (caption: string): WrittenBlock => ({
  ...plain,
  id: randomUUID(),
  type: 'image',
  content: { caption, alt: `${caption} kuvana` },
})

let place: ReportPlace
let writers: Viewer[]
let sections: string[]
beforeAll(async () => {
  place = await makeReport()
  writers = await Promise.all(
    [1, 2, 3, 4, 5].map((number) => makePersonIn(place, 'coordinator', `koordinaattori${number}`)),
  )
  sections = []
  for (const title of ['Ensimmäinen', 'Toinen', 'Kolmas', 'Neljäs', 'Viides']) {
    const added = await addSection(place.director, {
      project: place.projectKey,
      parent: place.questionId,
      title,
      toimintamalli: '',
    })
    if (!added.ok) throw new Error(added.reason)
    sections.push(added.value.sectionId)
  }
})

const save = async (viewer: Viewer, sectionId: string, blocks: WrittenBlock[]) => {
  const { version } = await sectionOf(place, sectionId)
  return saveSection(viewer, { sectionId, version, blocks })
}

async function read() {
  const project = await findProject(place.director, place.projectKey)
  const open = project && (await openReport(place.director, project))
  if (!open) throw new Error('no report')
  const blocks = flatSections(open.document.sections).flatMap((section) => section.blocks)
  return {
    faults: problemsOf(open.document),
    texts: blocks.flatMap((block) => (block.kind === 'paragraph' ? [inlineText(block.inlines)] : [])),
    figures: blocks.flatMap((block) => (block.kind === 'image' ? [`${block.label} ${block.caption}`] : [])),
  }
}

describe('five colleagues and their director', () => {
  const figures = ['A', 'B', 'C', 'D', 'E'].map((name) => image(`Kuvaaja ${name}`))
  const refersTo = (index: number): Run => ({
    kind: 'reference',
    target: { to: 'block', id: figures[index]?.id ?? '' },
  })

  it('write at once, each a section of their own, over and over: every text is there', async () => {
    for (const turn of [1, 2, 3]) {
      const saved = await Promise.all(
        writers.map((writer, index) => {
          const words = text(`Osa ${index + 1}, kerta ${turn}: katso `)
          const [own, next] = [figures[index], (index + 1) % figures.length]
          return save(writer, sections[index] ?? '', [
            paragraph(words, refersTo(turn === 1 ? index : next), text('.')),
            ...(own ? [own] : []),
          ])
        }),
      )
      // A figure of another section can be referred to once it is there.
      expect(saved.map((one) => one.ok)).toEqual(writers.map(() => true))
    }
    expect(await read()).toEqual({
      faults: [],
      texts: [2, 3, 4, 5, 1].map((number, index) => `Osa ${index + 1}, kerta 3: katso Kuva ${number}.`),
      figures: ['A', 'B', 'C', 'D', 'E'].map((name, index) => `Kuva ${index + 1} Kuvaaja ${name}`),
    })
  })

  it('are commented, moved and given a figure in front: the references follow, the texts stay', async () => {
    const commented = await commentOnSection(place.director, {
      sectionId: sections[2] ?? '',
      path: 'section',
      text: 'Kerro myös vaikutuksista.',
      mentions: [],
    })
    expect(commented.ok).toBe(true)
    const last = sections[4] ?? ''
    for (const _ of [1, 2, 3, 4]) {
      const { version } = await sectionOf(place, last)
      expect((await moveSection(place.director, { section: last, version, to: 'up' })).ok).toBe(true)
    }
    expect((await save(place.director, place.questionId, [image('Etukuva')])).ok).toBe(true)
    expect(await read()).toEqual({
      faults: [],
      // The figures now come as: front, E, A, B, C, D.
      texts: [
        'Osa 5, kerta 3: katso Kuva 3.',
        'Osa 1, kerta 3: katso Kuva 4.',
        'Osa 2, kerta 3: katso Kuva 5.',
        'Osa 3, kerta 3: katso Kuva 6.',
        'Osa 4, kerta 3: katso Kuva 2.',
      ],
      figures: ['Etukuva', ...['E', 'A', 'B', 'C', 'D'].map((name) => `Kuvaaja ${name}`)].map(
        (caption, index) => `Kuva ${index + 1} ${caption}`,
      ),
    })
    expect(
      (await openThreadsBySection(writers[2] ?? place.coordinator, (await reportOf(place)).id)).get(sections[2] ?? ''),
    ).toBe(1)
  })

  it('two in one section: the slower one is told, and nothing is written over', async () => {
    const [one, two] = [writers[0] ?? place.coordinator, writers[1] ?? place.coordinator]
    const sectionId = sections[3] ?? ''
    const { version } = await sectionOf(place, sectionId)
    const write = (viewer: Viewer, words: string) =>
      saveSection(viewer, { sectionId, version, blocks: [paragraph(text(words))] })
    const both = await Promise.all([write(one, 'Ensin.'), write(two, 'Samaan aikaan.')])
    const told = both.map((saved) => saved.ok && 'newer' in saved.value)
    expect(told.toSorted()).toEqual([false, true])
    const kept = (await read()).texts.filter((words) => ['Ensin.', 'Samaan aikaan.'].includes(words))
    expect(kept).toEqual([told[0] ? 'Samaan aikaan.' : 'Ensin.'])
  })
})

describe('picking from quarterly reports', () => {
  const result = 'Hoitoon pääsy nopeutui, kun ensilinja ohjasi asiakkaat oikeaan paikkaan.'

  it('offers paragraphs of approved reports only, and nothing to those who may not read the report', async () => {
    expect(await listPickable(place.coordinator, place.questionId)).toEqual([])
    await approve(place, { 'results/text': `${result}\n\nLyhyt.` })
    const offered = await listPickable(place.director, place.questionId)
    expect(offered?.flatMap(({ paragraphs }) => paragraphs.map((one) => one.text))).toContain(result)
    expect(offered?.flatMap(({ paragraphs }) => paragraphs.map((one) => one.text))).not.toContain('Lyhyt.')
    for (const viewer of [place.steering, place.otherCounty])
      expect(await listPickable(viewer, place.questionId)).toBeNull()
  })

  it('keeps where a paragraph is from, and takes no source from elsewhere', async () => {
    const [offered] = (await listPickable(place.director, place.questionId)) ?? []
    const picked = offered?.paragraphs.find((one) => one.text === result)
    const from = { reportId: picked?.reportId ?? '', path: picked?.path ?? '' }
    const block = { ...paragraph(text(result)), from }
    expect((await save(place.director, place.questionId, [block])).ok).toBe(true)
    expect((await sectionOf(place, place.questionId)).blocks[0]?.from).toEqual(from)
    const other = await makeReport()
    const foreign = await approve(other, { 'results/text': result })
    const taken = await save(place.director, place.questionId, [{ ...block, from: { ...from, reportId: foreign } }])
    expect(taken).toMatchObject({ ok: false, reason: 'NOT_IN_PROJECT' })
  })
})
