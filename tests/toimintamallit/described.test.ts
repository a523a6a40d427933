import { describe, expect, test } from 'vitest'
import { isDescribed, isInnokylaAddress } from '@/lib/toimintamallit/model'

describe('whether a toimintamalli is described in Innokylä', () => {
  test('what is told stands before what an address shows', () => {
    const innokylaUrl = 'https://innokyla.fi/fi/toimintamalli/ensilinja'
    expect(isDescribed({ described: null, innokylaUrl })).toBe(true)
    expect(isDescribed({ described: false, innokylaUrl })).toBe(false)
  })

  test('without either it is unknown, not "no"', () => {
    expect(isDescribed({ described: null, innokylaUrl: null })).toBeNull()
    expect(isDescribed({ described: null, innokylaUrl: 'https://example.fi/malli' })).toBeNull()
  })

  test.each([
    ['https://innokyla.fi/fi/toimintamalli/ensilinja', true],
    ['https://www.innokyla.fi/sv/kokonaisuus/helhet', true],
    ['https://innokyla.fi/fi/toimintamalli/ensilinja/kehittamisen-polku', true],
    ['http://innokyla.fi/fi/toimintamalli/ensilinja', false],
    ['https://innokyla.fi.example/fi/toimintamalli/ensilinja', false],
    ['https://innokyla.fi/fi/toimintamalli/', false],
  ])('%s', (url, expected) => {
    expect(isInnokylaAddress(url)).toBe(expected)
  })
})
