import type { PartialSum } from '@/lib/finance/model'
import type { Words } from '@/lib/platform/words'
import { formatAmount } from '@/lib/values/format'

/** A sum as a cell of a table shows it. */
type SumText = { text: string; unknown?: boolean; note?: string }

export function amountText(t: Words, amount: string): string {
  return formatAmount(amount, t.locale)
}

/** A sum with how many amounts it lacks; nothing known is said in words, never as zero. */
export function partialCell(t: Words, { total, unknown }: PartialSum, notInProject = 0): SumText {
  const notes = [
    unknown > 0 ? t('steering.money.unknownAmounts', { count: unknown }) : null,
    notInProject > 0 ? t('steering.money.outside', { count: notInProject }) : null,
  ].filter((note) => note !== null)
  const note = notes.join('; ') || undefined
  return total === null
    ? { text: t('steering.money.unknown'), unknown: true, note }
    : { text: amountText(t, total), note }
}

/** The same as running text: `22 785,00 € (yhden summa ei tiedossa)`. */
export function partialText(t: Words, sum: PartialSum): string {
  const { text, note } = partialCell(t, sum)
  return note ? `${text} (${note})` : text
}
