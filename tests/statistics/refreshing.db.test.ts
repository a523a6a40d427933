// Refreshing from a stand-in of Sotkanet into a real database.
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { asViewer, systemViewer } from '@/lib/access/viewer'
import { setClock } from '@/lib/platform/clock'
import { follow } from '@/lib/statistics/following/commands'
import { findFollowed } from '@/lib/statistics/queries'
import { keepSeries, refreshCatalogues, refreshFollowed } from '@/lib/statistics/refreshing/commands'
import { searchStatistics } from '@/lib/statistics/search/queries'
import { findStatisticsState, servicesOn } from '@/lib/statistics/state/queries'
import { makePersonIn, makeRound, type Round } from '../support/builders/round'
import { type HttpStandIn, startHttpStandIn } from '../support/http-stand-in'
import { answer, sent } from './answers'

let service: HttpStandIn
let round: Round
let indicatorId: string
const system = systemViewer('operator')
const json = (name: string) => ({ json: answer(name) })

beforeAll(async () => {
  service = await startHttpStandIn()
  process.env.SOTKANET_URL = service.address
  process.env.PXWEB_URL = service.address
  process.env.THL_PIVOT_URL = service.address
  process.env.STATISTICS = 'sotkanet'
})
afterAll(() => service.stop())
afterEach(() => setClock(null))

const good = {
  '/indicators': json('sotkanet-indicators'),
  '/regions': json('sotkanet-regions'),
  '/indicators/9001': json('sotkanet-indicator'),
  '/json': json('sotkanet-rows'),
}
const day = (date: string, time = '10:00') => setClock(new Date(`${date}T${time}:00+02:00`))
const refresh = () => refreshFollowed(system, { pause: 0 })
const seen = async () => (await findFollowed(round.director, indicatorId))?.series[0]
const countOf = (series: { figures: readonly unknown[] } | undefined) => series?.figures.length

beforeEach(async () => {
  process.env.STATISTICS = 'sotkanet'
  round = await makeRound()
  indicatorId = round.unit.shareId
  await asViewer(system, async (tx) => {
    await tx.indicatorSeries.deleteMany({})
    await tx.statisticsSeries.deleteMany({})
    await tx.statisticsCatalogueEntry.deleteMany({})
    await tx.statisticsRegion.deleteMany({})
  })
  service.replies = { ...good }
  service.asked.length = 0
  day('2026-11-20')
  expect((await refreshCatalogues(system)).ok).toBe(true)
  const followed = await follow(round.director, { indicatorId, service: 'sotkanet', code: '9001', choices: {} })
  expect(followed.ok).toBe(true)
  service.asked.length = 0
})

describe('who may not', () => {
  it('nobody but the product itself, for all counties at once', async () => {
    const admin = await makePersonIn(round, 'admin')
    for (const person of [round.director, round.steering, round.otherCounty, admin]) {
      expect(await refreshFollowed(person)).toEqual({ ok: false, reason: 'NOT_ALLOWED' })
      expect(await refreshCatalogues(person)).toEqual({ ok: false, reason: 'NOT_ALLOWED' })
    }
    expect(service.asked).toEqual([])
  })

  it('a person cannot write the shared tables, even without our rules', async () => {
    const write = (work: Parameters<typeof asViewer>[1]) => asViewer(round.director, work)
    await expect(
      write((tx) => tx.statisticsSeries.create({ data: { service: 'sotkanet', code: 'x', titleFi: 'x' } })),
    ).rejects.toThrow(/row-level security/)
    expect(await write((tx) => tx.statisticsSeries.updateMany({ data: { titleFi: 'oma' } }))).toEqual({ count: 0 })
    expect(await write((tx) => tx.statisticsRegion.deleteMany({}))).toEqual({ count: 0 })
  })

  it('how the services stand is for administrators', async () => {
    expect(await findStatisticsState(round.director)).toBeNull()
    const state = await findStatisticsState(await makePersonIn(round, 'admin'))
    expect(state).toMatchObject({ counties: 23, schedule: false, own: null })
    expect(state?.services).toMatchObject([
      { service: 'sotkanet', isOn: true, entries: 3, series: { waiting: 1, current: 0 } },
      { service: 'thl_pivot', isOn: false, entries: 0 },
      { service: 'pxweb', isOn: false, entries: 0 },
    ])
  })
})

describe('the catalogue', () => {
  it('is asked for once a day, and searched in three languages or by number', async () => {
    await refreshCatalogues(system)
    expect(service.asked).toEqual([])
    const titles = async (text: string) =>
      (await searchStatistics(round.director, { text })).found.map(({ code }) => code)
    expect(await titles('kiireettömän')).toEqual(['9001'])
    expect(await titles('ICKE-BRÅDSKANDE dygn')).toEqual(['9001'])
    expect(await titles('unemployed')).toEqual(['9003'])
    expect(await titles('9002')).toEqual(['9002'])
    expect(await titles('%')).toEqual(['9001', '9003'])
    expect(await titles('_')).toEqual([])
    expect(await searchStatistics(round.director, { text: '' })).toEqual({ found: [], total: 0, catalogued: true })
  })

  it('stays as it was when the new one cannot be read, or the areas are not 23', async () => {
    day('2026-11-21')
    service.replies['/indicators'] = { text: '<html>', type: 'text/html' }
    expect(await refreshCatalogues(system)).toMatchObject({
      value: [{ service: 'sotkanet', entries: null, problem: 'NOT_JSON <html>' }],
    })
    service.replies['/regions'] = json('sotkanet-regions-22')
    expect(await refreshCatalogues(system)).toMatchObject({ value: [{ problem: 'REGIONS 22' }] })
    expect((await searchStatistics(round.director, { text: 'käynnit' })).total).toBe(1)
    const areas = (await findFollowed(round.director, indicatorId))?.areas
    expect(areas?.counties).toHaveLength(23)
  })
})

describe('a followed series', () => {
  it('is waiting until it is refreshed, and then holds everything that is told of it', async () => {
    expect(await seen()).toMatchObject({ state: 'waiting', figures: [], retrievedAt: null })
    expect(await refresh()).toMatchObject({ value: [{ code: '9001', state: 'current', figures: 46, problem: null }] })
    expect(await seen()).toMatchObject({
      state: 'current',
      unit: 'Prosentti',
      decimals: 1,
      producer: 'Terveyden ja hyvinvoinnin laitos (THL)',
      licence: 'CC BY 4.0',
      dataUpdatedOn: '2026-03-02',
      retrievedAt: new Date('2026-11-20T08:00:00Z'),
    })
  })

  it('is asked for once a day, however it went and whoever asks', async () => {
    service.replies['/json'] = { status: 503 }
    await refresh()
    const asked = service.asked.length
    expect(asked).toBeGreaterThan(0)
    service.replies['/json'] = good['/json']
    expect(await refresh()).toEqual({ ok: true, value: [] })
    day('2026-11-20', '23:59')
    expect(await refreshFollowed(systemViewer('schedule'), { pause: 0 })).toEqual({ ok: true, value: [] })
    expect(service.asked).toHaveLength(asked)
    day('2026-11-21', '00:01')
    expect(await refresh()).toMatchObject({ value: [{ state: 'current' }] })
  })

  it('is asked for by one of several that work at once', async () => {
    const outcomes = await Promise.all([refresh(), refresh(), refresh()])
    const all = outcomes.flatMap((one) => (one.ok ? one.value : []))
    expect(all).toHaveLength(1)
    expect(service.asked.filter(({ path }) => path.startsWith('/json'))).toHaveLength(1)
  })

  it.each([
    ['a fault of the server', '/json', { status: 503 }, 'BROKEN HTTP 503'],
    ['a page instead of data', '/json', { text: '<html>Huolto', type: 'text/html' }, 'NOT_JSON <html>Huolto'],
    ['a value of another kind', '/json', json('sotkanet-rows-text-value'), 'SHAPE 0.value'],
    ['no figures at all', '/json', json('sotkanet-rows-empty'), 'EMPTY'],
    ['a county less', '/regions', json('sotkanet-regions-22'), 'REGIONS 22'],
    ['another shape', '/indicators/9001', { json: { virhe: 'x' } }, 'SHAPE id'],
  ])('keeps its figures and says so after %s', async (_name, path, reply, problem) => {
    await refresh()
    const before = await seen()
    day('2026-11-21')
    service.replies[path] = reply
    await refresh()
    const after = await seen()
    expect(after).toMatchObject({ state: 'stale', problem, retrievedAt: before?.retrievedAt })
    expect(after?.triedAt).toEqual(new Date('2026-11-21T08:00:00Z'))
    expect(after?.figures).toEqual(before?.figures)
  })

  it('that the service no longer knows is missing, its figures stay, and it can come back', async () => {
    await refresh()
    day('2026-11-21')
    service.replies['/indicators/9001'] = { status: 404 }
    await refresh()
    expect(await seen()).toMatchObject({ state: 'missing', problem: 'GONE HTTP 404' })
    expect(countOf(await seen())).toBe(46)
    day('2026-11-22')
    service.replies['/indicators/9001'] = good['/indicators/9001']
    await refresh()
    expect(await seen()).toMatchObject({ state: 'current', problem: null })
  })

  it('never becomes half of the old and half of the new', async () => {
    await refresh()
    const before = await seen()
    day('2026-11-21')
    // The figures can be stored, but not what is told of the series beside them.
    const about = answer('sotkanet-indicator') as object
    service.replies['/indicators/9001'] = { json: { ...about, decimals: 3_000_000_000 } }
    service.replies['/json'] = json('sotkanet-rows-by-sex')
    expect(await refresh()).toMatchObject({ value: [{ state: 'stale', problem: 'SHAPE unexpected' }] })
    expect((await seen())?.figures).toEqual(before?.figures)
    expect((await seen())?.decimals).toBe(1)
  })

  it('means the same county after the service has given it another number', async () => {
    await refresh()
    const own = async () => (await seen())?.figures.find((one) => one.regionCode === '21' && one.timeCode === '2024')
    const before = (await own())?.number
    day('2026-11-21')
    service.replies['/regions'] = json('sotkanet-regions-renumbered')
    service.replies['/json'] = json('sotkanet-rows-renumbered')
    await refresh()
    expect(before).toBeDefined()
    expect((await own())?.number).toBe(before)
  })

  it('that nobody follows is left in peace, unless it is named', async () => {
    await asViewer(system, (tx) => tx.indicatorSeries.deleteMany({}))
    expect(await refresh()).toEqual({ ok: true, value: [] })
    const kept = await keepSeries(system, { service: 'sotkanet', code: '9001', choices: {} })
    expect(await refreshFollowed(system, { id: kept?.id ?? '', pause: 0 })).toMatchObject({ value: [{ figures: 46 }] })
  })

  it('stops between two series when the server is told to stop', async () => {
    expect(await refreshFollowed(system, { pause: 0, stopping: () => true })).toEqual({ ok: true, value: [] })
    expect(await seen()).toMatchObject({ triedAt: null })
  })
})

describe('services that are off', () => {
  it('are never asked, and what there is stays readable', async () => {
    await refresh()
    day('2026-11-21')
    service.asked.length = 0
    process.env.STATISTICS = ''
    expect(servicesOn()).toEqual([])
    expect(await refresh()).toEqual({ ok: true, value: [] })
    expect(await refreshCatalogues(system)).toEqual({ ok: true, value: [] })
    process.env.STATISTICS = 'sotkanet'
    expect(service.asked).toEqual([])
    expect(countOf(await seen())).toBe(46)
  })
})

describe('the other services', () => {
  it('know the counties by the names that Sotkanet gave', async () => {
    process.env.STATISTICS = 'thl_pivot,pxweb'
    service.replies['/fi/aihe/kuutio/fact_kuutio.dimensions.json'] = { text: sent('thl-dimensions') }
    service.replies['/fi/aihe/kuutio/fact_kuutio.json'] = json('thl-cube')
    service.replies['/fi/StatFin/'] = json('pxweb-tables')
    service.replies['/fi/StatFin/vaerak/11ra.px'] = ({ method }) =>
      json(method === 'POST' ? 'pxweb-cube' : 'pxweb-table')
    await refreshCatalogues(system)
    const cube = { service: 'thl_pivot' as const, code: 'aihe/kuutio', choices: { measure: '444833' } }
    const kept = await keepSeries(system, cube)
    expect(await keepSeries(system, cube)).toEqual(kept)
    expect(await keepSeries(system, { service: 'pxweb', code: 'StatFin/ei/ole.px', choices: {} })).toBeNull()
    await follow(round.director, { indicatorId, seriesId: kept?.id ?? '' })
    await follow(round.director, { indicatorId, service: 'pxweb', code: 'StatFin/vaerak/11ra.px', choices: {} })
    expect(await refresh()).toMatchObject({
      value: [
        { service: 'thl_pivot', state: 'current', figures: 48, title: 'Hoitoonpääsy' },
        { service: 'pxweb', state: 'current', figures: 48 },
      ],
    })
    const { found } = await searchStatistics(round.director, { text: 'hoitoonpääsy' })
    expect(found).toMatchObject([{ service: 'thl_pivot', choices: 'measure=444833', seriesId: kept?.id }])
  })

  it('wait for the areas', async () => {
    process.env.STATISTICS = 'thl_pivot'
    await asViewer(system, (tx) => tx.statisticsRegion.deleteMany({}))
    const kept = await keepSeries(system, { service: 'thl_pivot', code: 'aihe/toinen', choices: {} })
    expect(await refreshFollowed(system, { id: kept?.id ?? '', pause: 0 })).toMatchObject({
      value: [{ state: 'waiting', problem: 'NO_REGIONS' }],
    })
  })
})
