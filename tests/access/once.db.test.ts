// What the key of a form does, on a real database: one effect and one answer, however often and from wherever it is sent.
import { redirect } from 'next/navigation'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { z } from 'zod'
import { action } from '@/lib/access/action'
import { untouched } from '@/lib/access/form-state'
import type { Viewer } from '@/lib/access/model'
import { onlyOnce } from '@/lib/access/once'
import { currentViewer } from '@/lib/access/session'
import { asViewer, systemViewer } from '@/lib/access/viewer'
import { fail, ok, type Result } from '@/lib/values/result'
import { inProject, makeAccount, makeCounty, viewerWith } from '../support/builders/accounts'
import { sql } from './behind'

vi.mock('next/navigation', () => ({ redirect: vi.fn() }))
vi.mock('next/cache', () => ({ refresh: vi.fn() }))
vi.mock('next/headers', () => ({ headers: async () => new Headers({ 'x-path': '/projects/a?b=1' }) }))
vi.mock('@/lib/access/session', () => ({ currentViewer: vi.fn(), viewerBeforeFactor: async () => null }))

let viewer: Viewer
let colleague: Viewer
let stranger: Viewer

async function personOf(county: Awaited<ReturnType<typeof makeCounty>>): Promise<Viewer> {
  const role = inProject('coordinator', county.projects[0]?.id ?? '')
  const { id, organisationId } = await makeAccount(county, [role], { secret: false })
  return viewerWith([role], { userId: id, organisationId })
}

beforeEach(async () => {
  const county = await makeCounty()
  viewer = await personOf(county)
  colleague = await personOf(county)
  stranger = await personOf(await makeCounty())
})

/** An act that leaves a row: a mail to whoever acts. */
async function act(who: Viewer, subject: string): Promise<{ answer: string; done: boolean }> {
  const mail = await asViewer(who, (tx) =>
    tx.mail.create({
      data: {
        organisationId: String(who.organisationId),
        userId: String(who.userId),
        locale: 'fi',
        subject,
        text: 'Viesti',
      },
      select: { id: true },
    }),
  )
  return { answer: mail.id, done: true }
}

const effects = async (who: Viewer): Promise<number> => {
  const [row] = await sql<{ count: number }>('SELECT count(*)::int AS count FROM "Mail" WHERE "userId" = $1', [
    who.userId,
  ])
  return row?.count ?? -1
}
const keys = async (who: Viewer): Promise<number> => {
  const [row] = await sql<{ count: number }>(
    'SELECT count(*)::int AS count FROM "IdempotencyKey" WHERE "userId" = $1',
    [who.userId],
  )
  return row?.count ?? -1
}

const everybodysKeys = async () => (await sql('SELECT 1 FROM "IdempotencyKey"')).length

describe('whose key it is', () => {
  it('another person of the county who sends the same key and content acts for themself and never gets the answer', async () => {
    const own = await onlyOnce(viewer, 'key', { title: 'a' }, () => act(viewer, 'a'))
    const theirs = await onlyOnce(colleague, 'key', { title: 'a' }, () => act(colleague, 'a'))
    expect(theirs).not.toBe(own)
    expect([await effects(viewer), await effects(colleague)]).toEqual([1, 1])
  })

  it('somebody of another county likewise, and sees no row of it', async () => {
    const own = await onlyOnce(viewer, 'key', { title: 'a' }, () => act(viewer, 'a'))
    expect(await asViewer(stranger, (tx) => tx.idempotencyKey.count())).toBe(0)
    expect(await asViewer(viewer, (tx) => tx.idempotencyKey.count())).toBe(1)
    expect(await onlyOnce(stranger, 'key', { title: 'a' }, () => act(stranger, 'a'))).not.toBe(own)
    expect([await effects(viewer), await effects(stranger)]).toEqual([1, 1])
  })

  it('nobody’s act is remembered: the product itself acts each time it is asked', async () => {
    const system = systemViewer('operator')
    const before = await everybodysKeys()
    const run = vi.fn(async () => ({ answer: 'done', done: true }))
    await onlyOnce(system, 'key', {}, run)
    await onlyOnce(system, 'key', {}, run)
    expect(run).toHaveBeenCalledTimes(2)
    expect(await everybodysKeys()).toBe(before)
  })
})

describe('the same key', () => {
  it('with the same content has one effect and gives the same answer', async () => {
    const run = vi.fn(() => act(viewer, 'a'))
    const first = await onlyOnce(viewer, 'key', { title: 'a', once: 'key' }, run)
    expect(await onlyOnce(viewer, 'key', { once: 'key', title: 'a' }, run)).toBe(first)
    expect(run).toHaveBeenCalledTimes(1)
    expect([await effects(viewer), await keys(viewer)]).toEqual([1, 1])
  })

  it('five times at once has one effect, and all five get its answer', async () => {
    const answers = await Promise.all(
      [1, 2, 3, 4, 5].map(() => onlyOnce(viewer, 'key', { title: 'a' }, () => act(viewer, 'a'))),
    )
    expect(new Set(answers).size).toBe(1)
    expect([await effects(viewer), await keys(viewer)]).toEqual([1, 1])
  })

  it('five times at once without it would have five (the test can tell)', async () => {
    await Promise.all([1, 2, 3, 4, 5].map(() => act(viewer, 'a')))
    expect(await effects(viewer)).toBe(5)
  })

  it('with other content is another act', async () => {
    const first = await onlyOnce(viewer, 'key', { title: 'a' }, () => act(viewer, 'a'))
    const second = await onlyOnce(viewer, 'key', { title: 'b' }, () => act(viewer, 'b'))
    expect(second).not.toBe(first)
    expect([await effects(viewer), await keys(viewer)]).toEqual([2, 2])
  })

  it('cannot be made to look alike by moving a text from one field to the next', async () => {
    await onlyOnce(viewer, 'key', { a: 'x', b: '' }, () => act(viewer, 'a'))
    await onlyOnce(viewer, 'key', { a: '', b: 'x' }, () => act(viewer, 'b'))
    expect(await effects(viewer)).toBe(2)
  })
})

describe('an act that was not carried out', () => {
  it('may be tried again with the same key: a refusal leaves no key', async () => {
    const refused = async () => ({ answer: 'STALE', done: false })
    expect(await onlyOnce<string>(viewer, 'key', {}, refused)).toBe('STALE')
    expect([await effects(viewer), await keys(viewer)]).toEqual([0, 0])
    await onlyOnce(viewer, 'key', {}, () => act(viewer, 'a'))
    expect([await effects(viewer), await keys(viewer)]).toEqual([1, 1])
  })

  it('leaves neither key nor effect when it is cut short by an error', async () => {
    const cut = async () => {
      await act(viewer, 'a')
      throw new Error('planted')
    }
    await expect(onlyOnce(viewer, 'key', {}, cut)).rejects.toThrow('planted')
    expect([await effects(viewer), await keys(viewer)]).toEqual([0, 0])
    await onlyOnce(viewer, 'key', {}, () => act(viewer, 'a'))
    expect(await effects(viewer)).toBe(1)
  })

  it('that fails lets the same one act that waits behind it', async () => {
    const begun = Promise.withResolvers<void>()
    const failing = onlyOnce(viewer, 'key', {}, async () => {
      begun.resolve()
      await new Promise((resolve) => setTimeout(resolve, 200))
      throw new Error('planted')
    })
    await begun.promise
    const [first, second] = await Promise.allSettled([failing, onlyOnce(viewer, 'key', {}, () => act(viewer, 'a'))])
    expect([first.status, second.status]).toEqual(['rejected', 'fulfilled'])
    expect([await effects(viewer), await keys(viewer)]).toEqual([1, 1])
  })
})

describe('a form sent through an action', () => {
  const schema = z.object({ title: z.string().min(1, 'errors.missing') })
  type Reason = 'STALE' | 'NOT_ALLOWED'
  const handler = vi.fn(async (who: Viewer, { title }: { title: string }): Promise<Result<string, Reason>> => {
    if (title === 'stale') return fail('STALE')
    if (title === 'not mine') return fail('NOT_ALLOWED')
    return ok((await act(who, title)).answer)
  })
  const save = action(schema, handler, (id) => `/made/${id}`)
  const form = (fields: Record<string, string>): FormData => {
    const made = new FormData()
    for (const [name, value] of Object.entries(fields)) made.append(name, value)
    return made
  }
  const left = () => vi.mocked(redirect).mock.calls.map(([address]) => address)

  beforeEach(() => {
    handler.mockClear()
    vi.mocked(redirect).mockReset()
    vi.mocked(currentViewer).mockResolvedValue(viewer)
  })

  it('is refused when nobody is signed in: somebody’s key gives no answer away', async () => {
    await save(untouched, form({ once: 'key', title: 'a' }))
    vi.mocked(currentViewer).mockResolvedValue(null)
    expect(await save(untouched, form({ once: 'key', title: 'a' }))).toMatchObject({ reason: 'SIGNED_OUT' })
    expect(left()).toHaveLength(1)
  })

  it('is refused without a key, and nothing happens', async () => {
    expect(await save(untouched, form({ title: 'a' }))).toMatchObject({ reason: 'INVALID' })
    expect([await effects(viewer), await keys(viewer)]).toEqual([0, 0])
  })

  it('five times at once leads all five to the one thing that was made', async () => {
    await Promise.all([1, 2, 3, 4, 5].map(() => save(untouched, form({ once: 'key', title: 'a' }))))
    expect(new Set(left()).size).toBe(1)
    expect(left()).toHaveLength(5)
    expect([await effects(viewer), await keys(viewer)]).toEqual([1, 1])
  })

  it('may be mended and sent again after a refusal, and tried again as it was', async () => {
    expect(await save(untouched, form({ once: 'key', title: '' }))).toMatchObject({ reason: 'INVALID' })
    expect(await save(untouched, form({ once: 'key', title: 'stale' }))).toMatchObject({ reason: 'STALE' })
    expect(await save(untouched, form({ once: 'key', title: 'stale' }))).toMatchObject({ reason: 'STALE' })
    expect(handler).toHaveBeenCalledTimes(2)
    await save(untouched, form({ once: 'key', title: 'a' }))
    expect([await effects(viewer), await keys(viewer)]).toEqual([1, 1])
  })
  it('leaves a row when the right to it is missing, and none when it is refused for another reason', async () => {
    const refusals = () =>
      sql<object>(
        `SELECT "right", "subjectType", "subjectId", result::text AS result, "actorId" FROM "AuditEvent"
          WHERE action = 'act.refused' AND "organisationId" = $1`,
        [viewer.organisationId],
      )
    await save(untouched, form({ once: 'key', title: 'stale' }))
    await save(untouched, form({ once: 'key', title: '' }))
    expect(await refusals()).toEqual([])
    expect(await save(untouched, form({ once: 'key', title: 'not mine' }))).toMatchObject({ reason: 'NOT_ALLOWED' })
    const row = { right: 'coordinator', subjectType: 'address', subjectId: '/projects/a', result: 'refused' }
    expect(await refusals()).toEqual([{ ...row, actorId: viewer.userId }])
    for (let turn = 0; turn < 65; turn += 1) await save(untouched, form({ once: `key ${turn}`, title: 'not mine' }))
    expect(await refusals()).toHaveLength(60)
  })
})
