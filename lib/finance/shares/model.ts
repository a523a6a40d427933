import { type FundingShareRow, type FundingSource, fundingSources } from '@/lib/finance/model'
import { add, compare, parseDecimal, subtract, sum } from '@/lib/values/decimal'

export const shareField = (source: FundingSource): string => `share_${source}`
export const shareNoteField = (source: FundingSource): string => `shareNote_${source}`

/** A share as typed: what it says, or why it says nothing. */
export type TypedShare = { source: FundingSource; percent: string | null; error: string | null; note: string | null }

/** Shares that were typed into the fields of a form; empty fields are no shares. */
export function readShares(typed: Record<string, unknown>): TypedShare[] {
  return fundingSources.flatMap((source) => {
    const text = textOf(typed[shareField(source)])
    if (text === '') return []
    return [{ source, ...readPercent(text), note: textOf(typed[shareNoteField(source)]).slice(0, 300) || null }]
  })
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value.trim() : '')

function readPercent(text: string): Pick<TypedShare, 'percent' | 'error'> {
  const parsed = parseDecimal(text.replace(/\s*%$/, ''))
  if (!parsed.ok) return { percent: null, error: 'finance.error.percent' }
  const inside = compare(parsed.value, '0') > 0 && compare(parsed.value, '100') <= 0
  const short = (parsed.value.split('.')[1] ?? '').length <= 2
  return inside && short
    ? { percent: parsed.value, error: null }
    : { percent: null, error: inside ? 'finance.error.percentDecimals' : 'finance.error.percentRange' }
}

/** What is wrong with typed shares, each at its field. Double funding is told where the whole is first exceeded. */
export function shareProblems(shares: readonly TypedShare[]): { field: string; message: string }[] {
  let together = '0'
  let exceeded = false
  return shares.flatMap(({ source, percent, error }) => {
    if (error !== null || percent === null) return [{ field: shareField(source), message: error ?? '' }]
    together = add(together, percent)
    if (exceeded || compare(together, '100') <= 0) return []
    exceeded = true
    return [{ field: shareField(source), message: 'finance.error.moreThanWhole' }]
  })
}

/** Shares without anything wrong with them, as they are stored. */
export function soundShares(typed: Record<string, unknown>): FundingShareRow[] {
  return readShares(typed).flatMap(({ source, percent, note }) => (percent === null ? [] : [{ source, percent, note }]))
}

/** What the shares are together, and what of the whole has no source yet. Percent. */
export function shareTotals(shares: readonly Pick<FundingShareRow, 'percent'>[]): { total: string; open: string } {
  const total = sum(shares.map(({ percent }) => percent)).total ?? '0'
  return { total, open: subtract('100', total) }
}
