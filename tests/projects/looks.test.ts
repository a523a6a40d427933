import { describe, expect, it } from 'vitest'
import { contrastWithWhite } from '@/lib/projects/looks/model'

describe('contrast with white', () => {
  it.each([
    ['#000000', '21', true],
    ['#ffffff', '1', false],
    ['#00357a', '11.7', true],
    ['#2a6ebb', '5.1', true],
    ['#767676', '4.5', true],
    // 4,48: cut to 4,4, so that it never looks like enough.
    ['#777777', '4.4', false],
  ])('%s', (colour, ratio, isReadable) => {
    expect(contrastWithWhite(colour)).toEqual({ ratio, isReadable })
  })
})
