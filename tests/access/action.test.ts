import { refresh } from 'next/cache'
import { redirect } from 'next/navigation'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { z } from 'zod'
import { action, actionBeforeFactor, publicAction, textsOf } from '@/lib/access/action'
import { untouched } from '@/lib/access/form-state'
import { recordRefusal } from '@/lib/access/refusals'
import { currentViewer, viewerBeforeFactor } from '@/lib/access/session'
import { fail, ok } from '@/lib/values/result'
import { inProject, viewerWith } from '../support/builders/accounts'

// What a key does is shown on a real database, in once.db.test.ts.
vi.mock('@/lib/access/once', () => ({
  onceField: 'once',
  onlyOnce: async (_viewer: unknown, _key: string, _input: unknown, run: () => Promise<{ answer: unknown }>) =>
    (await run()).answer,
}))
vi.mock('next/navigation', () => ({ redirect: vi.fn() }))
vi.mock('next/cache', () => ({ refresh: vi.fn() }))
vi.mock('@/lib/access/session', () => ({ currentViewer: vi.fn(), viewerBeforeFactor: vi.fn() }))
vi.mock('@/lib/access/refusals', () => ({ recordRefusal: vi.fn() }))

const schema = z.object({ title: z.string().trim().min(3, 'errors.short'), password: z.string().optional() })
const viewer = viewerWith([inProject('coordinator', 'p')])
const handler = vi.fn()
const plain = (fields: Record<string, string>): FormData => {
  const made = new FormData()
  for (const [name, value] of Object.entries(fields)) made.append(name, value)
  return made
}
const form = (fields: Record<string, string>): FormData => plain({ once: 'a-key', ...fields })

beforeEach(() => {
  vi.mocked(redirect).mockReset()
  handler.mockReset().mockResolvedValue(ok('new-id'))
  vi.mocked(currentViewer).mockResolvedValue(viewer)
  vi.mocked(viewerBeforeFactor).mockResolvedValue(null)
})

describe('an action', () => {
  it('stops at the door when nobody is signed in, and gives back what was typed', async () => {
    vi.mocked(currentViewer).mockResolvedValue(null)
    const answer = await action(schema, handler)(untouched, form({ title: 'x' }))
    expect(answer).toEqual({ reason: 'SIGNED_OUT', fields: {}, typed: { title: 'x' }, attempt: 1 })
    expect(handler).not.toHaveBeenCalled()
  })

  it('stops at the door when a second factor is missing, with a reason of its own, unless it leads to the factor', async () => {
    vi.mocked(currentViewer).mockResolvedValue(null)
    vi.mocked(viewerBeforeFactor).mockResolvedValue({ ...viewer, awaits: 'factor' })
    const answer = await action(schema, handler)(untouched, form({ title: 'abc' }))
    expect(answer).toEqual({ reason: 'FACTOR_DEMANDED', fields: {}, typed: { title: 'abc' }, attempt: 1 })
    expect(handler).not.toHaveBeenCalled()
    expect(recordRefusal).toHaveBeenCalledOnce()
    expect(await actionBeforeFactor(schema, handler)(untouched, form({ title: 'abc' }))).toMatchObject({ reason: null })
    expect(handler).toHaveBeenCalledOnce()
  })

  it('stops at a form that carries no key', async () => {
    const keyless = new FormData()
    keyless.append('title', 'abc')
    expect(await action(schema, handler)(untouched, keyless)).toMatchObject({
      reason: 'INVALID',
      typed: { title: 'abc' },
    })
    expect(handler).not.toHaveBeenCalled()
  })

  it('stops at the schema, with the first message of each field', async () => {
    const answer = await action(schema, handler)({ ...untouched, attempt: 4 }, form({ title: ' a ' }))
    expect(answer).toEqual({
      reason: 'INVALID',
      fields: { title: 'errors.short' },
      typed: { title: ' a ' },
      attempt: 5,
    })
    expect(handler).not.toHaveBeenCalled()
  })

  it('hands on the reason and fields of a refusal', async () => {
    handler.mockResolvedValue(fail('STALE', { title: 'errors.stale' }))
    const answer = await action(schema, handler, () => '/elsewhere')(untouched, form({ title: 'abc' }))
    expect(answer).toMatchObject({ reason: 'STALE', fields: { title: 'errors.stale' }, typed: { title: 'abc' } })
    expect(redirect).not.toHaveBeenCalled()
  })

  it('gives the handler the viewer and what the schema made of the input, then leads on', async () => {
    await action(
      schema,
      handler,
      (id, input) => `/x/${id}/${input.title}`,
    )(untouched, form({ title: ' abc ', extra: 'dropped' }))
    expect(handler).toHaveBeenCalledWith(viewer, { title: 'abc' })
    expect(redirect).toHaveBeenCalledWith('/x/new-id/abc')
    expect(refresh).toHaveBeenCalledBefore(vi.mocked(redirect))
  })

  it('never sends a password or a one-time secret back, whatever the outcome', async () => {
    const sent = { title: 'abc', password: 'hush', secret: 'hush' }
    handler.mockResolvedValueOnce(fail('WRONG')).mockResolvedValueOnce(ok(1))
    const run = action(schema, handler)
    const answers = [
      await run(untouched, form(sent)),
      await run(untouched, form(sent)),
      await run(untouched, form({ ...sent, title: '' })),
    ]
    vi.mocked(currentViewer).mockResolvedValue(null)
    answers.push(
      await run(untouched, form(sent)),
      await publicAction(schema, handler)(untouched, form({ ...sent, title: '' })),
    )
    expect(answers.map((answer) => answer.reason)).toEqual(['WRONG', null, 'INVALID', 'SIGNED_OUT', 'INVALID'])
    expect(JSON.stringify(answers)).not.toContain('hush')
  })

  it('throws on what nobody expected: it is not turned into a refusal', async () => {
    handler.mockRejectedValue(new Error('database away'))
    await expect(action(schema, handler)(untouched, form({ title: 'abc' }))).rejects.toThrow('database away')
  })
})

describe('texts of a form', () => {
  it('leaves out Next’s own fields and files, and joins check boxes', () => {
    const given = plain({ $ACTION_ID_1: 'x', a: '1' })
    given.append('box', 'one')
    given.append('box', 'two')
    given.append('file', new Blob(['x']))
    expect(textsOf(given)).toEqual({ a: '1', box: 'one,two' })
  })

  it('is not confused by names that every object has', () => {
    expect(textsOf(plain({ constructor: 'a', toString: 'b' }))).toEqual({ constructor: 'a', toString: 'b' })
  })
})
