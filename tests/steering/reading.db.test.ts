import { beforeAll, describe, expect, it } from 'vitest'
import type { Viewer } from '@/lib/access/model'
import { asViewer, systemViewer } from '@/lib/access/viewer'
import { findSnapshot, listPublications, listPublished } from '@/lib/steering/queries'
import { viewerOfAccount } from '@/prisma/seed/viewers'
import { useDemoCopy } from '@/tests/seed/demo-copy'

beforeAll(() => useDemoCopy(), 60_000)

const readers = ['koordinaattori1', 'johtaja', 'talous', 'ohjausryhma', 'tarkastaja', 'paakayttaja'].map(
  (name) => `${name}@kainuu.example`,
)
const outsiders = ['johtaja', 'koordinaattori', 'ohjausryhma'].map((name) => `${name}@kanta-hame.example`)
const national = 'katselija@kansallinen.example'

async function newestId(viewer: Viewer): Promise<string> {
  const newest = (await listPublished(viewer, 'kkk2')).at(-1)
  if (!newest) throw new Error('nothing published')
  return newest.snapshotId
}

describe('who reads what has been published', () => {
  it.each(outsiders)('%s of another county: the same as nothing', async (email) => {
    const viewer = await viewerOfAccount(email)
    expect(await listPublished(viewer, 'kkk2')).toEqual([])
    expect(await listPublished(viewer, 'ei-ole')).toEqual([])
    expect(await findSnapshot(viewer, await newestId(await viewerOfAccount('johtaja@kainuu.example')))).toBeNull()
    expect(await listPublications(viewer)).toEqual([])
  })

  it.each([...readers, national])('%s reads both published periods, in order', async (email) => {
    const viewer = await viewerOfAccount(email)
    expect((await listPublished(viewer, 'kkk2')).map((one) => one.periodKey)).toEqual(['2025-Q2', '2025-Q3'])
    expect((await findSnapshot(viewer, await newestId(viewer)))?.units.length).toBe(35)
    expect((await listPublications(viewer)).map((one) => [one.projectKey, one.periodKey])).toEqual([
      ['kkk2', '2025-Q3'],
    ])
  })
})

describe('the frozen period', () => {
  const draft = 'KANARIA luonnoksesta 4821'
  const live = 'KANARIA julkaisun jälkeen 5177'
  let steering: Viewer
  let before: string

  const bytes = () =>
    asViewer(systemViewer('operator'), async (tx) => {
      const rows = await tx.snapshot.findMany({ orderBy: { id: 'asc' }, select: { body: true, sha256: true } })
      return JSON.stringify(rows)
    })

  beforeAll(async () => {
    steering = await viewerOfAccount('ohjausryhma@kainuu.example')
    before = await bytes()
    await asViewer(systemViewer('operator'), async (tx) => {
      await tx.statusReportEntry.updateMany({
        where: { report: { period: { key: '2025-Q4' } }, path: 'results/text' },
        data: { text: draft },
      })
      await tx.workPackage.updateMany({ data: { titleReview: live } })
      await tx.purchase.updateMany({ data: { title: live, amount: '1.00' } })
      await tx.toimintamalli.updateMany({ data: { name: live } })
      await tx.indicatorVersion.updateMany({ data: { name: live } })
      await tx.risk.updateMany({ data: { description: live } })
    })
  })

  it('does not change by a byte when the live rows do', async () => {
    expect(await bytes()).toBe(before)
    const live = await asViewer(systemViewer('operator'), (tx) => tx.purchase.count({ where: { amount: '1.00' } }))
    expect(live).toBeGreaterThanOrEqual(71)
  })

  it('shows neither drafts, nor later changes, nor the other county', async () => {
    const body = JSON.stringify(await findSnapshot(steering, await newestId(steering)))
    expect(body).toContain('Muutoskyvykkyyden kehittäminen')
    expect(body).not.toContain(draft)
    expect(body).not.toContain(live)
    expect(body).not.toContain('Kanta-Häm')
    expect(body).not.toContain('Oma Häme')
  })

  it('would be told apart: the same search finds what was put into the live rows', async () => {
    const rows = await asViewer(systemViewer('operator'), (tx) => tx.risk.findMany({ select: { description: true } }))
    expect(JSON.stringify(rows)).toContain(live)
  })
})
