import type { SnapshotDataCell, SnapshotDataTable } from '@/lib/rounds/snapshot/data-tables/model'
import { cellText, partText } from '@/lib/steering/cell-texts/model'
import type { ReviewTable, Run } from '@/lib/steering/review/model'
import { figure, joined, type ReviewContext, run } from '@/lib/steering/review/runs/model'
import { table } from '@/lib/steering/review/tables/model'

/** A table of figures as its source has it; every figure leads to its card. */
export function dataTable(context: ReviewContext, { title, notes, columns, rows }: SnapshotDataTable): ReviewTable {
  const numeric = (key: string) => rows.some((row) => row.some((cell) => cell.column === key && cell.number !== null))
  return table({
    caption: title,
    columns: columns.map((column, index) => ({
      title: column.unit ? `${column.title} (${column.unit})` : column.title,
      weight: index === 0 ? 2 : 1,
      numeric: numeric(column.key),
    })),
    rows: rows.map((row) =>
      columns.map((column) =>
        cellRuns(
          context,
          row.filter((cell) => cell.column === column.key),
        ),
      ),
    ),
    note: notes.join(' ') || null,
  })
}

/** One cell may hold several values, each with the name of its part: `vk 21: 97, vk 35: 41`. */
function cellRuns(context: ReviewContext, parts: readonly SnapshotDataCell[]): Run[] {
  return joined(
    parts.map((cell) => {
      const { text } = cellText(context.t, cell)
      const named = cell.part ? `${partText(context.t, cell.part)}: ${text}` : text
      return [cell.number === null ? run(named) : figure(context, 'cell', cell.id, named)]
    }),
    ', ',
  )
}
