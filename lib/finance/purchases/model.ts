import { differenceOf, type PartialSum, type PurchaseRow, partialSum } from '@/lib/finance/model'

/** The next number of the register, after the highest that is in use: H072 after H071. */
export function nextSourceId(known: readonly string[]): string {
  const numbers = known.flatMap((id) => /^H(\d{1,6})$/.exec(id)?.[1] ?? [])
  const next = numbers.reduce((highest, digits) => Math.max(highest, Number(digits)), 0) + 1
  return `H${String(next).padStart(3, '0')}`
}

/** How a purchase that several investments pay is parted. Euros. */
export type Split = {
  /** What the other investments pay */
  others: PartialSum
  /** What is left for the purchase's own investment; null when the whole or a part is unknown */
  own: string | null
  /** The parts are more than the whole */
  exceeds: boolean
}

export function splitOf({ amount, shares }: Pick<PurchaseRow, 'amount' | 'shares'>): Split {
  const others = partialSum(shares.map((part) => part.amount))
  const rest = differenceOf(amount, others.total)
  const own = others.unknown > 0 ? null : rest
  return { others, own, exceeds: rest?.startsWith('-') ?? false }
}

/** What one investment pays of a purchase: the whole, a part, or unknown; null when it pays nothing of it. */
export function paidBy(
  purchase: Pick<PurchaseRow, 'amount' | 'shares' | 'investmentId'>,
  investmentId: string,
): { amount: string | null } | null {
  const part = purchase.shares.find((one) => one.investmentId === investmentId)
  if (part) return { amount: part.amount }
  if (purchase.investmentId !== investmentId) return null
  return { amount: purchase.shares.length === 0 ? purchase.amount : splitOf(purchase).own }
}
