import type { CellParts, Column } from '@/components/ui/table-model'
import type { PartialSum } from '@/lib/finance/model'
import type { PhaseTable } from '@/lib/plan/schedule/model'
import { spanOf } from '@/lib/plan/schedule/model'
import type { YearCells } from '@/lib/plan/tables/model'
import type { Words } from '@/lib/platform/words'
import { formatNumber, formatTimeCode } from '@/lib/values/format'

/** Columns of a table by years, and their sum. */
export function yearColumns(t: Words, first: string, years: readonly (number | null)[]): Column[] {
  return [
    { key: 'part', header: first },
    ...years.map((year) => ({
      key: String(year),
      header: year === null ? t('plan.year.none') : String(year),
      numeric: true,
    })),
    ...(years.length > 1 ? [{ key: 'total', header: t('plan.year.total'), numeric: true }] : []),
  ]
}

/** Cells by years and their sum, each as `show` writes it; nothing written at all is a dash. */
export function yearCells(cells: YearCells, total: PartialSum, show: (sum: PartialSum) => CellParts): CellParts[] {
  const sums = cells.length > 1 ? [...cells, total] : cells
  return sums.map((sum) => (sum === null ? { text: '–', unknown: true } : show(sum)))
}

/** Person-months with how many of them are not known. */
export function monthsCell(t: Words, { total, lines, unknown }: PartialSum): CellParts {
  const note = unknown > 0 && lines > 1 ? t('plan.personMonths.unknownCount', { count: unknown }) : undefined
  if (lines === 0) return { text: '–', unknown: true }
  if (total === null) return { text: t('plan.unknown'), unknown: true, note }
  return { text: formatNumber(total, t.locale), note }
}

/** What stands under the name of a column: its time, or that it is a stage and no time. */
export function columnTime(t: Words, column: PhaseTable['columns'][number]): string {
  const { label, timeCode } = column
  if (timeCode === null || spanOf(column) === null) return t('plan.schedule.stage')
  const time = formatTimeCode(timeCode, t.locale)
  return time === label ? '' : time
}
