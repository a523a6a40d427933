import type { PartialSum, SnapshotBudget, SnapshotBudgetLine } from '@/lib/rounds/snapshot/model'
import { subtract, sum } from '@/lib/values/decimal'

/**
 * Exact sum of the known amounts with the number of unknown ones. Total is null when nothing is known: an unknown is not zero.
 * A sum of no lines at all is null too, for the same reason.
 */
export function partialSum(amounts: readonly (string | null)[]): PartialSum {
  const { total, unknown } = sum(amounts)
  return { total: amounts.length === 0 ? null : total, lines: amounts.length, unknown }
}

/** Sum of the lines beside the printed total. A line that is not part of the project is no amount and no unknown. */
export function checkBudget(
  lines: readonly SnapshotBudgetLine[],
  stated: string | null,
  estimates: PartialSum,
): Pick<SnapshotBudget, 'sum' | 'notInProject' | 'difference' | 'estimateDifference'> {
  const counted = lines.filter((line) => !line.notInProject)
  const computed = partialSum(counted.map((line) => line.amount))
  return {
    sum: computed,
    notInProject: lines.length - counted.length,
    difference: stated !== null && computed.total !== null ? subtract(computed.total, stated) : null,
    estimateDifference: stated !== null && estimates.total !== null ? subtract(estimates.total, stated) : null,
  }
}

/** Ids of an investment and everything under it. */
export function withSubAreas(id: string, investments: readonly { id: string; parentId: string | null }[]): Set<string> {
  const found = new Set([id])
  // Parents come before their children, so that one pass is enough.
  for (const each of investments) if (each.parentId && found.has(each.parentId)) found.add(each.id)
  return found
}
