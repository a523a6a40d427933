import { describe, expect, it } from 'vitest'
import { locales, words } from '@/lib/platform/words'
import { citation, seriesLink } from '@/lib/statistics/citations/model'
import {
  type Areas,
  choicesKey,
  type Figure,
  type FollowedSeries,
  problemText,
  type Region,
  readProblem,
  refusal,
  retrievalReasons,
  stateAfter,
} from '@/lib/statistics/model'
import { wordsOf } from '@/lib/statistics/search/model'
import { countyTable, figureText, newestOf, seriesChart, timesOf, variantsOf } from '@/lib/statistics/shown/model'

const t = words('fi')
const region = (category: string, code: string, titleFi: string): Region => ({
  category,
  code,
  titleFi,
  titleSv: null,
  titleEn: null,
  number: code,
})
const own = region('HYVINVOINTIALUE', '06', 'Kainuun hyvinvointialue')
const neighbour = region('HYVINVOINTIALUE', '07', 'Lapin hyvinvointialue')
const country = region('MAA', '358', 'Koko maa')
const areas: Areas = { counties: [own, neighbour], country, own }

const figure = (area: Region, timeCode: string, number: string | null, more: Partial<Figure> = {}): Figure => ({
  regionCategory: area.category,
  regionCode: area.code,
  timeCode,
  dimensions: {},
  asWritten: number,
  number,
  absolute: null,
  unknown: number === null ? 'hidden' : null,
  ...more,
})
const series = (figures: Figure[]): FollowedSeries => ({
  id: 's',
  service: 'sotkanet',
  code: '9001',
  choices: {},
  titleFi: 'Käynnit 7 vrk:n sisällä, %',
  titleSv: 'Besök inom 7 dygn, %',
  titleEn: null,
  unit: 'Prosentti',
  decimals: 1,
  producer: 'Terveyden ja hyvinvoinnin laitos (THL)',
  licence: 'CC BY 4.0',
  dataUpdatedOn: '2026-03-02',
  retrievedAt: new Date('2026-11-22T10:00:00Z'),
  triedAt: null,
  state: 'current',
  problem: null,
  figures,
})

describe('the citation', () => {
  const cited = series([])
  it('is the one that Sotkanet asks for', () => {
    expect(citation(t, cited, '2025-09-12')).toBe(
      'Tilasto- ja indikaattoripankki Sotkanet. THL. Käynnit 7 vrk:n sisällä, % (ind. 9001). Viitattu 12.9.2025.',
    )
    expect(citation(words('sv'), cited, '2025-09-12')).toBe(
      'Statistik- och indikatorbanken Sotkanet. THL. Besök inom 7 dygn, % (ind. 9001). Hänvisat 12.9.2025.',
    )
    expect(citation(words('en'), cited, '2025-09-12')).toMatch(
      /^Statistics and Indicator Bank Sotkanet\. THL\. Käynnit 7 vrk:n sisällä, % \(ind\. 9001\)\. Accessed 12 Sept? 2025\.$/,
    )
  })

  it('names another producer, and no day before there is one', () => {
    expect(citation(t, { ...cited, producer: 'Kela' }, null)).toBe(
      'Tilasto- ja indikaattoripankki Sotkanet. THL. Käynnit 7 vrk:n sisällä, % (ind. 9001). Tuottaja: Kela.',
    )
  })

  it('of the others names the cube and the table, in every language', () => {
    for (const locale of locales) {
      const one = { ...cited, titleFi: 'Väkiluku', titleSv: null }
      expect(citation(words(locale), { ...one, service: 'pxweb', code: 'StatFin/vaerak/11ra.px' }, null)).toContain(
        'Väkiluku (StatFin/vaerak/11ra.px).',
      )
      expect(citation(words(locale), { ...one, service: 'thl_pivot', code: 'aihe/kuutio' }, null)).toContain('THL')
    }
  })

  it('has an address where people read the series', () => {
    expect(seriesLink({ service: 'sotkanet', code: '9001' })).toMatch(/^https:\/\/sotkanet\.fi\/.*9001$/)
    expect(seriesLink({ service: 'thl_pivot', code: 'aihe/kuutio' })).toMatch(/fact_kuutio$/)
    expect(seriesLink({ service: 'pxweb', code: 'StatFin/vaerak/11ra.px' })).toMatch(/StatFin__vaerak\/11ra\.px\/$/)
  })
})

describe('a series as it is shown', () => {
  const shown = series([
    figure(own, '2024', '61.25'),
    figure(own, '2023-Q4', null),
    figure(country, '2024', '70'),
    figure(country, '2023-Q4', '69.5'),
    figure(neighbour, '2023-Q4', '0'),
  ])

  it('has its times in order, also of different lengths', () => {
    expect(timesOf(shown)).toEqual(['2023-Q4', '2024'])
  })

  it('writes figures as precisely as the service, and unknown ones in words', () => {
    expect(figureText(t, shown, shown.figures[0])).toBe('61,3\u00a0%')
    expect(figureText(t, shown, shown.figures[1])).toBe('Salattu')
    expect(figureText(t, shown, undefined)).toBe('Ei tiedossa')
    expect(newestOf(shown, own, '')?.timeCode).toBe('2024')
    expect(newestOf(shown, { category: 'MAA', code: '06' }, '')).toBeUndefined()
  })

  it('draws the own county beside the country, with gaps and no invented zero', () => {
    const chart = seriesChart(t, shown, areas)
    expect(chart?.series.map(({ name, points }) => [name, points.map(({ value }) => value)])).toEqual([
      ['Kainuun hyvinvointialue', [null, '61.25']],
      ['Koko maa', ['69.5', '70']],
    ])
    expect(seriesChart(t, series([figure(own, '2024', '1')]), areas)).toBeNull()
  })

  it('has a row for every county and marks the own one', () => {
    const { rows } = countyTable(t, shown, areas, '')
    expect(rows.map(({ title, isOwn, cells }) => [title, isOwn, ...cells.map(({ text }) => text)])).toEqual([
      ['Kainuun hyvinvointialue', true, 'Salattu', '61,3\u00a0%'],
      ['Lapin hyvinvointialue', false, '0,0\u00a0%', 'Ei tiedossa'],
      ['Koko maa', false, '69,5\u00a0%', '70,0\u00a0%'],
    ])
  })

  it('tells figures of each sex apart', () => {
    const split = series([
      figure(own, '2024', '1', { dimensions: { gender: 'male' } }),
      figure(own, '2024', '2', { dimensions: { gender: 'female' } }),
    ])
    expect(variantsOf(split).map(({ key }) => key)).toEqual(['gender=male', 'gender=female'])
    expect(newestOf(split, own, 'gender=female')?.number).toBe('2')
    expect(newestOf(split, own, '')).toBeUndefined()
  })
})

describe('states and problems', () => {
  it('a failed try keeps what there is', () => {
    expect(stateAfter({ ok: true, value: 1 }, false)).toBe('current')
    expect(stateAfter(refusal('BROKEN'), true)).toBe('stale')
    expect(stateAfter(refusal('BROKEN'), false)).toBe('waiting')
    expect(stateAfter(refusal('GONE'), true)).toBe('missing')
  })

  it('are kept as text and read back', () => {
    for (const reason of retrievalReasons) {
      expect(readProblem(problemText(refusal(reason, 'HTTP 503')))).toEqual({ reason, detail: 'HTTP 503' })
      expect(readProblem(problemText(refusal(reason)))).toEqual({ reason, detail: null })
    }
    expect(readProblem('SOMETHING else')).toBeNull()
  })

  it('choices are one question in whatever order they were given', () => {
    expect(choicesKey({ b: '2', a: '1' })).toBe(choicesKey({ a: '1', b: '2' }))
  })

  it('a search has words', () => expect(wordsOf('  omais  hoito ')).toEqual(['omais', 'hoito']))
})
