import {
  type BudgetLineRow,
  type BudgetTableRow,
  differenceOf,
  type PartialSum,
  partialSum,
  sumsBy,
} from '@/lib/finance/model'
import { isZero } from '@/lib/values/decimal'

/** What a work package is estimated to cost, and the part of the structure it stands under. Euros. */
export type Estimate = { workPackageId: string; investmentId: string | null; amount: string | null }

export type BudgetSums = {
  /** Of the lines that are part of the project */
  lines: PartialSum
  notInProject: number
  /** Computed minus printed; null when nothing was printed */
  difference: string | null
}

type Counted = {
  lines: readonly Pick<BudgetLineRow, 'amount' | 'notInProject'>[]
  stated: BudgetTableRow['stated']
}

/** The computed sum beside the printed total. A mismatch is shown and never corrected. */
export function budgetSums({ lines, stated }: Counted): BudgetSums {
  const counted = lines.filter((line) => !line.notInProject)
  const total = partialSum(counted.map((line) => line.amount))
  return { lines: total, notInProject: lines.length - counted.length, difference: differenceOf(total.total, stated) }
}

export type LineCheck = {
  line: BudgetLineRow
  /** Estimates of the work packages under the line's part of the structure */
  estimates: Estimate[]
  estimated: PartialSum
  /** Estimates minus the line; null when either is unknown or the line is not part of the project */
  difference: string | null
  matches: boolean | null
}

/** Every line beside the estimates of the work packages that stand under it. */
export function checkLines(lines: readonly BudgetLineRow[], estimates: readonly Estimate[]): LineCheck[] {
  return lines.map((line) => {
    const under = estimates.filter(({ investmentId, amount }) => amount !== null && investmentId === line.investmentId)
    const estimated = partialSum(under.map(({ amount }) => amount))
    const difference = differenceOf(estimated.total, line.amount)
    return { line, estimates: under, estimated, difference, matches: difference === null ? null : isZero(difference) }
  })
}

/** Lines of the project summed by a heading of the table, e.g. the investment as written. */
export function lineSumsBy(
  lines: readonly BudgetLineRow[],
  keyOf: (line: BudgetLineRow) => string | null,
): Map<string, PartialSum> {
  return sumsBy(
    lines.filter((line) => !line.notInProject),
    keyOf,
  )
}
