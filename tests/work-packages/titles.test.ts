import { describe, expect, test } from 'vitest'
import { partsOf, titleOf } from '@/lib/work-packages/model'

describe('a work package', () => {
  test('is called what the review calls it, else the plan, else its code', () => {
    const names = { titleReview: 'Katsaus', titlePlan: 'Suunnitelma', code: 'TP1', sourceId: 'x' }
    expect(titleOf(names)).toBe('Katsaus')
    expect(titleOf({ ...names, titleReview: null })).toBe('Suunnitelma')
    expect(titleOf({ ...names, titleReview: null, titlePlan: null })).toBe('TP1')
    expect(titleOf({ ...names, titleReview: null, titlePlan: null, code: null })).toBe('x')
  })

  test('has its parts in their order', () => {
    const rows = [
      { id: 'b', parentId: 'a' },
      { id: 'c', parentId: null },
      { id: 'd', parentId: 'a' },
    ]
    expect(partsOf(rows, 'a').map((row) => row.id)).toEqual(['b', 'd'])
  })
})
