// What the running server does by itself: nothing about statistics unless it has been switched on.
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { keepDoingDueWork } from '@/app/schedule'
import { asViewer, systemViewer } from '@/lib/access/viewer'
import { follow } from '@/lib/statistics/following/commands'
import { makeRound, type Round } from '../support/builders/round'
import { type HttpStandIn, startHttpStandIn } from '../support/http-stand-in'
import { answer } from './answers'

const json = (name: string) => ({ json: answer(name) })
let service: HttpStandIn
let round: Round

beforeAll(async () => {
  service = await startHttpStandIn({
    '/regions': json('sotkanet-regions'),
    '/indicators/9001': json('sotkanet-indicator'),
    '/json': json('sotkanet-rows'),
  })
  process.env.SOTKANET_URL = service.address
  round = await makeRound()
  await asViewer(systemViewer('operator'), (tx) =>
    tx.statisticsCatalogueEntry.create({
      data: { service: 'sotkanet', code: '9001', titleFi: 'Käynnit', retrievedAt: new Date() },
    }),
  )
  await follow(round.director, { indicatorId: round.unit.shareId, service: 'sotkanet', code: '9001', choices: {} })
})
afterAll(() => service.stop())
afterEach(() => {
  vi.useRealTimers()
  process.emit('SIGTERM')
})

const state = async () => {
  const series = await asViewer(systemViewer('operator'), (tx) => tx.statisticsSeries.findFirst({}))
  return series?.state
}

/** Lets the server's first turn come; the database and the stand-in keep their own time. */
async function firstTurn(): Promise<void> {
  vi.useFakeTimers({ toFake: ['setTimeout', 'setInterval'] })
  keepDoingDueWork()
  vi.advanceTimersByTime(25_000)
  vi.useRealTimers()
}

describe('the schedule', () => {
  it.each([
    { STATISTICS: 'sotkanet', STATISTICS_SCHEDULE: 'off' },
    { STATISTICS: '', STATISTICS_SCHEDULE: 'on' },
    { STATISTICS: 'sotkanet', STATISTICS_SCHEDULE: 'on', SCHEDULE: 'off' },
  ])('asks nobody with %o', async (settings) => {
    Object.assign(process.env, { SCHEDULE: 'on', ...settings })
    await firstTurn()
    await new Promise((resolve) => setTimeout(resolve, 500))
    expect(service.asked).toEqual([])
    expect(await state()).toBe('waiting')
  })

  it('refreshes what is followed once it has been switched on', async () => {
    Object.assign(process.env, { SCHEDULE: 'on', STATISTICS: 'sotkanet', STATISTICS_SCHEDULE: 'on' })
    await firstTurn()
    await vi.waitFor(async () => expect(await state()).toBe('current'), { timeout: 10_000 })
  })
})
