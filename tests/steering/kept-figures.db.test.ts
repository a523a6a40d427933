import pg from 'pg'
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { asViewer, systemViewer } from '@/lib/access/viewer'
import { workOutFigures } from '@/lib/steering/portfolio/commands'
import { type PortfolioFigures, portfolioFigures } from '@/lib/steering/portfolio/model'
import { figuresFormat, readFigures } from '@/lib/steering/portfolio/schema'
import { findSnapshot, listPublications } from '@/lib/steering/queries'
import { viewerOfAccount } from '@/prisma/seed/viewers'
import { useDemoCopy } from '@/tests/seed/demo-copy'

beforeAll(useDemoCopy, 60_000)
afterEach(() => vi.restoreAllMocks())

const schedule = systemViewer('schedule')
const nation = () => viewerOfAccount('katselija@kansallinen.example')

/** As a server that has just been started reads it: nothing is remembered. */
async function freshPortfolio() {
  vi.resetModules()
  const { listPortfolio } = await import('@/lib/steering/portfolio/queries')
  const rows = await listPortfolio(await nation())
  return rows.find(({ projectKey }) => projectKey === 'kkk2')?.published?.figures
}

async function newest() {
  const publications = await listPublications(await nation())
  const found = publications.find(({ projectKey }) => projectKey === 'kkk2')
  const body = found && (await findSnapshot(await nation(), found.snapshotId))
  if (!body) throw new Error('the demo has a publication')
  return { ...found, figures: portfolioFigures(body), organisationId: body.project.organisationId }
}

const rows = () => asViewer(schedule, (tx) => tx.snapshotFigures.findMany())

/** Rows of this table are never changed; only the test begins anew. */
const keep = (data: { organisationId: string; snapshotId: string; format: number; figures: PortfolioFigures }) =>
  asViewer(schedule, (tx) => tx.snapshotFigures.create({ data }))

describe('figures kept beside a publication', () => {
  it('are not worked out by a person', async () => {
    expect(await workOutFigures(await viewerOfAccount('johtaja@kainuu.example'))).toEqual({
      ok: false,
      reason: 'NOT_ALLOWED',
    })
    expect(await rows()).toEqual([])
  })

  it('of another version, or of a shape that this one does not know, are not shown', async () => {
    const { organisationId, snapshotId, figures } = await newest()
    const wrong = { ...figures, budget: { total: '1.00', lines: 1, unknown: 0 } }
    await keep({ organisationId, snapshotId, format: figuresFormat + 1, figures: wrong })
    expect(await freshPortfolio()).toEqual(figures)
    expect(readFigures(figures)).toEqual(figures)
    expect(readFigures({ ...figures, more: 1 })).toBeNull()
    expect(readFigures({ ...figures, lights: { green: 1 } })).toBeNull()
    expect(readFigures(null)).toBeNull()
  })

  it('are those of the publication, worked out once for the newest of each project', async () => {
    const { snapshotId, figures } = await newest()
    const publications = await listPublications(await nation())
    expect(await workOutFigures(schedule, () => true)).toEqual({ ok: true, value: { workedOut: 0 } })
    expect(await workOutFigures(schedule)).toEqual({ ok: true, value: { workedOut: publications.length } })
    expect(await workOutFigures(schedule)).toEqual({ ok: true, value: { workedOut: 0 } })
    const kept = (await rows()).filter(({ format }) => format === figuresFormat)
    expect(kept.map((row) => row.snapshotId).sort()).toEqual(publications.map((one) => one.snapshotId).sort())
    expect(readFigures(kept.find((row) => row.snapshotId === snapshotId)?.figures)).toEqual(figures)
    expect(await freshPortfolio()).toEqual(figures)
  })

  it('are what a server that has just begun reads, and nothing of the publication itself', async () => {
    const asked = async () => {
      const spy = vi.spyOn(pg.Client.prototype, 'query')
      expect(await freshPortfolio()).toBeDefined()
      const texts = spy.mock.calls.map(([query]: unknown[]) => JSON.stringify(query))
      spy.mockRestore()
      return {
        figures: texts.some((text) => text.includes('f.figures')),
        bodies: texts.some((text) => text.includes('s.body')),
      }
    }
    expect(await asked()).toEqual({ figures: true, bodies: false })
  })

  it('of another county are not a county’s to read', async () => {
    const other = await viewerOfAccount('johtaja@kanta-hame.example')
    const { organisationId } = await newest()
    const seen = await asViewer(other, (tx) => tx.snapshotFigures.findMany({ where: { organisationId } }))
    expect(seen).toEqual([])
    expect(await rows()).not.toEqual([])
  })
})
