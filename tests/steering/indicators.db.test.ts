import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { warningsOf } from '@/lib/indicators/warnings/model'
import type { ProjectHeader } from '@/lib/projects/model'
import { findProject } from '@/lib/projects/queries'
import {
  filterIndicators,
  indicatorQuery,
  type KnownIndicators,
  readIndicatorFilter,
  type Standing,
  standingOf,
  standings,
} from '@/lib/steering/indicators/model'
import { findIndicators } from '@/lib/steering/indicators/queries'
import { type Fulfilment, fulfilmentOf } from '@/lib/steering/targets/model'
import { viewerOfAccount } from '@/prisma/seed/viewers'
import { useDemoCopy } from '@/tests/seed/demo-copy'

let letGo: () => Promise<void>
let project: ProjectHeader

async function knownTo(account: string): Promise<KnownIndicators> {
  return findIndicators(await viewerOfAccount(account), project)
}

beforeAll(async () => {
  letGo = await useDemoCopy()
  const found = await findProject(await viewerOfAccount('johtaja@kainuu.example'), 'kkk2')
  if (!found) throw new Error('the demo has no kkk2')
  project = found
}, 120_000)
afterAll(() => letGo())

describe('who knows which indicators', () => {
  it.each(['johtaja@kanta-hame.example', 'katselija@kansallinen.example'])('%s: none', async (account) => {
    expect((await knownTo(account)).rows).toEqual([])
  })

  it.each(['ohjausryhma@kainuu.example', 'tarkastaja@kainuu.example'])(
    '%s: as they were published',
    async (account) => {
      const { rows, live, publication, cards } = await knownTo(account)
      expect({ live, period: publication?.periodKey }).toEqual({ live: false, period: '2025-Q3' })
      expect(rows.length).toBeGreaterThan(100)
      const shown = rows.flatMap(({ measurements }) => measurements.map(({ id }) => id))
      expect(shown.filter((id) => !cards.has(id))).toEqual([])
    },
  )

  it.each(['koordinaattori1@kainuu.example', 'johtaja@kainuu.example', 'talous@kainuu.example'])(
    '%s: as they are',
    async (account) => {
      const { rows, live, cards } = await knownTo(account)
      expect(live).toBe(true)
      expect(rows).toHaveLength(189)
      // What was approved after the publication has no card yet, and most has.
      expect(cards.size).toBeGreaterThan(100)
    },
  )
})

describe('the list', () => {
  it('stands where its targets say, and never reached without a value', async () => {
    const { rows } = await knownTo('johtaja@kainuu.example')
    const counts = Object.fromEntries(
      standings.map((one) => [one, rows.filter((row) => standingOf(row) === one).length]),
    )
    console.log('indicators by standing:', JSON.stringify(counts))
    expect(
      rows.filter((row) => standingOf(row) === 'reached' && row.measurements.every(({ role }) => role !== 'actual')),
    ).toEqual([])
    expect(counts.no_value).toBeGreaterThan(0)
  })

  it('agrees with the cards of the newest publication on what reaches its target', async () => {
    const { rows } = await knownTo('ohjausryhma@kainuu.example')
    const national = rows.filter(({ scope }) => scope === 'national')
    expect(national.length).toBeGreaterThanOrEqual(6)
    const card: Record<Standing, readonly Fulfilment[]> = {
      reached: ['reached'],
      on_the_way: ['not_yet'],
      missed: ['not_yet', 'not_reached'],
      behind: ['not_yet', 'not_reached'],
      cannot_say: ['cannot_say'],
      no_target: ['cannot_say'],
      no_value: ['cannot_say'],
    }
    const told = national.map((row) => {
      const final = row.targets
        .filter(({ role, superseded }) => role === 'final' && superseded === null)
        .map((target) => ({ target, judgements: row.judgements.filter(({ targetId }) => targetId === target.id) }))
      return { name: row.name, list: standingOf(row), card: fulfilmentOf(final, '2025-09-30') }
    })
    expect(told.filter((one) => !card[one.list].includes(one.card))).toEqual([])
    expect(told.filter((one) => one.card === 'not_yet').length).toBeGreaterThan(0)
  })

  it('keeps its filter in the address', async () => {
    const { rows } = await knownTo('johtaja@kainuu.example')
    const filter = readIndicatorFilter({ scope: 'national', standing: 'reached', unit: '', text: ' HOITO ' })
    expect(readIndicatorFilter(Object.fromEntries(new URLSearchParams(indicatorQuery(filter))))).toEqual(filter)
    expect(
      filterIndicators(rows, readIndicatorFilter({ scope: 'national' })).every(({ scope }) => scope === 'national'),
    ).toBe(true)
    expect(filterIndicators(rows, readIndicatorFilter({ text: 'ei tällaista ole' }))).toEqual([])
    expect(readIndicatorFilter({ standing: 'nonsense', scope: 'x' })).toEqual({
      scope: '',
      unit: '',
      standing: '',
      text: '',
    })
  })

  it('warns of what looks wrong in a real project', async () => {
    const { rows } = await knownTo('johtaja@kainuu.example')
    const period = project.periods.findLast(({ state }) => state === 'published')
    const told = rows.flatMap((row) =>
      warningsOf({ ...row, newestPeriod: period ?? null }).map(({ rule }) => `${rule}: ${row.name}`),
    )
    console.log(`warnings: ${told.length}\n${told.join('\n')}`)
    expect(told.length).toBeLessThan(rows.length / 2)
  })
})
