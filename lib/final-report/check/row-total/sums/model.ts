import type { CheckedReport, Finding, FindingPlace } from '@/lib/final-report/check/model'
import type { ReadNumber } from '@/lib/final-report/check/numbers/model'
import { add, compare, divide, subtract } from '@/lib/values/decimal'
import { formatNumber } from '@/lib/values/format'

/** Words that say: this is the sum. */
export const totalWord =
  /(?<!\p{L})(?:yhteensä|summa|kokonaissumma|totalt|sammanlagt|total|tillsammans|loppusumma|grand total)(?!\p{L})/iu

/** The sum of the parts and whether it is the total, rounding considered; null when something is not known or not exact. */
export function sumOf(
  parts: readonly (ReadNumber | null)[],
  total: ReadNumber,
): { sum: string; matches: boolean } | null {
  if (total.qualifier !== 'exact' || total.numberTo !== null) return null
  let sum = '0'
  let slack = '0'
  for (const part of parts) {
    if (part === null || part.qualifier !== 'exact' || part.numberTo !== null) return null
    if (part.unit !== null && total.unit !== null && part.unit !== total.unit) return null
    sum = add(sum, part.number)
    if (compare(part.digit, '1') !== 0) slack = add(slack, divide(part.digit, '2', 6) ?? '0')
  }
  const off = subtract(total.number, sum).replace('-', '')
  return { sum, matches: compare(off, slack) <= 0 }
}

/** The finding of a total that its parts do not give. */
export function totalFinding(
  place: FindingPlace,
  variant: string,
  total: string,
  sum: string,
  label: string,
  report: CheckedReport,
): Finding {
  const shown = formatNumber(sum, report.language)
  return {
    rule: 'row-total',
    severity: 'error',
    place,
    other: null,
    values: [total, shown],
    variant,
    params: { value: total, other: shown, label },
  }
}
