import { describe, expect, test } from 'vitest'
import { budgetSums, checkLines, lineSumsBy } from '@/lib/finance/budgets/model'
import { type BudgetLineRow, differenceOf, partialSum, sumsBy } from '@/lib/finance/model'

function line(part: Partial<BudgetLineRow>): BudgetLineRow {
  return {
    id: part.title ?? 'line',
    no: null,
    investmentId: null,
    workPackageId: null,
    pillarAsWritten: null,
    investmentAsWritten: null,
    title: 'line',
    year: null,
    costType: null,
    fundingSource: null,
    amount: null,
    amountAsWritten: null,
    notInProject: false,
    fundingShares: [],
    version: 1,
    ...part,
  }
}

describe('sums that may have unknowns', () => {
  test('say how many amounts are unknown, and are exact', () => {
    expect(partialSum(['0.10', '0.20', null])).toEqual({ total: '0.3', lines: 3, unknown: 1 })
  })

  test('are unknown, not zero, when nothing is known', () => {
    expect(partialSum([null, null])).toEqual({ total: null, lines: 2, unknown: 2 })
    expect(partialSum([])).toEqual({ total: null, lines: 0, unknown: 0 })
  })

  test('leave rows without a key out and keep the order of the keys', () => {
    const rows = [
      { key: 'b', amount: '1' },
      { key: null, amount: '5' },
      { key: 'a', amount: null },
      { key: 'b', amount: '2.50' },
    ]
    expect([...sumsBy(rows, (row) => row.key)]).toEqual([
      ['b', { total: '3.5', lines: 2, unknown: 0 }],
      ['a', { total: null, lines: 1, unknown: 1 }],
    ])
  })

  test('have no difference to an unknown', () => {
    expect(differenceOf('1', null)).toBeNull()
    expect(differenceOf('100', '340.52')).toBe('-240.52')
  })
})

describe('a budget beside its printed total', () => {
  const lines = [
    line({ title: 'a', amount: '100', investmentId: 'A', investmentAsWritten: 'Investointi 1' }),
    line({ title: 'b', amount: '50.50', investmentId: 'B', investmentAsWritten: 'Investointi 1' }),
    line({
      title: '-',
      amountAsWritten: '-',
      notInProject: true,
      investmentId: 'C',
      investmentAsWritten: 'Investointi 2',
    }),
  ]

  test('does not count a line that is not part of the project, not even as unknown', () => {
    expect(budgetSums({ lines, stated: '150.50' })).toEqual({
      lines: { total: '150.5', lines: 2, unknown: 0 },
      notInProject: 1,
      difference: '0',
    })
  })

  test('shows a mismatch and corrects nothing', () => {
    expect(budgetSums({ lines, stated: '200' }).difference).toBe('-49.5')
    expect(budgetSums({ lines, stated: null }).difference).toBeNull()
  })

  test('is compared with the estimates under each line', () => {
    const estimates = [
      { workPackageId: 'w1', investmentId: 'A', amount: '60' },
      { workPackageId: 'w2', investmentId: 'A', amount: '40' },
      { workPackageId: 'w3', investmentId: 'B', amount: null },
    ]
    const checks = checkLines(lines, estimates)
    expect(checks.map(({ difference, matches }) => [difference, matches])).toEqual([
      ['0', true],
      [null, null],
      [null, null],
    ])
    expect(checks[0]?.estimates).toHaveLength(2)
  })

  test('is summed by its own headings', () => {
    const sums = lineSumsBy(lines, (one) => one.investmentAsWritten)
    expect([...sums.keys()]).toEqual(['Investointi 1'])
    expect(sums.get('Investointi 1')?.total).toBe('150.5')
  })
})
