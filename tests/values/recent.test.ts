import { expect, it } from 'vitest'
import { Recent } from '@/lib/values/recent'

it('lets go of what has not been kept for the longest', () => {
  const recent = new Recent<number>(2)
  recent.keep('a', 1)
  recent.keep('b', 2)
  recent.keep('a', 3)
  expect(recent.keep('c', 4)).toBe(4)
  expect([recent.get('a'), recent.get('b'), recent.get('c')]).toEqual([3, undefined, 4])
})
