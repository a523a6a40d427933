// Trying the addresses of a project against stand-ins on the loopback.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { asViewer, inOrganisation } from '@/lib/access/viewer'
import { checkLinks } from '@/lib/toimintamallit/links/commands'
import { listLinkChecks } from '@/lib/toimintamallit/links/queries'
import { makeRound, type Round } from '../support/builders/round'
import { type HttpStandIn, startHttpStandIn } from '../support/http-stand-in'

let one: HttpStandIn
let other: HttpStandIn
let round: Round

beforeAll(async () => {
  one = await startHttpStandIn({
    '/ok': { text: 'sivu' },
    '/old': { status: 301, location: '/new' },
    '/new': { text: 'uusi' },
    '/slash': { status: 308, location: '/slash/' },
    '/slash/': { text: 'sama' },
    '/closed': { status: 403 },
    '/broken': { status: 500 },
    '/stall': 'stall',
    '/loop': { status: 302, location: '/loop' },
    '/mail': { status: 302, location: 'mailto:a@palvelin.example' },
    '/no-head': ({ method }) => (method === 'HEAD' ? { status: 405 } : { text: 'sivu' }),
    '/pour': 'pour',
  })
  other = await startHttpStandIn({ '/paper': { text: 'pöytäkirja' } })
})
afterAll(async () => {
  await one.stop()
  await other.stop()
})

const paths = ['ok', 'old', 'slash', 'closed', 'broken', 'stall', 'loop', 'mail', 'no-head', 'pour', 'missing']

beforeEach(async () => {
  process.env.LINK_CHECK = 'any'
  round = await makeRound()
  one.asked.length = 0
  other.asked.length = 0
  const { organisationId, projectId, unit } = round
  await asViewer(round.system, async (tx) => {
    await tx.toimintamalli.createMany({
      data: paths.map((path, sort) => ({
        organisationId,
        projectId,
        name: path,
        innokylaUrl: `${one.address}/${path}`,
        sort: sort + 1,
      })),
    })
    await tx.evidence.create({
      data: { organisationId, toimintamalliId: unit.modelId, label: 'Pöytäkirja', url: `${other.address}/paper` },
    })
    await tx.toimintamalliAddress.create({
      data: { organisationId, toimintamalliId: unit.modelId, place: 'table', url: 'javascript:alert(1)', sort: 0 },
    })
  })
})

const check = (who = round.system, more: object = {}) =>
  checkLinks(who, { projectKey: round.projectKey, pause: 20, patience: 400, ...more })
const outcomes = async () =>
  Object.fromEntries(
    (await listLinkChecks(round.steering, round.projectId)).map(({ url, outcome }) => [
      url.replace(/^http:\/\/[^/]+\//, ''),
      outcome,
    ]),
  )

describe('who may not', () => {
  it('nobody but the operator, nothing while it is off, and nothing of a project that is not there', async () => {
    for (const person of [round.director, round.steering, round.otherCounty]) {
      expect(await check(person)).toEqual({ ok: false, reason: 'NOT_ALLOWED' })
    }
    process.env.LINK_CHECK = ''
    expect(await check()).toEqual({ ok: false, reason: 'OFF' })
    process.env.LINK_CHECK = 'public'
    expect(await check(round.system, { projectKey: 'ei-ole' })).toEqual({ ok: false, reason: 'NOT_FOUND' })
    expect([...one.asked, ...other.asked]).toEqual([])
  })

  it('another county does not see what became of the addresses', async () => {
    await check()
    expect(await listLinkChecks(round.otherCounty, round.projectId)).toEqual([])
    expect((await listLinkChecks(round.director, round.projectId)).length).toBeGreaterThan(0)
  })
})

describe('trying the addresses', () => {
  it('tells of each what became of it', async () => {
    expect(await check()).toMatchObject({ ok: true, value: { length: paths.length + 1 } })
    expect(await outcomes()).toEqual({
      ok: 'ok',
      old: 'moved',
      slash: 'ok',
      closed: 'refused',
      broken: 'unreachable',
      stall: 'unreachable',
      loop: 'unreachable',
      mail: 'unreachable',
      'no-head': 'ok',
      pour: 'ok',
      missing: 'gone',
      paper: 'ok',
    })
    const [old] = (await listLinkChecks(round.steering, round.projectId)).filter(({ url }) => url.endsWith('/old'))
    expect(old).toMatchObject({ movedTo: `${one.address}/new`, status: 200 })
  })

  it('asks one server one question at a time, with a pause between, under its own name', async () => {
    await check()
    const times = one.asked.filter(({ path }) => ['/ok', '/old', '/slash'].includes(path)).map(({ at }) => at)
    expect(times).toHaveLength(3)
    // Timers may come a millisecond early.
    for (const [index, at] of times.entries()) if (index > 0) expect(at - (times[index - 1] ?? 0)).toBeGreaterThan(17)
    expect(one.asked.every(({ agent }) => agent.startsWith('Etappi/'))).toBe(true)
    expect(one.asked.filter(({ path }) => path === '/ok').map(({ method }) => method)).toEqual(['HEAD'])
    expect(one.asked.filter(({ path }) => path === '/no-head').map(({ method }) => method)).toEqual(['HEAD', 'GET'])
  })

  it('replaces what was known before, and an address that nobody uses is forgotten', async () => {
    await check()
    await asViewer(round.system, (tx) => tx.toimintamalli.deleteMany({ where: { name: { not: 'ok' } } }))
    await check()
    expect(await outcomes()).toEqual({ ok: 'ok' })
  })

  it('never asks an inner network unless that has been allowed', async () => {
    process.env.LINK_CHECK = 'public'
    expect(await check()).toMatchObject({ ok: true })
    expect([...one.asked, ...other.asked]).toEqual([])
    expect(new Set(Object.values(await outcomes()))).toEqual(new Set(['unreachable']))
  })

  it('works for an operator that is held to one county', async () => {
    expect(await check(inOrganisation(round.system, round.organisationId))).toMatchObject({ ok: true })
    const strange = await makeRound()
    expect(await check(inOrganisation(round.system, strange.organisationId))).toMatchObject({ reason: 'NOT_FOUND' })
  })
})
