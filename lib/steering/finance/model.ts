import { differenceOf, type PartialSum, partialSum } from '@/lib/finance/model'
import { branchOf } from '@/lib/investments/model'
import type { SnapshotBody, SnapshotInvestment } from '@/lib/rounds/snapshot/model'
import type { SnapshotBudget, SnapshotInvestmentSums, SnapshotPurchase } from '@/lib/rounds/snapshot/money/model'
import { steeredInvestments } from '@/lib/steering/lights/model'

export type FinanceRow = {
  investment: SnapshotInvestment
  sums: SnapshotInvestmentSums
  /** Estimates of the work packages − budget lines; null when either is unknown */
  estimateDifference: string | null
  purchases: SnapshotPurchase[]
}

export type FinanceSummary = {
  /** The budget that is steered by: the first one of the plan */
  budget: SnapshotBudget | null
  rows: FinanceRow[]
  totals: Record<'budget' | 'estimates' | 'purchases' | 'actuals' | 'forecast', PartialSum>
  /** Of the totals: estimates − budget lines */
  estimateDifference: string | null
  actualsKnown: boolean
  forecastsKnown: boolean
  /** Purchases that no shown investment holds */
  otherPurchases: SnapshotPurchase[]
}

/** Money per steered investment. Sums leave unknown amounts out and say how many they were. */
export function financeSummary(body: SnapshotBody): FinanceSummary {
  const { finance, investments } = body
  const sums = new Map(finance.byInvestment.map((one) => [one.investmentId, one]))
  const held = new Set<string>()
  const rows = steeredInvestments(body).flatMap((investment): FinanceRow[] => {
    const own = sums.get(investment.id)
    if (!own || (own.budget.lines === 0 && own.purchases.lines === 0)) return []
    const ids = new Set(branchOf(investments, investment.id).map((one) => one.id))
    const purchases = finance.purchases.filter((one) => one.investmentId !== null && ids.has(one.investmentId))
    for (const one of purchases) held.add(one.id)
    return [
      { investment, sums: own, estimateDifference: differenceOf(own.estimates.total, own.budget.total), purchases },
    ]
  })
  const budget = finance.budgets[0] ?? null
  return {
    budget,
    rows,
    totals: {
      budget: budget?.sum ?? partialSum([]),
      estimates: finance.estimateSum,
      purchases: finance.purchaseSum,
      actuals: partialSum(finance.actuals.map((row) => row.amount)),
      forecast: partialSum(finance.forecasts.map((row) => row.amount)),
    },
    estimateDifference: differenceOf(finance.estimateSum.total, budget?.sum.total ?? null),
    actualsKnown: finance.actuals.length > 0,
    forecastsKnown: finance.forecasts.length > 0,
    otherPurchases: finance.purchases.filter((one) => !held.has(one.id)),
  }
}
