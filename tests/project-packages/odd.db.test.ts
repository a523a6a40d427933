import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { collectListings } from '@/app/api/projects/[project]/lists/[list]/collect'
import { reviewDeck } from '@/lib/exports/pptx/deck'
import { drawWorkbook } from '@/lib/exports/sheets/workbook'
import { renderReport } from '@/lib/exports/typst/render'
import { reviewPdf } from '@/lib/exports/typst/render-review'
import { exportFinalReport } from '@/lib/final-report/export/commands'
import { disconnect } from '@/lib/platform/db'
import { words } from '@/lib/platform/words'
import { importPackage } from '@/lib/project-packages/commands'
import { listingNames } from '@/lib/projects/listings/model'
import { findOverview } from '@/lib/projects/overview/queries'
import { findProject } from '@/lib/projects/queries'
import { publishPeriod } from '@/lib/rounds/publishing/commands'
import type { SnapshotBody } from '@/lib/rounds/snapshot/model'
import { readBody } from '@/lib/rounds/snapshot/schema'
import { exportReview } from '@/lib/steering/review/export/commands'
import { readReviewQuery } from '@/lib/steering/review/schema'
import { withClient } from '../../scripts/database/open.mts'
import { testDatabase } from '../support/database'
import type { Row } from './generate'
import { inventionsIn } from './inventions'
import { type Odd, oddPackage, shapeNames } from './odd'
import { operator, packageOf, takeIn } from './places'

vi.mock('@/lib/exports/child', () => import('../support/drawn-here'))

const organisation = { key: 'esimerkki', name: 'Esimerkin hyvinvointialue' }
const programme = {
  key: 'p',
  name: 'P',
  shortName: 'P',
  funder: 'F',
  statementFi: 'a',
  statementSv: 'b',
  statementEn: 'c',
}

/** Every shape at least three times. */
const seeds = Array.from({ length: 30 }, (_, index) => index + 1)
const odds: Odd[] = seeds.map((seed) => oddPackage(seed, organisation, programme))
const counts = { rows: 0, lights: 0, withoutLight: 0, unknownAmounts: 0, slides: 0, pages: 0 }

beforeAll(() => expect(new Set(odds.map(({ shape }) => shape)).size).toBe(shapeNames.length))
afterAll(async () => {
  console.log(`${odds.length} projects of ${shapeNames.length} shapes: ${JSON.stringify(counts)}`)
  await disconnect()
})

const list = (odd: Odd, part: string): Row[] => odd.rows.get(part) ?? []

describe('projects of odd shapes, on PostgreSQL', { timeout: 120_000 }, () => {
  it.each(odds.map((odd) => [odd.seed, odd.shape, odd] as const))(
    '%i, %s: taken in, listed, published, drawn',
    async (_seed, _shape, odd) => {
      const text = JSON.stringify(odd.json)
      const taken = await takeIn(text)
      counts.rows += Object.values(taken.rows).reduce((sum, count) => sum + count, 0)
      expect(await takeIn(text)).toMatchObject({ outcome: 'identical' })
      expect(await importPackage(operator, { text: await packageOf(taken.key) })).toMatchObject({
        value: { outcome: 'identical' },
      })
      const project = await findProject(operator, taken.key)
      if (!project) throw new Error('not found')
      for (const locale of ['fi', 'sv', 'en'] as const) {
        const t = words(locale)
        const listings = await collectListings({ viewer: operator, project, t }, listingNames)
        if (!listings) throw new Error('no lists')
        if (locale === 'fi') expect((await drawWorkbook(listings, project.name, locale)).length).toBeGreaterThan(1_000)
      }
      expect(await findOverview(operator, project.id)).not.toBeNull()
      const periodKey = String(list(odd, 'periods')[0]?.key)
      const published = await publishPeriod(operator, { projectId: project.id, periodKey, note: 'Koe' })
      if (!published.ok) throw new Error(published.reason)
      const { faults, ...told } = inventionsIn(odd, await bodyOf(project.id))
      expect(faults).toEqual([])
      counts.lights += told.lights
      counts.withoutLight += told.withoutLight
      counts.unknownAmounts += told.unknownAmounts
      for (const locale of ['fi', 'sv'] as const) {
        const request = { projectKey: taken.key, periodKey, ...readReviewQuery(new URLSearchParams({ locale }), 'fi') }
        const deck = await exportReview(operator, request, reviewDeck)
        if (!deck.ok) throw new Error(deck.reason)
        counts.slides += deck.value.pages
        if (locale === 'sv') continue
        const pdf = await exportReview(operator, request, reviewPdf)
        if (!pdf.ok) throw new Error(pdf.reason)
        counts.pages += pdf.value.pages
      }
      if (list(odd, 'finalReports').some(({ kind }) => kind === undefined || kind === 'final_report')) {
        const report = await exportFinalReport(operator, taken.key, renderReport, { standard: 'ua-1' })
        expect(report.ok).toBe(true)
      }
    },
  )

  it('would be told to invent a light and an amount', async () => {
    const odd = odds.find(({ rows }) => (rows.get('purchases') ?? []).some(({ amount }) => amount === undefined))
    if (!odd) throw new Error('no purchase without an amount')
    const project = await findProject(operator, `outo-${odd.seed}`)
    const body = await bodyOf(project?.id ?? '')
    const [unit] = body.units
    const unknown = body.finance.purchases.find(({ amount }) => amount === null)
    if (!unit || !unknown) throw new Error('nothing to plant into')
    Object.assign(unit.status, { light: unit.status.light === 'green' ? 'red' : 'green', from: 'own' })
    Object.assign(unknown, { amount: '0' })
    const faults = inventionsIn(odd, body).faults
    expect(faults.some((fault) => fault.startsWith('light '))).toBe(true)
    expect(faults.some((fault) => fault.startsWith('amount 0 of purchase'))).toBe(true)
  })

  it('looked at enough', () => {
    expect(counts.rows).toBeGreaterThan(2_500)
    expect(counts.withoutLight).toBeGreaterThan(20)
    expect(counts.lights).toBeGreaterThan(5)
    expect(counts.unknownAmounts).toBeGreaterThan(10)
  })
})

async function bodyOf(projectId: string): Promise<SnapshotBody> {
  return withClient(testDatabase().ownerUrl, async (client) => {
    const { rows } = await client.query<{ body: string }>('SELECT body FROM "Snapshot" WHERE "projectId" = $1', [
      projectId,
    ])
    return readBody(rows[0]?.body ?? '')
  })
}
