import { describe, expect, it } from 'vitest'
import { judgementsOf, newestByScope } from '@/lib/rounds/snapshot/indicators/judgements/model'
import type { SnapshotIndicator } from '@/lib/rounds/snapshot/model'
import { numberSeries, seriesPeriods } from '@/lib/steering/series/model'
import { fulfilmentSummary, nationalRows } from '@/lib/steering/targets/model'
import { makeBody, makeIndicator, makeMeasurement, makeTarget, time } from '@/tests/support/builders/snapshot'

const end = '2025-09-30'

function judged(parts: Partial<SnapshotIndicator>): SnapshotIndicator {
  const one = makeIndicator('m', parts)
  return { ...one, judgements: judgementsOf(one.targets, one.measurements, one.direction, end) }
}

function fulfilment(parts: Partial<SnapshotIndicator>) {
  return nationalRows(makeBody({ indicators: [judged(parts)] }))[0]?.fulfilment
}

const over5 = makeTarget('t', { operator: 'gt', number: '5', unit: '%', time: time('2025-Q4') })

describe('whether a national target is reached', () => {
  const cases: [string, Partial<SnapshotIndicator>, string][] = [
    [
      'the newest value satisfies it',
      { targets: [over5], measurements: [makeMeasurement('m', '7', '2025-09')] },
      'reached',
    ],
    [
      'the newest value decides, not the best one',
      { targets: [over5], measurements: [makeMeasurement('a', '9', '2024'), makeMeasurement('b', '4', '2025-09')] },
      'not_yet',
    ],
    [
      'every scope must satisfy it',
      {
        targets: [over5],
        measurements: [
          makeMeasurement('a', '7', '2025-09', { scope: 'hammaslääkärit' }),
          makeMeasurement('b', '2', '2025-09', { scope: 'lääkärit' }),
        ],
      },
      'not_yet',
    ],
    ['nothing was measured', { targets: [over5] }, 'cannot_say'],
    [
      'an unknown value is no failure and no zero',
      { targets: [over5], measurements: [makeMeasurement('a', null, '2025-09', { unknown: 'unknown' })] },
      'cannot_say',
    ],
    ['there is no target', { measurements: [makeMeasurement('a', '7', '2025-09')] }, 'cannot_say'],
    [
      'a superseded target does not count',
      {
        targets: [
          makeTarget('old', { number: '100', superseded: { on: '2025-06-30', at: '6/2025', reason: null } }),
          over5,
        ],
        measurements: [makeMeasurement('a', '6', '2025-09')],
      },
      'reached',
    ],
    [
      'a bare number is "at least" when more is better',
      {
        targets: [makeTarget('t', { number: '80', unit: '%' })],
        measurements: [makeMeasurement('a', '87', '2025-07')],
      },
      'reached',
    ],
    [
      'a bare number is "at most" when less is better',
      {
        direction: 'down',
        targets: [makeTarget('t', { number: '80', unit: '%' })],
        measurements: [makeMeasurement('a', '87', '2025-07')],
      },
      'not_yet',
    ],
    [
      'the time for it has passed',
      {
        targets: [makeTarget('t', { number: '80', unit: '%', time: time('2025-Q3') })],
        measurements: [makeMeasurement('a', '60', '2025-07')],
      },
      'not_reached',
    ],
    [
      'a baseline is no actual',
      { targets: [over5], measurements: [makeMeasurement('a', '9', '2020', { role: 'baseline' })] },
      'cannot_say',
    ],
  ]
  it.each(cases)('%s', (_name, parts, expected) => {
    expect(fulfilment(parts)).toBe(expected)
  })

  it('judges an interim target on its own time only', () => {
    const interim = makeTarget('i', { role: 'interim', number: '66', unit: '%', time: time('2024-Q2') })
    const late = judged({ targets: [interim], measurements: [makeMeasurement('a', '87', '2025-07')] })
    expect(late.judgements[0]).toMatchObject({ verdict: 'cannot_say', reason: 'other_period' })
    const then = judged({
      targets: [interim],
      measurements: [makeMeasurement('x', '70', '2024-05'), makeMeasurement('a', '60', '2025-07')],
    })
    expect(then.judgements[0]).toMatchObject({ measurementId: 'x', verdict: 'reached' })
  })

  it('counts what cannot be told among all', () => {
    const rows = (['reached', 'not_yet', 'cannot_say', 'reached'] as const).map((fulfilment) => ({ fulfilment }))
    expect(fulfilmentSummary(rows)).toEqual({ reached: 2, notReached: 1, cannotSay: 1, all: 4, percent: '50' })
    expect(fulfilmentSummary([]).percent).toBeNull()
    // Nobody can say: no share, which is not 0 %.
    const unsaid = rows.filter(({ fulfilment }) => fulfilment === 'cannot_say')
    expect(fulfilmentSummary(unsaid)).toEqual({ reached: 0, notReached: 0, cannotSay: 1, all: 1, percent: null })
  })
})

describe('a target that is due on the last day of the period', () => {
  const due = (key: string, number: string) => {
    const targets = [makeTarget('t', { number: '80', unit: '%', time: time(key) })]
    return judged({ targets, measurements: [makeMeasurement('a', number, '2025-07')] })
  }

  it('is past due in the words as in the mark, with no baseline to compare with', () => {
    const missed = due('2025-Q3', '60')
    expect(missed.judgements).toMatchObject([{ verdict: 'behind', reason: 'due_not_met', met: false }])
    expect(nationalRows(makeBody({ indicators: [missed] }))[0]?.fulfilment).toBe('not_reached')
  })

  it('is still ahead when it is due later, and met when it is met', () => {
    expect(due('2025-Q4', '60').judgements).toMatchObject([{ reason: 'no_baseline', met: false }])
    expect(due('2025-Q3', '80').judgements).toMatchObject([{ reason: 'met', met: true }])
  })
})

describe('series', () => {
  it('keeps scopes apart, orders by time and leaves an unknown as a gap', () => {
    const measurements = [
      makeMeasurement('b', '2', '2025-09', { scope: 'lääkärit' }),
      makeMeasurement('u', null, '2025-06', { scope: 'lääkärit', unknown: 'hidden' }),
      makeMeasurement('a', '1', '2025-03', { scope: 'lääkärit' }),
      makeMeasurement('d', '3', '2025-09', { scope: 'hammaslääkärit' }),
      makeMeasurement('t', '4', null, { scope: 'hammaslääkärit' }),
    ]
    const series = numberSeries(makeIndicator('m', { measurements }))
    expect(series.map((one) => [one.scope, one.points.map((point) => point.measurement.value.number)])).toEqual([
      ['lääkärit', ['1', null, '2']],
      ['hammaslääkärit', ['3']],
    ])
  })

  const axes: [string, string[], string[]][] = [
    ['years between', ['2020', '2023'], ['2020', '2021', '2022', '2023']],
    ['quarters over a new year', ['2024-Q3', '2025-Q1'], ['2024-Q3', '2024-Q4', '2025-Q1']],
    ['unlike times stay as they are', ['2024', '2025-07'], ['2024', '2025-07']],
    ['one time', ['2025-07'], ['2025-07']],
    ['nothing', [], []],
  ]
  it.each(axes)('has on its axis: %s', (_name, codes, expected) => {
    const measurements = codes.map((code, index) => makeMeasurement(`m${index}`, '1', code))
    expect(seriesPeriods(numberSeries(makeIndicator('m', { measurements })))).toEqual(expected)
  })

  it('takes the later row of two for the same time as the newest', () => {
    const newest = newestByScope([makeMeasurement('a', '1', '2025-09'), makeMeasurement('b', '2', '2025-09')])
    expect(newest.get(null)?.id).toBe('b')
  })
})
