import { describe, expect, it } from 'vitest'
import { checkBudget, partialSum, withSubAreas } from '@/lib/rounds/snapshot/finance/model'
import type { SnapshotBudgetLine } from '@/lib/rounds/snapshot/model'
import { riskRows } from '@/lib/steering/risks/model'
import { toimintamalliFunnel } from '@/lib/steering/toimintamallit/model'
import { makeRisk, makeToimintamalli } from '@/tests/support/builders/snapshot'

function line(amount: string | null, notInProject = false): SnapshotBudgetLine {
  return {
    id: `line-${amount}`,
    no: null,
    investmentId: null,
    unitId: null,
    pillarAsWritten: null,
    investmentAsWritten: null,
    title: 'rivi',
    year: null,
    costType: null,
    fundingSource: null,
    amount,
    amountAsWritten: amount ?? '-',
    notInProject,
  }
}

describe('sums', () => {
  const cases: [string, (string | null)[], ReturnType<typeof partialSum>][] = [
    ['exact cents', ['0.10', '0.20', '1312644.77'], { total: '1312645.07', lines: 3, unknown: 0 }],
    ['an unknown is left out and said', ['100.00', null], { total: '100', lines: 2, unknown: 1 }],
    ['only unknowns have no sum, not zero', [null, null], { total: null, lines: 2, unknown: 2 }],
    ['no lines have no sum, not zero', [], { total: null, lines: 0, unknown: 0 }],
    ['a real zero is a zero', ['0.00'], { total: '0', lines: 1, unknown: 0 }],
  ]
  it.each(cases)('%s', (_name, amounts, expected) => {
    expect(partialSum(amounts)).toEqual(expected)
  })

  it('keeps what is not part of the project out of the sum and of the unknowns', () => {
    const checked = checkBudget([line('362000'), line(null, true), line('88910')], '6465000', partialSum(['400']))
    expect(checked).toEqual({
      sum: { total: '450910', lines: 2, unknown: 0 },
      notInProject: 1,
      difference: '-6014090',
      estimateDifference: '-6464600',
    })
  })

  it('tells no difference when nothing was printed', () => {
    expect(checkBudget([line('1')], null, partialSum([])).difference).toBeNull()
  })

  it('counts sub-areas at any depth to their investment', () => {
    const tree = [
      { id: 'p', parentId: null },
      { id: 'i', parentId: 'p' },
      { id: 'a', parentId: 'i' },
      { id: 'x', parentId: null },
    ]
    expect([...withSubAreas('p', tree)]).toEqual(['p', 'i', 'a'])
  })
})

describe('toimintamallit', () => {
  it('counts unknown as unknown, never as no', () => {
    const funnel = toimintamalliFunnel([
      makeToimintamalli('a', { described: true, piloted: 'yes', stayedInUse: 'no' }),
      makeToimintamalli('b', { described: true, piloted: 'partly' }),
      makeToimintamalli('c', { described: false }),
      makeToimintamalli('d'),
    ])
    expect(funnel).toEqual({
      all: 4,
      described: { yes: 2, partly: 0, no: 1, unknown: 1 },
      piloted: { yes: 1, partly: 1, no: 0, unknown: 2 },
      stayedInUse: { yes: 0, partly: 0, no: 1, unknown: 3 },
    })
  })
})

describe('risks', () => {
  it('shows the latest score, the one before it, and leaves unscored ones unscored at the end', () => {
    const rows = riskRows([
      makeRisk(1, []),
      makeRisk(
        2,
        [
          [2, 5],
          [3, 5],
        ],
        {},
      ),
      makeRisk(3, [[null, 4]]),
      makeRisk(4, [[5, 5]], { closedOn: '2025-06-30' }),
      makeRisk(5, [[4, 4]]),
    ])
    expect(rows.map((row) => [row.risk.no, row.points])).toEqual([
      [5, 16],
      [2, 15],
      [1, null],
      [3, null],
    ])
    expect(rows[1]?.previous).toEqual({ probability: 2, impact: 5 })
  })

  it('tells printed points that are not the product', () => {
    const risk = makeRisk(1, [[2, 5]])
    const printed = { ...risk, assessments: risk.assessments.map((one) => ({ ...one, pointsAsWritten: 12 })) }
    expect(riskRows([printed])[0]).toMatchObject({ points: 10, otherPoints: 12 })
  })
})
