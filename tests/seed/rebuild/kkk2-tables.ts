import type { DataCell, DataTableRow } from '@/lib/indicators/model'
import { sum } from '@/lib/values/decimal'
import type { Shapes } from '../loss/shapes'
import type { Names } from './names'

const cellValue = (cell: DataCell) => (cell.unknown ? null : (cell.number ?? cell.text))

/** A row as the source has it; a cell of several parts becomes an object of them. */
function rowOf(cells: readonly DataCell[]): Record<string, unknown> {
  const row: Record<string, unknown> = {}
  for (const cell of cells) {
    if (cell.part === '') row[cell.column] = cellValue(cell)
    else row[cell.column] = { ...(row[cell.column] as object), [cell.part]: cellValue(cell) }
  }
  return row
}

export function rebuildTables({ tables }: Shapes, names: Names) {
  return tables.map((table) => ({
    id: table.sourceId,
    workpackage_id: table.workPackageId ? names.unit(table.workPackageId) : names.on('investment', table.investmentId),
    slide: table.place,
    kind: table.kind,
    title: table.title,
    columns: table.columns.map(({ key, title, unit, timeCode }) => ({ key, title, unit, period: timeCode })),
    rows: table.rows.map(rowOf),
    notes: table.notes,
    totals_computed: totals[table.sourceId]?.(table),
  }))
}

/** Sum of the known cells of a column. */
function total(table: DataTableRow, column: string, which: { part?: string; without?: string } = {}): string | null {
  const rows = table.rows.filter((row) => !row.some((cell) => cell.text !== null && cell.text === which.without))
  const cells = rows.flat().filter((cell) => cell.column === column && cell.part === (which.part ?? ''))
  return sum(cells.flatMap((cell) => (cell.number === null ? [] : [cell.number]))).total
}

/** The totals that the source has computed of its own tables, computed again of ours. */
const totals: Record<string, (table: DataTableRow) => unknown> = {
  'T-JONO': (table) => {
    const inWeek = (part: string) => ({
      queue: total(table, 'queue', { part }),
      under_23: total(table, 'guarantee_exceeded_under_23', { part }),
      over_23: total(table, 'guarantee_exceeded_over_23', { part }),
    })
    return { W35: inWeek('W35'), W21_known_rows_only: inWeek('W21') }
  },
  'T-PTV': (table) => ({
    municipalities: total(table, 'count', { without: 'Hyvinvointialue' }),
    all: total(table, 'count'),
  }),
  'T-DIGITUKI': (table) => ({ events: total(table, 'n') }),
  'T-NEPSY': (table) => ({ people: total(table, 'people') }),
  'T-VAM-KATSELUT': (table) => ({ views: total(table, 'views') }),
  'T-PERUSTASO-MENETELMAT': (table) => ({ youth: total(table, 'youth') }),
  'T-PSOP': (table) => ({ all: total(table, 'count') }),
}
