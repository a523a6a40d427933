import type { Cell, CellKind, Column } from '@/lib/reporting-api/model'
import type { ColumnKind } from '@/lib/values/listing'

const decimal = /^-?\d+(\.\d+)?$/

/** A cell as JSON. Decimals are written digit by digit as numbers: they never pass through floating point here. */
function jsonCell(cell: Cell, kind: CellKind): string {
  if (cell === null) return 'null'
  if (kind !== 'number' && kind !== 'amount') return JSON.stringify(cell)
  const text = String(cell)
  if (!decimal.test(text)) throw new Error(`not a decimal: ${text}`)
  return text
}

/** A row as a JSON object. */
export function jsonRow(columns: readonly Column[], row: readonly Cell[]): string {
  const parts = columns.map(({ name, kind }, at) => `${JSON.stringify(name)}:${jsonCell(row[at] ?? null, kind)}`)
  return `{${parts.join(',')}}`
}

/** The kinds that spreadsheets know. */
export const sheetKinds: Readonly<Record<CellKind, ColumnKind>> = {
  id: 'text',
  code: 'text',
  text: 'text',
  number: 'number',
  amount: 'amount',
  count: 'count',
  day: 'day',
  moment: 'text',
  flag: 'text',
}

/** A cell as the text of a spreadsheet's cell; true and false stay words that programs read. */
export const sheetCell = (cell: Cell): string | null => (cell === null ? null : String(cell))
