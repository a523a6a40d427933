import type { PlanChangeEffectRow } from '@/lib/plan-changes/model'
import { add, subtract } from '@/lib/values/decimal'

/** Sum of what is known and how many amounts are not. Euros; null: nothing is known, which is not zero. */
export type EffectSum = { total: string | null; unknown: number }
export type EffectSums = { old: EffectSum; new: EffectSum; difference: EffectSum }

/** What a change does to the money of one place: null when either amount is unknown. */
export function differenceOf({ oldAmount, newAmount }: Pick<PlanChangeEffectRow, 'oldAmount' | 'newAmount'>) {
  return oldAmount === null || newAmount === null ? null : subtract(newAmount, oldAmount)
}

/** Old, new and their difference over all places. The difference counts only places whose both amounts are known. */
export function effectSums(effects: readonly Pick<PlanChangeEffectRow, 'oldAmount' | 'newAmount'>[]): EffectSums {
  return {
    old: sumOf(effects.map(({ oldAmount }) => oldAmount)),
    new: sumOf(effects.map(({ newAmount }) => newAmount)),
    difference: sumOf(effects.map(differenceOf)),
  }
}

function sumOf(amounts: readonly (string | null)[]): EffectSum {
  const known = amounts.filter((amount) => amount !== null)
  const total = known.length === 0 ? null : known.reduce(add, '0')
  return { total, unknown: amounts.length - known.length }
}
