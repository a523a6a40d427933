import { describe, expect, it } from 'vitest'
import { disagreeing, type Gap, gapsOf, investmentsInTag, tagDifference } from '@/lib/toimintamallit/gaps/model'
import { isInnokylaAddress, tagOf, takenInto } from '@/lib/toimintamallit/model'
import {
  everyRow,
  filterRegister,
  type RegisterModel,
  readRegisterFilter,
  registerFunnel,
  registerQuery,
  registerRows,
} from '@/lib/toimintamallit/register/model'
import { modelAddress as address, aModel as model } from './a-model'

const one = { id: 'i1', code: 'Investointi 1', title: 'Hoitotakuu', label: 'Investointi 1 Hoitotakuu' }
const four = { id: 'i4', code: null, title: 'Investointi 4: digi', label: 'Investointi 4: digi' }

const gaps = (parts: Partial<RegisterModel>, investments = [one]) =>
  gapsOf(model(parts), { investments, evidence: parts.evidence ?? 1 })

describe('gaps', () => {
  it('a complete model has none', () => expect(gaps({})).toEqual([]))

  it.each<[Gap, Partial<RegisterModel>]>([
    ['no_unit', { workPackageId: null }],
    ['not_described', { described: false, innokylaUrl: null }],
    ['no_address', { innokylaUrl: null, described: null }],
    ['address_form', { innokylaUrl: 'https://innokyla.fi/fi/malli' }],
    ['addresses_differ', { addresses: [{ place: 'table', url: `${address}-toinen` }] }],
    ['no_tag', { name: 'Malli' }],
    ['tag_differs', { titleTag: '(RRP, P4, I3)' }],
    ['piloted_unknown', { piloted: null }],
    ['taken_unknown', { stayedInUse: 'no' }],
    ['no_goal', { goals: [] }],
    ['goal_unknown', { goalMet: 'unknown' }],
    ['no_result', { results: [] }],
    ['no_owner', { ownerAfterProject: null }],
    ['no_evidence', { evidence: 0 }],
  ])('%s', (gap, parts) => expect(gaps(parts)).toEqual([gap]))

  it('an unknown stay leaves the taking into use unknown, too, unless it was told', () => {
    expect(gaps({ stayedInUse: null })).toEqual(['taken_unknown', 'stayed_unknown'])
    expect(gaps({ stayedInUse: null, takenIntoUse: 'no' })).toEqual(['stayed_unknown'])
  })

  it('without an investment nothing is compared with the tag', () => {
    expect(gaps({}, [])).toEqual(['no_investment'])
  })
})

describe('the title tag', () => {
  it.each([
    ['(RRP, P4, I1)', ['1']],
    ['(RRP P4, I1)', ['1']],
    ['(RRP, P4, I1 ja I4)', ['1', '4']],
    ['(RRP, P4, I1, I4)', ['1', '4']],
    ['(RRP, P4)', []],
  ])('%s names %s', (tag, numbers) => expect(investmentsInTag(tag)).toEqual(numbers))

  it('is the recorded one, else the end of the name; other brackets are none', () => {
    expect(tagOf({ titleTag: null, name: 'Hoito (T2D) ja polku (RRP, P4, I1)' })).toBe('(RRP, P4, I1)')
    expect(tagOf({ titleTag: '(RRP, P4, I3)', name: 'Malli (RRP, P4, I1)' })).toBe('(RRP, P4, I3)')
    expect(tagOf({ titleTag: null, name: 'Alusta (POKI)' })).toBeNull()
  })

  it('disagrees when only one of the two has a number', () => {
    expect(tagDifference('(RRP, P4, I1 ja I4)', [one, four])).toBeNull()
    expect(tagDifference('(RRP, P4, I1)', [one, four])).toEqual({ tag: ['1'], investments: ['1', '4'] })
    expect(tagDifference('(RRP, P4, I3)', [one])).toEqual({ tag: ['3'], investments: ['1'] })
    expect(tagDifference('(RRP, P4)', [one])).toBeNull()
  })
})

describe('addresses', () => {
  it.each([
    [address, true],
    ['https://www.innokyla.fi/sv/kokonaisuus/x/kehittamisen-polku', true],
    ['http://innokyla.fi/fi/toimintamalli/x', false],
    ['https://innokyla.fi.example/fi/toimintamalli/x', false],
    ['https://innokyla.fi/fi/toimintamalli/', false],
  ])('%s: %s', (url, good) => expect(isInnokylaAddress(url)).toBe(good))

  it('with or without www, path or slash are the same place; another name is not', () => {
    const other = (url: string) => disagreeing({ innokylaUrl: address, addresses: [{ place: 'section', url }] })
    expect(other('https://www.innokyla.fi/fi/toimintamalli/malli/kehittamisen-polku')).toEqual([])
    expect(other(`${address}/`)).toEqual([])
    expect(other(`${address}-2`)).toHaveLength(1)
  })
})

describe('the funnel', () => {
  it('counts unknown as unknown, and what stayed in use as taken into use', () => {
    const funnel = registerFunnel([
      model({ described: null, innokylaUrl: null, piloted: null, stayedInUse: 'yes' }),
      model({ piloted: 'no', stayedInUse: 'no' }),
      model({ takenIntoUse: 'no', stayedInUse: 'no', described: false }),
    ])
    expect(funnel).toEqual({
      all: 3,
      described: { yes: 1, partly: 0, no: 1, unknown: 1 },
      piloted: { yes: 1, partly: 0, no: 1, unknown: 1 },
      taken: { yes: 1, partly: 0, no: 1, unknown: 1 },
      stayed: { yes: 1, partly: 0, no: 2, unknown: 0 },
    })
    expect(takenInto({ takenIntoUse: null, stayedInUse: 'no' })).toBeNull()
  })
})

describe('the list', () => {
  const plan = { units: [{ id: 'w', title: 'Ääniä', investments: [one] }], investments: [one, four] }
  const rows = registerRows(
    [
      model({ id: 'a', name: 'Öljy (RRP, P4, I1)' }),
      model({ id: 'b', name: 'Apu', investmentIds: ['i4'], piloted: null, evidence: 0 }),
      model({ id: 'c', name: 'Ääni (RRP, P4, I1)', workPackageId: null, stayedInUse: 'no', takenIntoUse: 'yes' }),
    ],
    plan,
  )
  const shown = (parts: object) => filterRegister(rows, { ...everyRow, ...parts }, 'fi').map(({ id }) => id)

  it('gives a model the investments of its package when it has none of its own', () => {
    expect(rows.map(({ investments }) => investments.map(({ id }) => id))).toEqual([['i1'], ['i4'], []])
  })

  it.each([
    [{}, ['a', 'b', 'c']],
    [{ investment: 'i4' }, ['b']],
    [{ unit: 'none' }, ['c']],
    [{ piloted: 'unknown' }, ['b']],
    [{ stayed: 'no' }, ['c']],
    [{ gap: 'no_evidence' }, ['b']],
    [{ gap: 'none' }, ['a']],
    [{ gap: 'any' }, ['b', 'c']],
    [{ text: 'ÄÄN' }, ['c']],
    [{ sort: 'name' }, ['b', 'c', 'a']],
    [{ sort: 'gaps' }, ['b', 'c', 'a']],
  ])('%o shows %s', (parts, ids) => expect(shown(parts)).toEqual(ids))

  it('lives in the address and comes back from it; what is not on offer is left out', () => {
    const filter = { ...everyRow, piloted: 'unknown', gap: 'no_owner', sort: 'gaps', text: 'ääni & öljy' } as const
    const query = registerQuery(filter)
    expect(readRegisterFilter(Object.fromEntries(new URLSearchParams(query)))).toEqual(filter)
    expect(registerQuery(everyRow)).toBe('')
    expect(readRegisterFilter({ piloted: 'maybe', gap: '<script>', sort: ['name', 'x'] })).toEqual({
      ...everyRow,
      sort: 'name',
    })
  })
})
