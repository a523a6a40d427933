import type { Cell, Column, DataRow } from '@/components/ui/table-model'
import { countRows, type GanttBar, type GanttRow } from '@/lib/plan/gantt/model'
import type { Words } from '@/lib/platform/words'
import { formatDate, formatDateRange } from '@/lib/values/format'

/** What stands in place of the bars; null where bars tell it. */
export function rowWords(t: Words, { bars, stages, isEmpty }: GanttRow): string | null {
  if (bars.length > 0) return null
  if (isEmpty) return t('plan.gantt.empty')
  return stages.length > 0 ? t('plan.gantt.stages', { stages: stages.join(', ') }) : t('plan.gantt.unknown')
}

/** What the eye would take from the drawing. */
export function ganttSummary(t: Words, rows: readonly GanttRow[]): string {
  const { dated, stages, unknown, first, last } = countRows(rows)
  const day = (date: string) => formatDate(date, t.locale)
  const ends =
    first !== null && last !== null
      ? t('plan.gantt.span', { first: day(first), last: day(last) })
      : first !== null
        ? t('plan.gantt.openEnd', { first: day(first) })
        : last !== null
          ? t('plan.gantt.openStart', { last: day(last) })
          : ''
  return [
    t('plan.gantt.summary', { dated, count: rows.length }),
    ends,
    stages > 0 ? t('plan.gantt.inStages', { count: stages }) : '',
    unknown > 0 ? t('plan.gantt.unknownRows', { count: unknown }) : '',
  ]
    .filter(Boolean)
    .join(' ')
}

/** The same rows as a table. */
export function ganttTable(t: Words, rows: readonly GanttRow[]): { columns: Column[]; rows: DataRow[] } {
  const columns = (['row', 'planned', 'actual', 'told'] as const).map((key) => ({
    key,
    header: t(`plan.gantt.column.${key}`),
  }))
  return {
    columns,
    rows: rows.map((row) => ({
      key: row.key,
      cells: [
        `${'– '.repeat(row.depth)}${row.label}`,
        times(t, row.bars, 'planned'),
        times(t, row.bars, 'actual'),
        row.stages.join(', ') ||
          (row.isEmpty ? t('plan.gantt.empty') : '') ||
          (row.bars.length === 0 ? { text: t('plan.notTold'), unknown: true } : ''),
      ],
    })),
  }
}

function times(t: Words, bars: readonly GanttBar[], is: GanttBar['is']): Cell {
  const own = bars.filter((bar) => bar.is === is)
  return own.length === 0
    ? { text: '–', unknown: true }
    : own.map(({ from, to }) => formatDateRange(from, to, t.locale)).join(', ')
}
