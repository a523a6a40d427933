import { writeCsv } from 'hucre/csv'
import type { ColumnKind, Listing } from '@/lib/values/listing'

type Dialect = { delimiter: string; bom: boolean; number: (value: string) => string; day: (value: string) => string }

const dialects: Record<'csv' | 'csv_plain', Dialect> = {
  // Excel in Finland takes the semicolon for the delimiter, and UTF-8 only by its mark.
  csv: { delimiter: ';', bom: true, number: (value) => value.replace('.', ','), day: finnishDay },
  csv_plain: { delimiter: ',', bom: false, number: (value) => value, day: (value) => value },
}

/** `2025-09-12` as `12.9.2025`, which Excel in Finland reads as a day. */
function finnishDay(day: string): string {
  const [year, month, date] = day.split('-')
  return `${Number(date)}.${Number(month)}.${year}`
}

/**
 * A list as CSV (RFC 4180: quoted where needed, CRLF): a row of headings, then the rows. A text that a spreadsheet would take
 * for a formula gets an apostrophe before it. Source of the dialects: product description, section "Files that come out".
 */
export function drawCsv({ columns, rows }: Listing, format: 'csv' | 'csv_plain'): Uint8Array {
  const dialect = dialects[format]
  const { delimiter, bom } = dialect
  const body = rows.map((row) => row.map((cell, index) => csvCell(cell, columns[index]?.kind ?? 'text', dialect)))
  const text = writeCsv([columns.map(({ header }) => header), ...body], {
    delimiter,
    bom,
    lineSeparator: '\r\n',
  })
  return new TextEncoder().encode(text)
}

function csvCell(cell: string | null, kind: ColumnKind, { number, day }: Dialect): string {
  if (cell === null) return ''
  if (kind === 'day') return day(cell)
  return kind === 'text' ? harmless(cell) : number(cell)
}

/** A number may begin with a minus; only in a text could it begin a formula. */
function harmless(text: string): string {
  return /^[=+\-@\t\r\n]/.test(text) ? `'${text}` : text
}
