import { describe, expect, test } from 'vitest'
import { cellTexts, describeUnknown, formatTypedValue, showUnderstood, showWritten } from '@/lib/values/format-value'
import { makeCell, makeUnknown, makeValue } from '@/lib/values/make-value'
import { parseTypedValue, type ValueHint } from '@/lib/values/parse-value'
import { type TypedValue, unknownKinds } from '@/lib/values/typed-value'

const plain = (text: string | null) => text?.replaceAll('\u00a0', ' ').replaceAll('\u2212', '−') ?? null

function read(text: string, hint: ValueHint = {}): TypedValue {
  const parsed = parseTypedValue(text, hint)
  if (!parsed.ok) throw new Error(`${text}: ${parsed.reason}`)
  return parsed.value
}

describe('what was understood is shown back', () => {
  test.each<[string, ValueHint, string, string, string]>([
    ['35.5 %', {}, '35,5 %', '35,5 %', '35.5%'],
    ['yli 56%', {}, 'yli 56 %', 'över 56 %', 'over 56%'],
    ['n.190', {}, 'noin 190', 'cirka 190', 'about 190'],
    ['ainakin 1218', {}, 'vähintään 1 218', 'minst 1 218', 'at least 1,218'],
    ['47-80 %', {}, '47–80 %', '47–80 %', '47–80%'],
    ['1 min- 43 min', {}, '1–43 min', '1–43 min', '1–43 min'],
    ['45-200 €', {}, '45,00–200,00 €', '45,00–200,00 €', '€45.00–€200.00'],
    ['5/5', {}, '5/5', '5/5', '5/5'],
    ['3 h 4 min', {}, '3 h 4 min', '3 h 4 min', '3 h 4 min'],
    ['3 h 4 min', { unit: 'min' }, '184 min', '184 min', '184 min'],
    ['14 vrk', {}, '14 vrk', '14 vrk', '14 vrk'],
    ['1,5 h', {}, '1,5 h', '1,5 h', '1.5 h'],
    ['1234,5 euroa', {}, '1 234,50 €', '1 234,50 €', '€1,234.50'],
    ['1,2htv', {}, '1,2 htv', '1,2 htv', '1.2 htv'],
    ['87', { unit: '% vastaajista' }, '87 % vastaajista', '87 % vastaajista', '87% vastaajista'],
    ['4,07', { unit: 'pistettä (0–5)' }, '4,07 pistettä (0–5)', '4,07 pistettä (0–5)', '4.07 pistettä (0–5)'],
    ['78', { unit: 'NPS -100–100' }, '78 (NPS -100–100)', '78 (NPS -100–100)', '78 (NPS -100–100)'],
    ['+354/ 3 kk', {}, '+354 / 3 kk', '+354 / 3 kk', '+354 / 3 kk'],
    ['-20%', {}, '−20 %', '−20 %', '−20%'],
    ['kyllä', {}, 'kyllä', 'ja', 'yes'],
    [
      '26 arvioitu -> 10 ohjattu',
      {},
      '26 arvioitu → 10 ohjattu',
      '26 arvioitu → 10 ohjattu',
      '26 arvioitu → 10 ohjattu',
    ],
    ['satoja tunteja', {}, 'satoja tunteja', 'satoja tunteja', 'satoja tunteja'],
  ])('%j for %j', (text, hint, fi, sv, en) => {
    const value = read(text, hint)
    expect([
      plain(showUnderstood(value, 'fi')),
      plain(showUnderstood(value, 'sv')),
      plain(showUnderstood(value, 'en')),
    ]).toEqual([fi, sv, en])
  })

  test('negative ends of a range do not run together', () => {
    expect(plain(showUnderstood(makeValue('range', { number: '-5', numberTo: '-2' }), 'fi'))).toBe('−5 – −2')
  })

  test('minutes that are not even in their unit are shown in several', () => {
    expect(plain(showUnderstood(makeValue('duration', { number: '1441', unit: 'vrk' }), 'fi'))).toBe('24 h 1 min')
    expect(plain(showUnderstood(makeValue('duration', { number: '0', unit: 'h min' }), 'fi'))).toBe('0 min')
  })

  test('cells: a total stands for them, else they are told one by one, and an unknown cell says so', () => {
    const cells = [
      makeCell('Kajaani', { number: '24' }),
      makeCell('Kuhmo', { unknown: 'unknown' }),
      makeCell('Sotkamo', { number: '50', unit: '%', qualifier: 'over' }),
    ]
    const open = makeValue('breakdown', { cells })
    expect(plain(showUnderstood(open, 'fi'))).toBe('Kajaani 24; Kuhmo ei tiedossa; Sotkamo yli 50 %')
    expect(plain(showUnderstood({ ...open, number: '1210', unit: 'kpl' }, 'fi'))).toBe('1 210 kpl')
    expect(cellTexts(open, 'en').map(({ text }) => plain(text))).toEqual(['24', 'not known', 'over 50%'])
  })

  test('every understood value is read back as the same value', () => {
    const texts = [
      '35,5 %',
      'yli 56 %',
      'noin 190',
      '47–80 %',
      '5/5',
      '3 h 4 min',
      '14 vrk',
      '1 234,50 €',
      '1,2 htv',
      '+354 / 3 kk',
      '−20 %',
      'kyllä',
      'ei',
      '26 arvioitu → 10 ohjattu',
    ]
    for (const text of texts) {
      const value = read(text)
      const again = read(showUnderstood(value, 'fi') ?? '')
      expect({ ...again, asWritten: null, cells: again.cells.map((c) => ({ ...c, asWritten: null })) }).toEqual({
        ...value,
        asWritten: null,
        cells: value.cells.map((c) => ({ ...c, asWritten: null })),
      })
    }
  })
})

describe('the written and the understood', () => {
  test('the written form is shown as written, in every language', () => {
    const value = read('87% (7/2025)')
    expect([showWritten(value, 'fi'), showWritten(value, 'en')]).toEqual(['87% (7/2025)', '87% (7/2025)'])
    expect(plain(showWritten(makeValue('number', { number: '87.5' }), 'fi'))).toBe('87,5')
  })

  test('where there is room for one, figures are uniform and words are the source’s own', () => {
    expect(plain(formatTypedValue(read('87% (7/2025)'), 'fi'))).toBe('87 %')
    expect(formatTypedValue(makeValue('yes_no', { yes: false, asWritten: 'aloitettu' }), 'fi')).toBe('aloitettu')
    expect(formatTypedValue(makeValue('yes_no', { yes: false }), 'sv')).toBe('nej')
    expect(formatTypedValue(makeValue('state', { text: 'käytössä', asWritten: 'käytössä 1/2025' }), 'fi')).toBe(
      'käytössä 1/2025',
    )
  })

  test('an unknown is never a number: it has a name of its own', () => {
    for (const unknown of unknownKinds) {
      const value = makeUnknown('number', unknown, { unit: '%', asWritten: '-', number: '0' })
      expect([showUnderstood(value, 'fi'), formatTypedValue(value, 'fi')]).toEqual([null, null])
    }
    expect(new Set(unknownKinds.map(describeUnknown)).size).toBe(4)
  })
})
