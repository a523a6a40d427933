import { budgetSums } from '@/lib/finance/budgets/model'
import {
  type BudgetTableRow,
  differenceOf,
  type FinanceNoteRow,
  type FundingShareRow,
  type MoneyRow,
  type PurchaseRow,
  partialSum,
  type ReservationRow,
} from '@/lib/finance/model'
import { branchOf } from '@/lib/investments/model'
import { type Cut, isKnownIn, periodKeyOf } from '@/lib/rounds/snapshot/cut/model'
import type { SnapshotInvestment, SnapshotUnit } from '@/lib/rounds/snapshot/model'
import type {
  SnapshotEstimate,
  SnapshotFinance,
  SnapshotFinanceRow,
  SnapshotInvestmentSums,
} from '@/lib/rounds/snapshot/money/model'

export type FinanceRows = {
  budgets: BudgetTableRow[]
  purchases: PurchaseRow[]
  actuals: MoneyRow[]
  forecasts: MoneyRow[]
  reservations: ReservationRow[]
  notes: FinanceNoteRow[]
  fundingShares: FundingShareRow[]
}

/** Money as it was known by the end of the period, with printed and computed sums beside each other. */
export function financeAtCut(
  rows: FinanceRows,
  cut: Cut,
  investments: readonly SnapshotInvestment[],
  units: readonly SnapshotUnit[],
): SnapshotFinance {
  const estimates = estimatesOf(units)
  const estimateSum = partialSum(estimates.map((one) => one.amount))
  const budgets = rows.budgets.map((table) => {
    const { lines: sum, notInProject, difference } = budgetSums(table)
    return {
      ...table,
      sum,
      notInProject,
      difference,
      estimateDifference: differenceOf(estimateSum.total, table.stated),
    }
  })
  const purchases = rows.purchases.filter((one) => isKnownIn(one.periodId, cut))
  const [actuals, forecasts] = [moneyAtCut(rows.actuals, cut), moneyAtCut(rows.forecasts, cut)]
  const known = { budgets, estimates, actuals, forecasts, purchases }
  return {
    ...known,
    estimateSum,
    purchaseSum: partialSum(purchases.map((one) => one.amount)),
    reservations: rows.reservations,
    notes: rows.notes,
    fundingShares: rows.fundingShares,
    byInvestment: investments.map((one) => sumsOf(one, investments, known)),
  }
}

/** The plan's own cost estimates. A package without one is not part of the sum, nor an unknown in it. */
function estimatesOf(units: readonly SnapshotUnit[]): SnapshotEstimate[] {
  return units
    .filter(({ cost }) => cost.estimate !== null || cost.asWritten !== null)
    .map(({ id, investmentId, cost }) => ({
      workPackageId: id,
      investmentId,
      amount: cost.estimate,
      asWritten: cost.asWritten,
    }))
}

function moneyAtCut(rows: readonly MoneyRow[], cut: Cut): SnapshotFinanceRow[] {
  return rows
    .filter((row) => isKnownIn(row.periodId, cut) && (row.asOf === null || row.asOf <= cut.lastDay))
    .map((row) => ({ ...row, periodKey: periodKeyOf(row.periodId, cut) }))
}

type Known = Pick<SnapshotFinance, 'budgets' | 'estimates' | 'actuals' | 'forecasts' | 'purchases'>

function sumsOf(
  investment: SnapshotInvestment,
  investments: readonly SnapshotInvestment[],
  { budgets, estimates, actuals, forecasts, purchases }: Known,
): SnapshotInvestmentSums {
  const ids = new Set(branchOf(investments, investment.id).map((one) => one.id))
  const isUnder = (one: { investmentId: string | null }) => one.investmentId !== null && ids.has(one.investmentId)
  const sumUnder = (rows: readonly { investmentId: string | null; amount: string | null }[]) =>
    partialSum(rows.filter(isUnder).map((row) => row.amount))
  // Two tables of one project say the same money twice; the first is the one that is steered by.
  const lines = (budgets[0]?.lines ?? []).filter(isUnder)
  return {
    investmentId: investment.id,
    budget: sumUnder(lines.filter((line) => !line.notInProject)),
    notInProject: lines.filter((line) => line.notInProject).length,
    estimates: sumUnder(estimates),
    purchases: sumUnder(purchases),
    actuals: sumUnder(actuals).total,
    forecast: sumUnder(forecasts).total,
  }
}
