import pg from 'pg'
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Viewer } from '@/lib/access/model'
import { asViewer, systemViewer } from '@/lib/access/viewer'
import { setClock } from '@/lib/platform/clock'
import { publishPeriod } from '@/lib/rounds/publishing/commands'
import { approveReport, submitReport } from '@/lib/status-reports/commands'
import { summarise } from '@/lib/steering/model'
import { listPortfolio } from '@/lib/steering/portfolio/queries'
import { findSnapshot, listPublications } from '@/lib/steering/queries'
import { viewerOfAccount } from '@/prisma/seed/viewers'
import { useDemoCopy } from '@/tests/seed/demo-copy'
import { fillReport, makePersonIn, makeRound, type Round, reportOf } from '../support/builders/round'

beforeAll(useDemoCopy, 60_000)
beforeEach(() => setClock(new Date('2026-02-01T10:00:00Z')))
afterEach(() => setClock(null))

const of = (email: string) => viewerOfAccount(email)
const publish = async ({ coordinator, director, projectId, unit, periodId }: Round) => {
  const standing = async () => {
    const { id: reportId, version } = await reportOf(unit.id, periodId)
    return { reportId, version }
  }
  await fillReport(coordinator, (await standing()).reportId, { [`indicators/${unit.shareId}/value`]: '87,5' })
  const steps = [await submitReport(coordinator, await standing()), await approveReport(director, await standing())]
  if (steps.some(({ ok }) => !ok)) throw new Error(JSON.stringify(steps))
  const done = await publishPeriod(director, { projectId, periodKey: '2025-Q3', note: 'Raportteja puuttuu.' })
  if (!done.ok) throw new Error(done.reason)
}

/** Runs the work and tells how many statements reached the database meanwhile. */
async function counted<T>(work: () => Promise<T>): Promise<{ value: T; statements: number }> {
  const spy = vi.spyOn(pg.Client.prototype, 'query')
  try {
    const value = await work()
    return { value, statements: spy.mock.calls.length }
  } finally {
    spy.mockRestore()
  }
}

describe('who sees what', () => {
  it('a county its own projects, others nothing of them', async () => {
    const round = await makeRound()
    await publish(round)
    const keys = async (viewer: Viewer) => (await listPortfolio(viewer)).map(({ projectKey }) => projectKey)
    expect(await keys(round.steering)).toEqual([round.projectKey])
    expect(await keys(round.otherCounty)).not.toContain(round.projectKey)
    expect(await keys(await of('johtaja@kainuu.example'))).toEqual(['kkk2', 'tyhja'])
    expect(await keys(await of('johtaja@kanta-hame.example'))).toEqual(['syli'])
  })

  it('the national role what every county has published, and nothing that is not', async () => {
    const [published, drafts] = [await makeRound(), await makeRound()]
    await publish(published)
    const rows = await listPortfolio(await of('katselija@kansallinen.example'))
    const keys = rows.map(({ projectKey }) => projectKey)
    expect(keys).toContain('kkk2')
    expect(keys).toContain(published.projectKey)
    expect(keys).not.toContain(drafts.projectKey)
    expect(keys).not.toContain('tyhja')
    expect(rows.every((row) => row.published !== null && row.late === null && !row.isOwn && !row.openPeriod)).toBe(true)
  })

  it('late reports only those who may read reports', async () => {
    const round = await makeRound()
    const late = async (viewer: Viewer) => (await listPortfolio(viewer))[0]?.late
    expect(await late(round.director)).toBe(2)
    expect(await late(round.coordinator)).toBe(2)
    expect(await late(round.steering)).toBeNull()
    expect(await late(round.auditor)).toBeNull()
    setClock(new Date('2025-10-15T10:00:00Z'))
    expect(await late(round.director)).toBe(0)
  })

  it('a unit with more time is late only after its own day', async () => {
    const round = await makeRound()
    await asViewer(round.system, (tx) =>
      tx.periodException.create({
        data: {
          organisationId: round.organisationId,
          periodId: round.periodId,
          workPackageId: round.unit.id,
          dueOn: new Date('2026-03-01'),
          allowedBy: 'Johtaja',
          reason: 'Sairaus.',
        },
      }),
    )
    expect((await listPortfolio(round.director))[0]?.late).toBe(1)
  })
})

describe('the figures', () => {
  it('are those of the newest publication, and no change of live rows moves them', async () => {
    const director = await of('johtaja@kainuu.example')
    const [newest] = await listPublications(director)
    const body = newest && (await findSnapshot(director, newest.snapshotId))
    if (!newest || !body) throw new Error('the demo has a publication')
    const { lights, fulfilment, finance } = summarise(body, null)
    const row = async () => (await listPortfolio(director)).find(({ projectKey }) => projectKey === 'kkk2')
    const before = await row()
    expect(before?.published).toMatchObject({
      periodKey: newest.periodKey,
      figures: { lights, fulfilment, budget: finance.totals.budget, purchases: finance.totals.purchases },
    })
    expect(before?.published?.figures.purchases.unknown).toBeGreaterThan(0)
    await asViewer(systemViewer('operator'), (tx) =>
      tx.purchase.updateMany({ where: { project: { key: 'kkk2' } }, data: { amount: '1.00' } }),
    )
    expect((await row())?.published).toEqual(before?.published)
  })

  it('of a project that has published nothing are not there', async () => {
    const rows = await listPortfolio(await of('johtaja@kainuu.example'))
    expect(rows.find(({ projectKey }) => projectKey === 'tyhja')).toMatchObject({ published: null, isOwn: true })
  })
})

describe('statements', () => {
  it('are at most four however many projects there are', async () => {
    const round = await makeRound()
    await publish(round)
    const admin = await makePersonIn(round, 'admin')
    const few = await counted(() => listPortfolio(admin))
    await asViewer(round.system, async (tx) => {
      const { programmeId } = await tx.project.findUniqueOrThrow({ where: { id: round.projectId } })
      await tx.project.createMany({
        data: Array.from({ length: 30 }, (_, index) => ({
          organisationId: round.organisationId,
          programmeId,
          key: `${round.projectKey}-${index}`,
          name: `Hanke ${index}`,
        })),
      })
    })
    const many = await counted(() => listPortfolio(admin))
    expect(many.value).toHaveLength(31)
    // The counter sees them at all; asking for kept figures and reading a publication that has none are two more.
    expect(few.statements).toBe(5)
    expect(many.statements).toBe(3)
  })

  it('for the national role, too, the first time of several new publications', async () => {
    const viewer = await of('katselija@kansallinen.example')
    for (const round of [await makeRound(), await makeRound(), await makeRound()]) await publish(round)
    const first = await counted(() => listPortfolio(viewer))
    const again = await counted(() => listPortfolio(viewer))
    expect(first.value.length).toBeGreaterThanOrEqual(4)
    expect([first.statements, again.statements]).toEqual([3, 1])
  })
})
