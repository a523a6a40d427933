import { describe, expect, test } from 'vitest'
import { compare, parseDecimal } from '@/lib/values/decimal'
import * as format from '@/lib/values/format'
import type { FormatLocale } from '@/lib/values/intl'

const gap = '\u00a0'
const minus = '\u2212'
const locales = ['fi', 'sv', 'en'] as const

describe('numbers and amounts', () => {
  test.each<[string, (locale: FormatLocale) => string, string, string]>([
    ['millions', (l) => format.formatNumber('1234567', l), `1${gap}234${gap}567`, '1,234,567'],
    ['below zero', (l) => format.formatNumber('-1234.50', l), `${minus}1${gap}234,50`, `${minus}1,234.50`],
    ['decimals', (l) => format.formatNumber('35.5', l), '35,5', '35.5'],
    ['a count', (l) => format.formatNumber(1234, l), `1${gap}234`, '1,234'],
    ['an amount', (l) => format.formatAmount('1234.5', l), `1${gap}234,50${gap}€`, '€1,234.50'],
    [
      'an amount below zero',
      (l) => format.formatAmount('-1234.5', l),
      `${minus}1${gap}234,50${gap}€`,
      `${minus}€1,234.50`,
    ],
    ['whole euros', (l) => format.formatAmountWhole('6465000', l), `6${gap}465${gap}000${gap}€`, '€6,465,000'],
    ['per cent', (l) => format.formatPercent('35.5', l), `35,5${gap}%`, '35.5%'],
    ['per cent, rounded', (l) => format.formatPercent('35.55', l, { decimals: 1 }), `35,6${gap}%`, '35.6%'],
    ['a change up', (l) => format.formatChange('354', l), '+354', '+354'],
    ['a change down', (l) => format.formatChange('-20', l, 'percent'), `${minus}20${gap}%`, `${minus}20%`],
    ['no change', (l) => format.formatChange('0', l), '0', '0'],
    ['a change in euros', (l) => format.formatChange('100', l, 'amount'), `+100,00${gap}€`, '+€100.00'],
    ['points of a risk', (l) => format.formatPoints(16, l), `16${gap}p.`, `16${gap}pts`],
  ])('%s', (_name, write, finnish, english) => {
    expect([write('fi'), write('sv'), write('en')]).toEqual([finnish, finnish, english])
  })

  test('shows the decimals that were given, or as many as asked, rounding half away from zero', () => {
    expect(format.formatNumber('4.60', 'fi')).toBe('4,60')
    expect(format.formatNumber('2.5', 'fi', { decimals: 0 })).toBe('3')
    expect(format.formatNumber('-2.5', 'fi', { decimals: 0 })).toBe(`${minus}3`)
    expect(format.formatNumber('-0.004', 'fi', { decimals: 2 })).toBe('0,00')
    expect(format.formatAmount('0.005', 'fi')).toBe(`0,01${gap}€`)
  })

  test('is exact beyond floating point', () => {
    expect(format.formatNumber('9007199254740993.123456789', 'fi')).toBe(
      `9${gap}007${gap}199${gap}254${gap}740${gap}993,123456789`,
    )
    expect(() => format.formatNumber(0.1 + 0.2, 'fi')).toThrow(TypeError)
    expect(() => format.formatNumber('1,5', 'fi')).toThrow(RangeError)
    expect(() => format.formatNumber('', 'fi')).toThrow(RangeError)
    expect(() => format.formatAmount('NaN', 'fi')).toThrow(RangeError)
  })

  test.each([
    [0, '0 t'],
    [999, '999 t'],
    [1000, '1 kt'],
    [1234, '1,2 kt'],
    [12_345, '12 kt'],
    [999_950, '1 Mt'],
    [1_234_567, '1,2 Mt'],
    [5_000_000_000, '5 Gt'],
  ])('a file of %d bytes', (bytes, text) => {
    expect(format.formatFileSize(bytes, 'fi').replaceAll(gap, ' ')).toBe(text)
  })
})

type Formatter = (value: string, locale: FormatLocale) => string

/** Exact decimals of every size, no two alike: 0 to 6 decimals, both signs, up to twelve digits. */
function* manyDecimals(): Generator<string> {
  let seed = 20_250_912
  const next = (below: number) => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648
    return seed % below
  }
  for (let index = 0; index < 6000; index += 1) {
    const whole =
      String(next(10 ** (1 + (index % 6)))) + (index % 2 === 0 ? String(next(1_000_000)).padStart(6, '0') : '')
    const places = index % 7
    const fraction = places === 0 ? '' : `.${String(next(10 ** places)).padStart(places, '0')}`
    const digits = whole.replace(/^0+(?=\d)/, '') + fraction
    yield index % 3 === 0 && /[1-9]/.test(digits) ? `-${digits}` : digits
  }
}

/** Numbers that do not come back from their written form. English is read with its own marks first turned Finnish. */
function lost(formatter: Formatter): { checked: number; wrong: string[] } {
  let checked = 0
  const wrong: string[] = []
  for (const value of manyDecimals()) {
    for (const locale of locales) {
      const text = formatter(value, locale)
      const read = parseDecimal(locale === 'en' ? text.replaceAll(',', '\u202f').replace('.', ',') : text)
      checked += 1
      if (!read.ok || read.value !== value) wrong.push(`${locale} ${value} → ${text}`)
    }
  }
  return { checked, wrong }
}

describe('what is written is read back the same', () => {
  test('thousands of numbers in three languages', () => {
    const { checked, wrong } = lost((value, locale) => format.formatNumber(value, locale))
    console.log(`round trip: ${checked} numbers written and read back, ${wrong.length} lost`)
    expect(checked).toBeGreaterThanOrEqual(18_000)
    expect(wrong).toEqual([])
  })

  test.each<[string, Formatter]>([
    ['rounds to two decimals', (value, locale) => format.formatNumber(value, locale, { decimals: 2 })],
    [
      'goes through floating point',
      (value, locale) => new Intl.NumberFormat(locale, { maximumFractionDigits: 20 }).format(Number(value)),
    ],
    ['loses the sign', (value, locale) => format.formatNumber(value.replace('-', ''), locale)],
    ['writes a dot for thousands', (value) => new Intl.NumberFormat('de').format(value as Intl.StringNumericLiteral)],
  ])('a formatter that %s is caught', (_name, broken) => {
    expect(lost(broken).wrong.length).toBeGreaterThan(100)
  })

  test('amounts come back to the cent', () => {
    let checked = 0
    for (const value of manyDecimals()) {
      const cents = /^-?\d+(?:\.\d{1,2})?$/.exec(value)?.[0]
      if (cents === undefined) continue
      const read = parseDecimal(format.formatAmount(cents, 'fi').replace(/\s*€$/, ''))
      expect(read.ok && compare(read.value, cents)).toBe(0)
      checked += 1
    }
    console.log(`amounts written and read back: ${checked}`)
    expect(checked).toBeGreaterThan(2000)
  })
})

describe('dates and times', () => {
  test('Finnish', () => {
    expect(format.formatDate('2025-09-12', 'fi')).toBe('12.9.2025')
    expect(format.formatDateTime('2025-09-12T09:05:00Z', 'fi')).toBe('12.9.2025 klo 12.05')
    expect(format.formatTime('2025-09-12T11:02:00Z', 'fi')).toBe('14.02')
    expect(format.formatDateRange('2025-07-01', '2025-09-30', 'fi')).toBe('1.7.–30.9.2025')
    expect(format.formatDateRange('2024-07-01', '2025-09-30', 'fi')).toBe('1.7.2024–30.9.2025')
    expect(format.formatDateRange('2025-07-01', '2025-07-15', 'fi')).toBe('1.–15.7.2025')
    expect(format.formatDateRange('2025-07-01', '2025-07-01', 'fi')).toBe('1.7.2025')
    expect(format.formatDateRange('2025-10-01', null, 'fi')).toBe('1.10.2025–')
    expect(format.formatDateRange(null, '2025-08-28', 'fi')).toBe('–28.8.2025')
    expect(format.formatDateRange(null, null, 'fi')).toBe('')
    expect(() => format.formatDateRange('2025-09-30', '2025-07-01', 'fi')).toThrow(RangeError)
    expect(format.formatMonth('2025-09', 'fi')).toBe('syyskuu 2025')
    expect(format.formatQuarter('2025-Q3')).toBe('Q3/2025')
    expect(format.formatQuarterText('2025-Q3')).toBe('7–9/2025')
    expect(() => format.formatQuarter('2025-Q5')).toThrow(RangeError)
  })

  test('Swedish in Finland and English', () => {
    expect(format.formatDate('2025-09-12', 'sv')).toBe('12.9.2025')
    expect(format.formatDateTime('2025-09-12T09:05:00Z', 'sv')).toBe('12.9.2025 kl. 12.05')
    expect(format.formatDateRange('2025-07-01', '2025-09-30', 'sv')).toBe('1.7–30.9.2025')
    expect(format.formatDate('2025-09-12', 'en')).toBe('12 Sept 2025')
    expect(format.formatDateTime('2025-09-12T09:05:00Z', 'en')).toBe('12 Sept 2025, 12:05')
    expect(format.formatDateRange('2025-07-01', '2025-09-30', 'en')).toBe('1 Jul – 30 Sept 2025')
    expect(format.formatMonth('2025-09', 'sv')).toBe('september 2025')
  })

  test('a moment belongs to the Helsinki day, summer and winter, wherever the server stands', () => {
    expect(format.formatDate('2025-06-30T21:30:00Z', 'fi')).toBe('1.7.2025')
    expect(format.formatDate('2025-12-31T22:30:00Z', 'fi')).toBe('1.1.2026')
    expect(format.formatDate(new Date('2025-12-31T21:30:00Z'), 'fi')).toBe('31.12.2025')
    expect(format.formatDateTime('2025-03-30T00:59:00Z', 'fi')).toBe('30.3.2025 klo 2.59')
    expect(format.formatDateTime('2025-03-30T01:00:00Z', 'fi')).toBe('30.3.2025 klo 4.00')
    expect(() => format.formatDate('2025-02-30', 'fi')).toThrow(RangeError)
    expect(() => format.formatDate('huomenna', 'fi')).toThrow(RangeError)
  })

  test.each([
    ['2025', '2025'],
    ['2025-07', '7/2025'],
    ['2025-Q3', 'Q3/2025'],
    ['2025-H1', '1–6/2025'],
    ['2025-W35', 'vk 35/2025'],
    ['2025-09-03', '3.9.2025'],
    ['2023/2025', '2023–2025'],
    ['2025-01/2025-07', '1–7/2025'],
    ['2024-10/2025-06', '10/2024–6/2025'],
    ['2025-06-01/2025-08-18', '1.6.–18.8.2025'],
    ['2025-01/2025-05-21', '1.1.–21.5.2025'],
    ['2025-10-01/..', '1.10.2025–'],
    ['../2025-08-28', '–28.8.2025'],
  ])('the time %s', (code, text) => {
    expect(format.formatTimeCode(code, 'fi').replaceAll(gap, ' ')).toBe(text)
  })

  test('a code that is no time is not shown', () => {
    expect(() => format.formatTimeCode('edellinen vuosi', 'fi')).toThrow(RangeError)
  })

  test('a period goes by its key where that is no time', () => {
    expect(format.formatPeriodKey('2025-Q3', 'fi')).toBe('Q3/2025')
    expect(format.formatPeriodKey('2025-09', 'fi')).toBe('9/2025')
    expect(format.formatPeriodKey('vaihe-1', 'fi')).toBe('vaihe-1')
  })
})
