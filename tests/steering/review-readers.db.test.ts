import { createHash } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Viewer } from '@/lib/access/model'
import { asViewer, systemViewer } from '@/lib/access/viewer'
import { renderDeck } from '@/lib/exports/pptx/render'
import { reviewPdf } from '@/lib/exports/typst/render-review'
import { exportReview } from '@/lib/steering/review/export/commands'
import type { ReviewDrawing } from '@/lib/steering/review/export/model'
import { reviewSectionKeys } from '@/lib/steering/review/model'
import { viewerOfAccount } from '@/prisma/seed/viewers'
import { useDemoCopy } from '@/tests/seed/demo-copy'
import { deckMedium, pdfMedium, squeezed } from './review/media'

const national = 'katselija@kansallinen.example'
const readers = ['koordinaattori1', 'johtaja', 'talous', 'ohjausryhma', 'tarkastaja', 'paakayttaja']
  .map((name) => `${name}@kainuu.example`)
  .concat(national)
const strangers = ['johtaja', 'koordinaattori', 'ohjausryhma'].map((name) => `${name}@kanta-hame.example`)

const draft = 'KANARIA luonnoksesta 4821'
const other = 'KANARIA toisesta alueesta 9034'
const canaries = [draft, other, 'Kanta-Häm', 'Oma Häme']

const deck: ReviewDrawing = {
  format: 'pptx',
  extension: 'pptx',
  async draw({ review, looks, publishedAt }) {
    const { pptx, slides, replaced } = await renderDeck({ review, looks, createdAt: publishedAt.getTime() })
    return { bytes: pptx, pages: slides, replaced }
  },
}
const drawings = { pdf: reviewPdf, deck }

const request = {
  projectKey: 'kkk2',
  periodKey: '2025-Q3',
  version: null,
  locale: 'fi' as const,
  sections: reviewSectionKeys,
}

const exported = () =>
  asViewer(systemViewer('operator'), (tx) =>
    tx.auditEvent.findMany({
      where: { action: 'review.exported' },
      orderBy: { at: 'asc' },
      select: { data: true, right: true, actorId: true },
    }),
  )

beforeAll(async () => {
  const letGo = await useDemoCopy()
  await asViewer(systemViewer('operator'), async (tx) => {
    const drafts = await tx.statusReportEntry.updateMany({
      where: { report: { period: { key: '2025-Q4' } }, path: { in: ['results/text', 'nextSteps/text'] } },
      data: { text: draft },
    })
    const project = { project: { key: 'syli' } }
    const foreign = await tx.workPackage.updateMany({ where: project, data: { titleReview: other, titlePlan: other } })
    await tx.toimintamalli.updateMany({ where: project, data: { name: other } })
    expect(drafts.count).toBeGreaterThan(10)
    expect(foreign.count).toBeGreaterThanOrEqual(5)
  })
  return letGo
}, 120_000)

describe.each(['pdf', 'deck'] as const)('the review as a file (%s)', (kind) => {
  const make = (viewer: Viewer, asked = {}) => exportReview(viewer, { ...request, ...asked }, drawings[kind])

  it.each(strangers)('%s of another county: the answer of a missing one, and nothing recorded', async (email) => {
    const viewer = await viewerOfAccount(email)
    const before = (await exported()).length
    const missing = await make(viewer, { projectKey: 'ei-ole' })
    expect(missing).toEqual({ ok: false, reason: 'NOT_FOUND' })
    expect(await make(viewer)).toEqual(missing)
    expect((await exported()).length).toBe(before)
  })

  it('a period or version that is not published is not found', async () => {
    const viewer = await viewerOfAccount('johtaja@kainuu.example')
    expect(await make(viewer, { periodKey: '2025-Q4' })).toEqual({ ok: false, reason: 'NOT_FOUND' })
    expect(await make(viewer, { version: 9 })).toEqual({ ok: false, reason: 'NOT_FOUND' })
  })

  it('gives those who read it the same bytes, with nothing of drafts or of another county, and records their hash', async () => {
    const before = (await exported()).length
    const made = []
    for (const email of ['ohjausryhma@kainuu.example', national]) made.push(await make(await viewerOfAccount(email)))
    const [first, second] = made.map((one) => (one.ok ? one.value : null))
    if (!first || !second) throw new Error('refused')
    expect(first.sha256).toBe(createHash('sha256').update(first.bytes).digest('hex'))
    expect(second.sha256).toBe(first.sha256)
    const { text } = kind === 'pdf' ? await pdfMedium(first.bytes) : deckMedium(first.bytes)
    expect(text).toContain(squeezed('Muutoskyvykkyyden kehittäminen'))
    for (const canary of canaries) expect(text).not.toContain(squeezed(canary))
    const rows = (await exported()).slice(before)
    expect(rows.map(({ data }) => (data as { sha256: string }).sha256)).toEqual([first.sha256, first.sha256])
    expect(rows.map(({ right }) => right)).toEqual(['steering', 'national'])
  }, 120_000)

  it('holds only the sections asked for, in the language asked for', async () => {
    const viewer = await viewerOfAccount('ohjausryhma@kainuu.example')
    const made = await make(viewer, { sections: ['planChanges', 'communications'], locale: 'sv', version: 1 })
    if (!made.ok) throw new Error(made.reason)
    expect(made.value.name).toBe(`kkk2-2025-Q3-oversikt-v1.${drawings[kind].extension}`)
    const { text } = kind === 'pdf' ? await pdfMedium(made.value.bytes) : deckMedium(made.value.bytes)
    expect(text).toContain(squeezed('Ändringar i projektplanen'))
    expect(text).toContain('Kommunikation')
    expect(text).not.toContain(squeezed('Muutoskyvykkyyden kehittäminen – '))
    expect(text).not.toContain('1312645,07')
    const data = (await exported()).at(-1)?.data as { sections: string[]; locale: string }
    expect([data.locale, ...data.sections]).toEqual(['sv', 'planChanges', 'communications'])
  })
})

describe('what files are drawn from', () => {
  /** The content itself instead of a file: as much to search through, and drawn at once. */
  const content: ReviewDrawing = {
    format: 'content',
    extension: 'pdf',
    draw: async (drawn) => ({ bytes: Buffer.from(JSON.stringify(drawn)), pages: 1, replaced: [] }),
  }

  it.each(readers)('%s gets the same as everybody, with nothing of drafts or of another county', async (email) => {
    const [steering, reader] = [await viewerOfAccount('ohjausryhma@kainuu.example'), await viewerOfAccount(email)]
    const [theirs, own] = [await exportReview(steering, request, content), await exportReview(reader, request, content)]
    if (!theirs.ok || !own.ok) throw new Error('refused')
    expect(own.value.sha256).toBe(theirs.value.sha256)
    const text = Buffer.from(own.value.bytes).toString()
    expect(text).toContain('Muutoskyvykkyyden kehittäminen')
    for (const canary of canaries) expect(text).not.toContain(canary)
  })
})

describe('the canaries', () => {
  it('stand in the live rows, so that the search above could find them', async () => {
    const found = await asViewer(systemViewer('operator'), async (tx) => [
      await tx.statusReportEntry.count({ where: { text: draft } }),
      await tx.workPackage.count({ where: { titleReview: other } }),
    ])
    expect(Math.min(...found)).toBeGreaterThanOrEqual(5)
  })
})
