import { afterAll, describe, expect, it } from 'vitest'
import { GET } from '@/app/api/health/route'
import { systemViewer } from '@/lib/access/viewer'
import { readHealth } from '@/lib/health/queries'
import { disconnect } from '@/lib/platform/db'
import { env } from '@/lib/platform/env'
import { scannerPlace } from '@/lib/platform/scanner-settings'
import { makePersonIn, makeRound } from '../support/builders/round'
import { startClamdStandIn } from '../support/clamd-stand-in'

afterAll(disconnect)

describe('health', () => {
  it('is for administrators and the operator, with the mails of their own county', async () => {
    const round = await makeRound()
    for (const viewer of [round.coordinator, round.director, round.auditor]) expect(await readHealth(viewer)).toBe(null)
    const admin = await makePersonIn(round, 'admin')
    expect(await readHealth(admin)).toMatchObject({
      database: { up: true, bytes: expect.any(Number) },
      migrations: { broken: 0 },
      queue: { waiting: 0, failed: 0 },
      audit: { rows: expect.any(Number) },
    })
    expect(await readHealth(systemViewer('operator'))).toMatchObject({ database: { up: true }, audit: null })
  })

  it('tells whether the scanner of files answers', async () => {
    const operator = systemViewer('operator')
    expect(await readHealth(operator)).toMatchObject({ scanner: null })
    const standIn = await startClamdStandIn()
    Object.assign(env(), { scanner: scannerPlace(standIn.address) })
    expect(await readHealth(operator)).toMatchObject({ scanner: { answers: true } })
    await standIn.stop()
    expect(await readHealth(operator)).toMatchObject({ scanner: { answers: false } })
    Object.assign(env(), { scanner: null })
  })

  it('tells strangers up or down and nothing else, and breaks on nothing', async () => {
    const up = await GET()
    expect([up.status, await up.json()]).toEqual([200, { status: 'up' }])
    const { databaseAppUrl, dataDir } = env()
    await disconnect()
    Object.assign(env(), { databaseAppUrl: 'postgresql://nobody@127.0.0.1:1/none', dataDir: '/nowhere/at/all' })
    const down = await GET()
    expect([down.status, await down.json()]).toEqual([503, { status: 'down' }])
    expect(await readHealth(systemViewer('operator'))).toMatchObject({
      database: { up: false },
      queue: null,
      disk: null,
    })
    await disconnect()
    Object.assign(env(), { databaseAppUrl, dataDir })
  })
})
