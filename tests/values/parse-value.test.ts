import { describe, expect, test } from 'vitest'
import { parseTypedValue, type ValueHint } from '@/lib/values/parse-value'
import type { TypedValue } from '@/lib/values/typed-value'
import { scaleBounds, splitUnit } from '@/lib/values/units'

type Part = Partial<TypedValue>
const cell = (label: string, number: string) => expect.objectContaining({ label, number })

describe('understood without knowing what is asked', () => {
  test.each<[string, Part]>([
    ['87 %', { kind: 'number', number: '87', unit: '%', qualifier: 'exact' }],
    ['35.5 %', { kind: 'number', number: '35.5', unit: '%' }],
    ['yli 56 %', { kind: 'number', number: '56', unit: '%', qualifier: 'over' }],
    ['noin 60', { kind: 'number', number: '60', qualifier: 'about' }],
    ['n. 190', { number: '190', qualifier: 'about' }],
    ['n.190', { number: '190', qualifier: 'about' }],
    ['~60', { number: '60', qualifier: 'about' }],
    ['lähes 92 000', { number: '92000', qualifier: 'about' }],
    ['vähintään 218', { number: '218', qualifier: 'at_least' }],
    ['ainakin 218', { number: '218', qualifier: 'at_least' }],
    ['enintään 5', { number: '5', qualifier: 'at_most' }],
    ['alle 1 vrk', { kind: 'duration', number: '1440', unit: 'vrk', qualifier: 'under' }],
    ['>5%', { number: '5', unit: '%', qualifier: 'over' }],
    ['≥ 5 %', { number: '5', unit: '%', qualifier: 'at_least' }],
    ['högst 12', { number: '12', qualifier: 'at_most' }],
    ['mer än 12', { number: '12', qualifier: 'over' }],
    ['at least 12', { number: '12', qualifier: 'at_least' }],
    ['47–80 %', { kind: 'range', number: '47', numberTo: '80', unit: '%' }],
    ['47-80 %', { kind: 'range', number: '47', numberTo: '80', unit: '%' }],
    ['11,8–25,6 %', { kind: 'range', number: '11.8', numberTo: '25.6', unit: '%' }],
    ['20-30htp', { kind: 'range', number: '20', numberTo: '30', unit: 'htp' }],
    ['1–3 vrk', { kind: 'range', number: '1', numberTo: '3', unit: 'vrk' }],
    ['1 min- 43 min', { kind: 'range', number: '1', numberTo: '43', unit: 'min' }],
    ['1 234–2 345', { kind: 'range', number: '1234', numberTo: '2345', unit: null }],
    ['5/5', { kind: 'fraction', number: '5', numberTo: '5' }],
    ['45/58 lähijohtajaa', { kind: 'fraction', number: '45', numberTo: '58', unit: 'lähijohtajaa' }],
    ['12 / 24', { kind: 'fraction', number: '12', numberTo: '24' }],
    ['3 h 4 min', { kind: 'duration', number: '184', unit: 'h min' }],
    ['5 tuntia 45 minuuttia', { kind: 'duration', number: '345', unit: 'h min' }],
    ['noin 1 vrk 2 h', { kind: 'duration', number: '1560', unit: 'h min', qualifier: 'about' }],
    ['14 vrk', { kind: 'duration', number: '20160', unit: 'vrk' }],
    ['1,5 h', { kind: 'duration', number: '90', unit: 'h' }],
    ['1 234,50 €', { kind: 'amount', number: '1234.50', unit: '€' }],
    ['392350,00 euroa', { kind: 'amount', number: '392350.00', unit: '€' }],
    ['20 000e', { kind: 'amount', number: '20000', unit: '€' }],
    ['€ 50', { kind: 'amount', number: '50', unit: '€' }],
    ['3 milj. euroa', { kind: 'amount', number: '3000000', unit: '€' }],
    ['1,2 M€', { kind: 'amount', number: '1200000', unit: '€' }],
    ['−500 €', { kind: 'amount', number: '-500', unit: '€' }],
    ['1,2 htv', { kind: 'count', number: '1.2', unit: 'htv' }],
    ['16,3% puheluista', { kind: 'number', number: '16.3', unit: '% puheluista' }],
    ['+354 / 3 kk', { kind: 'change', number: '354', text: '3 kk', unit: null }],
    ['+354', { kind: 'change', number: '354', text: null }],
    ['−20 %', { kind: 'change', number: '-20', unit: '%' }],
    ['+7 %-yks.', { kind: 'change', number: '7', unit: '%-yks.' }],
    ['25 vähemmän', { kind: 'change', number: '-25' }],
    ['n. 37 htv vähemmän', { kind: 'change', number: '-37', unit: 'htv', qualifier: 'about' }],
    ['12 enemmän', { kind: 'change', number: '12' }],
    ['−5', { kind: 'number', number: '-5' }],
    ['kyllä', { kind: 'yes_no', yes: true, text: null }],
    ['Ei', { kind: 'yes_no', yes: false }],
    ['nej', { kind: 'yes_no', yes: false }],
    ['87% (7/2025)', { number: '87', unit: '%', note: '7/2025' }],
    ['44,2% (+7%/22)', { number: '44.2', unit: '%', note: '+7%/22' }],
    ['84,3 (n=108 971)', { number: '84.3', n: 108971, note: null }],
    ['satoja tunteja', { kind: 'text', text: 'satoja tunteja', number: null }],
    ['yli puolet', { kind: 'text', text: 'yli puolet' }],
    ['ei toteudu', { kind: 'text', text: 'ei toteudu' }],
    ['14 vrk sisällä, ei jonoa', { kind: 'text' }],
    ['otettu käyttöön 13.5.2024', { kind: 'text' }],
    ['12.9.2025', { kind: 'text' }],
    ['7–9/2025', { kind: 'text' }],
    ['(207 hlö)', { kind: 'text' }],
    ['Osallistujia n=1142', { kind: 'text' }],
  ])('%j', (text, value) => {
    expect(parseTypedValue(text)).toMatchObject({ ok: true, value: { asWritten: text, unknown: null, ...value } })
  })

  test('a funnel keeps its steps', () => {
    const cells = [cell('arvioitu', '26'), cell('ohjattu', '10'), cell('toteutettu', '3')]
    for (const text of ['26 arvioitu → 10 ohjattu → 3 toteutettu', 'arvioitu 26 -> ohjattu 10 -> toteutettu 3']) {
      expect(parseTypedValue(text)).toMatchObject({ ok: true, value: { kind: 'funnel', number: null, cells } })
    }
    const part = parseTypedValue('26 arvioitu → ? ohjattu → 3 toteutettu', { kind: 'funnel' })
    expect(part).toMatchObject({
      ok: true,
      value: { cells: [{}, { label: 'ohjattu', number: null, unknown: 'unknown' }, {}] },
    })
  })
})

describe('four kinds of no value, and zero', () => {
  test.each<[string, TypedValue['unknown']]>([
    ['ei tiedossa', 'unknown'],
    ['Ei tiedossa', 'unknown'],
    ['-', 'unknown'],
    ['–', 'unknown'],
    ['??', 'unknown'],
    ['okänt', 'unknown'],
    ['unknown', 'unknown'],
    ['ei kysytty', 'not_asked'],
    ['inte frågat', 'not_asked'],
    ['salattu', 'hidden'],
    ['..', 'hidden'],
    ['ei koske', 'not_applicable'],
    ['gäller inte', 'not_applicable'],
  ])('%j is %s', (text, unknown) => {
    for (const kind of [undefined, 'number', 'amount', 'yes_no', 'text', 'breakdown'] as const) {
      const parsed = parseTypedValue(text, kind ? { kind } : {})
      expect(parsed).toMatchObject({
        ok: true,
        value: { unknown, number: null, yes: null, text: null, asWritten: text },
      })
    }
  })

  test('zero is a value', () => {
    for (const text of ['0', '0 %', '0,0', 'alle 0']) {
      const parsed = parseTypedValue(text)
      expect(parsed.ok && [parsed.value.unknown, Number(parsed.value.number)]).toEqual([null, 0])
    }
  })
})

describe('understood as what is asked', () => {
  test.each<[string, ValueHint, Part]>([
    ['35,5', { unit: '%' }, { kind: 'number', number: '35.5', unit: '%' }],
    ['87 %', { unit: '% vastaajista' }, { kind: 'number', number: '87', unit: '% vastaajista' }],
    ['12 puhelua', { unit: 'puhelua/kk' }, { kind: 'count', number: '12', unit: 'puhelua/kk' }],
    ['60 hlöä', { unit: 'hlö' }, { kind: 'count', number: '60', unit: 'hlö' }],
    ['3 h 4 min', { unit: 'min' }, { kind: 'duration', number: '184', unit: 'min' }],
    ['2', { unit: 'vrk' }, { kind: 'duration', number: '2880', unit: 'vrk' }],
    ['36 h', { kind: 'duration', unit: 'vrk' }, { kind: 'duration', number: '2160', unit: 'h' }],
    ['4,07', { unit: 'pistettä (0–5)' }, { kind: 'scale', number: '4.07', unit: 'pistettä (0–5)' }],
    ['4,07 pistettä (0–5)', { unit: 'pistettä (0–5)' }, { kind: 'scale', number: '4.07', note: null }],
    ['−40', { unit: 'NPS -100–100' }, { kind: 'scale', number: '-40' }],
    ['45–200 €', { unit: '€/kerta' }, { kind: 'range', number: '45', numberTo: '200', unit: '€/kerta' }],
    ['1 234,5', { kind: 'amount' }, { kind: 'amount', number: '1234.5', unit: '€' }],
    ['7/2025', { kind: 'fraction' }, { kind: 'fraction', number: '7', numberTo: '2025' }],
    ['+12', { kind: 'change', unit: 'kpl' }, { kind: 'change', number: '12', unit: 'kpl' }],
    ['−20', { kind: 'number', unit: '%' }, { kind: 'number', number: '-20' }],
    ['kyllä, 1/2025', { kind: 'yes_no' }, { kind: 'yes_no', yes: true, text: '1/2025' }],
    ['ei vielä', { kind: 'yes_no' }, { kind: 'yes_no', yes: false, text: 'vielä' }],
    ['kyllä', { unit: 'kyllä/ei' }, { kind: 'yes_no', yes: true }],
    ['87', { kind: 'text' }, { kind: 'text', text: '87', number: null }],
    ['käytössä', { kind: 'state' }, { kind: 'state', text: 'käytössä' }],
    ['8–20', { unit: 'klo' }, { kind: 'text', text: '8–20' }],
    ['210', { kind: 'breakdown', unit: 'kpl' }, { kind: 'breakdown', number: '210', cells: [] }],
  ])('%j for %j', (text, hint, value) => {
    expect(parseTypedValue(text, hint)).toMatchObject({ ok: true, value })
  })

  test('a breakdown is read line by line, unknown cells included', () => {
    const parsed = parseTypedValue('Kajaani: 24\nKuhmo: ei tiedossa\nSotkamo: noin 12; Paltamo: 0', {
      kind: 'breakdown',
      unit: 'kpl',
    })
    expect(parsed).toMatchObject({
      ok: true,
      value: {
        kind: 'breakdown',
        number: null,
        cells: [
          { label: 'Kajaani', number: '24', unit: 'kpl' },
          { label: 'Kuhmo', number: null, unknown: 'unknown' },
          { label: 'Sotkamo', number: '12', qualifier: 'about' },
          { label: 'Paltamo', number: '0', unknown: null },
        ],
      },
    })
  })
})

describe('refused', () => {
  test.each<[string, ValueHint, string]>([
    ['', {}, 'EMPTY'],
    ['1.234', {}, 'AMBIGUOUS_THOUSANDS'],
    ['73.000', { unit: 'hlö' }, 'AMBIGUOUS_THOUSANDS'],
    ['560.000 kpl', {}, 'AMBIGUOUS_THOUSANDS'],
    ['1,234', { kind: 'number', locale: 'en' }, 'AMBIGUOUS_THOUSANDS'],
    ['12/24', {}, 'LOOKS_LIKE_DATE'],
    ['7/2025', {}, 'LOOKS_LIKE_DATE'],
    ['2023–2025', {}, 'LOOKS_LIKE_DATE'],
    ['80–47 %', {}, 'RANGE_REVERSED'],
    ['5/0', {}, 'ZERO_DENOMINATOR'],
    ['5 kpl', { unit: '%' }, 'UNIT_DIFFERS'],
    ['5 %', { kind: 'amount' }, 'UNIT_DIFFERS'],
    ['5 h', { unit: 'kpl' }, 'UNIT_DIFFERS'],
    ['3 h 4 min', { unit: 'kpl' }, 'UNIT_DIFFERS'],
    ['20 %', { kind: 'change' }, 'CHANGE_NEEDS_SIGN'],
    ['paljon', { kind: 'change' }, 'NOT_A_NUMBER'],
    ['paljon', { unit: 'kpl' }, 'NOT_A_NUMBER'],
    ['12 34', { unit: 'kpl' }, 'NOT_A_NUMBER'],
    ['yli puolet', { unit: '%' }, 'NOT_A_NUMBER'],
    ['ehkä', { kind: 'yes_no' }, 'NOT_YES_NO'],
    ['5', { kind: 'yes_no' }, 'NOT_YES_NO'],
    ['26 arvioitu', { kind: 'funnel' }, 'NOT_A_FUNNEL'],
    ['arvioitu → ohjattu', { kind: 'funnel' }, 'NOT_A_FUNNEL'],
    ['Kajaani 24', { kind: 'breakdown' }, 'NOT_CELLS'],
    ['Kajaani: monta', { kind: 'breakdown' }, 'NOT_CELLS'],
    ['puolet', { kind: 'fraction' }, 'NOT_A_FRACTION'],
    ['6', { unit: 'asteikko 1–5' }, 'OUTSIDE_SCALE'],
    ['-101', { unit: 'NPS -100–100' }, 'OUTSIDE_SCALE'],
    ['1,234 €', {}, 'TOO_MANY_DECIMALS'],
    ['1 234 567 890 123', {}, 'TOO_LONG'],
    ['999 999 mrd €', {}, 'TOO_LONG'],
    ['99 999 999 999 viikkoa', {}, 'TOO_LONG'],
    ['x'.repeat(5001), { kind: 'text' }, 'TOO_LONG'],
  ])('%j for %j: %s', (text, hint, reason) => {
    expect(parseTypedValue(text, hint)).toMatchObject({ ok: false, reason })
  })
})

describe('units', () => {
  test.each([
    ['1 234,50 €', '1 234,50', '€'],
    ['20 000e', '20 000', 'e'],
    ['16,3% puheluista', '16,3', '% puheluista'],
    ['5', '5', null],
    ['€ 50', '50', '€'],
    ['paljon', 'paljon', null],
  ])('%j is a number and a unit', (text, number, unit) => {
    expect(splitUnit(text)).toEqual({ number, unit })
  })

  test('a scale may be told by its unit', () => {
    expect(scaleBounds('asteikko 1–5')).toEqual({ min: '1', max: '5' })
    expect(scaleBounds('NPS -100–100')).toEqual({ min: '-100', max: '100' })
    expect(scaleBounds('asteikko -100...+100')).toEqual({ min: '-100', max: '100' })
    expect(scaleBounds('pistettä (0–5)')).toEqual({ min: '0', max: '5' })
    expect(scaleBounds('NPS')).toBeNull()
    expect(scaleBounds(null)).toBeNull()
  })
})
