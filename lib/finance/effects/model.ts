import type { BudgetLineRow } from '@/lib/finance/model'
import { add, subtract } from '@/lib/values/decimal'

/** What a change of the plan does to the money of one place of the budget. Euros. */
export type EffectRow = {
  id: string
  planChangeId: string
  title: string
  state: string
  /** Counts in the budget in force */
  inForce: boolean
  inForceFrom: string | null
  investmentId: string | null
  workPackageId: string | null
  year: number | null
  costType: string | null
  /** New amount minus old; null when one of them is unknown */
  change: string | null
}

/** New minus old; an effect that names only the new amount brings all of it. Null when the new amount is unknown. */
export function changeOf({
  oldAmount,
  newAmount,
}: {
  oldAmount: string | null
  newAmount: string | null
}): string | null {
  return newAmount === null ? null : subtract(newAmount, oldAmount ?? '0')
}

/** A budget as it was decided, what changes in force do to it (null where none names an amount), and how many name none. */
export type BudgetInForce = { decided: string | null; effects: string | null; unknown: number; inForce: string | null }

export function budgetInForce(
  decided: string | null,
  effects: readonly Pick<EffectRow, 'inForce' | 'change'>[],
): BudgetInForce {
  const counted = effects.filter(({ inForce }) => inForce)
  const known = counted.flatMap(({ change }) => change ?? [])
  const total = known.reduce(add, '0')
  return {
    decided,
    effects: known.length === 0 ? null : total,
    unknown: counted.length - known.length,
    inForce: decided === null && known.length === 0 ? null : add(decided ?? '0', total),
  }
}

type Place = Pick<BudgetLineRow, 'id' | 'investmentId' | 'workPackageId' | 'year' | 'costType'>

/**
 * Effects in force beside the line they are about: same place, and same year and cost type where both tell them. An effect that
 * no line, or more than one, could be meant by stands in the list of effects only.
 */
export function effectsByLine(lines: readonly Place[], effects: readonly EffectRow[]): Map<string, EffectRow[]> {
  const found = new Map<string, EffectRow[]>()
  for (const effect of effects.filter(({ inForce }) => inForce)) {
    const agrees = <T>(a: T | null, b: T | null) => a === null || b === null || a === b
    const meant = lines.filter(
      (line) =>
        (line.investmentId ?? line.workPackageId) !== null &&
        line.investmentId === effect.investmentId &&
        agrees(line.workPackageId, effect.workPackageId) &&
        agrees(line.year, effect.year) &&
        agrees(line.costType, effect.costType),
    )
    const [only] = meant
    if (only && meant.length === 1) found.set(only.id, [...(found.get(only.id) ?? []), effect])
  }
  return found
}
