import type { CellParts } from '@/components/ui/table-model'
import type { PartialSum } from '@/lib/finance/model'
import type { Words } from '@/lib/platform/words'
import { isZero } from '@/lib/values/decimal'
import { formatAmount, formatChange } from '@/lib/values/format'

/** An amount; an unknown one is said in words, with what the source says instead. */
export function amountCell(t: Words, amount: string | null, asWritten: string | null = null): CellParts {
  return amount === null
    ? { text: t('finance.unknown'), unknown: true, note: asWritten ?? undefined }
    : { text: formatAmount(amount, t.locale) }
}

/** A sum with how many amounts it lacks. Nothing written down, and nothing known, are said in words: neither is zero. */
export function sumCell(t: Words, { total, lines, unknown }: PartialSum, more: string[] = []): CellParts {
  const note = [unknown > 0 ? t('finance.unknownCount', { count: unknown }) : '', ...more].filter(Boolean).join('; ')
  if (lines === 0) return { text: t('finance.nothing'), unknown: true, note: note || undefined }
  if (total === null) return { text: t('finance.unknown'), unknown: true, note: note || undefined }
  return { text: formatAmount(total, t.locale), note: note || undefined }
}

/** The same as running text. */
export function sumText(t: Words, sum: PartialSum): string {
  const { text, note } = sumCell(t, sum)
  return note ? `${text} (${note})` : text
}

/** A difference with its sign, and whether the two agree. */
export function differenceCell(t: Words, difference: string | null): CellParts {
  if (difference === null) return { text: t('finance.check.cannotSay'), unknown: true }
  return isZero(difference)
    ? { text: t('finance.check.agrees'), status: 'good' }
    : { text: formatChange(difference, t.locale, 'amount'), status: 'warning' }
}

/** What is not told. */
export const untold = (t: Words): CellParts => ({ text: t('finance.untold'), unknown: true })
