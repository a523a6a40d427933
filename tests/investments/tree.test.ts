import { describe, expect, test } from 'vitest'
import { branchOf, pathTo } from '@/lib/investments/model'

const rows = [
  { id: 'p', parentId: null },
  { id: 'i1', parentId: 'p' },
  { id: 'a', parentId: 'i1' },
  { id: 'i2', parentId: 'p' },
  { id: 'q', parentId: null },
]

describe('the structure of a project', () => {
  test('a branch is the row and everything under it', () => {
    expect(branchOf(rows, 'i1').map(({ id }) => id)).toEqual(['i1', 'a'])
    expect(branchOf(rows, 'p').map(({ id }) => id)).toEqual(['p', 'i1', 'a', 'i2'])
    expect(branchOf(rows, 'nobody')).toEqual([])
  })

  test('a path leads from the top to the row', () => {
    expect(pathTo(rows, 'a').map(({ id }) => id)).toEqual(['p', 'i1', 'a'])
    expect(pathTo(rows, null)).toEqual([])
  })
})
