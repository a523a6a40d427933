import 'server-only'
import type { Prisma } from '@/generated/prisma/client'
import type { DataCell, DataTableRow } from '@/lib/indicators/model'
import { decimalText } from '@/lib/platform/columns'

/** Tables of figures of a project as their sources have them, in stored order, as part of another read. */
export const dataTablesInOrder = {
  orderBy: { sort: 'asc' },
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
    columns: { orderBy: { sort: 'asc' }, select: { key: true, title: true, unit: true, timeCode: true } },
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
  return { ...table, rows: inRows(table.columns, cells) }
}

type StoredCell = Omit<DataCell, 'number'> & { row: number; number: { toString(): string } | null }

/** Cells by row, in the order of the columns; what stands outside the columns comes last. */
function inRows(columns: readonly { key: string }[], cells: readonly StoredCell[]): DataCell[][] {
  const place = (key: string) => {
    const index = columns.findIndex((column) => column.key === key)
    return index < 0 ? columns.length : index
  }
  const rows: DataCell[][] = []
  for (const { row, number, ...cell } of cells) {
    const line = rows[row] ?? []
    line.push({ ...cell, number: decimalText(number) })
    rows[row] = line
  }
  return rows.map((line) => line.toSorted((a, b) => place(a.column) - place(b.column)))
}
