// The ways in which a person, a browser or a network sends the same thing again.
import { setTimeout as wait } from 'node:timers/promises'
import { type Reply, request } from '../product/requests.mts'
import { added, differing, type Effects, told } from './effects.mts'
import type { Recipe } from './recipe.mts'
import { essence, type Prepared, sendAndLeave } from './sending.mts'

type Way = (sent: Prepared, send: (sent: Prepared) => Promise<Reply>) => Promise<Reply[]>

const times = (count: number): number[] => Array.from({ length: count }, (_, index) => index)

const ways: Record<string, Way> = {
  'a double click': (sent, send) => Promise.all([send(sent), send(sent)]),
  'five at once': (sent, send) => Promise.all(times(5).map(() => send(sent))),
  'a lost reply': async (sent, send) => {
    await sendAndLeave(sent)
    return [await send(sent), await send(sent)]
  },
  'five more after the answer': async (sent, send) => {
    const first = await send(sent)
    return [first, ...(await Promise.all(times(5).map(() => send(sent))))]
  },
}
export const wayNames = Object.keys(ways)

export type Tried = { of: string; way: string; sendings: number; faults: string[] }

/** Sends in one way and looks at what became of it. */
export async function trySending(recipe: Recipe, way: string, sent: Prepared, effects: Effects): Promise<Tried> {
  const faults: string[] = []
  const before = await effects.look()
  let sendings = 0
  const send = (one: Prepared) => {
    sendings += 1
    return request(one)
  }
  const replies = (await ways[way]?.(sent, send)) ?? []
  if (way === 'a lost reply') {
    sendings += 1
    await wait(50) // the one that nobody waited for may still be on its way
  }
  const after = await effects.look()
  const answers = [...new Set(replies.map(essence))]
  if (answers.length !== 1)
    faults.push(`${answers.length} different answers: ${answers.map((one) => one.slice(0, 120)).join(' | ')}`)
  if (replies.some(({ status }) => status >= 400))
    faults.push(`answered ${replies.map(({ status }) => status).join(', ')}`)
  const adds = { ...recipe.adds, ...(sent.carriesKey ? { IdempotencyKey: 1 } : {}) }
  const found = added(before, after)
  if (told(found) !== told(adds)) faults.push(`added ${told(found)} and not ${told(adds)}`)
  await send(sent)
  const later = await effects.look()
  if (later.hash !== after.hash) faults.push(`sent once more it changed ${differing(after, later)}`)
  if (before.hash === after.hash) faults.push('had no effect at all')
  return { of: recipe.of, way, sendings, faults }
}
