// kill -9 of the web server and of PostgreSQL in turn, while saves are in flight. `npm run up` starts each again.
import { spawnSync } from 'node:child_process'
import { setTimeout as wait } from 'node:timers/promises'
import type { Installation } from '../product/installation.mts'
import type { Writers } from './writers.mts'

export type Kill = { of: 'app' | 'PostgreSQL'; processes: number; inFlight: number; hit: boolean; seconds: number }

/** Up ends itself when the web server has to be started again more than five times within a minute. */
const betweenAppKills = 13_000
const patience = 60_000

/** Ids of PostgreSQL's processes, the postmaster first. */
function family(postmaster: number): number[] {
  const list = spawnSync('ps', ['-A', '-o', 'pid=,ppid='], { encoding: 'utf8' }).stdout
  const pairs = list.split('\n').map((line) => line.trim().split(/\s+/).map(Number))
  return [postmaster, ...pairs.filter(([, parent]) => parent === postmaster).map(([pid]) => pid ?? 0)]
}

function killHard(pids: readonly number[]): void {
  for (const pid of pids) {
    try {
      if (pid > 1) process.kill(pid, 'SIGKILL')
    } catch {
      // gone already
    }
  }
}

const total = (writers: Writers): number => writers.acknowledged.reduce((sum, one) => sum + one, 0)

/** Waits until saves are being acknowledged again. @throws when that takes too long */
async function untilSaving(writers: Writers): Promise<void> {
  const enough = total(writers) + writers.acknowledged.length
  const limit = performance.now() + patience
  while (total(writers) < enough) {
    if (performance.now() > limit) throw new Error('nothing has been saved for a minute')
    await wait(20)
  }
}

/**
 * Lets the writers go on for a moment nobody chose. While the processes were looked up they stood still: what they had sent
 * was answered meanwhile and nothing new was on its way, so that a kill at once would meet nothing.
 */
async function untilSending(writers: Writers): Promise<void> {
  await wait(20 + Math.random() * 100)
  while (writers.inFlight.size === 0) await wait(1)
}

/** Kills at moments nobody chose until the time is over, always the other of the two. */
export async function killInTurn(installation: Installation, writers: Writers, seconds: number): Promise<Kill[]> {
  const kills: Kill[] = []
  const until = performance.now() + seconds * 1000
  let lastApp = Number.NEGATIVE_INFINITY
  await untilSaving(writers)
  for (let turn = 0; performance.now() < until; turn++) {
    const of = turn % 2 === 0 ? 'PostgreSQL' : 'app'
    await wait(500 + Math.random() * 2500)
    if (of === 'app') await wait(Math.max(0, lastApp + betweenAppKills - performance.now()))
    const pids = of === 'app' ? [installation.webServer()] : family(installation.postmaster())
    await untilSending(writers)
    const flying = [...writers.inFlight]
    killHard(pids)
    const killed = performance.now()
    if (of === 'app') lastApp = killed
    await wait(300)
    await untilSaving(writers)
    const hit = flying.some(({ unanswered }) => unanswered)
    const back = (performance.now() - killed) / 1000
    kills.push({ of, processes: pids.length, inFlight: flying.length, hit, seconds: back })
  }
  return kills
}
