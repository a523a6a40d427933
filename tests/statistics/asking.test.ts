// How a service is asked: against a stand-in on the loopback that fails in every way a server can.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { version } from '@/lib/platform/version'
import { askService } from '@/lib/statistics/asking/client'
import { pxwebCatalogue, pxwebSeries } from '@/lib/statistics/pxweb/client'
import { sotkanetCatalogue, sotkanetRegions, sotkanetSeries } from '@/lib/statistics/sotkanet/client'
import { thlPivotSeries } from '@/lib/statistics/thl-pivot/client'
import { type HttpStandIn, startHttpStandIn } from '../support/http-stand-in'
import { answer, sent } from './answers'

let service: HttpStandIn
let other: HttpStandIn
beforeAll(async () => {
  other = await startHttpStandIn({ '/data': { json: [] } })
  service = await startHttpStandIn({
    '/good': { json: { a: 1 } },
    '/packed': { json: { a: 2 }, gzip: true },
    '/bomb': { json: 'x'.repeat(3_000_000), gzip: true },
    '/page': { text: '<!doctype html><title>Huoltokatko</title>', type: 'text/html' },
    '/gone': { status: 404 },
    '/closed': { status: 403 },
    '/broken': { status: 500 },
    '/stall': 'stall',
    '/pour': 'pour',
    '/hang-up': 'hang-up',
    '/moved': { status: 301, location: '/good' },
    '/loop': { status: 302, location: '/loop' },
    '/away': { status: 302, location: `${other.address}/data` },
    '/nowhere': { status: 302 },
    '/bom': { text: '\uFEFF{"a":3}' },
  })
})
afterAll(async () => {
  await service.stop()
  await other.stop()
})

const ask = (path: string, more: object = {}) =>
  askService({ base: service.address, path, patience: 400, bytes: 1_000_000, ...more })

describe('a service that answers', () => {
  it('is asked under the name of the product, and its packed answers are read', async () => {
    expect(await ask('/good')).toEqual({ ok: true, value: { a: 1 } })
    expect(await ask('/packed')).toEqual({ ok: true, value: { a: 2 } })
    expect(await ask('/bom')).toEqual({ ok: true, value: { a: 3 } })
    expect(service.asked.at(-1)?.agent).toMatch(new RegExp(`^Etappi/${version.replaceAll('.', '\\.')} \\(\\+http`))
  })

  it('may lead on within itself', async () => {
    expect(await ask('/moved')).toEqual({ ok: true, value: { a: 1 } })
  })
})

describe('a service that fails', () => {
  it.each([
    ['/gone', 'GONE', 'HTTP 404'],
    ['/closed', 'REFUSED', 'HTTP 403'],
    ['/broken', 'BROKEN', 'HTTP 500'],
    ['/stall', 'TIMED_OUT', null],
    ['/pour', 'TOO_LARGE', null],
    ['/bomb', 'TOO_LARGE', null],
    ['/hang-up', 'UNREACHABLE', null],
    ['/page', 'NOT_JSON', '<!doctype html><title>Huoltokatko</title'],
    ['/loop', 'REDIRECTED_AWAY', 'loop'],
    ['/nowhere', 'REDIRECTED_AWAY', '302'],
  ])('%s is told as %s', async (path, reason, detail) => {
    expect(await ask(path)).toEqual({ ok: false, reason, detail })
  })

  it('is never followed to another server, and a question with a body is never sent on', async () => {
    expect(await ask('/away')).toMatchObject({ reason: 'REDIRECTED_AWAY' })
    expect(await ask('/moved', { body: {} })).toMatchObject({ reason: 'REDIRECTED_AWAY' })
    expect(other.asked).toEqual([])
  })

  it('may not be there at all', async () => {
    const closed = await startHttpStandIn()
    await closed.stop()
    expect(await askService({ base: closed.address, path: '/', patience: 400 })).toMatchObject({
      reason: 'UNREACHABLE',
    })
  })
})

describe('the three services', () => {
  const regions = async () => {
    const read = await sotkanetRegions(service.address)
    return read.ok ? read.value : []
  }
  const json = (name: string) => ({ json: answer(name) })

  it('Sotkanet gives its catalogue, its areas and the figures of an indicator', async () => {
    service.replies['/indicators'] = json('sotkanet-indicators')
    service.replies['/regions'] = json('sotkanet-regions')
    service.replies['/indicators/9001'] = json('sotkanet-indicator')
    service.replies['/json'] = json('sotkanet-rows')
    expect(await sotkanetCatalogue(service.address)).toMatchObject({ ok: true, value: { length: 3 } })
    const areas = await regions()
    const series = await sotkanetSeries(service.address, { code: '9001', choices: {} }, areas)
    expect(series).toMatchObject({ ok: true, value: { unit: 'Prosentti', decimals: 1, figures: { length: 46 } } })
  })

  it('Sotkanet is asked for the sexes when it gives nothing for both together, and only then', async () => {
    service.replies['/json'] = ({ path }) =>
      json(path.includes('genders=total') ? 'sotkanet-rows-empty' : 'sotkanet-rows-by-sex')
    const areas = await regions()
    const series = await sotkanetSeries(service.address, { code: '9001', choices: {} }, areas)
    expect(series).toMatchObject({ ok: true, value: { figures: { length: 46 } } })
    const asked = service.asked.at(-1)?.path
    expect(asked).toContain('genders=male&genders=female')
    const women = await sotkanetSeries(service.address, { code: '9001', choices: { gender: 'total' } }, areas)
    expect(women).toMatchObject({ ok: false, reason: 'EMPTY' })
  })

  it('Sotkanet without its 23 counties gives nothing', async () => {
    service.replies['/regions'] = json('sotkanet-regions-22')
    expect(await sotkanetRegions(service.address)).toEqual({ ok: false, reason: 'REGIONS', detail: '22' })
    service.replies['/regions'] = json('sotkanet-regions')
  })

  it('THL gives a cube by the dimensions that it tells first', async () => {
    service.replies['/fi/aihe/kuutio/fact_kuutio.dimensions.json'] = { text: sent('thl-dimensions') }
    service.replies['/fi/aihe/kuutio/fact_kuutio.json'] = json('thl-cube')
    const asked = { code: 'aihe/kuutio', choices: { measure: 'Osuus, %' } }
    const series = await thlPivotSeries(service.address, asked, await regions())
    expect(series).toMatchObject({ ok: true, value: { titleFi: 'Hoitoonpääsy', unit: 'Osuus, %' } })
    const gone = await thlPivotSeries(service.address, { code: 'aihe/muu', choices: {} }, await regions())
    expect(gone).toMatchObject({ ok: false, reason: 'GONE' })
  })

  it('Statistics Finland is asked with what its table tells of itself', async () => {
    const path = '/fi/StatFin/vaerak/11ra.px'
    service.replies[path] = ({ method }) => json(method === 'POST' ? 'pxweb-cube' : 'pxweb-table')
    service.replies['/fi/StatFin/?query=*&filter=*'] = json('pxweb-tables')
    expect(await pxwebCatalogue(service.address)).toMatchObject({ ok: true, value: { length: 2 } })
    const series = await pxwebSeries(service.address, { code: 'StatFin/vaerak/11ra.px', choices: {} }, await regions())
    expect(series).toMatchObject({
      ok: true,
      value: { unit: 'lukumäärä', decimals: 0, dataUpdatedOn: '2026-04-24', figures: { length: 48 } },
    })
    const { body } = service.asked.filter(({ method }) => method === 'POST').at(-1) ?? { body: '{}' }
    expect(JSON.parse(body).response).toEqual({ format: 'json-stat2' })
    service.replies[path] = ({ method }) => (method === 'POST' ? { status: 403 } : json('pxweb-table'))
    const refused = await pxwebSeries(service.address, { code: 'StatFin/vaerak/11ra.px', choices: {} }, await regions())
    expect(refused).toEqual({ ok: false, reason: 'REFUSED', detail: 'HTTP 403' })
  })
})
