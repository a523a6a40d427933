// The operator's commands about statistics and addresses, run as an operator would, against a stand-in of the services.
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { asViewer, systemViewer } from '@/lib/access/viewer'
import { follow } from '@/lib/statistics/following/commands'
import { makeRound, type Round } from '../support/builders/round'
import { commandLine, type Told } from '../support/command-line'
import { type HttpStandIn, startHttpStandIn } from '../support/http-stand-in'
import { answer } from './answers'

const dataDir = fs.mkdtempSync(path.join(os.tmpdir(), 'etappi-statistics-'))
const json = (name: string) => ({ json: answer(name) })
let service: HttpStandIn
let round: Round

beforeAll(async () => {
  service = await startHttpStandIn({
    '/indicators': json('sotkanet-indicators'),
    '/regions': json('sotkanet-regions'),
    '/indicators/9001': json('sotkanet-indicator'),
    '/json': json('sotkanet-rows'),
    '/fi/StatFin/': json('pxweb-tables'),
    '/malli': { text: 'sivu' },
  })
  round = await makeRound()
  await asViewer(systemViewer('operator'), (tx) =>
    tx.toimintamalli.updateMany({
      where: { projectId: round.projectId },
      data: { innokylaUrl: `${service.address}/malli` },
    }),
  )
})
afterAll(async () => {
  await service.stop()
  fs.rmSync(dataDir, { recursive: true })
})

const run = commandLine({ DATA_DIR: dataDir })
function etappi(args: string[], settings: Record<string, string> = {}): Promise<Told> {
  const on = { STATISTICS: 'sotkanet,pxweb', SOTKANET_URL: service.address, PXWEB_URL: service.address }
  return run(args, { ...on, LINK_CHECK: 'any', ...settings })
}

describe('etappi statistics', { timeout: 120_000 }, () => {
  it('asks nobody while nothing is on', async () => {
    for (const args of [
      ['statistics', 'catalogue'],
      ['statistics', 'refresh'],
    ]) {
      const { status, stderr } = await etappi(args, { STATISTICS: '' })
      expect(status).toBe(1)
      expect(stderr).toContain('(OFF)')
    }
    expect(service.asked).toEqual([])
  })

  it('says which commands there are when only the first word is given', async () => {
    const { status, stderr } = await etappi(['statistics'])
    expect(status).toBe(2)
    expect(stderr).toContain('Say which: statistics catalogue, statistics search, statistics add, statistics refresh')
  })

  it('retrieves the catalogue, searches it, and adds what can be followed', async () => {
    const catalogue = await etappi(['statistics', 'catalogue'])
    expect(catalogue.stdout).toContain('sotkanet: 3 series\npxweb: 2 series')
    const { stdout } = await etappi(['statistics', 'search', '--text', 'omaishoidon tuki'])
    expect(stdout).toMatch(/sotkanet +9002 +Omaishoidon tuki 75 vuotta täyttäneet\n1 found/)
    const table = ['--service', 'pxweb', '--code']
    const added = await etappi([
      'statistics',
      'add',
      ...table,
      'StatFin/vaerak/11ra.px',
      '--choices',
      'Tiedot=Väkiluku',
    ])
    expect(added.stdout).toContain('pxweb StatFin/vaerak/11ra.px Tiedot=Väkiluku')
    expect((await etappi(['statistics', 'add', ...table, 'StatFin/ei.px'])).stderr).toContain('(NOT_FOUND)')
    expect((await etappi(['statistics', 'search', '--text', 'x', '--service', 'kela'])).stderr).toContain(
      '(NO_SERVICE)',
    )
  })

  it('refreshes what is followed, once a day, and lists it', async () => {
    await follow(round.director, { indicatorId: round.unit.shareId, service: 'sotkanet', code: '9001', choices: {} })
    const { status, stdout } = await etappi(['statistics', 'refresh', '--json'])
    expect(status).toBe(0)
    expect(JSON.parse(stdout)).toMatchObject({ ok: true, data: [{ code: '9001', state: 'current', figures: 46 }] })
    expect((await etappi(['statistics', 'refresh'])).stdout).toContain('0 refreshed, 0 not')
    const listed = await etappi(['statistics', 'series', '--json'])
    expect(JSON.parse(listed.stdout).data).toMatchObject([
      { service: 'sotkanet', code: '9001', state: 'current', indicators: 1 },
      { service: 'pxweb', state: 'waiting', choices: 'Tiedot=Väkiluku', indicators: 0 },
    ])
  })
})

describe('etappi statistics county', { timeout: 120_000 }, () => {
  it('says which county an organisation is, and refuses one that is not there', async () => {
    const key = round.projectKey.replace(/^hanke-/, '')
    const args = ['statistics', 'county', '--organisation', key, '--code']
    expect((await etappi([...args, '21'])).stdout).toMatch(/: 21\n$/)
    expect((await etappi([...args, '99'])).stderr).toContain('(NO_SUCH)')
  })
})

describe('etappi check-links', { timeout: 120_000 }, () => {
  it('tries addresses only when that has been allowed', async () => {
    const args = ['check-links', '--project', round.projectKey]
    const off = await etappi(args, { LINK_CHECK: '' })
    expect([off.status, off.stderr]).toEqual([1, expect.stringContaining('(OFF)')])
    const { status, stdout, stderr } = await etappi(args)
    expect([status, stderr]).toEqual([0, ''])
    expect(stdout).toContain('1 ok, 0 moved, 0 gone, 0 refused, 0 unreachable')
  })
})
