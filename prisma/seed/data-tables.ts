import type { Kkk2, TableCellFact, TableFact } from './facts/kkk2.ts'
import type { Place } from './ids.ts'
import type { Rows } from './rows.ts'

/** Tables of figures as the source has them. A cell may hold several values (two weeks), and a row more than the columns. */
export function dataTableRows(facts: Kkk2, { organisationId, projectId, ids }: Place): Rows {
  const units = new Set(facts.workpackages.map(({ id }) => id))
  return {
    dataTable: facts.tables.map((table, sort) => ({
      id: ids('dataTable', table.id),
      organisationId,
      projectId,
      ...(units.has(table.workpackage_id)
        ? { workPackageId: ids('workPackage', table.workpackage_id) }
        : { investmentId: ids('investment', table.workpackage_id) }),
      sourceId: table.id,
      kind: table.kind,
      title: table.title,
      place: String(table.slide),
      notes: table.notes,
      sort,
    })),
    dataTableColumn: facts.tables.flatMap((table) =>
      table.columns.map(({ key, title, unit, period }, sort) => ({
        organisationId,
        tableId: ids('dataTable', table.id),
        key,
        title,
        unit: unit ?? null,
        timeCode: period ?? null,
        sort,
      })),
    ),
    dataTableCell: facts.tables.flatMap((table) => cellRows(table, organisationId, ids('dataTable', table.id))),
  }
}

function cellRows(table: TableFact, organisationId: string, tableId: string) {
  return table.rows.flatMap((cells, row) =>
    Object.entries(cells).flatMap(([column, cell]) =>
      partsOf(cell).map(([part, value]) => ({
        organisationId,
        tableId,
        row,
        column,
        part,
        text: typeof value === 'string' ? value : null,
        number: typeof value === 'number' ? value : null,
        unknown: value === null ? ('unknown' as const) : null,
      })),
    ),
  )
}

function partsOf(cell: TableCellFact): [string, string | number | null][] {
  return typeof cell === 'object' && cell !== null ? Object.entries(cell) : [['', cell]]
}
