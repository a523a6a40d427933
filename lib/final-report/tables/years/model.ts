import type { DocumentCell, TableBody } from '@/lib/final-report/document/model'
import type { PartialSum } from '@/lib/finance/model'
import type { YearCells, YearTable } from '@/lib/plan/tables/model'
import type { Words } from '@/lib/platform/words'

/** How a sum of which something is known is written. */
export type ShowSum = (total: string) => string

/** A sum with how much of it is not known; nothing known at all is a word, and where nothing is written a dash: never a zero. */
export function sumCell(t: Words, sum: PartialSum | null, show: ShowSum): DocumentCell {
  if (sum === null || sum.lines === 0) return { text: '–', unknown: true }
  if (sum.total === null) return { text: t('plan.unknown'), unknown: true }
  const lacking = sum.unknown > 0 ? ` (${t('plan.personMonths.unknownCount', { count: sum.unknown })})` : ''
  return { text: `${show(sum.total)}${lacking}` }
}

/** The sums of a row by year and their total, which of one year alone would be said twice. */
export function yearCells(t: Words, cells: YearCells, total: PartialSum, show: ShowSum): DocumentCell[] {
  return (cells.length > 1 ? [...cells, total] : cells).map((sum) => sumCell(t, sum, show))
}

/** The heading of the rows and of each year, the year that nobody has told, and the total. */
export function yearColumns(t: Words, first: string, { years }: Pick<YearTable, 'years'>): TableBody['columns'] {
  const year = (header: string) => ({ header, width: 1.3, numeric: true })
  return [
    { header: first, numeric: false, width: 3 },
    ...years.map((one) => year(one === null ? t('plan.year.none') : String(one))),
    ...(years.length > 1 ? [year(t('plan.year.total'))] : []),
  ]
}
