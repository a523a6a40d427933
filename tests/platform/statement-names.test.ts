import { describe, expect, it } from 'vitest'
import { statementNames } from '@/lib/platform/statement-names'

describe('names of statements', () => {
  it('are given from the third time on, one for each text, and stay', () => {
    const name = statementNames()
    expect([name('a'), name('a'), name('b')]).toEqual([undefined, undefined, undefined])
    const a = name('a')
    expect(a).toMatch(/^etappi_\d+$/)
    expect(name('b')).toBeUndefined()
    expect(name('b')).not.toBe(a)
    expect(name('b')).toBeDefined()
    expect(name('a')).toBe(a)
  })

  it('have an end, and texts that come once do not use them up', () => {
    const name = statementNames()
    for (let i = 0; i < 20_000; i++) name(`once ${i}`)
    const given = Array.from({ length: 2_000 }, (_, i) =>
      [name(`often ${i}`), name(`often ${i}`), name(`often ${i}`)].at(-1),
    )
    const named = given.filter((one) => one !== undefined)
    expect(named).toHaveLength(600)
    expect(new Set(named).size).toBe(600)
    expect(name('often 0')).toBe(given[0])
  })
})
