import { columnTime } from '@/components/plan/texts'
import { cellAt, cellField, type PhaseTable, typedCell } from '@/lib/plan/schedule/model'
import type { Words } from '@/lib/platform/words'

export function cellColumns(t: Words, { columns }: PhaseTable) {
  return columns.map((column) => ({ id: column.id, label: column.label, note: columnTime(t, column) }))
}

/** Every cell with its name, what it is called and what stands in it. */
export function cellRows(t: Words, { columns, rows }: PhaseTable) {
  return rows.map((row) => ({
    id: row.actionId,
    title: row.title,
    cells: columns.map((column) => ({
      name: cellField(row.actionId, column.id),
      label: t('plan.schedule.cell', { action: row.title, column: column.label }),
      known: typedCell(cellAt(row, column.id)),
    })),
  }))
}
