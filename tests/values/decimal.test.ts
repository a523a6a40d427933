import { describe, expect, test } from 'vitest'
import {
  add,
  compare,
  decimalFromNumber,
  divide,
  isZero,
  multiply,
  negate,
  parseDecimal,
  ratioPercent,
  round,
  subtract,
  sum,
} from '@/lib/values/decimal'

describe('a decimal typed by a person', () => {
  test.each([
    ['1234,5', '1234.5'],
    ['1 234,50', '1234.50'],
    ['1\u00a0234,50', '1234.50'],
    ['1\u202f234,50', '1234.50'],
    ['1\u2009234\u2009567', '1234567'],
    ['1\u2007234', '1234'],
    ['35.5', '35.5'],
    ['1234.56', '1234.56'],
    ['1.2345', '1.2345'],
    ['96,46121', '96.46121'],
    ['1,234', '1.234'],
    ['0,5', '0.5'],
    ['−5', '-5'],
    ['-5', '-5'],
    ['+354', '354'],
    ['−1 234,50', '-1234.50'],
    ['007', '7'],
    ['-0', '0'],
    ['-0,00', '0.00'],
    ['  12  ', '12'],
    ['999 999 999 999,99', '999999999999.99'],
  ])('%j is %s', (text, value) => {
    expect(parseDecimal(text)).toEqual({ ok: true, value })
  })

  test.each([
    ['1.234', 'AMBIGUOUS_THOUSANDS'],
    ['73.000', 'AMBIGUOUS_THOUSANDS'],
    ['0.125', 'AMBIGUOUS_THOUSANDS'],
    ['1234.567', 'AMBIGUOUS_THOUSANDS'],
    ['1 234.567', 'AMBIGUOUS_THOUSANDS'],
    ['−1.234', 'AMBIGUOUS_THOUSANDS'],
    ['1.234,50', 'AMBIGUOUS_THOUSANDS'],
    ['1.234.567', 'AMBIGUOUS_THOUSANDS'],
    ['1,234.50', 'AMBIGUOUS_THOUSANDS'],
    ['1,234,567', 'AMBIGUOUS_THOUSANDS'],
    ['12 34', 'NOT_A_NUMBER'],
    ['1 2345', 'NOT_A_NUMBER'],
    ['1234 567', 'NOT_A_NUMBER'],
    ['1  234', 'NOT_A_NUMBER'],
    ['1 234 56', 'NOT_A_NUMBER'],
    ['', 'NOT_A_NUMBER'],
    ['-', 'NOT_A_NUMBER'],
    [',5', 'NOT_A_NUMBER'],
    ['5,', 'NOT_A_NUMBER'],
    ['1,2,3', 'NOT_A_NUMBER'],
    ['--5', 'NOT_A_NUMBER'],
    ['- 5', 'NOT_A_NUMBER'],
    ['1e5', 'NOT_A_NUMBER'],
    ['NaN', 'NOT_A_NUMBER'],
    ['Infinity', 'NOT_A_NUMBER'],
    ['0x10', 'NOT_A_NUMBER'],
    ['１２', 'NOT_A_NUMBER'],
    ['12 %', 'NOT_A_NUMBER'],
    ["1'234", 'NOT_A_NUMBER'],
    ['1 234 567 890 123', 'TOO_LONG'],
    ['0,1234567', 'TOO_LONG'],
  ])('%j is refused: %s', (text, reason) => {
    expect(parseDecimal(text)).toMatchObject({ ok: false, reason })
  })

  test('a comma before three digits is uncertain only in English', () => {
    expect(parseDecimal('1,234', 'fi')).toEqual({ ok: true, value: '1.234' })
    expect(parseDecimal('1,234', 'sv')).toEqual({ ok: true, value: '1.234' })
    expect(parseDecimal('1,234', 'en')).toMatchObject({ ok: false, reason: 'AMBIGUOUS_THOUSANDS' })
    expect(parseDecimal('1,23', 'en')).toEqual({ ok: true, value: '1.23' })
  })
})

describe('exact arithmetic', () => {
  test('does what floating point does not', () => {
    expect(add('0.1', '0.2')).toBe('0.3')
    expect(subtract('0.3', '0.1')).toBe('0.2')
    expect(multiply('1.1', '1.1')).toBe('1.21')
    expect(add('999999999999.99', '0.01')).toBe('1000000000000')
    expect(multiply('999999999999.999999', '999999999999.999999')).toBe('999999999999999998000000.000000000001')
    expect(decimalFromNumber(1e21)).toBe('1000000000000000000000')
    expect(decimalFromNumber(0.000001)).toBe('0.000001')
    expect(() => decimalFromNumber(Number.NaN)).toThrow(RangeError)
  })

  test('the four sums of purchases of the demo project', () => {
    const { total, unknown } = sum(['546750.15', '22785.00', null, '4616.00', '738493.92'])
    expect({ total, unknown }).toEqual({ total: '1312645.07', unknown: 1 })
  })

  test('an unknown is never zero', () => {
    expect(sum([null, null])).toEqual({ total: null, unknown: 2 })
    expect(sum([])).toEqual({ total: '0', unknown: 0 })
    expect(sum(['0', null])).toEqual({ total: '0', unknown: 1 })
  })

  test('compares, rounds, divides', () => {
    expect([compare('1.50', '1.5'), compare('9', '10'), compare('-1', '-2')]).toEqual([0, -1, 1])
    expect([round('2.5', 0), round('-2.5', 0), round('1.005', 2), round('1.20', 2)]).toEqual(['3', '-3', '1.01', '1.2'])
    expect([
      ratioPercent('45', '58'),
      ratioPercent('1', '3', 4),
      ratioPercent('1', '0'),
      ratioPercent('1', '2'),
    ]).toEqual(['77.6', '33.3333', null, '50'])
    expect([divide('1', '0', 2), divide('1', '8', 3)]).toEqual([null, '0.125'])
    expect([isZero('0.00'), isZero('-0'), isZero('0.001')]).toEqual([true, true, false])
    expect([negate('5'), negate('-5'), negate('0')]).toEqual(['-5', '5', '0'])
  })
})
