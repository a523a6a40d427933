// Recorded answers of the three services, one file each with a note of what it shows: every odd shape is read right, and
// what cannot be read is refused with its reason.
import { describe, expect, it } from 'vitest'
import { readJson } from '@/lib/statistics/asking/client'
import { figuresIn } from '@/lib/statistics/cubes/model'
import { cellsOf, readCube } from '@/lib/statistics/json-stat/model'
import type { Answer, Figure, Region } from '@/lib/statistics/model'
import { readFigure, statFinMarks, thlMarks } from '@/lib/statistics/numbers/model'
import { contentOf, questionOf as pxQuestion, readTable, readTables } from '@/lib/statistics/pxweb/model'
import { areaNamed, countyOf, followedRegions } from '@/lib/statistics/regions/model'
import {
  describe as describeIndicator,
  figuresOf,
  readCatalogue,
  readIndicator,
  readRegions,
  readRows,
  rowsPath,
} from '@/lib/statistics/sotkanet/model'
import { factPath, questionOf as pivotQuestion, readDimensions } from '@/lib/statistics/thl-pivot/model'
import { timeCodeOf } from '@/lib/statistics/times/model'
import { answer, answerNames, kept, sent } from './answers'

function good<T>(read: Answer<T>): T {
  if (!read.ok) throw new Error(`${read.reason} ${read.detail}`)
  return read.value
}
const regionsOf = (name = 'sotkanet-regions'): Region[] => good(followedRegions(good(readRegions(answer(name)))))
const regions = regionsOf()
const figuresFrom = (name: string, areas = regions): Answer<Figure[]> => {
  const rows = readRows(answer(name))
  return rows.ok ? figuresOf(rows.value, areas) : rows
}
const at = (figures: readonly Figure[], regionCode: string, timeCode: string, regionCategory = 'HYVINVOINTIALUE') =>
  figures.find(
    (one) => one.regionCode === regionCode && one.timeCode === timeCode && one.regionCategory === regionCategory,
  )
const code = (name: string) => regions.find(({ titleFi }) => titleFi === name)?.code ?? ''
const kainuu = code('Kainuun hyvinvointialue')

describe('the recorded answers', () => {
  it('are at least 12, each with a note of what it shows', () => {
    expect(answerNames.length).toBeGreaterThanOrEqual(12)
    for (const name of answerNames) expect(kept(name).note.length, name).toBeGreaterThan(20)
    console.log(`${answerNames.length} recorded answers`)
  })
})

describe('Sotkanet: areas', () => {
  it('are 23 counties and the whole country; codes keep their zero and mean nothing outside their category', () => {
    expect(regions).toHaveLength(24)
    expect(regions.filter(({ code }) => code === '06')).toMatchObject([{ category: 'HYVINVOINTIALUE' }])
    expect(regions[0]).toMatchObject({ code: '01', number: '956', titleEn: 'Helsinki' })
  })

  it.each([
    ['sotkanet-regions-22', 'REGIONS', '22'],
    ['sotkanet-regions-same-code', 'REGIONS', '23'],
  ])('%s is refused: %s %s', (name, reason, detail) => {
    expect(followedRegions(good(readRegions(answer(name))))).toEqual({ ok: false, reason, detail })
  })

  it('with codes as numbers are refused, and the place is told', () => {
    expect(readRegions(answer('sotkanet-regions-codes-as-numbers'))).toEqual({
      ok: false,
      reason: 'SHAPE',
      detail: '0.code',
    })
  })

  it('name the own county: by the code that was set, else by the name of the organisation', () => {
    expect(countyOf(regions, { name: 'Kainuun  hyvinvointialue', regionCode: null })?.code).toBe(kainuu)
    expect(countyOf(regions, { name: 'Oma Häme', regionCode: null })).toBeNull()
    expect(countyOf(regions, { name: 'Oma Häme', regionCode: '09' })?.titleFi).toBe('Kanta-Hämeen hyvinvointialue')
    expect(countyOf(regions, { name: 'Kainuun hyvinvointialue', regionCode: '99' })).toBeNull()
  })
})

describe('Sotkanet: what an indicator is', () => {
  it('has titles in three languages without tags, its producer, and is left out without a Finnish title', () => {
    const entries = good(readCatalogue(answer('sotkanet-indicators')))
    expect(entries.map(({ code }) => code)).toEqual(['9001', '9002', '9003'])
    expect(entries[1]).toEqual({
      code: '9002',
      titleFi: 'Omaishoidon tuki 75 vuotta täyttäneet',
      titleSv: null,
      titleEn: null,
      producer: 'Terveyden ja hyvinvoinnin laitos (THL)',
      dataUpdatedOn: null,
    })
  })

  it('asks for each year by itself, and knows decimals and the day of the data', () => {
    const indicator = good(readIndicator(answer('sotkanet-indicator')))
    expect(rowsPath(indicator, ['total'])).toBe(
      '/json?indicator=9001&years=2020&years=2021&years=2022&years=2023&years=2024&genders=total',
    )
    expect(describeIndicator(indicator)).toMatchObject({
      decimals: 1,
      dataUpdatedOn: '2026-03-02',
      licence: 'CC BY 4.0',
    })
  })

  it('of another producer has no licence of THL', () => {
    const indicator = good(readIndicator(answer('sotkanet-indicator-other-producer')))
    expect(describeIndicator(indicator)).toMatchObject({ producer: 'Tilastokeskus', licence: null, decimals: null })
  })
})

describe('Sotkanet: figures', () => {
  const figures = good(figuresFrom('sotkanet-rows'))

  it('are those of the counties and the country; other areas are left out', () => {
    expect(figures).toHaveLength(23 + 22 + 1)
    expect(at(figures, '358', '2024', 'MAA')).toMatchObject({ number: '61.4', absolute: '123456' })
  })

  it('tell unknown, zero and a missing row apart', () => {
    expect(at(figures, '01', '2024')).toMatchObject({ number: null, unknown: 'unknown' })
    expect(at(figures, '02', '2024')).toMatchObject({ number: '0', unknown: null })
    expect(at(figures, '23', '2024')).toBeUndefined()
  })

  it('mean the same county after its number has changed', () => {
    const renumbered = good(figuresFrom('sotkanet-rows-renumbered', regionsOf('sotkanet-regions-renumbered')))
    expect(at(renumbered, kainuu, '2024')?.number).toBe(at(figures, kainuu, '2024')?.number)
    // The numbers of before would find nobody: nothing is guessed.
    expect(figuresFrom('sotkanet-rows-renumbered', regions)).toMatchObject({ ok: true, value: [{ regionCode: '358' }] })
  })

  it('by sex say whose they are', () => {
    const split = good(figuresFrom('sotkanet-rows-by-sex'))
    expect(split).toHaveLength(46)
    expect(new Set(split.map(({ dimensions }) => dimensions.gender))).toEqual(new Set(['male', 'female']))
  })

  it.each([
    ['sotkanet-rows-empty', 'EMPTY', null],
    ['sotkanet-rows-municipalities', 'NO_AREAS', '1 rows'],
    ['sotkanet-rows-text-value', 'SHAPE', '0.value'],
  ])('%s is refused: %s', (name, reason, detail) => {
    expect(figuresFrom(name)).toEqual({ ok: false, reason, detail })
  })
})

describe('THL', () => {
  const dimensions = good(readDimensions(good(readJson(sent('thl-dimensions'), 'thl.pivot.loadDimensions'))))
  const question = good(pivotQuestion(dimensions, regions, { measure: '444833' }))

  it('gives its dimensions as a call of a function, which is not run', () => {
    expect(dimensions.map(({ id }) => id)).toEqual(['hva', 'aika', 'measure'])
    expect(readJson('alert(1)', 'thl.pivot.loadDimensions')).toMatchObject({ reason: 'NOT_JSON' })
    expect(readJson('thl.pivot.loadDimensions([1]', 'thl.pivot.loadDimensions')).toMatchObject({ reason: 'NOT_JSON' })
  })

  it('is asked for counties and years by their names, and for the measure that was chosen', () => {
    expect(question).toMatchObject({ area: 'hva', time: 'aika', unit: 'Osuus, %' })
    expect(question.query).toContain('row=hva-841988.837100.837101.')
    expect(question.query).toContain('column=aika-20.30.&filter=measure-444833')
    expect(factPath('perhpalv/hoitoonpaasy')).toBe('/fi/perhpalv/hoitoonpaasy/fact_hoitoonpaasy')
  })

  it('hides figures with two dots, leaves cells out, writes numbers as text: none of that is zero', () => {
    const cube = good(readCube(answer('thl-cube')))
    const figures = good(figuresIn(cube, question, regions, thlMarks))
    expect(figures).toHaveLength(48)
    expect(at(figures, '358', '2023', 'MAA')).toMatchObject({ number: '61.4', asWritten: '61,4' })
    expect(at(figures, '01', '2023')).toMatchObject({ number: '50.25' })
    expect(at(figures, '01', '2024')).toMatchObject({ number: null, unknown: 'hidden', asWritten: '..' })
    expect(at(figures, '03', '2023')).toMatchObject({ number: '0', unknown: null })
    expect(at(figures, '02', '2023')).toMatchObject({ number: null, unknown: 'unknown' })
  })

  it('is refused where it has no counties, no figures, no such measure, or does not add up', () => {
    const bare = good(readDimensions(good(readJson(sent('thl-dimensions-no-areas'), 'thl.pivot.loadDimensions'))))
    expect(pivotQuestion(bare, regions, {})).toMatchObject({ reason: 'NO_AREAS' })
    expect(pivotQuestion(dimensions, regions, { measure: '1' })).toEqual({
      ok: false,
      reason: 'CHOICES',
      detail: 'measure=1',
    })
    expect(figuresIn(good(readCube(answer('thl-cube-empty'))), question, regions, thlMarks)).toMatchObject({
      reason: 'EMPTY',
    })
    expect(readCube(answer('thl-cube-sizes-differ'))).toEqual({ ok: false, reason: 'SHAPE', detail: 'dimension.hva' })
  })
})

describe('Statistics Finland', () => {
  const table = good(readTable(answer('pxweb-table')))
  const question = good(pxQuestion(table, regions, {}))

  it('lists its tables, each once', () => {
    expect(good(readTables(answer('pxweb-tables')))).toMatchObject([
      { code: 'StatFin/vaerak/11ra.px', dataUpdatedOn: '2026-04-24' },
      { code: 'StatFin/tyokay/115b.px', titleFi: 'Väestö pääasiallisen toiminnan mukaan [115b]' },
    ])
  })

  it('is asked by what it tells of itself: counties and country, all years, sums where they can be had', () => {
    expect(question.body.query.map(({ code, selection }) => [code, selection.values.length])).toEqual([
      ['alue_23_20260101', 24],
      ['timeperiod_y', 2],
      ['contentscode', 1],
    ])
    expect(question.body.query[0]?.selection.values).not.toContain('KU005')
    expect(question.body.response.format).toBe('json-stat2')
  })

  it('is asked right under other codes, and for what was chosen by code or by name', () => {
    const older = good(pxQuestion(good(readTable(answer('pxweb-table-older-codes'))), regions, {}))
    expect([older.area, older.time]).toEqual(['Alue', 'Vuosi'])
    const chosen = good(pxQuestion(table, regions, { Tiedot: 'Osuus, %', sukupuoli_1: '2' }))
    expect(chosen.body.query.map(({ selection }) => selection.values[0])).toEqual(['SSS', '2023', '2', 'osuus'])
  })

  it('tells missing figures by their marks, and "nothing at all" is zero', () => {
    const cube = good(readCube(answer('pxweb-cube')))
    const figures = good(figuresIn(cube, question, regions, statFinMarks))
    expect(at(figures, '358', '2024', 'MAA')?.number).toBe('5635971')
    expect(['2023', '2024'].map((year) => at(figures, '01', year)?.unknown)).toEqual(['unknown', 'hidden'])
    expect(at(figures, '02', '2023')).toMatchObject({ unknown: 'not_applicable', number: null })
    expect(at(figures, '02', '2024')).toMatchObject({ unknown: null, number: '0', asWritten: '-' })
    expect(contentOf(cube, question)).toEqual({ names: ['Väkiluku'], unit: 'lukumäärä', decimals: 0 })
  })

  it('is refused without counties, with a choice that is gone, with too much at once, with an error as data', () => {
    expect(pxQuestion(good(readTable(answer('pxweb-table-no-counties'))), regions, {})).toMatchObject({
      reason: 'NO_AREAS',
    })
    expect(pxQuestion(table, regions, { ika: '1' })).toMatchObject({ reason: 'CHOICES', detail: 'ika' })
    expect(pxQuestion(table, regions, { Tiedot: 'Jotain muuta' })).toMatchObject({ reason: 'CHOICES' })
    expect(readCube(answer('pxweb-cube-error'))).toMatchObject({ reason: 'SHAPE' })
    expect(
      readTable({ ...table, variables: [{ code: 'a', text: 'a', values: ['1', '2'], valueTexts: ['1'] }] }),
    ).toEqual({
      ok: false,
      reason: 'SHAPE',
      detail: 'variables.a',
    })
  })
})

describe('areas by name', () => {
  it.each([
    ['Itä-Uudenmaan hyvinvointialue', '999', 'HYVINVOINTIALUE 04'],
    ['Itä–Uudenmaan  Hyvinvointialue', '', 'HYVINVOINTIALUE 04'],
    ['Jokin muu nimi', 'HVA04', 'HYVINVOINTIALUE 04'],
    ['Jokin muu nimi', 'HV04', 'HYVINVOINTIALUE 04'],
    ['KOKO MAA', 'SSS', 'MAA 358'],
    // A bare code may be a region's or a hospital district's: the name decides.
    ['Uusimaa', '04', null],
    ['Tampere', 'KU837', null],
  ])('%s (%s) is %s', (name, given, expected) => {
    const area = areaNamed(regions, { name, code: given })
    expect(area && `${area.category} ${area.code}`).toBe(expected)
  })
})

describe('times and numbers', () => {
  it.each([
    ['2024', '2024'],
    ['2024*', '2024'],
    ['2024M03', '2024-03'],
    ['2024Q1', '2024-Q1'],
    ['2024K4', '2024-Q4'],
    ['2024W07', '2024-W07'],
    ['Vuosi 2026 Viikko 37', '2026-W37'],
    ['2026-08-31', '2026-08-31'],
    ['2024M13', null],
    ['Kaikki ajat', null],
  ])('%s is %s', (written, expected) => expect(timeCodeOf(written)).toBe(expected))

  it.each([
    ['1 234,5', '1234.5'],
    ['-3', '-3'],
    ['0.1234567', '0.123457'],
    ['1e-3', '0.001'],
    ['', null],
    ['n/a', null],
    ['1234567890123', null],
  ])('%s is %s', (written, expected) => expect(readFigure(written, null, thlMarks).number).toBe(expected))

  it('a cube has all its cells in the order of its dimensions', () => {
    const cube = good(readCube(answer('pxweb-cube')))
    const cells = [...cellsOf(cube)]
    expect(cells).toHaveLength(48)
    expect(cells[1]?.at.map(({ code }) => code)).toEqual(['SSS', 'vaesto', '2024'])
  })
})
