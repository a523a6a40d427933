import { describe, expect, it } from 'vitest'
import { riskRows } from '@/lib/steering/risks/model'
import { toimintamalliFunnel } from '@/lib/steering/toimintamallit/model'
import { makeRisk, makeToimintamalli } from '@/tests/support/builders/snapshot'

describe('toimintamallit', () => {
  it('counts unknown as unknown, never as no', () => {
    const funnel = toimintamalliFunnel([
      makeToimintamalli('a', { described: true, piloted: 'yes', stayedInUse: 'no' }),
      makeToimintamalli('b', { described: true, piloted: 'partly' }),
      makeToimintamalli('c', { described: false }),
      makeToimintamalli('d'),
      makeToimintamalli('e', { innokylaUrl: 'https://innokyla.fi/fi/toimintamalli/e' }),
    ])
    expect(funnel).toEqual({
      all: 5,
      described: { yes: 3, partly: 0, no: 1, unknown: 1 },
      piloted: { yes: 1, partly: 1, no: 0, unknown: 3 },
      taken: { yes: 0, partly: 0, no: 0, unknown: 5 },
      stayedInUse: { yes: 0, partly: 0, no: 1, unknown: 4 },
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
