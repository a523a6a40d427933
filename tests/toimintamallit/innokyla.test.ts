import { describe, expect, it } from 'vitest'
import { words } from '@/lib/platform/words'
import { addressFault, innokylaChecks, innokylaFields, innokylaTexts } from '@/lib/toimintamallit/innokyla/model'
import { isInnokylaAddress } from '@/lib/toimintamallit/model'
import type { RegisterRow } from '@/lib/toimintamallit/register/model'
import { aModel } from './a-model'

const project = {
  organisation: 'Kainuun hyvinvointialue',
  funder: 'Sosiaali- ja terveysministeriö (STM)',
  statement: 'Euroopan unionin rahoittama – NextGenerationEU',
  programme: 'Suomen kestävän kasvun ohjelma (RRP)',
  name: 'Kestävän kasvun Kainuu II',
  period: '2023–2025',
}

const row: RegisterRow = {
  ...aModel({
    name: 'Etävastaanotto',
    innokylaUrl: null,
    described: null,
    goals: ['Vastaanotto myös etänä', 'Jonot lyhenevät'],
    results: ['Etänä hoidettiin 35 %'],
    ownerAfterProject: 'Avosairaanhoito',
  }),
  unit: { id: 'w', title: 'Digitaaliset palvelut' },
  investments: [
    {
      id: 'i4',
      code: 'Investointi 4',
      title: 'Digitaaliset innovaatiot',
      label: 'Investointi 4 Digitaaliset innovaatiot',
    },
  ],
  gaps: [],
}

describe('why an address is none of a model in Innokylä', () => {
  it.each([
    ['https://innokyla.fi/fi/toimintamalli/etavastaanotto', null],
    ['https://www.innokyla.fi/fi/toimintamalli/etavastaanotto', null],
    ['https://innokyla.fi/sv/toimintamalli/distansmottagning', null],
    ['https://innokyla.fi/en/toimintamalli/remote-care', null],
    ['https://innokyla.fi/fi/kokonaisuus/rrp-kainuu', null],
    ['https://innokyla.fi/fi/toimintamalli/etavastaanotto/kehittamisen-polku', null],
    ['https://innokyla.fi/fi/toimintamalli/etavastaanotto/', null],
    ['  https://innokyla.fi/fi/toimintamalli/etavastaanotto  ', null],
    [null, 'MISSING'],
    ['   ', 'MISSING'],
    ['http://innokyla.fi/fi/toimintamalli/x', 'NOT_HTTPS'],
    ['innokyla.fi/fi/toimintamalli/x', 'NOT_HTTPS'],
    ['www.innokyla.fi/fi/toimintamalli/x', 'NOT_HTTPS'],
    ['HTTPS://innokyla.fi/fi/toimintamalli/x', 'NOT_HTTPS'],
    ['javascript:alert(1)', 'NOT_HTTPS'],
    ['https://innokyla.fi.example/fi/toimintamalli/x', 'OTHER_SITE'],
    ['https://example.fi/https://innokyla.fi/fi/toimintamalli/x', 'OTHER_SITE'],
    ['https://thl.fi/fi/toimintamalli/x', 'OTHER_SITE'],
    ['https://innokyla.fi', 'NO_LANGUAGE'],
    ['https://innokyla.fi/toimintamalli/x', 'NO_LANGUAGE'],
    ['https://innokyla.fi/de/toimintamalli/x', 'NO_LANGUAGE'],
    ['https://innokyla.fi/fi/node/123', 'NOT_A_MODEL'],
    ['https://innokyla.fi/fi/haku', 'NOT_A_MODEL'],
    ['https://innokyla.fi/fi/toimintamalli/', 'NO_NAME'],
    ['https://innokyla.fi/fi/toimintamalli', 'NO_NAME'],
    ['https://innokyla.fi/fi/toimintamalli/x/muokkaa', 'TOO_MUCH'],
    ['https://innokyla.fi/fi/toimintamalli/x/kehittamisen-polku/1', 'TOO_MUCH'],
  ])('%s: %s', (url, fault) => {
    expect(addressFault(url)).toBe(fault)
    expect(url !== null && isInnokylaAddress(url.trim())).toBe(fault === null)
  })
})

describe('a model in the order of Innokylä', () => {
  it('has every field, made of what the register knows', () => {
    const texts = innokylaTexts(words('fi'), row, project)
    expect(Object.keys(texts)).toEqual([...innokylaFields])
    expect(texts).toMatchObject({
      name: 'Etävastaanotto',
      shortDescription: 'Vastaanotto myös etänä',
      area: 'Kainuun hyvinvointialue',
      funder: 'Sosiaali- ja terveysministeriö (STM)\nEuroopan unionin rahoittama – NextGenerationEU',
      basicIdea: 'Vastaanotto myös etänä\nJonot lyhenevät\nKeskeiset tulokset:\nEtänä hoidettiin 35 %',
      context: 'Digitaaliset palvelut\nInvestointi 4 Digitaaliset innovaatiot',
    })
    expect(texts.path).toBe(
      'Kuvattu Innokylässä: Ei tiedossa\nPilotoitu: Kyllä\nOtettu käyttöön: Osittain\nJäi käyttöön: Osittain',
    )
  })

  it('tells apart what is not described from what nobody knows', () => {
    const pathOf = (described: boolean | null) => innokylaTexts(words('fi'), { ...row, described }, project).path
    expect(pathOf(false)).toMatch(/^Kuvattu Innokylässä: Ei\n/)
    expect(pathOf(null)).toMatch(/^Kuvattu Innokylässä: Ei tiedossa\n/)
    expect(pathOf(true)).toMatch(/^Kuvattu Innokylässä: Kyllä\n/)
  })

  it('invents nothing where the register has nothing', () => {
    const bare = { ...row, goals: [], results: [], unit: null, investments: [], ownerAfterProject: null }
    const texts = innokylaTexts(words('sv'), bare, { ...project, period: null })
    const empty = innokylaFields.filter((field) => texts[field] === null)
    expect(empty).toEqual(['shortDescription', 'place', 'authors', 'dates', 'basicIdea', 'conditions', 'context'])
  })

  it('tells of a missing tag and of one that names another investment', () => {
    expect(innokylaChecks(row)).toEqual({ fault: 'MISSING', tag: null, tagDiffers: false })
    expect(innokylaChecks({ ...row, titleTag: '(RRP, P4, I1)' })).toMatchObject({
      tag: '(RRP, P4, I1)',
      tagDiffers: true,
    })
    expect(innokylaChecks({ ...row, name: 'Etävastaanotto (RRP, P4, I4)' })).toMatchObject({
      tag: '(RRP, P4, I4)',
      tagDiffers: false,
    })
  })
})
