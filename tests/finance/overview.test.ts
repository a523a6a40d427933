import { describe, expect, it } from 'vitest'
import { budgetInForce, changeOf, type EffectRow, effectsByLine } from '@/lib/finance/effects/model'
import { forecastLines } from '@/lib/finance/forecasts/model'
import type { MoneyRow, PurchaseRow } from '@/lib/finance/model'
import { byInvestment, byKey, emptyMoney, fundingOf, type Money, wholeSlice } from '@/lib/finance/overview/model'
import { filterPurchases, purchaseQuery, readPurchaseFilter, sortedQuery } from '@/lib/finance/purchases/filters/model'
import { nextSourceId, paidBy, splitOf } from '@/lib/finance/purchases/model'

const investment = (id: string, parentId: string | null = null) => ({
  id,
  parentId,
  label: id,
  short: id,
  level: 'Investointi',
  depth: parentId ? 1 : 0,
  names: [id],
})
const investments = [investment('a'), investment('a1', 'a'), investment('b')]

const line = (investmentId: string | null, amount: string | null, part: object = {}) => ({
  id: `${investmentId}-${amount}`,
  investmentId,
  workPackageId: null,
  year: 2025,
  costType: null,
  fundingSource: null,
  amount,
  notInProject: false,
  fundingShares: [],
  ...part,
})
const money = (amount: string, part: Partial<MoneyRow> = {}): MoneyRow => ({
  id: amount,
  periodId: null,
  investmentId: 'a',
  workPackageId: null,
  costType: null,
  fundingSource: null,
  amount,
  amountAsWritten: null,
  asOf: null,
  note: null,
  version: 1,
  ...part,
})
const effect = (change: string | null, part: Partial<EffectRow> = {}): EffectRow => ({
  id: String(change),
  planChangeId: 'c',
  title: 'Muutos',
  state: 'in_force',
  inForce: true,
  inForceFrom: null,
  investmentId: 'a1',
  workPackageId: null,
  year: null,
  costType: null,
  change,
  ...part,
})

describe('money by investment', () => {
  const lines = [line('a1', '100'), line('a1', null), line('b', null, { notInProject: true }), line(null, '7')]
  const all: Money = {
    ...emptyMoney,
    actuals: [money('10'), money('-2', { investmentId: 'a1' })],
    forecasts: [money('50'), money('60')],
    effects: [effect('-30'), effect('5', { inForce: false, state: 'decided' })],
    purchases: [
      { investmentId: 'a', workPackageId: null, amount: '90', shares: [{ investmentId: 'b', amount: '20' }] },
      { investmentId: 'b', workPackageId: null, amount: null, shares: [] },
    ],
  }

  it('counts what is under it, parts of purchases too, and what belongs to none by itself', () => {
    const rows = byInvestment(all, lines, investments).map(({ investment: place, depth, slice }) => [
      place?.id ?? null,
      depth,
      slice.budget.total,
      slice.budget.unknown,
      slice.inForce,
      slice.actuals.total,
      slice.forecasts.total,
      slice.purchases.total,
      slice.purchases.unknown,
    ])
    expect(rows).toEqual([
      ['a', 0, '100', 1, '70', '8', '60', '70', 0],
      ['a1', 1, '100', 1, '70', '-2', null, null, 0],
      ['b', 0, null, 0, null, null, null, '20', 1],
      [null, 0, '7', 0, '7', null, null, null, 0],
    ])
  })

  it('counts everything once in the total, and only the forecasts in force', () => {
    const total = wholeSlice(all, lines)
    expect(total).toMatchObject({
      budget: { total: '107', lines: 3, unknown: 1 },
      outside: 1,
      effects: { total: '-30', lines: 1 },
      inForce: '77',
      actuals: { total: '8' },
      forecasts: { total: '60', lines: 1 },
      purchases: { total: '90', lines: 2, unknown: 1 },
    })
  })

  it('is told by year too: of an actual by its period, else by its day', () => {
    const years = { ...all, actuals: [money('1', { periodId: 'p' }), money('2', { asOf: '2024-05-01' }), money('4')] }
    const rows = byKey(years, [line('a', '100')], 'year', (id) => (id === 'p' ? '2025' : null))
    const later = byKey({ ...emptyMoney, forecasts: [money('9', { asOf: '2026-01-01' })] }, [], 'year', () => null)
    expect(later.map(({ key }) => key)).toEqual([null])
    expect(rows.map(({ key, slice }) => [key, slice.budget.total, slice.actuals.total])).toEqual([
      ['2024', null, '2'],
      ['2025', '100', '1'],
      [null, null, '4'],
    ])
  })
})

describe('effects of plan changes', () => {
  it('are the new amount less the old, all of the new where nothing was, and unknown without a new one', () => {
    expect(changeOf({ oldAmount: '100', newAmount: '70.5' })).toBe('-29.5')
    expect(changeOf({ oldAmount: null, newAmount: '5' })).toBe('5')
    expect(changeOf({ oldAmount: '100', newAmount: null })).toBeNull()
  })

  it('make of the budget as decided the budget in force; those not in force do nothing', () => {
    const effects = [effect('-30'), effect(null), effect('1000', { inForce: false })]
    expect(budgetInForce('100', effects)).toEqual({ decided: '100', effects: '-30', unknown: 1, inForce: '70' })
    expect(budgetInForce(null, [])).toMatchObject({ effects: null, inForce: null })
    // A change whose amount nobody knows is no change of zero euros.
    expect(budgetInForce('100', [effect(null)])).toMatchObject({ effects: null, unknown: 1 })
    expect(budgetInForce(null, [effect('5')])).toMatchObject({ inForce: '5' })
  })

  it('stand beside the one line they are about, and beside none when two could be meant', () => {
    const lines = [line('a1', '1', { year: 2024 }), line('a1', '2', { year: 2025 }), line('b', '3')]
    const found = effectsByLine(lines, [
      effect('10', { year: 2025 }),
      effect('20'),
      effect('30', { investmentId: 'b', inForce: false }),
      effect('40', { investmentId: null }),
    ])
    expect([...found].map(([id, effects]) => [id, effects.map(({ change }) => change)])).toEqual([['a1-2', ['10']]])
  })
})

describe('forecasts', () => {
  it('replace only one about the same thing', () => {
    const rows = [
      money('1', { id: '1', costType: 'Palkat' }),
      money('2', { id: '2', costType: ' palkat ' }),
      money('3', { id: '3', costType: 'Palkat', fundingSource: 'own' }),
      money('4', { id: '4', costType: 'Palkat' }),
    ]
    const lines = forecastLines(rows).map(({ current, replaced }) => [current.id, replaced.map(({ id }) => id)])
    expect(lines).toEqual([
      ['4', ['2', '1']],
      ['3', []],
    ])
  })
})

describe('funding of a budget', () => {
  it('is by shares, else by the one source; the rest is open and an unknown amount is counted', () => {
    const shares = [
      { source: 'grant' as const, percent: '80', note: null },
      { source: 'own' as const, percent: '15.5', note: null },
    ]
    const split = fundingOf([
      line('a', '1000', { fundingShares: shares, fundingSource: 'eu' }),
      line('a', '10.01', { fundingSource: 'own' }),
      line('a', '5'),
      line('a', null),
      line('a', null, { notInProject: true }),
    ])
    expect([...split.bySource]).toEqual([
      ['grant', '800'],
      ['own', '165.01'],
    ])
    expect(split.open).toEqual({ total: '50', lines: 4, unknown: 1 })
  })

  it('is no zero where there is nothing, or nothing is known', () => {
    expect(fundingOf([]).open).toEqual({ total: null, lines: 0, unknown: 0 })
    expect(fundingOf([line('a', null, { fundingSource: 'own' })])).toEqual({
      bySource: new Map(),
      open: { total: null, lines: 1, unknown: 1 },
    })
  })
})

const purchase = (part: Partial<PurchaseRow>): PurchaseRow => ({
  id: part.title ?? '',
  sourceId: 'H001',
  investmentId: 'a',
  workPackageId: null,
  periodId: null,
  tableNo: null,
  title: '',
  amount: null,
  amountAsWritten: null,
  vatBasis: null,
  supplier: null,
  contract: null,
  workPackageBasis: null,
  flag: null,
  note: null,
  isSmall: false,
  decisionText: null,
  decidedOn: null,
  contractOn: null,
  caseNumber: null,
  contractors: [],
  shares: [],
  fundingShares: [],
  version: 1,
  ...part,
})

describe('a purchase that several pay', () => {
  it('leaves the rest to its own investment, unless a part is unknown', () => {
    const split = { amount: '100', shares: [{ investmentId: 'b', amount: '30.5' }], investmentId: 'a' }
    expect(splitOf(split)).toMatchObject({ own: '69.5', exceeds: false })
    expect(paidBy(split, 'a')).toEqual({ amount: '69.5' })
    expect(paidBy(split, 'b')).toEqual({ amount: '30.5' })
    expect(paidBy(split, 'c')).toBeNull()
    const unknown = { ...split, shares: [...split.shares, { investmentId: 'c', amount: null }] }
    expect(splitOf(unknown)).toMatchObject({ own: null, others: { total: '30.5', unknown: 1 } })
    expect(splitOf({ amount: '10', shares: split.shares }).exceeds).toBe(true)
    expect(splitOf({ amount: null, shares: split.shares })).toMatchObject({ own: null, exceeds: false })
  })

  it('gets the number after the highest', () => {
    expect(nextSourceId(['H001', 'H071', 'X99', 'H1a'])).toBe('H072')
    expect(nextSourceId([])).toBe('H001')
  })
})

describe('the register of purchases', () => {
  const rows = [
    purchase({ title: 'Äänet', amount: '9.5', isSmall: true, vatBasis: 'excluded' }),
    purchase({ title: 'Alusta', amount: '10', supplier: 'Toimittaja Oy', investmentId: 'b' }),
    purchase({ title: 'Zoom', shares: [{ investmentId: 'b', amount: '1' }] }),
  ]
  const shown = (query: Record<string, string>, branch: string[] = []) =>
    filterPurchases(rows, readPurchaseFilter(query), new Set(branch), 'fi').map(({ title }) => title)

  it('is narrowed and put in order by the address', () => {
    expect(shown({})).toEqual(['Äänet', 'Alusta', 'Zoom'])
    expect(shown({ sort: 'title' })).toEqual(['Alusta', 'Zoom', 'Äänet'])
    expect(shown({ sort: 'amount' })).toEqual(['Äänet', 'Alusta', 'Zoom'])
    expect(shown({ sort: 'amount', order: 'descending' })).toEqual(['Zoom', 'Alusta', 'Äänet'])
    expect(shown({ investment: 'b' }, ['b'])).toEqual(['Alusta', 'Zoom'])
    expect(shown({ amount: 'unknown' })).toEqual(['Zoom'])
    expect(shown({ vat: 'unknown' })).toEqual(['Alusta', 'Zoom'])
    expect(shown({ size: 'small' })).toEqual(['Äänet'])
    expect(shown({ text: 'toimittaja' })).toEqual(['Alusta'])
    expect(shown({ period: 'none', package: 'none', vat: 'bogus' })).toHaveLength(3)
  })

  it('writes into the address only what differs, and turns the order of a column', () => {
    expect(purchaseQuery(readPurchaseFilter({}))).toBe('')
    const filter = readPurchaseFilter({ amount: 'unknown', sort: 'title' })
    expect(purchaseQuery(filter)).toBe('?amount=unknown&sort=title')
    expect(sortedQuery(filter, 'title')).toBe('?amount=unknown&sort=title&order=descending')
    expect(sortedQuery(filter, 'amount')).toBe('?amount=unknown&sort=amount')
  })
})
