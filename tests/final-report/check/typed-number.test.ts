import { describe, expect, it } from 'vitest'
import { typedNumber } from '@/lib/final-report/check/typed-number/model'
import { makeValue } from '@/lib/values/make-value'
import { found, measure, parts, smallReport } from './small-report'

const share = measure('S', 'Puhelimitse ratkaistujen tehtävien osuus', '%', [
  { value: '47,8', time: '2024' },
  { value: 'yli 56', time: '2025' },
])
const calls = measure('C', 'Ensilinjan puhelut', 'puhelua', [
  { value: '5941', n: '6000' },
  { value: '1932', time: '2023' },
])
const wait = measure('W', 'Jonotusaika jatkohoitoon', 'min', [{ value: '184' }], [{ value: 'alle 1440' }])
const measures = [
  share,
  calls,
  wait,
  measure('D', 'Odotusajan mediaani', 'vrk', [{ value: '103' }]),
  measure('R', 'Viive', 'min', [{ value: '1–43' }]),
  measure('K', 'Käyttöönotto', 'kyllä/ei', [{ value: 'kyllä' }]),
  measure('P', 'Polkujen potilaat', 'potilasta', [
    { value: parts('breakdown', 'potilasta', { tyrä: '81', kaihi: '47' }) },
  ]),
  measure('H', 'Henkilötyövuosien muutos', 'htv', [{ value: makeValue('change', { number: '-37', unit: 'htv' }) }]),
]
const check = (text: string, language: 'fi' | 'sv' = 'fi') =>
  found(typedNumber, smallReport([text], measures, language))

describe('a typed number and its source', () => {
  it.each([
    'Osuus oli 48 prosenttia {{ind:S@0}} vuonna 2024.',
    'Osuus oli noin 48 % {{ind:S@0}}.',
    'Osuus oli yli 56 prosenttia {{ind:S@1}}.',
    'Yli puolet {{ind:S@1}} ratkesi puhelimessa.',
    'Puheluita oli 5 941 {{ind:C@0}} ja vuonna 2023 niitä oli 1932 {{ind:C@1}}.',
    'Puheluita oli lähes 6 000 {{ind:C@0}}.',
    'Jonotusaika oli 3 tuntia 4 minuuttia {{ind:W@0}}.',
    'Jono kesti 184 minuuttia {{ind:W@0}}, tavoite alle vuorokausi.',
    'Mediaani oli 103 {{ind:D@0}} vuorokautta.',
    'Viive oli 1–43 {{ind:R@0}} minuuttia.',
    'Käyttö alkoi lokakuussa 2025 {{ind:K@0}}.',
    'Eniten potilaita oli tyrän (81 {{ind:P@0}}) ja kaihin (47 {{ind:P@0}}) poluilla.',
    'Työtä kului 37 {{ind:H@0}} henkilötyövuotta vähemmän.',
    'Numeroista {{ind:S@0}} ei kerrota.',
    'Osuus oli 51 prosenttia ilman lähdettä.',
    'Puhelu vastataan heti {{ind:C@9}}.',
  ])('agrees: %s', (text) => {
    expect(check(text)).toEqual([])
  })

  it.each([
    ['Osuus oli 49 prosenttia {{ind:S@0}} vuonna 2024.', 'value: 49 prosenttia | 47,8 %'],
    ['Osuus oli yli 57 prosenttia {{ind:S@1}}.', 'value: yli 57 prosenttia | yli 56 %'],
    ['Kolmannes {{ind:S@0}} ratkesi puhelimessa.', 'value: Kolmannes | 47,8 %'],
    ['Puheluita oli 5 914 {{ind:C@0}}.', 'value: 5 914 | 5 941 puhelua'],
    ['Puheluita oli 1923 {{ind:C@1}}.', 'value: 1923 | 1 932 puhelua'],
    ['Jonotusaika oli 3 tuntia 14 minuuttia {{ind:W@0}}.', 'value: 3 tuntia 14 minuuttia | 184 min'],
    ['Jono ei saa kestää yli 48 tuntia {{ind:W}}.', 'value: yli 48 tuntia | alle 1 440 min'],
    ['Viive oli 1–34 {{ind:R@0}} minuuttia.', 'value: 1–34 minuuttia | 1–43 min'],
    ['Eniten potilaita oli tyrän (82 {{ind:P@0}}) poluilla.', 'value: 82 | tyrä 81; kaihi 47'],
    ['Työtä kului 73 {{ind:H@0}} henkilötyövuotta vähemmän.', 'value: 73 henkilötyövuotta | −37 htv'],
  ])('differs: %s', (text, finding) => {
    expect(check(text)).toEqual([finding])
  })

  it.each([
    ['Andelen var 48 procent {{ind:S@0}}.', []],
    ['Drygt hälften {{ind:S@1}} av samtalen.', []],
    ['Andelen var 52 procent {{ind:S@0}}.', ['value: 52 procent | 47,8 %']],
    ['Samtalen var 5 491 {{ind:C@0}} stycken.', ['value: 5 491 | 5 941 puhelua']],
  ])('reads Swedish: %s', (text, findings) => {
    expect(check(text, 'sv')).toEqual(findings)
  })

  it('points at the number in its text', () => {
    const text = 'Niistä 49 prosenttia {{ind:S@0}} ratkesi.'
    const [finding] = typedNumber.check(smallReport([text], measures))
    expect(finding?.place).toEqual({ sectionId: 's1', blockId: 'block1', at: { line: 0, from: 7, to: 20 } })
  })
})

describe('how many there were in all', () => {
  it.each([
    ['Puheluita oli 5 941 {{ind:C@0}} (n = 6 000).', []],
    ['Puheluita oli 5 941 {{ind:C@0}} (n = 6 100).', ['size: 6 100 | 6 000']],
    ['Vastattuja oli 5 941 {{ind:C@0}} puhelua 6000:sta.', []],
    ['Vastattuja oli 5 941 {{ind:C@0}} puhelua 6010:sta.', ['size: 6010:sta | 6 000']],
    ['Luku laski 5 941:stä {{ind:C@0}} 1 932:een {{ind:C@1}}.', []],
  ])('%s', (text, findings) => {
    expect(check(text)).toEqual(findings)
  })
})

describe('a number beside the name of a measure', () => {
  it.each([
    'Odotusajan mediaani oli 103 vuorokautta.',
    'Ensilinjan puhelut vähenivät 20 prosenttia.',
    'Ensilinjan puheluita oli 1 932 vuonna 2023.',
    'Odotusajan mediaanin tavoite oli 90 vuorokautta.',
    'Odotusajan mediaani on 3 sairaalan yhteinen luku, ja 5 osastoa seuraa sitä.',
    'Puheluita oli 12 ja tehtäviä 13.',
  ])('says nothing of: %s', (text) => {
    expect(check(text)).toEqual([])
  })

  it.each([
    ['Odotusajan mediaani oli 130 vuorokautta.', 'named: 130 vuorokautta | 103 vrk'],
    ['Puhelimitse ratkaistujen tehtävien osuus oli 74 prosenttia.', 'named: 74 prosenttia | 47,8 %'],
    ['Ensilinjan puheluita oli 7 100.', 'named: 7 100 | 5 941 puhelua'],
  ])('finds: %s', (text, finding) => {
    expect(check(text)).toEqual([finding])
  })
})
