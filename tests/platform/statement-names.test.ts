import { describe, expect, it } from 'vitest'
import { statementNames } from '@/lib/platform/statement-names'

type Name = ReturnType<typeof statementNames>
const often = 20
const last = (name: Name, text: string) => Array.from({ length: often }, () => name(text)).at(-1)

describe('names of statements', () => {
  it('are given to what is asked often, one for each text, and stay', () => {
    const name = statementNames()
    for (let time = 1; time < often; time++) expect(name('a')).toBeUndefined()
    const a = name('a')
    expect(a).toMatch(/^etappi_\d+$/)
    const b = last(name, 'b')
    expect(b).toMatch(/^etappi_\d+$/)
    expect(b).not.toBe(a)
    expect([name('a'), name('b'), name('c')]).toEqual([a, b, undefined])
  })

  it('have an end, and texts that come once do not use them up', () => {
    const name = statementNames()
    for (let i = 0; i < 20_000; i++) name(`once ${i}`)
    const given = Array.from({ length: 1_000 }, (_, i) => last(name, `often ${i}`))
    const named = given.filter((one) => one !== undefined)
    expect(named).toHaveLength(300)
    expect(new Set(named).size).toBe(300)
    expect(name('often 0')).toBe(given[0])
  })
})
