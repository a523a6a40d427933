/**
 * A list as rows of a spreadsheet: what the files know of it. Pure data, so that every format draws the same rows.
 * Cells are exact: decimals with a dot ("1234.5"), days as ISO text; null is not told, which is never zero.
 */

/**
 * amount: euros; number: any decimal; count: a whole number; day: `2025-09-12`; time: a code of one, `2025-09` or `2025-Q3`,
 * or a text that is none.
 */
export const columnKinds = ['text', 'number', 'count', 'amount', 'day', 'time'] as const
export type ColumnKind = (typeof columnKinds)[number]

export type Column = { header: string; kind: ColumnKind }
export type Listing = { name: string; title: string; columns: Column[]; rows: (string | null)[][] }

/** How a column is made of a row. Whole numbers may come as such. */
export type ListingField<Row> = readonly [
  header: string,
  kind: ColumnKind,
  read: (row: Row) => string | number | null | undefined,
]

/** Rows of one kind as a list; empty text is not told. */
export function listingOf<Row>(
  { name, title }: { name: string; title: string },
  rows: readonly Row[],
  fields: readonly ListingField<Row>[],
): Listing {
  return {
    name,
    title,
    columns: fields.map(([header, kind]) => ({ header, kind })),
    rows: rows.map((row) =>
      fields.map(([, , read]) => {
        const value = read(row)
        return value === null || value === undefined || value === '' ? null : String(value)
      }),
    ),
  }
}

/** Several texts of one cell, a line each; null when there is none. */
export function lines(texts: readonly (string | null | undefined)[]): string | null {
  const told = texts.filter((text) => text !== null && text !== undefined && text !== '')
  return told.length === 0 ? null : told.join('\n')
}
