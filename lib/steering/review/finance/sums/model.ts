import type { PartialSum } from '@/lib/finance/model'
import { amountText, partialCell } from '@/lib/steering/money-texts/model'
import type { Run } from '@/lib/steering/review/model'
import { figure, type ReviewContext, run } from '@/lib/steering/review/runs/model'

/** A sum with its card, and what it lacks beside it. A sum of nothing has no card: its word stays a word. */
export function sumRuns(context: ReviewContext, name: string, sum: PartialSum): Run[] {
  const { text, unknown, note } = partialCell(context.t, sum)
  const value = unknown ? run(text) : figure(context, 'computed', name, text)
  return [value, ...(note ? [run(` (${note})`)] : [])]
}

/** An amount that was computed; the word for an unknown one. */
export function amountRun(context: ReviewContext, name: string, amount: string | null): Run {
  return amount === null
    ? run(context.t('steering.money.unknown'))
    : figure(context, 'computed', name, amountText(context.t, amount))
}
