import { describe, expect, it } from 'vitest'
import { words } from '@/lib/platform/words'
import { targetText } from '@/lib/steering/figure-texts/model'
import { makeTarget, time } from '@/tests/support/builders/snapshot'

const t = words('fi')
const state = (text: string, code: string, role: 'final' | 'interim' = 'final') =>
  targetText(t, makeTarget('t', { role, operator: 'state', number: null, unit: null, text, time: time(code) }))

describe('the sentence of a target', () => {
  it.each([
    ['käytössä', '2024-Q4', 'käytössä, Q4/2024 mennessä'],
    ['käytössä 12/2024', '2024-12', 'käytössä, 12/2024 mennessä'],
    ['luotu 12/2023, käytössä 12/2024', '2024-12', 'luotu 12/2023, käytössä, 12/2024 mennessä'],
    ['12/2025', '2025-12', '12/2025 mennessä'],
    // Another time than its own, or a number that only ends alike, is no repetition.
    ['muissa 6/2025', '2024-09', 'muissa 6/2025, 9/2024 mennessä'],
    ['versio 12/2024', '2024-02', 'versio 12/2024, 2/2024 mennessä'],
  ])('%s by %s tells its time once', (text, code, told) => {
    expect(state(text, code)).toBe(told)
  })

  it('of an interim one belongs to its time', () => {
    expect(state('pilotoitu', '2025-01', 'interim')).toBe('pilotoitu, 1/2025')
    expect(state('1/2025', '2025-01', 'interim')).toBe('1/2025')
  })
})
