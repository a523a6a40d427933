import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { loadExplorer } from '@/app/(portal)/projects/[project]/indicators/explorer/load'
import type { Explored } from '@/components/indicators/explorer/model'
import { asViewer } from '@/lib/access/viewer'
import { words } from '@/lib/platform/words'
import type { ProjectHeader } from '@/lib/projects/model'
import { findProject } from '@/lib/projects/queries'
import { exportPicture } from '@/lib/steering/indicators/explorer/commands'
import { mostIndicators } from '@/lib/steering/indicators/explorer/model'
import { findIndicators } from '@/lib/steering/indicators/queries'
import { viewerOfAccount } from '@/prisma/seed/viewers'
import { useDemoCopy } from '@/tests/seed/demo-copy'

let letGo: () => Promise<void>
let project: ProjectHeader
/** A value that was approved after the publication, and its indicator */
let secret: { indicatorId: string; measurementId: string }

const account = (name: string) => viewerOfAccount(name.includes('@') ? name : `${name}@kainuu.example`)

async function seenBy(name: string, asked: Record<string, string | string[]>): Promise<Explored> {
  const explored = await loadExplorer(await account(name), project, asked, words('fi'))
  if (!explored) throw new Error(`${name} sees nothing`)
  return explored
}

const shownIds = ({ values }: Explored) => values.map(({ measurement }) => measurement.id)

beforeAll(async () => {
  letGo = await useDemoCopy()
  const director = await account('johtaja')
  const found = await findProject(director, 'kkk2')
  if (!found) throw new Error('the demo has no kkk2')
  project = found
  const published = await findIndicators(await account('ohjausryhma'), project)
  const indicator = published.rows.find(({ measurements }) =>
    measurements.some(({ value, reportId }) => value.number !== null && reportId === null),
  )
  if (!indicator) throw new Error('nothing was measured')
  const made = await asViewer(director, (tx) =>
    tx.measurement.create({
      data: {
        organisationId: project.organisationId,
        indicatorId: indicator.id,
        role: 'actual',
        kind: 'number',
        number: '987654321',
        unit: indicator.unit,
        timeCode: '2025-10',
        timeFrom: new Date('2025-10-01'),
        timeTo: new Date('2025-10-31'),
        sort: 9999,
      },
      select: { id: true },
    }),
  )
  secret = { indicatorId: indicator.id, measurementId: made.id }
}, 120_000)
afterAll(() => letGo())

describe('who explores what', () => {
  it.each(['johtaja@kanta-hame.example', 'katselija@kansallinen.example'])('%s: nothing at all', async (name) => {
    const viewer = await account(name)
    expect(await loadExplorer(viewer, project, { i: secret.indicatorId }, words('fi'))).toBeNull()
    const chart = { title: 'Käyttö', number: null }
    const given = { format: 'svg' as const, chart, draw: async () => new Uint8Array() }
    expect(await exportPicture(viewer, project, given)).toEqual({ ok: false, reason: 'NOT_FOUND' })
  })

  it.each(['johtaja', 'talous', 'koordinaattori1'])('%s: what is approved today', async (name) => {
    const explored = await seenBy(name, { i: secret.indicatorId })
    expect(shownIds(explored)).toContain(secret.measurementId)
    // It has no card before it is published.
    expect(explored.hasCard(secret.measurementId)).toBe(false)
    expect(JSON.stringify(explored.charts)).toContain('987')
  })

  it.each(['ohjausryhma', 'tarkastaja'])('%s: never what has not been published, whatever is asked', async (name) => {
    for (const publication of ['', '2025-Q2', '2025-Q3', '2025-Q4'])
      for (const shape of ['line', 'bars', 'small', 'table']) {
        const explored = await seenBy(name, { i: secret.indicatorId, publication, shape })
        expect(shownIds(explored).length).toBeGreaterThan(0)
        expect(shownIds(explored)).not.toContain(secret.measurementId)
        expect(JSON.stringify([explored.charts, explored.known.rows])).not.toContain('987654321')
        expect(explored.known.publication?.periodKey).toBe('2025-Q3')
        expect(explored.publications).toEqual([])
        expect(explored.problems).toEqual(publication === '' || publication === '2025-Q3' ? [] : ['publication'])
      }
  })

  it('those who know today may ask for a publication, and are told of one that is not there', async () => {
    const earlier = await seenBy('johtaja', { i: secret.indicatorId, publication: '2025-Q2' })
    expect(earlier.known).toMatchObject({ live: false, publication: { periodKey: '2025-Q2' } })
    expect(shownIds(earlier)).not.toContain(secret.measurementId)
    const none = await seenBy('johtaja', { i: secret.indicatorId, publication: '2025-Q4' })
    expect(none).toMatchObject({ problems: ['publication'], known: { live: true } })
    expect(none.publications).toEqual(['2025-Q2', '2025-Q3'])
  })

  it('an indicator of another project is not told from one that does not exist', async () => {
    const [own] = (await seenBy('johtaja', {})).known.rows
    const stranger = '11111111-1111-4111-8111-111111111111'
    const explored = await seenBy('johtaja', { i: [own?.id ?? '', stranger] })
    expect(explored.problems).toEqual(['indicator_missing'])
    expect(explored.chosen.map(({ id }) => id)).toEqual([own?.id])
  })
})

describe('what is drawn of a real project', () => {
  it('every indicator in every shape: only measured numbers become points, five series at most', async () => {
    const { known } = await seenBy('johtaja', {})
    const ids = known.rows.map(({ id }) => id)
    const counts = { charts: 0, points: 0, gaps: 0, notDrawn: 0 }
    for (let from = 0; from < ids.length; from += mostIndicators)
      for (const shape of ['line', 'bars', 'small'])
        for (const part of ['', '*']) {
          const explored = await seenBy('johtaja', { i: ids.slice(from, from + mostIndicators), shape, part })
          const numbers = new Set(
            explored.chosen.flatMap(({ measurements }) =>
              measurements.flatMap(({ value }) => [
                value.unknown === null ? value.number : null,
                ...value.cells.map((c) => c.number),
              ]),
            ),
          )
          counts.notDrawn += explored.charts.notDrawn.length
          for (const { model } of explored.charts.panels) {
            counts.charts += 1
            expect(model.series.length).toBeLessThanOrEqual(5)
            for (const { value } of model.series.flatMap(({ points }) => points)) {
              if (value === null) counts.gaps += 1
              else counts.points += 1
              // Durations are converted; every other number is one that somebody measured.
              if (
                value !== null &&
                explored.chosen.every(({ measurements }) => measurements.every((m) => m.value.kind !== 'duration'))
              )
                expect(numbers).toContain(value)
            }
          }
        }
    console.log('explored:', JSON.stringify(counts))
    expect(counts.charts).toBeGreaterThan(150)
    expect(counts.points).toBeGreaterThan(300)
    expect(counts.gaps).toBeGreaterThan(20)
  }, 60_000)
})

describe('a picture', () => {
  it('is recorded with its hash', async () => {
    const director = await account('johtaja')
    const made = await exportPicture(director, project, {
      format: 'svg',
      chart: { title: 'Käyttö, yksikkö %', number: 2 },
      draw: async () => new TextEncoder().encode('<svg/>'),
    })
    if (!made.ok) throw new Error(made.reason)
    expect(made.value.name).toMatch(/^kkk2-kaytto-yksikko-2-\d{4}-\d\d-\d\d\.svg$/)
    const audit = await asViewer(director, (tx) =>
      tx.auditEvent.findFirstOrThrow({ where: { action: 'picture.exported' }, orderBy: { at: 'desc' } }),
    )
    expect(audit).toMatchObject({ subjectId: project.id, data: { format: 'svg', sha256: made.value.sha256 } })
  })
})
