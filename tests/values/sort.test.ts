import { expect, test } from 'vitest'
import { collator, sortedBy } from '@/lib/values/sort'

const names = ['Östersund', 'Ähtäri', 'Liite 10', 'Åbo', 'Zorro', 'Liite 2', 'aalto', 'Ylä', 'Liite 1']
const inOrder = ['aalto', 'Liite 1', 'Liite 2', 'Liite 10', 'Ylä', 'Zorro', 'Åbo', 'Ähtäri', 'Östersund']

test.each(['fi', 'sv', 'en'] as const)('names in %s: å, ä and ö last, numbers by size', (locale) => {
  expect(sortedBy(names, (name) => name, locale)).toEqual(inOrder)
  expect([...names].sort(collator(locale).compare)).toEqual(inOrder)
})

test('the plain order of characters would be another', () => {
  expect([...names].sort()).not.toEqual(inOrder)
})
