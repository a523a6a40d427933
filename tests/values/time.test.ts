import { describe, expect, test } from 'vitest'
import { addDays, dateInHelsinki, daysBetween, isoDate, isoWeek, lastOfMonth, weekdayOf } from '@/lib/values/calendar'
import { codeOfDates, nextQuarter, previousQuarter, quarterOf, spanOfCode, timeSpanFromCode } from '@/lib/values/time'

describe('canonical codes', () => {
  test.each([
    ['2025', '2025-01-01', '2025-12-31'],
    ['2024-02', '2024-02-01', '2024-02-29'],
    ['2025-02', '2025-02-01', '2025-02-28'],
    ['2025-Q1', '2025-01-01', '2025-03-31'],
    ['2025-Q4', '2025-10-01', '2025-12-31'],
    ['2025-H1', '2025-01-01', '2025-06-30'],
    ['2025-H2', '2025-07-01', '2025-12-31'],
    ['2025-W01', '2024-12-30', '2025-01-05'],
    ['2025-W35', '2025-08-25', '2025-08-31'],
    ['2020-W53', '2020-12-28', '2021-01-03'],
    ['2025-09-03', '2025-09-03', '2025-09-03'],
    ['2025-01/2025-07', '2025-01-01', '2025-07-31'],
    ['2025-01/2025-05-21', '2025-01-01', '2025-05-21'],
    ['2024-10/2025-06', '2024-10-01', '2025-06-30'],
    ['2023/2025', '2023-01-01', '2025-12-31'],
    ['2024-08/2025-07', '2024-08-01', '2025-07-31'],
    ['2025-10-01/..', '2025-10-01', null],
    ['../2025-08-28', null, '2025-08-28'],
  ])('%s', (code, from, to) => {
    expect(timeSpanFromCode(code, 'x')).toEqual({ ok: true, value: { asWritten: 'x', code, from, to, basis: null } })
  })

  test.each([
    '',
    '25',
    '2025-13',
    '2025-00',
    '2025-Q5',
    '2025-H3',
    '2025-W54',
    '2025-W53',
    '2025-02-30',
    '2025-9-3',
    '../..',
    '/',
    'a/b',
    '2025/2026/2027',
    'edellinen vuosi',
    'Q3/2025',
  ])('%j is none', (code) => {
    expect(timeSpanFromCode(code)).toMatchObject({ ok: false, reason: 'NOT_A_TIME' })
  })

  test('a range does not end before it starts', () => {
    expect(timeSpanFromCode('2025-07/2025-01')).toMatchObject({ ok: false, reason: 'ENDS_BEFORE_START' })
  })

  test('every day of 40 years has one quarter, and dates and codes answer each other', () => {
    let checked = 0
    for (let day = '1999-12-31'; day < '2040-01-01'; day = addDays(day, 1)) {
      const quarter = spanOfCode(quarterOf(day))
      if (!quarter || day < quarter.from || day > quarter.to) throw new Error(day)
      if (codeOfDates({ from: day, to: day }) !== day) throw new Error(day)
      checked += 1
    }
    const codes = [
      '2025',
      '2025-Q2',
      '2025-H2',
      '2025-03',
      '2025-09-03',
      '2023/2025',
      '2025-01/2025-07',
      '2025-10-01/..',
      '../2025-08-28',
      '2025-03-02/2025-04-01',
    ]
    for (const code of codes) {
      const span = timeSpanFromCode(code)
      expect(span.ok && codeOfDates(span.value)).toBe(code)
    }
    console.log(`days checked: ${checked}`)
    expect(checked).toBeGreaterThan(14_000)
    expect(codeOfDates({ from: null, to: null })).toBeNull()
  })

  test('every ISO week of 60 years follows the one before', () => {
    let weeks = 0
    let expected = '1990-01-01'
    for (let year = 1990; year < 2050; year += 1) {
      for (let week = 1; week <= 53; week += 1) {
        const span = isoWeek(year, week)
        if (!span) continue
        if (span.from !== expected || weekdayOf(span.from) !== 1 || daysBetween(span.from, span.to) !== 6)
          throw new Error(`${year}-W${week}`)
        expected = addDays(span.to, 1)
        weeks += 1
      }
    }
    console.log(`weeks checked: ${weeks}`)
    expect(weeks).toBe(Math.round(daysBetween('1990-01-01', expected) / 7))
  })

  test('quarters before and after', () => {
    expect([
      previousQuarter('2025-Q1'),
      previousQuarter('2025-Q4'),
      nextQuarter('2025-Q4'),
      nextQuarter('2025-Q1'),
    ]).toEqual(['2024-Q4', '2025-Q3', '2026-Q1', '2025-Q2'])
    expect(() => previousQuarter('2025-07')).toThrow(RangeError)
  })

  test('the calendar knows which days exist and which day it is in Helsinki', () => {
    expect([isoDate(2024, 2, 29), isoDate(2025, 2, 29), isoDate(2025, 13, 1), isoDate(0, 1, 1)]).toEqual([
      '2024-02-29',
      null,
      null,
      null,
    ])
    expect([lastOfMonth(2024, 2), lastOfMonth(2025, 12), lastOfMonth(2025, 0)]).toEqual([
      '2024-02-29',
      '2025-12-31',
      null,
    ])
    expect(dateInHelsinki(new Date('2025-06-30T21:00:00Z'))).toBe('2025-07-01')
    expect(dateInHelsinki(new Date('2025-12-31T21:59:59Z'))).toBe('2025-12-31')
  })
})
