import { describe, expect, it } from 'vitest'
import { parseTypedValue } from '@/lib/values/parse-value'
import { inOwnUnit } from '@/lib/values/units'

describe('numbers in the unit that stands beside them', () => {
  it.each([
    ['14 vrk', { number: '14', numberTo: null, unit: 'vrk' }],
    ['2–3 h', { number: '2', numberTo: '3', unit: 'h' }],
    ['3 h 4 min', { number: '184', numberTo: null, unit: 'min' }],
    ['87 %', { number: '87', numberTo: null, unit: '%' }],
    ['1,2 htv', { number: '1.2', numberTo: null, unit: 'htv' }],
    ['ei tiedossa', { number: null, numberTo: null, unit: null }],
  ])('%s', (text, expected) => {
    const value = parseTypedValue(text)
    expect(value.ok && inOwnUnit(value.value)).toEqual(expected)
  })
})
