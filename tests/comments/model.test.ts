import { describe, expect, it } from 'vitest'
import { excerptOf, openThreads, tellingOf } from '@/lib/comments/model'
import { canComment, canShow } from '@/lib/comments/permissions'
import { sectionOfPlace } from '@/lib/status-reports/comments/model'
import { inProject, viewerWith } from '../support/builders/accounts'

const project = '00000000-0000-7000-8000-0000000000bb'
const person = viewerWith([inProject('director', project)])

describe('who is told', () => {
  const readers = new Set(['a', 'b', 'c'])
  it.each([
    ['nobody', [], [], { mention: [], comment: [] }],
    ['those concerned', [], ['a', 'b', 'a'], { mention: [], comment: ['a', 'b'] }],
    ['those named, and only of that', ['a'], ['a', 'b'], { mention: ['a'], comment: ['b'] }],
    ['nobody who may not read', ['x', 'c'], ['y', 'a'], { mention: ['c'], comment: ['a'] }],
    ['each once', ['a', 'a'], ['b', 'b'], { mention: ['a'], comment: ['b'] }],
  ])('%s', (_who, named, concerned, told) => {
    expect(tellingOf({ named, concerned, readers })).toEqual(told)
  })
})

describe('the beginning of a comment', () => {
  it('is the whole of a short one on one line', () => {
    expect(excerptOf(' Eka\n\nToka  ')).toBe('Eka Toka')
  })

  it('ends between words and never inside a character', () => {
    const words = excerptOf('sana '.repeat(60))
    expect(words).toMatch(/^(sana )+sana…$/)
    expect([...words].length).toBeLessThanOrEqual(141)
    expect(excerptOf('👍'.repeat(200))).toBe(`${'👍'.repeat(140)}…`)
  })
})

it('open threads are those that nobody has resolved', () => {
  expect(openThreads([{ resolved: true }, { resolved: false }])).toEqual([{ resolved: false }])
})

describe('who may', () => {
  const rights = { comment: 'director', show: 'director' }
  it('a person with the right', () => {
    expect([canComment(person, rights), canShow(person, rights)]).toEqual([true, true])
  })
  it('nobody without one, and nobody shows what they may not comment', () => {
    expect(canComment(person, { comment: null, show: null })).toBe(false)
    expect(canShow(person, { comment: 'coordinator', show: null })).toBe(false)
    expect(canShow(person, { comment: null, show: 'director' })).toBe(false)
  })
  it('not the product itself', () => {
    const system = viewerWith([], { kind: 'system', userId: null })
    expect([canComment(system, rights), canShow(system, rights)]).toEqual([false, false])
  })
})

it.each([
  ['results', 'results'],
  ['nextSteps', 'next_steps'],
  ['nextSteps/text', 'next_steps'],
  ['actions/no-7/text', 'actions'],
  ['risks/text', 'risks'],
  ['results/everything', null],
  ['finance', null],
  ['', null],
])('the section of %s is %s', (path, section) => {
  expect(sectionOfPlace(path)).toBe(section)
})
