import { describe, expect, it } from 'vitest'
import {
  type ExplorerChoice,
  explorerAxes,
  explorerShapes,
  mostIndicators,
  plainChoice,
} from '@/lib/steering/indicators/explorer/model'
import { explorerQuery, givenIn, readExplorer } from '@/lib/steering/indicators/explorer/schema'

const read = (query: string) => readExplorer(givenIn(new URLSearchParams(query)))
const id = (no: number) => `00000000-0000-0000-0000-${String(no).padStart(12, '0')}`

describe('the address of the explorer', () => {
  it('is bare for the plain choice', () => {
    expect(explorerQuery(plainChoice)).toBe('')
    expect(read('')).toEqual({ choice: plainChoice, problems: [] })
  })

  it('comes back as it was built', () => {
    const choices = explorerShapes.flatMap((shape) =>
      explorerAxes.flatMap((axis) =>
        [[], [id(2), id(1)]].map(
          (indicators): ExplorerChoice => ({
            indicators,
            shape,
            axis,
            text: 'hoito & "pääsy"',
            unit: id(7),
            investment: '',
            from: '2024-Q2',
            to: '2025',
            publication: '2025-Q3',
            part: 'ikä, sukupuoli',
          }),
        ),
      ),
    )
    expect(choices.length).toBe(16)
    for (const choice of choices) expect(read(explorerQuery(choice))).toEqual({ choice, problems: [] })
  })

  it.each([
    ['i=abc', 'indicator_form'],
    ['unit=abc', 'unit'],
    ['investment=1', 'investment'],
    ['from=kev%C3%A4t', 'time'],
    ['to=2025-Q5', 'time'],
    ['from=2025&to=2024', 'order'],
    ['shape=pie', 'shape'],
    ['axis=log', 'axis'],
    [`text=${'a'.repeat(201)}`, 'text'],
    [`publication=${'a'.repeat(41)}`, 'publication'],
    [`part=${'a'.repeat(201)}`, 'part'],
    [Array.from({ length: mostIndicators + 1 }, (_, no) => `i=${id(no)}`).join('&'), 'too_many'],
  ])('%s is left out and told of', (query, problem) => {
    const { choice, problems } = read(query)
    expect(problems).toEqual([problem])
    expect(choice).toEqual({ ...plainChoice, indicators: choice.indicators })
    expect(choice.indicators.length).toBe(problem === 'too_many' ? mostIndicators : 0)
  })

  it('a wrong part takes nothing else with it, and the same indicator counts once', () => {
    const { choice, problems } = read(`i=${id(1)}&i=${id(1)}&i=x&shape=bars&from=zzz`)
    expect(choice).toEqual({ ...plainChoice, indicators: [id(1)], shape: 'bars' })
    expect(problems).toEqual(['time', 'indicator_form'])
  })
})
