import { describe, expect, it } from 'vitest'
import { type Asked, readSampleSize, readTime, readValue } from '@/lib/indicators/readings/model'
import { reportedValues } from '@/lib/status-reports/measurements/model'

const share = '0197a000-0000-7000-8000-00000000000a'
const used = '0197a000-0000-7000-8000-00000000000b'
const percent = { kind: 'numeric', unit: '%', dimensions: [] }

function read(text: string, asked: Asked) {
  const reading = readValue(text, asked)
  return reading.ok ? reading.value : reading.message
}

describe('a typed value', () => {
  it.each([
    ['35,5', percent, { kind: 'number', number: '35.5', unit: '%' }],
    ['35.5 %', percent, { kind: 'number', number: '35.5' }],
    ['yli 56 %', percent, { number: '56', qualifier: 'over' }],
    ['47–80 %', percent, { number: '47', numberTo: '80' }],
    ['1 234', { kind: 'numeric', unit: 'kpl', dimensions: [] }, { kind: 'count', number: '1234' }],
    ['12', { kind: 'numeric', unit: null, dimensions: [] }, { kind: 'number', number: '12', unit: null }],
    ['26 arvioitu → 10 ohjattu → 3 toteutettu', { kind: 'numeric', unit: 'hlö', dimensions: [] }, { kind: 'funnel' }],
    ['5/5', { kind: 'numeric', unit: 'kpl', dimensions: [] }, { kind: 'fraction', number: '5', numberTo: '5' }],
    [
      'Kajaani: 24; Kuhmo: ei tiedossa',
      { kind: 'numeric', unit: 'hlö', dimensions: [] },
      { kind: 'breakdown', number: null, cells: [{ label: 'Kajaani', number: '24' }, { unknown: 'unknown' }] },
    ],
    ['kyllä', { kind: 'yes_no', unit: null, dimensions: [] }, { kind: 'yes_no', yes: true }],
    ['ei tiedossa', percent, { unknown: 'unknown', number: null }],
    [
      'otettu käyttöön 13.5.2024',
      { kind: 'textual', unit: null, dimensions: [] },
      { kind: 'text', text: 'otettu käyttöön 13.5.2024' },
    ],
  ])('%s', (text, asked, expected) => {
    expect(read(text, asked)).toMatchObject(expected)
  })

  it.each([
    ['1.234', percent, 'values.error.ambiguousThousands'],
    ['Kajaani: monta', percent, 'values.error.notANumber'],
    ['paljon', percent, 'values.error.notANumber'],
    ['ehkä', { kind: 'yes_no', unit: null, dimensions: [] }, 'values.error.notYesNo'],
  ])('is refused when it can be read in two ways or in none: %s', (text, asked, message) => {
    expect(read(text, asked)).toBe(message)
  })

  it('has a whole number of observations', () => {
    expect(readSampleSize('1 240')).toEqual({ ok: true, value: 1240 })
    for (const text of ['12,5', '-3', 'noin 10']) expect(readSampleSize(text).ok).toBe(false)
  })

  it('has a time, of the period’s year when it names none', () => {
    const week = readTime('vk 35', 2025)
    expect(week.ok && week.value.code).toBe('2025-W35')
    expect(readTime('joskus', 2025)).toEqual({ ok: false, message: 'values.timeError.notATime' })
  })
})

describe('what approving a report makes', () => {
  const asked = new Map<string, Asked>([
    [share, percent],
    [used, { kind: 'yes_no', unit: null, dimensions: [] }],
  ])
  const period = { key: '2025-Q4', from: '2025-10-01', to: '2025-12-31' }

  it('is one measurement for each value, with its own time or the period’s', () => {
    const values = reportedValues(
      [
        { path: `indicators/${share}/value`, text: ' 12,5 % ' },
        { path: `indicators/${share}/n`, text: '40' },
        { path: `indicators/${share}/time`, text: '11/2025' },
        { path: `indicators/${used}/value`, text: 'ei' },
        { path: 'results/text', text: '99 %' },
      ],
      asked,
      period,
    )
    expect(values).toMatchObject([
      { indicatorId: share, value: { number: '12.5' }, n: 40, time: { code: '2025-11' } },
      {
        indicatorId: used,
        value: { yes: false },
        n: null,
        time: { code: '2025-Q4', from: '2025-10-01', to: '2025-12-31' },
      },
    ])
  })

  it('is nothing of an empty value: not measured is not zero', () => {
    const entries = [
      { path: `indicators/${share}/value`, text: ' ' },
      { path: `indicators/${share}/note`, text: 'Ei mitattu' },
    ]
    expect(reportedValues(entries, asked, period)).toEqual([])
  })
})
