import { describe, expect, test } from 'vitest'
import {
  comparisonOf,
  type JudgeContext,
  type JudgementReason,
  judge,
  type Measured,
  type Target,
  type Verdict,
} from '@/lib/values/judge'
import { makeCell, makeUnknown, makeValue } from '@/lib/values/make-value'
import { parseTime } from '@/lib/values/parse-time'
import { parseTypedValue } from '@/lib/values/parse-value'
import { type TimeSpan, type TypedValue, unknownKinds } from '@/lib/values/typed-value'

const today = '2025-10-12'

function value(text: string): TypedValue {
  const parsed = parseTypedValue(text)
  if (!parsed.ok) throw new Error(`${text}: ${parsed.reason}`)
  return parsed.value
}

function time(text: string): TimeSpan {
  const parsed = parseTime(text)
  if (!parsed.ok) throw new Error(`${text}: ${parsed.reason}`)
  return parsed.value
}

function target(operator: Target['operator'], limit: string | null, more: Partial<Target> = {}): Target {
  return {
    operator,
    value: limit === null ? null : value(limit),
    direction: null,
    time: time('Q4/2025'),
    timing: 'by',
    ...more,
  }
}

const measured = (text: string, at = '9/2025'): Measured => ({ value: value(text), time: time(at) })
const context = (more: Partial<JudgeContext> = {}): JudgeContext => ({ today, ...more })
const ended = context({ today: '2026-01-15' })

describe('a level', () => {
  test.each<[Target['operator'], string, string, Verdict]>([
    ['>=', '80 %', '87 %', 'reached'],
    ['>=', '80 %', '80 %', 'reached'],
    ['>=', '80 %', '79,99 %', 'behind'],
    ['>', '5 %', '5 %', 'behind'],
    ['>', '5 %', '5,01 %', 'reached'],
    ['<', '7 vrk', '7 vrk', 'behind'],
    ['<', '7 vrk', '167 h', 'reached'],
    ['<=', '14 vrk', '14 vrk', 'reached'],
    ['<=', '14 vrk', '15 vrk', 'behind'],
    ['=', '0', '0', 'reached'],
    ['=', '0', '827', 'behind'],
    ['=', '5', '5/5', 'reached'],
    ['>=', '100 %', '45/58', 'behind'],
    ['>=', '75 %', '45/58', 'reached'],
    ['>=', '50 %', 'yli 56 %', 'reached'],
    ['>=', '60 %', 'yli 56 %', 'cannot_say'],
    ['>', '56 %', 'yli 56 %', 'reached'],
    ['>', '56 %', 'vähintään 56 %', 'cannot_say'],
    ['>=', '56 %', 'vähintään 56 %', 'reached'],
    ['<', '1 vrk', 'alle 1 vrk', 'reached'],
    ['<', '1 vrk', 'enintään 1 vrk', 'cannot_say'],
    ['<=', '1 vrk', 'enintään 1 vrk', 'reached'],
    ['>=', '50 %', 'alle 40 %', 'behind'],
    ['>=', '50 %', '47–80 %', 'cannot_say'],
    ['>=', '47 %', '47–80 %', 'reached'],
    ['>=', '81 %', '47–80 %', 'behind'],
    ['<', '47 %', '47–80 %', 'behind'],
    ['=', '40–90 %', '47–80 %', 'reached'],
    ['=', '50–90 %', '47–80 %', 'cannot_say'],
    ['=', '81–90 %', '47–80 %', 'behind'],
    ['>=', '60', 'noin 60', 'cannot_say'],
    ['>=', '60', 'noin 61', 'reached'],
    ['=', 'yli 5 %', '6 %', 'reached'],
    ['=', 'yli 5 %', '5 %', 'behind'],
  ])('%s %s, measured %s: %s', (operator, limit, actual, verdict) => {
    expect(judge(target(operator, limit), measured(actual), ended).verdict).toBe(verdict)
  })

  test('after the due day it is late; before it the baseline tells', () => {
    const aim = target('>=', '60')
    const baseline = value('15')
    const cases: [Measured, JudgeContext, Verdict, JudgementReason][] = [
      [measured('95'), context(), 'reached', 'met'],
      [measured('95', '2/2026'), ended, 'reached', 'met_late'],
      [measured('40'), ended, 'behind', 'due_not_met'],
      [measured('40'), context({ baseline }), 'on_the_way', 'moving'],
      [measured('15'), context({ baseline }), 'behind', 'unchanged'],
      [measured('10'), context({ baseline }), 'behind', 'moved_wrong'],
      [measured('40'), context(), 'cannot_say', 'no_baseline'],
      [measured('40'), context({ baseline: makeUnknown('number', 'unknown') }), 'cannot_say', 'no_baseline'],
      [measured('40'), context({ baseline: value('15 %') }), 'on_the_way', 'moving'],
      [measured('40 kpl'), context({ baseline: value('15 %') }), 'cannot_say', 'units_differ'],
    ]
    for (const [actual, about, verdict, reason] of cases)
      expect(judge(aim, actual, about)).toMatchObject({ verdict, reason })
    expect(judge(target('=', '0', {}), measured('22'), context({ baseline: value('51') }))).toMatchObject({
      verdict: 'on_the_way',
      met: false,
    })
  })

  test('a target of one period is judged on that period only', () => {
    const aim = target('>=', '66 %', { time: time('Q2/2024'), timing: 'during' })
    expect(judge(aim, measured('70 %', '5/2024'), ended)).toMatchObject({ verdict: 'reached', reason: 'met' })
    expect(judge(aim, measured('60 %', '5/2024'), ended)).toMatchObject({ verdict: 'behind', reason: 'due_not_met' })
    expect(judge(aim, measured('87 %', '7/2025'), ended)).toMatchObject({
      verdict: 'cannot_say',
      reason: 'other_period',
      met: null,
    })
    expect(judge(aim, measured('87 %', '2/2024'), ended)).toMatchObject({
      verdict: 'cannot_say',
      reason: 'other_period',
    })
    expect(judge(aim, { value: value('87 %'), time: null }, ended)).toMatchObject({
      verdict: 'cannot_say',
      reason: 'time_unknown',
    })
  })
})

describe('what cannot be judged says why', () => {
  test('an unknown is never zero: not for a target of zero, nor of less', () => {
    for (const unknown of unknownKinds) {
      for (const aim of [
        target('=', '0'),
        target('<', '5'),
        target('>=', '5'),
        target('direction', null, { direction: 'down' }),
      ]) {
        expect(judge(aim, { value: makeUnknown('number', unknown), time: time('2025') }, ended)).toEqual({
          verdict: 'cannot_say',
          reason: unknown,
          met: null,
        })
      }
    }
    expect(judge(target('=', '0'), measured('0'), ended).verdict).toBe('reached')
  })

  test.each<[string, Target, Measured | null, JudgementReason]>([
    ['no measurement', target('>=', '5'), null, 'no_measurement'],
    ['other units', target('>=', '100 %'), measured('45 hlö'), 'units_differ'],
    ['words', target('>=', '5'), measured('satoja tunteja'), 'not_comparable'],
    ['a change against a level', target('>=', '5'), measured('+25'), 'not_comparable'],
    ['a funnel', target('>=', '5'), measured('26 arvioitu → 10 ohjattu'), 'no_single_value'],
    [
      'a breakdown without total',
      target('>=', '5'),
      { value: makeValue('breakdown', { cells: [makeCell('a', { number: '9' })] }), time: null },
      'no_single_value',
    ],
    ['a target without number', target('>=', null), measured('5'), 'no_comparison'],
    [
      'an unknown target',
      { ...target('>=', null), value: makeUnknown('number', 'unknown') },
      measured('5'),
      'no_limit',
    ],
    ['a direction that is not told', target('direction', null), measured('5'), 'no_limit'],
    ['no change target', target('change_percent', null), measured('5'), 'no_limit'],
  ])('%s', (_name, aim, actual, reason) => {
    expect(judge(aim, actual, ended)).toEqual({ verdict: 'cannot_say', reason, met: null })
  })
})

describe('changes, directions, states', () => {
  test('a change in per cent is counted from the baseline, exactly', () => {
    const aim = target('change_percent', '−5 %', { time: time('12/2025') })
    const baseline = value('noin 1500')
    expect(judge(aim, measured('1424'), context({ baseline })).verdict).toBe('reached')
    expect(judge(aim, measured('1426'), context({ baseline }))).toMatchObject({
      verdict: 'on_the_way',
      reason: 'moving',
    })
    expect(judge(aim, measured('1426'), { ...ended, baseline })).toMatchObject({
      verdict: 'behind',
      reason: 'due_not_met',
    })
    expect(judge(aim, measured('1425'), { ...ended, baseline })).toMatchObject({
      verdict: 'cannot_say',
      reason: 'too_vague',
    })
    expect(judge(aim, measured('1425'), { ...ended, baseline: value('1500') }).verdict).toBe('reached')
    expect(judge(aim, measured('1600'), context({ baseline }))).toMatchObject({
      verdict: 'behind',
      reason: 'moved_wrong',
    })
    expect(judge(aim, measured('1424'), context())).toMatchObject({ verdict: 'cannot_say', reason: 'no_baseline' })
    expect(judge(aim, measured('1424'), context({ baseline: value('0') }))).toMatchObject({
      verdict: 'cannot_say',
      reason: 'baseline_zero',
    })
    expect(judge(aim, measured('−20 %'), ended).verdict).toBe('reached')
    expect(judge(aim, measured('−4 %'), ended).verdict).toBe('behind')
    expect(judge(aim, measured('25 vähemmän'), ended)).toMatchObject({ verdict: 'cannot_say', reason: 'units_differ' })
    expect(
      judge(target('change_percent', '+10 %'), measured('110'), { ...ended, baseline: value('100') }).verdict,
    ).toBe('reached')
  })

  test('a direction alone', () => {
    const down = target('direction', null, { direction: 'down', time: null })
    expect(judge(down, measured('25 vähemmän'), context())).toMatchObject({ verdict: 'reached', reason: 'moved_right' })
    expect(judge(down, measured('+25'), context())).toMatchObject({ verdict: 'behind', reason: 'moved_wrong' })
    expect(judge(down, measured('226 vrk'), context({ baseline: value('103 vrk') }))).toMatchObject({
      verdict: 'behind',
      reason: 'moved_wrong',
    })
    expect(judge(down, measured('90 vrk'), context({ baseline: value('103 vrk') }))).toMatchObject({
      verdict: 'reached',
    })
    expect(judge(down, measured('103 vrk'), context({ baseline: value('103 vrk') }))).toMatchObject({
      verdict: 'behind',
      reason: 'unchanged',
    })
    expect(judge(down, measured('alle 110 vrk'), context({ baseline: value('103 vrk') }))).toMatchObject({
      verdict: 'cannot_say',
      reason: 'too_vague',
    })
    expect(judge(down, measured('90 vrk'), context())).toMatchObject({ verdict: 'cannot_say', reason: 'no_baseline' })
  })

  test('a limit that is another value', () => {
    const aim = { ...target('>=', null), value: makeValue('state', { text: 'vähintään koko maan taso' }) }
    expect(judge(aim, measured('4,3 %'), { ...ended, comparison: value('4 %') }).verdict).toBe('reached')
    expect(judge(aim, measured('3,9 %'), { ...ended, comparison: value('4 %') }).verdict).toBe('behind')
    expect(judge(aim, measured('3,9 %'), ended)).toMatchObject({ verdict: 'cannot_say', reason: 'no_comparison' })
  })

  test('a state by a date', () => {
    const aim = { ...target('state', null), value: makeValue('state', { text: 'käytössä' }) }
    const yes = (yes: boolean): Measured => ({ value: makeValue('yes_no', { yes }), time: time('1/2025') })
    expect(judge(aim, yes(true), context())).toMatchObject({ verdict: 'reached', reason: 'met' })
    expect(judge(aim, yes(false), context())).toMatchObject({ verdict: 'on_the_way', reason: 'not_due' })
    expect(judge(aim, yes(false), ended)).toMatchObject({ verdict: 'behind', reason: 'due_not_met' })
    expect(judge({ ...aim, time: null }, yes(false), ended)).toMatchObject({
      verdict: 'cannot_say',
      reason: 'no_due_day',
    })
    const words = (text: string): Measured => ({ value: makeValue('state', { text }), time: time('1/2025') })
    expect(judge(aim, words('Käytössä'), context()).verdict).toBe('reached')
    expect(judge(aim, words('päätös hyväksytty, toimeenpano käynnissä'), ended)).toMatchObject({
      verdict: 'cannot_say',
      reason: 'not_comparable',
    })
    const yesLimit = { ...target('=', null), value: makeValue('yes_no', { yes: true }) }
    expect(judge(yesLimit, yes(true), ended).verdict).toBe('reached')
    expect(judge(yesLimit, yes(false), ended).verdict).toBe('behind')
  })

  test('words of a target ask for a comparison', () => {
    expect(
      ['yli 5 %', 'alle 7 vrk', 'vähintään 60', 'enintään 3', '5'].map((text) => comparisonOf(value(text).qualifier)),
    ).toEqual(['>', '<', '>=', '<=', '='])
  })
})

/** Whole numbers that a qualified value may be, for counting by hand what the judge reasons out. */
function candidates(text: string): number[] {
  const read = value(text)
  const [low, high] = [Number(read.number), Number(read.numberTo ?? read.number)]
  const all = Array.from({ length: 41 }, (_, index) => index - 10)
  const tests: Record<TypedValue['qualifier'], (n: number) => boolean> = {
    exact: (n) => n >= low && n <= high,
    about: (n) => n === low,
    over: (n) => n > low,
    at_least: (n) => n >= low,
    under: (n) => n < low,
    at_most: (n) => n <= low,
  }
  return all.filter(tests[read.qualifier])
}

test('agrees with counting every number that the value may be', () => {
  const holds = {
    '<': (a: number, b: number) => a < b,
    '<=': (a: number, b: number) => a <= b,
    '=': (a: number, b: number) => a === b,
    '>=': (a: number, b: number) => a >= b,
    '>': (a: number, b: number) => a > b,
  }
  let checked = 0
  const differing: string[] = []
  for (const operator of ['<', '<=', '=', '>=', '>'] as const) {
    for (let limit = 0; limit <= 20; limit += 1) {
      for (let n = 0; n <= 20; n += 1) {
        for (const text of [`${n}`, `yli ${n}`, `vähintään ${n}`, `alle ${n}`, `enintään ${n}`, `${n}–${n + 3}`]) {
          const outcomes = new Set(candidates(text).map((candidate) => holds[operator](candidate, limit)))
          const expected = outcomes.size === 2 ? null : outcomes.has(true)
          const { met } = judge(target(operator, `${limit}`), measured(text), ended)
          // Between whole numbers there are others: "over 4" may be under 5, which counting whole numbers cannot see.
          const wholeOnly = met === null && expected !== null && /yli|alle/.test(text) && Math.abs(n - limit) <= 1
          if (met !== expected && !wholeOnly)
            differing.push(`${text} ${operator} ${limit}: ${met}, counted ${expected}`)
          checked += 1
        }
      }
    }
  }
  console.log(`judgements checked against counting: ${checked}`)
  expect(checked).toBeGreaterThan(13_000)
  expect(differing).toEqual([])
})
