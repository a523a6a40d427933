import { writeCsv } from 'hucre/csv'
import { formatPeriodKey } from '@/lib/values/format'
import type { Column, ColumnKind, Listing } from '@/lib/values/listing'

type Dialect = {
  delimiter: string
  bom: boolean
  number: (value: string) => string
  day: (value: string) => string
  time: (code: string) => string
}

export type CsvFormat = 'csv' | 'csv_plain'

const dialects: Record<CsvFormat, Dialect> = {
  // Excel in Finland takes the semicolon for the delimiter, and UTF-8 only by its mark.
  csv: {
    delimiter: ';',
    bom: true,
    number: (value) => value.replace('.', ','),
    day: finnishDay,
    time: (code) => formatPeriodKey(code, 'fi'),
  },
  csv_plain: { delimiter: ',', bom: false, number: (value) => value, day: (value) => value, time: (code) => code },
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
export function drawCsv(listing: Listing, format: CsvFormat): Uint8Array {
  return new Uint8Array(Buffer.concat([...csvParts(listing, format)]))
}

const firstRows = 100
const rowsAtOnce = 2000

/** The same file part by part, a short part first: of a long list the first rows are there before the last are made. */
export function* csvParts({ columns, rows }: Listing, format: CsvFormat): Generator<Uint8Array<ArrayBuffer>> {
  const encoder = new TextEncoder()
  const first = rows.slice(0, firstRows)
  const lines = [csvHead(columns, format), ...(first.length > 0 ? [csvRows(columns, first, format)] : [])]
  yield encoder.encode(lines.join(csvLineEnd))
  for (let at = firstRows; at < rows.length; at += rowsAtOnce) {
    yield encoder.encode(csvLineEnd + csvRows(columns, rows.slice(at, at + rowsAtOnce), format))
  }
}

/** Ends every line but the last. */
export const csvLineEnd = '\r\n'

/** The row of headings, with the mark of the encoding where the dialect has one. */
export function csvHead(columns: readonly Column[], format: CsvFormat): string {
  const { delimiter, bom } = dialects[format]
  return writeCsv([columns.map(({ header }) => header)], { delimiter, bom, lineSeparator: csvLineEnd })
}

/** Some of the rows, so that a long list can be written part by part. */
export function csvRows(columns: readonly Column[], rows: Listing['rows'], format: CsvFormat): string {
  const dialect = dialects[format]
  const body = rows.map((row) => row.map((cell, index) => csvCell(cell, columns[index]?.kind ?? 'text', dialect)))
  return writeCsv(body, { delimiter: dialect.delimiter, bom: false, lineSeparator: csvLineEnd })
}

function csvCell(cell: string | null, kind: ColumnKind, { number, day, time }: Dialect): string {
  if (cell === null) return ''
  if (kind === 'day') return day(cell)
  if (kind === 'time') return harmless(time(cell))
  return kind === 'text' ? harmless(cell) : number(cell)
}

/** A number may begin with a minus; only in a text could it begin a formula. */
function harmless(text: string): string {
  return /^[=+\-@\t\r\n]/.test(text) ? `'${text}` : text
}
