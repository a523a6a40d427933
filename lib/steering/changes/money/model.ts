import type { PartialSum } from '@/lib/finance/model'
import type { SnapshotBody, SnapshotInvestment } from '@/lib/rounds/snapshot/model'
import { type FinanceSummary, financeSummary } from '@/lib/steering/finance/model'
import { compare, subtract } from '@/lib/values/decimal'

export const moneyKinds = ['budget', 'estimates', 'purchases', 'actuals', 'forecast'] as const
export type MoneyKind = (typeof moneyKinds)[number]

/** A sum that is not what it was. Euros; unknown is null, which is not zero. */
export type MoneyChange = {
  kind: MoneyKind
  /** Null: the whole project */
  investment: SnapshotInvestment | null
  before: string | null
  now: string | null
  /** now − before; null when either is unknown */
  difference: string | null
  move: 'up' | 'down' | 'new' | 'gone' | 'changed'
  /** Rows now − rows then */
  lines: number
}

type Sums = Record<MoneyKind, PartialSum>
type Place = { investment: SnapshotInvestment | null; sums: Sums }

/** Sums of the whole project and of each steered investment that have changed, the whole first. */
export function moneyChanges(earlier: SnapshotBody, now: SnapshotBody): MoneyChange[] {
  const past = new Map(placesOf(financeSummary(earlier)).map((place) => [place.investment?.id ?? null, place]))
  return placesOf(financeSummary(now)).flatMap(({ investment, sums }) =>
    moneyKinds.flatMap((kind): MoneyChange[] => {
      const before = past.get(investment?.id ?? null)?.sums[kind] ?? nothing
      const change = changeOf(before, sums[kind])
      return change ? [{ kind, investment, ...change }] : []
    }),
  )
}

const nothing: PartialSum = { total: null, lines: 0, unknown: 0 }

function placesOf(finance: FinanceSummary): Place[] {
  return [
    { investment: null, sums: finance.totals },
    ...finance.rows.map(({ investment, sums }) => ({
      investment,
      sums: { ...sums, actuals: single(sums.actuals), forecast: single(sums.forecast) },
    })),
  ]
}

const single = (total: string | null): PartialSum => ({ total, lines: total === null ? 0 : 1, unknown: 0 })

function changeOf(before: PartialSum, now: PartialSum): Omit<MoneyChange, 'kind' | 'investment'> | null {
  const sums = { before: before.total, now: now.total, lines: now.lines - before.lines }
  if (before.total === null && now.total === null) return null
  if (before.total === null) return { ...sums, difference: null, move: 'new' }
  if (now.total === null) return { ...sums, difference: null, move: 'gone' }
  const order = compare(now.total, before.total)
  if (order === 0 && before.unknown === now.unknown && sums.lines === 0) return null
  const move = order > 0 ? 'up' : order < 0 ? 'down' : 'changed'
  return { ...sums, difference: subtract(now.total, before.total), move }
}
