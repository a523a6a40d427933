// Choosing on the screen what of a statistic is followed: what is offered, what is refused, and that nothing is asked when off.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { asViewer, systemViewer } from '@/lib/access/viewer'
import { follow } from '@/lib/statistics/following/commands'
import { findOptions } from '@/lib/statistics/options/queries'
import { findFollowed } from '@/lib/statistics/queries'
import { refreshCatalogues } from '@/lib/statistics/refreshing/commands'
import { followSchema, optionsSchema } from '@/lib/statistics/schema'
import { makeRound, type Round } from '../support/builders/round'
import { type HttpStandIn, startHttpStandIn } from '../support/http-stand-in'
import { answer, sent } from './answers'

let service: HttpStandIn
let round: Round
let indicatorId: string
const system = systemViewer('operator')
const table = { service: 'pxweb' as const, code: 'StatFin/vaerak/11ra.px' }
const cube = { service: 'thl_pivot' as const, code: 'aihe/kuutio' }
const json = (name: string) => ({ json: answer(name) })

beforeAll(async () => {
  service = await startHttpStandIn()
  for (const name of ['SOTKANET_URL', 'PXWEB_URL', 'THL_PIVOT_URL']) process.env[name] = service.address
  process.env.STATISTICS = 'sotkanet,thl_pivot,pxweb'
  service.replies = {
    '/indicators': json('sotkanet-indicators'),
    '/regions': json('sotkanet-regions'),
    '/fi/StatFin/': json('pxweb-tables'),
    '/fi/StatFin/vaerak/11ra.px': json('pxweb-table'),
    '/fi/aihe/kuutio/fact_kuutio.dimensions.json': { text: sent('thl-dimensions') },
  }
  await asViewer(system, async (tx) => {
    await tx.statisticsCatalogueEntry.deleteMany({})
    await tx.statisticsRegion.deleteMany({})
  })
  expect((await refreshCatalogues(system)).ok).toBe(true)
})
afterAll(() => service.stop())

beforeEach(async () => {
  process.env.STATISTICS = 'sotkanet,thl_pivot,pxweb'
  round = await makeRound()
  indicatorId = round.unit.shareId
  service.asked.length = 0
})

const followed = async () =>
  (await findFollowed(round.director, indicatorId))?.series.map(({ code, choices }) => [code, choices])

describe('what can be chosen', () => {
  it('is the sexes of Sotkanet, which nobody is asked for', async () => {
    const options = await findOptions(round.director, { service: 'sotkanet', code: '9001' })
    expect(options).toMatchObject({
      value: { dimensions: [{ name: 'gender', values: [{ value: 'male' }, { value: 'female' }] }] },
    })
    expect(service.asked).toEqual([])
  })

  it('is every dimension of a table but areas and times, asked of the service once', async () => {
    const first = await findOptions(round.director, table)
    expect(first).toMatchObject({
      value: {
        dimensions: [
          { name: 'sukupuoli_1', label: 'Sukupuoli', needed: false },
          { name: 'contentscode', needed: true, values: [{ label: 'Väkiluku' }, { label: 'Osuus, %' }] },
        ],
      },
    })
    expect(await findOptions(round.director, table)).toEqual(first)
    expect(service.asked).toHaveLength(1)
  })

  it('is every dimension of a cube, its categories set in below each other', async () => {
    const options = await findOptions(round.director, cube)
    const measure = options.ok ? options.value.dimensions.find(({ name }) => name === 'measure') : null
    expect(measure?.values.map(({ value }) => value)).toContain('444833')
  })

  it.each([
    ['a table that the catalogue does not have', { ...table, code: 'StatFin/ei/ole.px' }, 'GONE'],
    ['an address for a cube', { ...cube, code: '../../etc/passwd' }, 'GONE'],
    ['a cube that the service does not know', { ...cube, code: 'aihe/toinen' }, 'GONE'],
    ['an indicator that Sotkanet does not have', { service: 'sotkanet' as const, code: '404' }, 'GONE'],
  ])('is nothing of %s', async (_, wanted, reason) => {
    expect(await findOptions(round.director, wanted)).toMatchObject({ ok: false, reason })
  })

  it('is not asked of a service that is off', async () => {
    process.env.STATISTICS = ''
    expect(await findOptions(round.director, { ...cube, code: 'aihe/kolmas' })).toMatchObject({
      ok: false,
      reason: 'OFF',
    })
    const wanted = { ...cube, code: 'aihe/kolmas', choices: { measure: '444833' } }
    expect(await follow(round.director, { indicatorId, ...wanted })).toEqual({ ok: false, reason: 'NO_OPTIONS' })
    expect(service.asked).toEqual([])
  })
})

describe('following what was chosen', () => {
  it('keeps it with its choices, beside the whole', async () => {
    const sexes = { service: 'sotkanet' as const, code: '9001' }
    expect(await follow(round.director, { indicatorId, ...sexes, choices: {} })).toMatchObject({ ok: true })
    expect(await follow(round.director, { indicatorId, ...sexes, choices: { gender: 'female' } })).toMatchObject({
      ok: true,
    })
    expect(await follow(round.director, { indicatorId, ...cube, choices: { measure: '444833' } })).toMatchObject({
      ok: true,
    })
    expect(await followed()).toEqual([
      ['9001', {}],
      ['9001', { gender: 'female' }],
      ['aihe/kuutio', { measure: '444833' }],
    ])
  })

  it.each([
    ['sotkanet', '9001', { gender: 'kaikki' }, { 'of/gender': 'statistics.error.choice' }],
    ['thl_pivot', 'aihe/kuutio', { measure: '1' }, { 'of/measure': 'statistics.error.choice' }],
    ['pxweb', table.code, { Olematon: '1' }, { 'of/Olematon': 'statistics.error.choice' }],
  ] as const)('%s: is refused at the field when it is not there', async (name, code, choices, fields) => {
    const refused = await follow(round.director, { indicatorId, service: name, code, choices })
    expect(refused).toEqual({ ok: false, reason: 'INVALID', fields })
    expect(await followed()).toEqual([])
  })

  it('nobody has the service asked who may not follow', async () => {
    const wanted = { indicatorId, ...cube, code: 'aihe/neljas', choices: { measure: '1' } }
    expect(await follow(round.coordinator, wanted)).toEqual({ ok: false, reason: 'NOT_ALLOWED' })
    expect(await follow(round.otherCounty, wanted)).toEqual({ ok: false, reason: 'NOT_FOUND' })
    expect(service.asked).toEqual([])
  })

  it('is read from the fields of a form and from an address', () => {
    const place = { project: 'p', indicatorId, service: 'pxweb', code: 'a' }
    expect(followSchema.parse({ ...place, 'of/Ikä': ' 0-4 ', 'of/Sukupuoli': '', once: 'x' })).toEqual({
      ...{ ...place, choices: { Ikä: '0-4' } },
    })
    expect(optionsSchema.parse({ service: 'muu', code: ['a'] })).toEqual({ service: 'sotkanet', code: '' })
  })
})
