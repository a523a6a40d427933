import { givensIn, measurementOf } from '@/lib/final-report/check/given/model'
import type { CheckedReport, CheckedSection, Finding, FindingPlace } from '@/lib/final-report/check/model'
import type { ReadNumber } from '@/lib/final-report/check/numbers/model'
import { finding } from '@/lib/final-report/check/percentage-of-n/possible/model'
import { placeIn, placeOf, type TextLine } from '@/lib/final-report/check/sections/model'
import type { ReadTable } from '@/lib/final-report/check/tables/model'
import { add, compare, multiply, subtract } from '@/lib/values/decimal'
import { formatNumber } from '@/lib/values/format'

const answers = [
  /^(?:kyllä|ja|yes)(?!\p{L})/iu,
  /^(?:ei|nej|no)(?!\p{L})/iu,
  /(?:täysin|jokseenkin|osittain|melko|helt|delvis|fully|partly)\s.*(?:mieltä|överens|eniga?|agree)/iu,
  /^(?:erittäin |mycket |very )?(?:hyvä\p{L}*|huono\p{L}*|tyytyvä\p{L}*|tyytymät\p{L}*|bra|dålig\p{L}*|nöjd\p{L}*|missnöjd\p{L}*|good|poor)(?!\p{L})/iu,
]

/** The labels are the answers of one question: a scale of whole numbers, yes and no, degrees of agreeing. */
function areAnswers(labels: readonly string[]): boolean {
  if (labels.length < 2) return false
  const scale = labels.map((label) => /^(\d{1,2})(?!\d|[.,]\d)/.exec(label.trim())?.[1])
  const steps = scale.every((step, index) => step !== undefined && Number(step) === Number(scale[0]) + index)
  if (steps && labels.length >= 3) return true
  const kinds = answers.map((pattern) => labels.filter((label) => pattern.test(label.trim())).length)
  const [yes = 0, no = 0, agreeing = 0, quality = 0] = kinds
  return (yes === 1 && no === 1) || agreeing >= 2 || quality >= 2
}

/** Rows and columns of answers to one question that are more than the whole. */
export function sumsInTable(
  { block, columns, rows }: ReadTable,
  section: CheckedSection,
  report: CheckedReport,
): Finding[] {
  const plain = rows.filter(({ isTotal }) => !isTotal)
  const across = areAnswers(columns) ? plain.map(({ label, cells }) => ({ label, cells })) : []
  const down = areAnswers(plain.map(({ label }) => label))
    ? columns.map((label, index) => ({
        label,
        cells: plain.map(({ cells }) => cells[index] ?? { kind: 'unknown' as const }),
      }))
    : []
  return [...across, ...down].flatMap(({ label, cells }) => {
    const shares = cells.flatMap((cell) => (cell.kind === 'number' && cell.read.unit === '%' ? [cell.read] : []))
    return overWhole(shares, label, placeOf(section, block.id), report)
  })
}

function overWhole(
  shares: readonly ReadNumber[],
  label: string,
  where: FindingPlace,
  report: CheckedReport,
): Finding[] {
  if (shares.length < 2 || shares.some(({ qualifier, numberTo }) => qualifier !== 'exact' || numberTo !== null))
    return []
  const total = shares.reduce((sum, { number }) => add(sum, number), '0')
  const slack = shares.reduce((sum, { digit }) => add(sum, multiply(digit, '0.5')), '0')
  if (compare(subtract(total, slack), '100') <= 0) return []
  const parts = shares.map(({ asWritten }) => asWritten).join(' + ')
  const shown = `${formatNumber(total, report.language)}\u00a0%`
  return [finding(where, 'sum', [parts, shown], { value: parts, other: shown, label })]
}

/** Shares of one line that the data know as the answers of one question. */
export function sumsInText(section: CheckedSection, report: CheckedReport): Finding[] {
  const groups = new Map<string, { line: TextLine; shares: ReadNumber[]; name: string }>()
  for (const { line, read, source } of givensIn(section, report)) {
    const measurement = measurementOf(source, report)
    if (read.unit !== '%' || measurement?.value.kind !== 'distribution') continue
    const key = `${line.block.id} ${line.index} ${measurement.id}`
    const known = groups.get(key) ?? { line, shares: [], name: '' }
    known.shares.push(read)
    groups.set(key, known)
  }
  return [...groups.values()].flatMap(({ line, shares, name }) => {
    const where = placeIn(section, line, shares[0]?.from ?? 0, shares.at(-1)?.to ?? 0)
    return overWhole(shares, name, where, report)
  })
}
