import { describe, expect, it } from 'vitest'
import { unanswered } from '@/lib/final-report/check/unanswered/model'
import { told, type Written, written } from './written-report'

const question = (more: Partial<Written>): Written => ({ id: '4.1', kind: 'question', ...more })

describe('a question', () => {
  it.each([
    [[]],
    [['']],
    [['Täydennetään myöhemmin.']],
    [['…']],
    [[{ type: 'heading', text: 'Yhteenveto' }]],
    [['Kompletteras senare']],
  ])('has no answer: %j', (blocks) =>
    expect(told(unanswered, written([question({ blocks })]))).toEqual(['4.1 found: ']),
  )

  it('has one of its own, inside it, or shown from another place', () => {
    expect(told(unanswered, written([question({ blocks: ['Jonot lyhenivät.'] })]))).toEqual([])
    expect(told(unanswered, written([question({}), { id: '4.1.1', parent: '4.1', blocks: ['Malli.'] }]))).toEqual([])
    expect(told(unanswered, written([question({ shows: '1' }), { id: '1', blocks: ['Teksti.'] }]))).toEqual([])
    expect(told(unanswered, written([question({ blocks: ['Köerna blev kortare.'] })], {}, 'sv'))).toEqual([])
  })
})
