import { describe, expect, it } from 'vitest'
import {
  evaluate,
  longestFormula,
  makesCycle,
  operandsOf,
  parseFormula,
  renamed,
  withCalculated,
} from '@/lib/indicators/formulas/model'
import type { MeasurementRow } from '@/lib/indicators/model'
import { formatTypedValue } from '@/lib/values/format-value'
import { parseTypedValue } from '@/lib/values/parse-value'
import { timeSpanFromCode } from '@/lib/values/time'
import type { TypedValue } from '@/lib/values/typed-value'

const written = (text: string): TypedValue => {
  const read = parseTypedValue(text)
  if (!read.ok) throw new Error(`${text}: ${read.reason}`)
  return read.value
}

function counted(text: string, values: Record<string, string>): string | null {
  const formula = parseFormula(text)
  if (!formula.ok) throw new Error(formula.reason)
  const value = evaluate(formula.value, (name) => written(values[name] ?? ''), '%')
  expect(value.flags).toEqual(['calculated'])
  return value.unknown ?? `${value.qualifier === 'about' ? '~' : ''}${value.number}`
}

describe('a formula', () => {
  it.each([
    ['[A] / [B] * 100', { A: '26', B: '40' }, '65'],
    ['[A] ÷ ([A] + [B]) × 100', { A: '1', B: '2' }, '33.33'],
    ['[A] − [B]', { A: '5', B: '7,5' }, '-2.5'],
    ['-[A] * 0,5', { A: '3' }, '-1.5'],
    ['[A] + [A]', { A: '0,1' }, '0.2'],
    ['[A b] + [B-1.2]', { 'A b': '1', 'B-1.2': '2' }, '3'],
    ['[A] + [B]', { A: 'noin 60', B: '1' }, '~61'],
    ['1 + 2 * [A]', { A: '4' }, '9'],
    ['0,1 + 0,2 + [A]', { A: '0' }, '0.3'],
  ])('%s', (text, values, result) => {
    expect(counted(text, values as Record<string, string>)).toBe(result)
  })

  it.each([
    ['an unknown operand', '[A] + [B]', { A: '5', B: 'ei tiedossa' }, 'unknown'],
    ['one that was not asked', '[A] + [B]', { A: '5', B: 'ei kysytty' }, 'not_asked'],
    ['the worse of two', '[A] + [B]', { A: 'ei kysytty', B: 'ei tiedossa' }, 'unknown'],
    ['a division by zero', '[A] / [B]', { A: '5', B: '0' }, 'unknown'],
    ['a range', '[A] * 2', { A: '47–80 %' }, 'unknown'],
    ['a value told only from below', '[A] * 2', { A: 'yli 56 %' }, 'unknown'],
    ['words', '[A] * 2', { A: 'käynnissä' }, 'unknown'],
    ['a change without its level', '[A] * 2', { A: '+354 / 3 kk' }, 'unknown'],
    ['unknown times nothing, which is not nothing', '[A] * 0', { A: 'ei tiedossa' }, 'unknown'],
  ])('stays unknown with %s', (_, text, values, kind) => {
    expect(counted(text, values as Record<string, string>)).toBe(kind)
  })

  it('counts durations as durations, whatever unit they were told in', () => {
    const formula = parseFormula('[A] + [B]')
    if (!formula.ok) throw new Error(formula.reason)
    const told: Record<string, TypedValue> = { A: written('2 vrk'), B: written('24 h') }
    const value = evaluate(formula.value, (name) => told[name] ?? written('0'), 'vrk')
    expect(formatTypedValue(value, 'fi')).toBe('3\u00a0vrk')
  })

  it.each([
    ['', 'SYNTAX'],
    ['[A] +', 'SYNTAX'],
    ['[A] [B]', 'SYNTAX'],
    ['[A] ** 2', 'SYNTAX'],
    ['[A] > 2', 'SYNTAX'],
    ['[A] ? 1 : 2', 'SYNTAX'],
    ['sum([A])', 'SYNTAX'],
    ['A + 1', 'SYNTAX'],
    ['operand0 + [A]; 1', 'SYNTAX'],
    ['[A].constructor', 'SYNTAX'],
    ['"a" + [A]', 'SYNTAX'],
    ['1.234 * [A]', 'SYNTAX'],
    ['1 000 * [A]', 'SYNTAX'],
    ['[]', 'SYNTAX'],
    ['1 + 2', 'NO_INDICATOR'],
    [`[A]${' + 1'.repeat(longestFormula)}`, 'TOO_LONG'],
    [`${'('.repeat(240)}[A]${')'.repeat(239)}`, 'SYNTAX'],
  ])('%s is refused: %s', (text, reason) => {
    expect(parseFormula(text)).toEqual({ ok: false, reason })
  })

  it('names others by their codes for people and by their ids in the store', () => {
    expect(renamed('[M-1] / [ M-2 ] * 100', (code) => `id of ${code}`)).toBe('[id of M-1] / [id of M-2] * 100')
    expect(operandsOf('[a] + [b] + [a]')).toEqual(['a', 'b'])
    expect(operandsOf(null)).toEqual([])
  })

  it('does not go round', () => {
    const formulas = new Map([
      ['a', '[b] + 1'],
      ['b', '[c] + 1'],
      ['c', null],
    ])
    expect(makesCycle('c', '[a] * 2', formulas)).toBe(true)
    expect(makesCycle('c', '[c]', formulas)).toBe(true)
    expect(makesCycle('d', '[a] + [c]', formulas)).toBe(false)
    // A circle that is there already is walked once, not for ever.
    expect(
      makesCycle(
        'd',
        '[x]',
        new Map([
          ['x', '[y]'],
          ['y', '[x]'],
        ]),
      ),
    ).toBe(false)
  })
})

const uuid = (no: number) => `00000000-0000-7000-8000-${String(no).padStart(12, '0')}`

function measured(no: number, text: string, code: string, scope: string | null = null): MeasurementRow {
  const time = timeSpanFromCode(code)
  if (!time.ok) throw new Error(code)
  return {
    id: uuid(no),
    reportId: null,
    role: 'actual',
    value: { ...written(text), scope },
    time: time.value,
    area: null,
    change: null,
    meetsTarget: null,
    corrections: [],
    replaces: [],
  }
}

const row = (no: number, formula: string | null, measurements: MeasurementRow[] = []) => ({
  id: uuid(no),
  current: { formula, unit: '%' },
  measurements,
})

describe('values that are counted', () => {
  const part = row(1, null, [measured(11, '26', '2025-Q2'), measured(12, '30', '2025-Q3'), measured(13, '9', '2025')])
  const whole = row(2, null, [measured(21, '40', '2025-Q2'), measured(22, 'ei tiedossa', '2025-Q3')])
  const share = row(3, `[${uuid(1)}] / [${uuid(2)}] * 100`)

  it('are of the times of which every operand tells, unknown where one of them is', () => {
    const [, , done] = withCalculated([part, whole, share])
    expect(done?.measurements.map(({ time, value }) => [time.code, value.number, value.unknown])).toEqual([
      ['2025-Q2', '65', null],
      ['2025-Q3', null, 'unknown'],
    ])
  })

  it('keep their ids, which are ids, as long as what they are counted from', () => {
    const ids = () => withCalculated([part, whole, share])[2]?.measurements.map(({ id }) => id) ?? []
    expect(ids()).toEqual(ids())
    expect(new Set(ids()).size).toBe(2)
    for (const id of ids()) expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-a[0-9a-f]{3}-[0-9a-f]{12}$/)
  })

  it('are counted through others, in whatever order the indicators stand', () => {
    const double = row(4, `[${uuid(3)}] * 2`)
    const [done] = withCalculated([double, share, part, whole])
    expect(done?.measurements.map(({ value }) => value.number)).toEqual(['130', null])
  })

  it('are of one scope each', () => {
    const dentists = row(1, null, [measured(11, '1', '2025-Q2', 'hammaslääkärit'), measured(12, '2', '2025-Q2')])
    const both = row(2, null, [measured(21, '4', '2025-Q2')])
    const [, , done] = withCalculated([dentists, both, share])
    expect(done?.measurements.map(({ value }) => [value.scope, value.number])).toEqual([[null, '50']])
  })

  it('do not take the place of what was entered', () => {
    const entered = { ...share, measurements: [measured(31, '66', '2025-Q2')] }
    const [, , done] = withCalculated([part, whole, entered])
    expect(done?.measurements.map(({ value }) => value.number)).toEqual(['66', null])
  })

  it('are none where an operand is not there, or where the formulas go round', () => {
    expect(withCalculated([share, part])[0]?.measurements).toEqual([])
    const round = [row(5, `[${uuid(6)}] + 1`), row(6, `[${uuid(5)}] + 1`)]
    expect(withCalculated(round).flatMap(({ measurements }) => measurements)).toEqual([])
  })

  it('leave everything else as it is', () => {
    expect(withCalculated([part, whole])).toEqual([part, whole])
  })
})
