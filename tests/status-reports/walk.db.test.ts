import { AsyncLocalStorage } from 'node:async_hooks'
import { afterAll, describe, expect, it, vi } from 'vitest'
import type { Viewer } from '@/lib/access/model'
import { disconnect } from '@/lib/platform/db'
import { publishPeriod } from '@/lib/rounds/publishing/commands'
import { reportStates } from '@/lib/status-reports/model'
import { forms, send } from './walk/actions'
import {
  expectedAnswer,
  expectedRoles,
  expectedState,
  expectedStates,
  type Operation,
  operations,
} from './walk/expected'
import { look, operate } from './walk/operate'
import { contentOf, letGo, makeWorld, publishedOf, type World } from './walk/world'

// Server actions are called as the network calls them; who is signed in is what this file says, and nobody is led on.
const { signedIn } = vi.hoisted(() => ({ signedIn: { now: (): unknown => null } }))
vi.mock('@/lib/access/session', () => ({ currentViewer: async () => signedIn.now() }))
vi.mock('next/navigation', () => ({ redirect: vi.fn() }))
vi.mock('next/cache', () => ({ refresh: vi.fn() }))
// a refusal notes the address it was sent to
vi.mock('next/headers', () => ({ headers: async () => new Headers({ 'x-path': '/walked' }) }))

// Several walks go on at once, each with somebody else signed in.
const browser = new AsyncLocalStorage<Viewer>()
signedIn.now = () => browser.getStore() ?? null

const wanted = 5400
const worlds = 6
const seeds = new Map<World, number>()

/** The next number of the walk's own series, so that every run takes the same steps. */
function below(world: World, limit: number): number {
  const next = ((seeds.get(world) ?? 1) * 48_271) % 2_147_483_647
  seeds.set(world, next)
  return next % limit
}
const oneOf = <T>(world: World, list: readonly T[]): T => list[below(world, list.length)] as T

type Count = Record<string, number>
const counts = { steps: 0, done: 0, refused: 0, stale: 0, byForm: 0, replayed: 0, published: 0, protectedRefusals: 0 }
const cells: Count = {}
const wrong: string[] = []

/** Operations answered by the version the person saw; fields have versions of their own. */
const versioned: readonly Operation[] = ['submit', 'recall', 'startReview', 'return', 'approve', 'reopen', 'correct']

function predict(world: World, operation: Operation, role: string, stale: boolean, byForm: boolean): string {
  const answer = expectedAnswer(operation, role, world.state)
  const allowed = expectedAnswer(operation, role, 'draft') !== 'NOT_ALLOWED' && answer !== 'NOT_FOUND'
  if (!allowed || answer === 'NOT_ALLOWED') return answer
  // The form sends its fields along, and is told first that they can no longer be written.
  if (byForm && operation === 'submit' && answer === 'WRONG_STATE') return 'LOCKED'
  if (stale && versioned.includes(operation)) return 'STALE'
  if (stale && operation === 'save' && answer === 'ok') return 'STALE'
  if (operation === 'submit' && world.state === 'draft' && !world.complete) return 'INCOMPLETE'
  return answer
}

function follow(world: World, operation: Operation): void {
  if (operation === 'save') world.complete = world.complete || world.state !== 'returned'
  world.state = expectedState(operation, world.state, world.writtenIn)
  if (operation === 'return') world.writtenIn = 'returned'
  if (operation === 'reopen') world.writtenIn = 'draft'
}

async function step(world: World): Promise<void> {
  const operation = oneOf(world, operations)
  const own = expectedRoles.find((role) => !expectedAnswer(operation, role, 'draft').startsWith('NOT_')) ?? 'director'
  const role = below(world, 10) < 5 ? own : oneOf(world, expectedRoles)
  const viewer = world.people[role]
  if (!viewer || expectedAnswer(operation, role, world.state) === '-') return
  counts.steps += 1
  world.steps += 1
  const mark = counts.steps
  const stale = below(world, 10) < 2 && (operation === 'save' ? world.complete : versioned.includes(operation))
  const before = world.content
  const attempt = await look(world, viewer, stale, mark)
  const byForm = forms[operation] !== undefined && below(world, 2) === 0
  const expected = predict(world, operation, role, stale, byForm)
  const answer = byForm
    ? await browser.run(viewer, () => send(world, operation, attempt, `key-${mark}`))
    : await operate(world, operation, attempt)
  const told = `${world.state} ${operation} ${role}${stale ? ' stale' : ''}${byForm ? ' form' : ''}`
  if (answer !== expected) wrong.push(`${mark} ${told}: ${answer} instead of ${expected}`)
  cells[`${world.state} ${operation} ${role}`] = (cells[`${world.state} ${operation} ${role}`] ?? 0) + 1
  if (stale) counts.stale += 1
  if (byForm) counts.byForm += 1
  if (answer === 'ok') {
    counts.done += 1
    follow(world, operation)
    const after = await contentOf(world)
    world.content = after
    if (!after.startsWith(`{"state":"${world.state}"`)) wrong.push(`${mark} ${told}: now ${after.slice(0, 30)}`)
    if (byForm) {
      counts.replayed += 1
      const again = await browser.run(viewer, () => send(world, operation, attempt, `key-${mark}`))
      if (again !== 'ok' || (await contentOf(world)) !== after) wrong.push(`${mark} ${told}: the replay did something`)
    }
  } else {
    counts.refused += 1
    if (world.state === 'approved' || world.state === 'published') counts.protectedRefusals += 1
    if ((await contentOf(world)) !== before) wrong.push(`${mark} ${told}: refused and yet changed`)
  }
}

async function walk(world: World): Promise<void> {
  world.content = await contentOf(world)
  while (world.steps < wanted / worlds && wrong.length < 20) {
    if (below(world, 60) === 0) await publish(world)
    else await step(world)
  }
}

/** The director publishes what is approved; versions published before stay byte for byte. */
async function publish(world: World): Promise<void> {
  const before = await publishedOf(world)
  const done = await publishPeriod(world.round.director, {
    projectId: world.round.projectId,
    periodKey: '2025-Q3',
    note: 'Toinen yksikkö jää raportoimatta.',
  })
  const possible = world.state === 'approved' || world.state === 'published'
  if (done.ok !== possible) wrong.push(`publishing in ${world.state}: ${done.ok ? 'ok' : done.reason}`)
  if (done.ok) counts.published += 1
  if (world.state === 'approved') world.state = 'published'
  world.content = await contentOf(world)
  const after = await publishedOf(world)
  if (before.some((hash, i) => after[i] !== hash)) wrong.push('a published version changed')
  if (after.length !== before.length + (done.ok ? 1 : 0)) wrong.push('versions were not counted up')
}

afterAll(() => Promise.all([letGo(), disconnect()]))

describe('walks over states, roles and operations', () => {
  it('the expected table names every state of the product', () => {
    expect([...expectedStates].sort()).toEqual([...reportStates].sort())
  })

  it(`does in ${wanted} steps what the table says and nothing else`, { timeout: 600_000 }, async () => {
    const all: World[] = []
    while (all.length < worlds) all.push(await makeWorld())
    for (const [index, world] of all.entries()) seeds.set(world, 20_261_122 + index * 7919)
    await Promise.all(all.map(walk))
    expect(wrong).toEqual([])
    console.info(`walked: ${JSON.stringify(counts)}, ${Object.keys(cells).length} cells of state, operation and role`)
    expect(counts.steps).toBeGreaterThanOrEqual(5000)
    expect(counts.done).toBeGreaterThan(700)
    expect(counts.stale).toBeGreaterThan(200)
    expect(counts.replayed).toBeGreaterThan(150)
    expect(counts.published).toBeGreaterThan(10)
    expect(counts.protectedRefusals).toBeGreaterThan(500)
    expect(Object.keys(cells).length).toBeGreaterThan(500)
  })

  it('would be told: with one cell of the table wrong, the walk disagrees', async () => {
    const world = await makeWorld()
    const viewer = world.people.director
    if (!viewer) throw new Error('no director')
    const answer = await operate(world, 'approve', await look(world, viewer, false, 1))
    expect(answer).toBe(expectedAnswer('approve', 'director', 'not_started'))
    expect(answer).not.toBe(expectedAnswer('approve', 'director', 'submitted'))
  })
})
