import { describe, expect, it } from 'vitest'
import {
  type Followed,
  type Measured,
  type WarningRule,
  warningRules,
  warningsOf,
} from '@/lib/indicators/warnings/model'
import { makeValue } from '@/lib/values/make-value'
import type { TypedValue, ValueCell } from '@/lib/values/typed-value'

let next = 0
function measured(
  value: Partial<TypedValue>,
  [from, to]: [string | null, string | null] = [null, null],
  more: Partial<Measured> = {},
): Measured {
  next += 1
  const code = from && to ? `${from}/${to}` : null
  return {
    id: `m${next}`,
    role: 'actual',
    area: null,
    value: makeValue(value.kind ?? 'number', value),
    time: { asWritten: null, code, from, to, basis: null },
    ...more,
  }
}

const cell = (number: string | null, label = 'osa', more: Partial<ValueCell> = {}): ValueCell => ({
  label,
  dimensions: { kunta: label },
  asWritten: null,
  number,
  unit: null,
  qualifier: 'exact',
  unknown: number === null ? 'unknown' : null,
  ...more,
})

const rulesOf = (measurements: Measured[], more: Partial<Followed> = {}): WarningRule[] =>
  warningsOf({ unit: null, measurements, newestPeriod: null, ...more }).map(({ rule }) => rule)

const history = (...numbers: string[]) =>
  numbers.map((number, index) => measured({ number }, [`20${10 + index}-01-01`, `20${10 + index}-12-31`]))

const cases: [WarningRule, Record<string, Measured[]>, Record<string, Measured[]>, Partial<Followed>?][] = [
  [
    'total_differs',
    {
      'the parts are less': [measured({ kind: 'breakdown', number: '10', cells: [cell('4'), cell('5')] })],
      'the known parts are already more': [
        measured({ kind: 'breakdown', number: '10', cells: [cell('8'), cell('5'), cell(null)] }),
      ],
      'a decimal apart': [measured({ kind: 'count', number: '1.3', cells: [cell('0.1'), cell('0.2'), cell('0.9')] })],
    },
    {
      'the sum': [measured({ kind: 'breakdown', number: '0.3', cells: [cell('0.1'), cell('0.2')] })],
      'a part is unknown': [measured({ kind: 'breakdown', number: '10', cells: [cell('4'), cell(null)] })],
      'percentages are no parts of a sum': [
        measured({ kind: 'breakdown', number: '50', unit: '%', cells: [cell('40'), cell('60')] }),
      ],
      'parts of different kinds': [
        measured({
          kind: 'breakdown',
          number: '10',
          cells: [cell('10'), cell('10', 'nainen', { dimensions: { sukupuoli: 'nainen' } })],
        }),
      ],
      'days of parts, of which the mean is told': [
        measured({ kind: 'breakdown', number: '5', unit: 'vrk', cells: [cell('4'), cell('6')] }),
      ],
      'no total': [measured({ kind: 'breakdown', cells: [cell('4'), cell('5')] })],
    },
  ],
  [
    'unit_differs',
    { 'days for per cent': [measured({ number: '3', unit: 'vrk' })] },
    { 'the same': [measured({ number: '3', unit: '%' })], 'none told': [measured({ number: '3' })] },
    { unit: '%' },
  ],
  [
    'times_overlap',
    {
      'a quarter within its year': [
        measured({ number: '1' }, ['2025-01-01', '2025-12-31']),
        measured({ number: '2' }, ['2025-07-01', '2025-09-30']),
      ],
      'the same time twice': [
        measured({ number: '1' }, ['2025-01-01', '2025-12-31']),
        measured({ number: '2' }, ['2025-01-01', '2025-12-31']),
      ],
    },
    {
      'one after the other': [
        measured({ number: '1' }, ['2025-01-01', '2025-06-30']),
        measured({ number: '2' }, ['2025-07-01', '2025-09-30']),
      ],
      'of different scopes': [
        measured({ number: '1', scope: 'lääkärit' }, ['2025-01-01', '2025-12-31']),
        measured({ number: '2', scope: 'hammaslääkärit' }, ['2025-01-01', '2025-12-31']),
      ],
      'a starting level': [
        measured({ number: '1' }, ['2025-01-01', '2025-12-31'], { role: 'baseline' }),
        measured({ number: '2' }, ['2025-01-01', '2025-12-31']),
      ],
      'one is unknown': [
        measured({ unknown: 'unknown' }, ['2025-01-01', '2025-12-31']),
        measured({ number: '2' }, ['2025-01-01', '2025-12-31']),
      ],
    },
  ],
  [
    'impossible_percentage',
    { 'of seven': [measured({ number: '50', n: 7 })], 'with decimals': [measured({ number: '33.4', n: 3 })] },
    {
      'of eight': [measured({ number: '50', n: 8 })],
      rounded: [measured({ number: '33', n: 3 })],
      'rounded to a decimal': [measured({ number: '33.3', n: 3 })],
      about: [measured({ number: '50', n: 7, qualifier: 'about' })],
      'none and all': [measured({ number: '0', n: 7 }), measured({ number: '100', n: 7 })],
    },
    { unit: '%' },
  ],
  [
    'outlier',
    { 'ten times the others': [...history('10', '11', '12', '11', '10', '110')] },
    {
      'a steady rise': [...history('10', '20', '30', '40', '50', '60')],
      'too short a history': [...history('10', '11', '12', '200')],
      'always the same': [...history('10', '10', '10', '10', '10', '11')],
    },
  ],
  [
    'old',
    { 'of the year before': [measured({ number: '1' }, ['2024-01-01', '2024-12-31'])] },
    {
      'of the period': [measured({ number: '1' }, ['2025-07-01', '2025-07-31'])],
      'no time told': [measured({ number: '1' })],
      'nothing measured': [],
    },
    { newestPeriod: { from: '2025-07-01' } },
  ],
]

describe.each(cases)('%s', (rule, wrong, right, more = {}) => {
  it.each(Object.entries(wrong))('tells: %s', (_, measurements) => {
    expect(rulesOf(measurements, more)).toEqual([rule])
  })
  it.each(Object.entries(right))('says nothing: %s', (_, measurements) => {
    expect(rulesOf(measurements, more)).toEqual([])
  })
})

it('every rule has its true and false cases above', () => {
  expect(cases.map(([rule]) => rule).sort()).toEqual([...warningRules].sort())
  for (const [rule, wrong, right] of cases)
    expect([Object.keys(wrong).length, Object.keys(right).length], rule).not.toContain(0)
})
