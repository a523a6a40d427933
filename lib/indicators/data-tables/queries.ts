import 'server-only'
import type { Prisma } from '@/generated/prisma/client'
import type { DataCell, DataTableRow } from '@/lib/indicators/model'
import { decimalText } from '@/lib/platform/columns'
import { bySort } from '@/lib/platform/order'

/** Tables of figures of a project as their sources have them, in stored order, as part of another read. */
export const dataTablesInOrder = {
  orderBy: bySort,
  select: {
    id: true,
    sourceId: true,
    workPackageId: true,
    investmentId: true,
    indicatorId: true,
    kind: true,
    title: true,
    place: true,
    notes: true,
    columns: { orderBy: bySort, select: { key: true, title: true, unit: true, timeCode: true } },
    cells: {
      orderBy: [{ row: 'asc' }, { part: 'asc' }, { id: 'asc' }],
      select: { id: true, row: true, column: true, part: true, text: true, number: true, unknown: true },
    },
  },
} as const satisfies Prisma.Project$dataTablesArgs

/** A stored table as the house knows it. */
export function toDataTable(
  stored: Prisma.DataTableGetPayload<{ select: typeof dataTablesInOrder.select }>,
): DataTableRow {
  const { cells, ...table } = stored
  const columns = table.columns.length > 0 ? table.columns : namedByCells(cells)
  return { ...table, columns, rows: inRows(columns, cells) }
}

/** A source without a head of the table: its cells say themselves what they are of. */
function namedByCells(cells: readonly { column: string }[]): DataTableRow['columns'] {
  return [...new Set(cells.map(({ column }) => column))].map((key) => ({ key, title: key, unit: null, timeCode: null }))
}

type StoredCell = Omit<DataCell, 'number'> & { row: number; number: { toString(): string } | null }

/** Cells by row, in the order of the columns; what stands outside the columns comes last. */
function inRows(columns: readonly { key: string }[], cells: readonly StoredCell[]): DataCell[][] {
  const place = (key: string) => {
    const index = columns.findIndex((column) => column.key === key)
    return index < 0 ? columns.length : index
  }
  // By the rows there are: a source may number them from one, or leave some out.
  const rows = Map.groupBy(cells, ({ row }) => row)
  return [...rows.entries()]
    .toSorted(([one], [other]) => one - other)
    .map(([, line]) =>
      line
        .map(({ row: _row, number, ...cell }) => ({ ...cell, number: decimalText(number) }))
        .toSorted((a, b) => place(a.column) - place(b.column)),
    )
}
