import { type Cell, type CellValue, readXlsx, type Sheet } from 'hucre/xlsx'
import { Refused } from '@/lib/platform/refused-file'
import { openPackage, partText } from '@/lib/platform/zip-package'
import { decimalFromNumber, multiply } from '@/lib/values/decimal'

/** What a spreadsheet's cell says, as a person would type it: numbers with a comma, shares with their sign, days as 30.9.2025. */
export type ReadCell = {
  /** `D7` */
  at: string
  kind: 'empty' | 'text' | 'number' | 'day' | 'error'
  text: string
  /** Part of cells that were merged: which of them a value belongs to is not said */
  merged: boolean
}
export type ReadSheet = { name: string; rows: ReadCell[][] }

/** A form is read, no book of accounts. */
const most = { sheets: 20, rows: 5000, columns: 40 }
const nothing = new Map<string, Cell>()

/**
 * Reads a workbook (.xlsx). Refused before anything of it is used: packages that are not whole or lead out of themselves,
 * grow beyond measure, are locked, carry programs or declare entities. A formula counts as what it came to when it was saved.
 * @throws Refused DAMAGED, UNSAFE, ENCRYPTED, MACROS, DOCTYPE, TOO_MUCH, WRONG_KIND
 */
export async function readWorkbook(bytes: Uint8Array): Promise<ReadSheet[]> {
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) throw new Refused('WRONG_KIND')
  const parts = openPackage(bytes)
  if (parts.names.some((name) => /vbaProject|\.bin$/i.test(name) && !/printerSettings/i.test(name))) {
    throw new Refused('MACROS')
  }
  if (!parts.has('xl/workbook.xml')) throw new Refused('WRONG_KIND')
  for (const name of parts.names.filter((one) => /\.(xml|rels|vml)$/i.test(one))) {
    if (/<!(?:DOCTYPE|ENTITY)/i.test(partText(parts, name))) throw new Refused('DOCTYPE', name)
  }
  const workbook = await readXlsx(bytes, {
    readStyles: true,
    range: `A1:${columnName(most.columns - 1)}${most.rows}`,
  }).catch(() => {
    // The library tells in English what it could not make sense of; people are told that the file is damaged.
    throw new Refused('DAMAGED')
  })
  if (workbook.sheets.length > most.sheets) throw new Refused('TOO_MUCH')
  return workbook.sheets.map((sheet) => ({
    name: sheet.name,
    rows: sheet.rows.map((row, no) => cellsOf(sheet, row, no)),
  }))
}

function cellsOf(sheet: Sheet, row: readonly CellValue[], no: number): ReadCell[] {
  return row.map((value, column) => {
    const cell = (sheet.cells ?? nothing).get(`${no},${column}`)
    const merged = (sheet.merges ?? []).some(
      (one) => one.startRow <= no && no <= one.endRow && one.startCol <= column && column <= one.endCol,
    )
    return { at: `${columnName(column)}${no + 1}`, merged, ...said(value, cell) }
  })
}

function said(value: CellValue, cell: Cell | undefined): Pick<ReadCell, 'kind' | 'text'> {
  if (cell?.type === 'error') return { kind: 'error', text: String(value ?? '') }
  if (value === null || value === '') {
    // A formula of which nothing is known has not been counted.
    return cell?.formula ? { kind: 'error', text: `=${cell.formula}` } : { kind: 'empty', text: '' }
  }
  if (value instanceof Date) return { kind: 'day', text: dayText(value) }
  if (typeof value === 'number') return { kind: 'number', text: numberText(value, cell?.style?.numFmt ?? '') }
  if (typeof value === 'boolean') return { kind: 'text', text: value ? 'kyllä' : 'ei' }
  return { kind: /^#[A-Z/0!?]+$/.test(value) ? 'error' : 'text', text: value }
}

/** A cell shown as a share holds its hundredth. */
function numberText(value: number, format: string): string {
  const share = /%/.test(format)
  const exact = decimalFromNumber(value)
  const text = (share ? multiply(exact, '100') : exact).replace('.', ',')
  return share ? `${text} %` : text
}

function dayText(day: Date): string {
  const text = `${day.getUTCDate()}.${day.getUTCMonth() + 1}.${day.getUTCFullYear()}`
  const minutes = day.getUTCHours() * 60 + day.getUTCMinutes()
  const two = (part: number) => String(part).padStart(2, '0')
  return minutes === 0 ? text : `${text} klo ${two(day.getUTCHours())}.${two(day.getUTCMinutes())}`
}

/** `A` for 0, `AA` for 26. */
function columnName(index: number): string {
  const last = String.fromCharCode(65 + (index % 26))
  return index < 26 ? last : columnName(Math.floor(index / 26) - 1) + last
}
