import type { CheckedReport, Finding, FindingPlace } from '@/lib/final-report/check/model'
import type { ReadNumber } from '@/lib/final-report/check/numbers/model'
import { formatNumber } from '@/lib/values/format'

/**
 * Whether some whole number of `n` is that many per cent, rounded or cut at the last digit written. Shares told loosely
 * ("noin", "yli") and shares of many thousands are always possible.
 */
export function isPossible(percent: ReadNumber, n: number): boolean {
  if (percent.qualifier !== 'exact' || percent.numberTo !== null || percent.form !== 'digits') return true
  // Counted in whole digits, so that nothing is lost: 9,3 % is 93 of a thousand.
  const scale = 10 ** (percent.digit.split('.')[1]?.length ?? 0)
  const share = Math.round(Number(percent.number) * scale)
  if (share < 0 || share > 100 * scale || n < 1 || n >= 100 * scale) return true
  const part = Math.floor((share * n) / (100 * scale))
  return [part, part + 1].some((count) => {
    const off = count * 100 * scale - share * n
    return count <= n && (Math.abs(off) * 2 <= n || (off >= 0 && off < n))
  })
}

/** A finding when some of the shares cannot come from the n, else none. */
export function impossible(
  shares: readonly ReadNumber[],
  size: ReadNumber | null,
  where: FindingPlace,
  report: CheckedReport,
): Finding[] {
  const n = size === null || size.qualifier !== 'exact' ? null : Number(size.number)
  if (n === null || !Number.isInteger(n)) return []
  const wrong = shares.filter((share) => !isPossible(share, n))
  if (wrong.length === 0) return []
  const all = [...new Set(wrong.map(({ asWritten }) => asWritten))]
  const written = all.length > 4 ? `${all.slice(0, 4).join('; ')} …` : all.join('; ')
  const shown = formatNumber(n, report.language)
  return [finding(where, 'n', [written, shown], { value: written, n: shown })]
}

/** A finding of this rule. */
export function finding(
  place: FindingPlace,
  variant: string,
  values: string[],
  params: Record<string, string>,
): Finding {
  return { rule: 'percentage-of-n', severity: 'error', place, other: null, values, variant, params }
}
