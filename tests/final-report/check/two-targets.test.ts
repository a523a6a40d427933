import { describe, expect, it } from 'vitest'
import { twoTargets } from '@/lib/final-report/check/two-targets/model'
import { found, measure, smallReport } from './small-report'

const share = (...targets: Parameters<typeof measure>[4][]) =>
  measure(
    'S',
    'Puhelimitse ratkaistujen osuus',
    '%',
    [{ value: '48' }, { value: '49,8' }],
    targets.flat().filter((one) => one !== undefined),
  )
const half = share([{ value: '50' }])
const nps = measure('N', 'Suositteluindeksi', 'NPS', [{ value: '84,3' }], [{ value: '70' }])
const wait = measure('W', 'Jonotusaika', 'min', [{ value: '184' }], [{ value: 'alle 1440' }])
const check = (blocks: Parameters<typeof smallReport>[0], measures = [half, nps, wait], language: 'fi' | 'sv' = 'fi') =>
  found(twoTargets, smallReport(blocks, measures, language))

describe('a target told in the text and in the data', () => {
  it.each([
    'Osuus oli 48 % {{ind:S@0}}, kun tavoite oli 50 %.',
    'Keskiarvo oli 49,8 prosenttia {{ind:S@1}}. Tavoite oli 50 prosenttia. Se jäi saavuttamatta.',
    'Tavoitteena oli, että puolet hoituu puhelimessa. Osuus oli 48 prosenttia {{ind:S@0}}.',
    'NPS oli 84,3 {{ind:N@0}} (n = 108 971), kun tavoite oli yli 70.',
    'Jonotusaika oli 3 tuntia {{ind:W@0}}. Tavoite oli alle 24 tuntia.',
    'Osuus oli 48 % {{ind:S@0}}. Tavoite saavutettiin: 92 prosenttia oli tyytyväisiä.',
    'Osuus oli 48 % {{ind:S@0}}, ja palvelu tavoitti 90 prosenttia nuorista.',
    'Osuus oli 48 % {{ind:S@0}}. Tavoitteena oli vähentää käyntejä 20 prosenttia.',
  ])('agrees: %s', (text) => {
    expect(check([text])).toEqual([])
  })

  it.each([
    ['Osuus oli 48 % {{ind:S@0}}, kun tavoite oli 60 %.', 'data: 60 % | 50 %'],
    ['Keskiarvo oli 49,8 prosenttia {{ind:S@1}}. Tavoite oli 55 prosenttia.', 'data: 55 prosenttia | 50 %'],
    [
      'Tavoitteena oli, että kolmannes hoituu puhelimessa. Osuus oli 48 prosenttia {{ind:S@0}}.',
      'data: kolmannes | 50 %',
    ],
    ['NPS oli 84,3 {{ind:N@0}}, kun tavoite oli yli 80.', 'data: yli 80 | 70 (NPS)'],
    ['Osuus oli 48 % {{ind:S@0}}, joten 60 prosentin tavoite jäi saavuttamatta.', 'data: 60 prosentin | 50 %'],
  ])('differs: %s', (text, finding) => {
    expect(check([text])).toEqual([finding])
  })

  it('takes a target without a measure for the only one its section can mean', () => {
    const blocks = [
      'Tavoitteena oli, että kolmannes hoituu ilman ambulanssia.',
      'Työ alkoi keväällä.',
      'Osuus oli 48 prosenttia {{ind:S@0}}.',
    ]
    expect(check(blocks)).toEqual(['data: kolmannes | 50 %'])
    const two = measure('T', 'Toinen osuus', '%', [{ value: '20' }], [{ value: '30' }])
    expect(check([...blocks, 'Toinen osuus oli 20 % {{ind:T@0}}.'], [half, two])).toEqual([])
  })

  it('reads the labels of a table', () => {
    const rows = (target: string) => [
      { columns: ['Mittari', '2024'], rows: [[`Jonotusaika (tavoite ${target})`, '3 h']] },
    ]
    expect(check(rows('alle 1 vrk'))).toEqual([])
    expect(check(rows('alle 2 vrk'))).toEqual(['data: alle 2 vrk | alle 1 440 min'])
  })

  it('reads Swedish', () => {
    expect(check(['Andelen var 48 % {{ind:S@0}}, medan målet var 50 procent.'], [half], 'sv')).toEqual([])
    expect(check(['Andelen var 48 % {{ind:S@0}}, medan målet var 60 procent.'], [half], 'sv')).toEqual([
      'data: 60 procent | 50 %',
    ])
  })
})

describe('two targets elsewhere', () => {
  const texts = (second: string) => [
    'Osuus oli 48 % {{ind:S@0}}, kun tavoite oli 50 %.',
    `Osuus oli 48 % {{ind:S@0}}. Tavoite oli ${second}.`,
  ]

  it('finds two texts that differ when the data have no target', () => {
    expect(check(texts('50 %'), [share()])).toEqual([])
    expect(check(texts('puolet'), [share()])).toEqual([])
    expect(check(texts('60 %'), [share()])).toEqual(['text: 60 % | 50 %'])
  })

  it('finds two targets in force in the data, told at the first place of the measure', () => {
    const both = (other: object) =>
      check(['Osuus oli 48 % {{ind:S@0}}.'], [share([{ value: '50' }, { value: '60', ...other }])])
    expect(both({})).toEqual(['twoInData: 50 % | 60 %'])
    expect(both({ superseded: true })).toEqual([])
    expect(both({ role: 'interim' })).toEqual([])
    expect(both({ role: 'alternative' })).toEqual([])
    expect(both({ time: '2026' })).toEqual([])
  })

  it('finds another level in the words of a target', () => {
    const words = (text: string) => check(['Osuus oli 48 % {{ind:S@0}}.'], [share([{ value: '50', words: text }])])
    expect(words('tavoitteena ratkaista 50 % tehtävistä; toisaalla: kolmannes')).toEqual(['words: 50 % | kolmannes'])
    expect(words('50 % tehtävistä vuonna 2025')).toEqual([])
    expect(words('puolet tehtävistä (lähtötaso 30 %), alle 2 vrk')).toEqual([])
    expect(check(['Työ jatkuu.'], [share([{ value: '50', words: 'kolmannes' }])])).toEqual([])
  })
})
