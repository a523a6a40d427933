import { beforeAll, describe, expect, it, vi } from 'vitest'
import { asViewer, systemViewer } from '@/lib/access/viewer'
import { findProject } from '@/lib/projects/queries'
import { publishPeriod } from '@/lib/rounds/publishing/commands'
import { viewerOfAccount } from '@/prisma/seed/viewers'
import { useDemoCopy } from '@/tests/seed/demo-copy'
import { deckMedium, pagesMedium, pdfMedium, squeezed } from './review/media'
import type { Publication } from './review/publication'

const live = 'KANARIA julkaisun jälkeen 5177'
const steering = () => viewerOfAccount('ohjausryhma@kainuu.example')

/** Read anew: published bodies that this process has kept would not change whatever happened to them. */
async function publishedNow(): Promise<Publication> {
  vi.resetModules()
  const { publicationOf } = await import('./review/publication')
  return publicationOf(await steering(), '2025-Q3', 'fi')
}

async function textsOf({ pages, review, deck, pdf }: Publication): Promise<Record<string, string>> {
  const [page, slides, print] = [pagesMedium('pages', pages), deckMedium(deck), await pdfMedium(pdf)]
  return { pages: page.text, review: squeezed(review), deck: slides.text, pdf: print.text }
}

const bytesOf = ({ pages, review, deck, pdf }: Publication) => ({
  pages,
  review,
  deck: Buffer.from(deck).toString('base64'),
  pdf: Buffer.from(pdf).toString('base64'),
})

let before: Publication

beforeAll(async () => {
  const letGo = await useDemoCopy()
  before = await publishedNow()
  await asViewer(systemViewer('operator'), async (tx) => {
    await tx.workPackage.updateMany({ data: { titleReview: live } })
    await tx.purchase.updateMany({ data: { title: live, amount: '1.00' } })
    await tx.budgetLine.updateMany({ data: { title: live } })
    await tx.toimintamalli.updateMany({ data: { name: live } })
    await tx.indicatorVersion.updateMany({ data: { name: live } })
    await tx.risk.updateMany({ data: { description: live } })
    await tx.planChange.updateMany({ data: { title: live } })
    await tx.communicationRow.updateMany({ data: { topic: live } })
    await tx.serviceArea.updateMany({ data: { name: live } })
  })
  return letGo
}, 120_000)

describe('what has been published', () => {
  it('does not change by a byte in pages, document, deck or PDF when the live rows do', async () => {
    const after = await publishedNow()
    const [was, is] = [bytesOf(before), bytesOf(after)]
    for (const key of ['pages', 'review', 'deck', 'pdf'] as const) {
      console.log(`${key}: ${was[key].length} characters compared`)
      expect(was[key].length).toBeGreaterThan(100_000)
      expect(is[key] === was[key], `${key} is the same`).toBe(true)
    }
    for (const text of Object.values(await textsOf(after))) expect(text).not.toContain(squeezed(live))
  }, 120_000)

  it('would be told apart: what is published next shows the changed rows everywhere', async () => {
    const director = await viewerOfAccount('johtaja@kainuu.example')
    const project = await findProject(director, 'kkk2')
    const input = { projectId: project?.id ?? '', periodKey: '2025-Q3', note: 'Kokeillaan uutta julkaisua' }
    expect((await publishPeriod(director, input)).ok).toBe(true)
    const next = await publishedNow()
    expect(next.published.version).toBe(2)
    for (const [name, text] of Object.entries(await textsOf(next))) {
      expect(text.includes(squeezed(live)), name).toBe(true)
    }
  }, 120_000)
})
