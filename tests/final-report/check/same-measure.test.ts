import { describe, expect, it } from 'vitest'
import { sameMeasure } from '@/lib/final-report/check/same-measure/model'
import { makeValue } from '@/lib/values/make-value'
import { found, measure, parts, smallReport } from './small-report'

const clients = measure('A', 'Digipolun asiakkaat', 'asiakasta', [
  { value: '970', time: 'vuoden 2025 loppu' },
  { value: '580', time: 'vuoden 2025 loppu' },
  { value: '500', time: 'kevät 2025' },
])
const answers = measure('B', 'Kysely', '%', [
  { value: '46', time: 'joulukuu 2025' },
  { value: '54', time: 'joulukuu 2025' },
])
const unknown = measure('U', 'Käynnit', 'käyntiä', [
  { value: makeValue('count', { unknown: 'unknown' }), time: '2025' },
])
const times = measure('T', 'Jatkohoidon tarpeen käsittelyaika', 'min', [
  { value: '18', time: '2024' },
  { value: '10', time: '2025' },
])
const carers = measure('C', 'Omaishoidon tuen saajien määrä', 'henkilöä', [
  { value: '1932', time: '2023' },
  { value: '1688', time: '2024' },
])
const ages = measure('G', 'Omaishoidon asiakasmäärät', 'asiakasta', [
  { value: parts('breakdown', 'asiakasta', { nuoret: '365', aikuiset: '223', iäkkäät: '1511' }), time: '2023' },
])
const measures = [clients, answers, unknown, times, carers, ages]
const check = (...blocks: Parameters<typeof smallReport>[0]) => found(sameMeasure, smallReport(blocks, measures))

describe('one measure in two texts', () => {
  it('finds two values of one time', () => {
    expect(check('Polulla oli 970 {{ind:A@0}} asiakasta.', 'Polulla oli 580 {{ind:A@1}} asiakasta.')).toEqual([
      'text: 580 | 970',
    ])
  })

  it('finds two values that the data cannot tell apart', () => {
    expect(check('Käyntejä oli 120 {{ind:U@0}}.', 'Käyntejä oli 210 {{ind:U@0}}.')).toEqual(['text: 210 | 120'])
    expect(check('Käyntejä oli 120 {{ind:U@0}}.', 'Käyntejä oli yli sata {{ind:U@0}}.')).toEqual([])
  })

  it('says nothing of other times, of answers told side by side, and of the same value', () => {
    expect(check('Polulla oli 970 {{ind:A@0}} asiakasta.', 'Keväällä heitä oli 500 {{ind:A@2}}.')).toEqual([])
    expect(
      check(
        'Kyllä 46 % {{ind:B@0}}, ei 54 % {{ind:B@1}}.',
        'Kyllä sanoi 46 % {{ind:B@0}}.',
        'Ei sanoi 54 % {{ind:B@1}}.',
      ),
    ).toEqual([])
    expect(check('Polulla oli 970 {{ind:A@0}} asiakasta.', 'Polulla oli lähes tuhat {{ind:A@0}} asiakasta.')).toEqual(
      [],
    )
  })

  it('leaves a number that differs from its own data to the rule of typed numbers', () => {
    expect(check('Polulla oli 970 {{ind:A@0}} asiakasta.', 'Polulla oli 790 {{ind:A@0}} asiakasta.')).toEqual([])
  })
})

describe('sentences that say the same thing', () => {
  it.each([
    [
      'NPS oli 84,3 (n = 108 971), kun tavoite oli yli 70.',
      'NPS oli 84,3 (n = 108 791), kun tavoite on yli 70.',
      ['statement: 108 791 | 108 971'],
    ],
    [
      'Digipolun käytöstä koulutettiin yhteensä 45 lähihoitajaa.',
      'Digipolun käytöstä koulutettiin yhteensä 54 lähihoitajaa.',
      ['statement: 54 | 45'],
    ],
    [
      'Digipolun käytöstä koulutettiin yhteensä 45 lähihoitajaa.',
      'Digipolun käytöstä koulutettiin yhteensä noin 45 lähihoitajaa.',
      [],
    ],
    [
      'Digipolun käytöstä koulutettiin vuonna 2024 yhteensä 45 lähihoitajaa.',
      'Digipolun käytöstä koulutettiin vuonna 2025 yhteensä 54 lähihoitajaa.',
      [],
    ],
    [
      'Hoitotakuu oli viikolla 21 ylittynyt 51 asiakkaalla Kajaanin tiimissä.',
      'Hoitotakuu oli viikolla 35 ylittynyt 22 asiakkaalla Kajaanin tiimissä.',
      [],
    ],
    ['Kyselyyn vastasi 43 henkeä.', 'Kyselyyn vastasi 55 henkeä.', []],
    [
      'Lomakkeita palautettiin keväällä 12 neuvolan asiakkaalta.',
      'Lomakkeita palautettiin syksyllä 15 neuvolan asiakkaalta.',
      [],
    ],
    [
      'Polulla oli 970 {{ind:A@0}} asiakasta koko alueen digitaalisessa palvelussa.',
      'Polulla oli 500 {{ind:A@2}} asiakasta koko alueen digitaalisessa palvelussa.',
      [],
    ],
  ])('%s / %s', (one, other, findings) => {
    expect(check(one, other)).toEqual(findings)
  })
})

describe('a row of a table named as the measure', () => {
  const columns = ['Mittari', '2024', '2025']
  const row = (first: string, second: string) => ({
    columns,
    rows: [['Jatkohoidon tarpeen käsittelyaika (tavoite 1 h)', first, second]],
  })

  it('is compared with the text, else with the data', () => {
    const text = 'Käsittely kesti 18 minuuttia {{ind:T@0}}.'
    expect(check(text, row('18 minuuttia', '10 minuuttia'))).toEqual([])
    expect(check(text, row('19 minuuttia', '10 minuuttia'))).toEqual(['table: 19 minuuttia | 18 minuuttia'])
    expect(check(text, row('18 minuuttia', '11 minuuttia'))).toEqual(['tableData: 11 minuuttia | 10 min'])
  })

  it('is found by columns and by parts as well', () => {
    const years = (value: string) => ({
      columns: ['Omaishoidon tuen saajien määrä', ''],
      rows: [
        ['2023', '1932'],
        ['2024', value],
      ],
    })
    expect(check(years('1688'))).toEqual([])
    expect(check(years('1686'))).toEqual(['tableData: 1686 | 1 688 henkilöä'])
    const groups = (value: string) => ({
      columns: ['Ikä', '2023'],
      rows: [
        ['Nuoret', '365'],
        ['Aikuiset', value],
        ['Iäkkäät', '1511'],
      ],
    })
    expect(check(groups('223'))).toEqual([])
    expect(check(groups('232'))).toEqual(['tableData: 232 | 223 asiakasta'])
  })

  it('is not read when the table comes from the data, or names no one measure', () => {
    expect(check({ ...row('19 minuuttia', '11 minuuttia'), bound: true })).toEqual([])
    expect(check({ columns, rows: [['Käsittelyajan muutos kunnittain', '19', '11']] })).toEqual([])
    expect(
      check({ columns: ['Mittari', 'Kajaani', 'Sotkamo'], rows: [['Jatkohoidon tarpeen käsittelyaika', '1', '2']] }),
    ).toEqual([])
  })
})
