import type { BarChart, ChartSeries, LineChart } from '@/lib/charts/model'
import type { Words } from '@/lib/platform/words'
import { axisOf, type UnitOfAxis } from '@/lib/steering/indicators/explorer/series/model'

/** One chart of the explorer, with what must be known to read it. */
export type ExplorerPanel = {
  key: string
  model: LineChart | BarChart
  notes: string[]
  /** Those whose values are in it */
  indicatorIds: string[]
}

const mostSeries = 5

/** Rows by a key, in the order in which the keys first come. */
export function grouped<Row>(rows: readonly Row[], keyOf: (row: Row) => string): Row[][] {
  const groups = new Map<string, Row[]>()
  for (const row of rows) groups.set(keyOf(row), [...(groups.get(keyOf(row)) ?? []), row])
  return [...groups.values()]
}

/** At most five at a time, since more could not be told apart, and as evenly as it goes. */
export function inFives<Row>(rows: readonly Row[]): Row[][] {
  const count = Math.ceil(rows.length / mostSeries)
  const start = (index: number) => Math.floor((index * rows.length) / count)
  return Array.from({ length: count }, (_, index) => rows.slice(start(index), start(index + 1)))
}

/** Title of one of several charts that show one thing. */
export function titleOfPart(t: Words, title: string, index: number, of: number): string {
  return of > 1 ? t('explorer.panel.partOf', { title, no: index + 1, of }) : title
}

/** What the numbers of the axis are, where the axis does not write it itself. */
export function unitNotes(t: Words, unit: UnitOfAxis): string[] {
  if (unit.name === null) return [t('explorer.note.noUnit')]
  return axisOf(unit) === 'number' ? [t('explorer.note.unit', { unit: unit.name })] : []
}

/** Says what the mark of a gap is, where there is one. */
export function gapNotes(t: Words, series: readonly ChartSeries[]): string[] {
  return series.some(({ points }) => points.some(({ told }) => told)) ? [t('explorer.note.gaps')] : []
}
