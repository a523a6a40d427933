import { describe, expect, it } from 'vitest'
import type { PurchaseRow } from '@/lib/finance/model'
import { mayMend, placeAddress } from '@/lib/finance/treasury/addresses'
import { checkMonth, isError, type Rule, rules } from '@/lib/finance/treasury/files/checks/model'
import { hasRightSign, monthChoices, monthsBefore, readMonth, type Treasury } from '@/lib/finance/treasury/model'
import { soundTreasury } from './treasury-data'

const month = '2025-09'
const today = '2025-11-22'
const found = (treasury: Treasury, at = month): Rule[] => checkMonth(treasury, at, today).map(({ rule }) => rule)

type Change = (treasury: Treasury) => Partial<Treasury>
const item =
  (part: object): Change =>
  (t) => ({ items: t.items.map((one) => ({ ...one, ...part })) })
const payment =
  (part: object): Change =>
  (t) =>
    item({ payments: (t.items[0]?.payments ?? []).map((one) => ({ ...one, ...part })) })(t)
const owner =
  (part: object): Change =>
  (t) =>
    item({ owners: (t.items[0]?.owners ?? []).map((one) => ({ ...one, ...part })) })(t)
const purchase =
  (part: Partial<PurchaseRow>): Change =>
  (t) => ({
    purchases: t.purchases.map((one) => ({ ...one, ...part })),
  })
const contractor =
  (at: number, part: object): Change =>
  (t) => ({
    purchases: t.purchases.map((one) => ({
      ...one,
      contractors: one.contractors.map((each, index) => (index === at ? { ...each, ...part } : each)),
    })),
  })
const shares =
  (...percents: string[]): Change =>
  () => ({
    shares: percents.map((percent, at) => ({
      source: at === 0 ? ('rrf' as const) : ('national' as const),
      percent,
      note: null,
    })),
  })
const documents =
  (part: object): Change =>
  (t) => ({ documents: t.documents.map((one) => ({ ...one, ...part })) })
const bare = {
  decisionText: null,
  decidedOn: null,
  contract: null,
  contractOn: null,
  caseNumber: null,
  contractors: [],
}

/** What makes each rule speak; what it must not speak of stands in the sound data, in which none but two remarks do. */
const planted: Record<Exclude<Rule, 'month_ahead' | 'month_open'>, Change> = {
  no_items: () => ({ items: [] }),
  item_lacks: item({ implementer: null }),
  item_business_id: item({ businessId: '0112038-8' }),
  item_no_recipient_id: item({ recipientId: null }),
  item_no_owners: item({ owners: [] }),
  no_payments: payment({ paidOn: '2025-08-31' }),
  payment_type: payment({ paymentType: 'lahja' }),
  payment_sign: payment({ paymentType: 'recovery' }),
  recovered_more: payment({ paymentType: 'recovery', amount: '-5' }),
  owner_no_birth: owner({ birth: 'missing' }),
  owner_birth_after_role: owner({ birth: 'after_role' }),
  owner_no_role: owner({ roleFrom: null }),
  owner_not_yet: owner({ roleFrom: '2025-10-01' }),
  purchases_left_out: purchase(bare),
  purchase_no_decision: purchase({ decidedOn: null, isSmall: false }),
  small_no_decision: purchase({ decidedOn: null, isSmall: true }),
  purchase_no_case: purchase({ caseNumber: null }),
  purchase_no_contract: purchase({ contract: null, contractOn: null }),
  purchase_no_contractors: purchase({ contractors: [] }),
  purchase_no_amount: purchase({ amount: null }),
  contractor_no_business_id: contractor(0, { businessId: null }),
  contractor_business_id: contractor(0, { businessId: '1572860-1' }),
  contractor_no_owners: () => ({ contractorOwners: [] }),
  subcontractor_loose: contractor(1, { contractorId: null }),
  shares_missing: shares(),
  shares_over: shares('80.00', '20.01'),
  shares_open: shares('99.99'),
  no_funding_decision: documents({ kind: 'other' }),
  no_dnsh_assessment: documents({ kind: 'dnsh' }),
  document_no_case: documents({ caseNumber: null }),
}

describe('the checks of a month', () => {
  it('find nothing in sound data', () => {
    expect(found(soundTreasury())).toEqual([])
  })

  it('have an example of every rule', () => {
    expect(Object.keys(planted).length + 2).toBe(Object.keys(rules).length)
  })

  it.each(Object.entries(planted))('%s', (rule, change) => {
    const sound = soundTreasury()
    expect(found({ ...sound, ...change(sound) })).toContain(rule)
  })

  it('a month that goes on is told, one that has not begun is refused, a past one is neither', () => {
    expect(found(soundTreasury(), '2025-11')).toEqual(['month_open', 'no_payments'])
    expect(found(soundTreasury(), '2025-12')).toEqual(['month_ahead', 'no_payments'])
    expect(isError({ rule: 'month_open' })).toBe(false)
    expect(isError({ rule: 'month_ahead' })).toBe(true)
  })

  it('every required fact is asked for by its name', () => {
    const sound = soundTreasury()
    const nothing = {
      implementer: '',
      supportId: '',
      supportType: null,
      recipientType: null,
      recipientName: '',
      businessId: null,
    }
    const lacking = checkMonth({ ...sound, ...item(nothing)(sound) }, month, today)
    expect(lacking.filter(({ rule }) => rule === 'item_lacks').map(({ field }) => field)).toEqual(Object.keys(nothing))
  })

  it('what begins after the month is not asked about', () => {
    const sound = soundTreasury()
    const later = { decidedOn: '2025-10-01', caseNumber: null, contractors: [] }
    expect(found({ ...sound, ...purchase(later)(sound) })).toEqual([])
    expect(found({ ...sound, ...payment({ paidOn: '2025-10-01', paymentType: 'lahja' })(sound) })).toEqual([
      'no_payments',
    ])
    const dated = sound.documents.map((one) => ({ ...one, caseNumber: null, datedOn: '2025-10-01' }))
    expect(found({ ...sound, documents: [...sound.documents, ...dated] })).toEqual([])
  })

  it('shares of exactly the whole are neither too much nor too little', () => {
    const sound = soundTreasury()
    expect(found({ ...sound, ...shares('80.00', '20.00')(sound) })).toEqual([])
  })
})

describe('the place of a finding', () => {
  const all = { finance: true, documents: true }
  const none = { finance: false, documents: false }

  it('leads to the field for those who may mend it', () => {
    expect(placeAddress('k', { kind: 'item', item: 'a', field: 'businessId' }, all)).toBe(
      '/projects/k/finance/treasury/items/a/edit#item-businessId',
    )
    expect(placeAddress('k', { kind: 'purchase', purchase: 'p', field: 'caseNumber' }, all)).toBe(
      '/projects/k/finance/purchases/p/edit#purchase-caseNumber',
    )
    expect(placeAddress('k', { kind: 'documents' }, all)).toBe('/projects/k/about/documents')
  })

  it('and for others to where it can be read', () => {
    expect(placeAddress('k', { kind: 'purchase', purchase: 'p', field: 'caseNumber' }, none)).toBe(
      '/projects/k/finance/purchases/p',
    )
    expect(placeAddress('k', { kind: 'funding' }, none)).toBe('/projects/k/finance#funding')
    expect(placeAddress('k', { kind: 'documents' }, none)).toBe('/projects/k#documents')
    expect(
      [{ kind: 'documents' }, { kind: 'funding' }, { kind: 'items' }].map((one) => mayMend(one as never, none)),
    ).toEqual([false, false, true])
  })
})

describe('months', () => {
  it('are read and counted back over the turn of a year', () => {
    expect(['2025-09', '2025-13', '2025-9', 'x'].map(readMonth)).toEqual(['2025-09', null, null, null])
    expect([0, 2, 3, 15].map((count) => monthsBefore('2025-03', count))).toEqual([
      '2025-03',
      '2025-01',
      '2024-12',
      '2023-12',
    ])
  })

  it('are offered from the first day on, newest first', () => {
    const months = monthChoices(today, ['2023-10-05', '2024-01-01'])
    expect([months[0], months[1], months.at(-1), months.length]).toEqual(['2025-11', '2025-10', '2023-10', 26])
    expect(monthChoices(today, [])).toHaveLength(13)
  })
})

describe('the sign of a payment', () => {
  it.each([
    ['payment', '1', true],
    ['payment', '-1', false],
    ['payment', '0', false],
    ['recovery', '-0.01', true],
    ['recovery', '1', false],
  ] as const)('%s of %s: %s', (type, amount, right) => {
    expect(hasRightSign(type, amount)).toBe(right)
  })
})
