import { strToU8, zipSync } from 'fflate'
import type { Chart } from './slide.ts'
import { escapeXml } from './xml.ts'

/** A, B … Z, AA … */
export function columnName(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26))
  return index < 26 ? letter : columnName(Math.floor(index / 26) - 1) + letter
}

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
/** Of every part in a package: the same for all files, whatever the machine’s time zone is. The document says when it was made. */
export const zipMoment = new Date(1980, 0, 1, 12)

const office = 'http://schemas.openxmlformats.org'

/** The numbers of a chart as the workbook that opens when somebody edits it. An unknown value is an empty cell. */
export function chartWorkbook({ categories, series }: Chart): Uint8Array {
  const rows = [
    row(
      1,
      ['', ...series.map((one) => one.name)].map((text, at) => textCell(text, at, 1)),
    ),
    ...categories.map((category, index) =>
      row(index + 2, [
        textCell(category, 0, index + 2),
        ...series.map(({ values }, at) => numberCell(values[index] ?? null, at + 1, index + 2)),
      ]),
    ),
  ]
  const files = {
    '[Content_Types].xml': `${head}<Types xmlns="${office}/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>`,
    '_rels/.rels': `${head}<Relationships xmlns="${office}/package/2006/relationships"><Relationship Id="rId1" Type="${office}/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `${head}<workbook xmlns="${office}/spreadsheetml/2006/main" xmlns:r="${office}/officeDocument/2006/relationships"><sheets><sheet name="Sheet1" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `${head}<Relationships xmlns="${office}/package/2006/relationships"><Relationship Id="rId1" Type="${office}/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    'xl/worksheets/sheet1.xml': `${head}<worksheet xmlns="${office}/spreadsheetml/2006/main"><sheetData>${rows.join('')}</sheetData></worksheet>`,
  }
  const parts = Object.entries(files).map(([name, text]) => [name, strToU8(text)] as const)
  return zipSync(Object.fromEntries(parts), { level: 2, mtime: zipMoment })
}

const row = (number: number, cells: readonly string[]): string => `<row r="${number}">${cells.join('')}</row>`

/** In texts of a workbook `_x0041_` would mean a letter: the sign before it is written as one itself. */
function textCell(text: string, column: number, line: number): string {
  const safe = text.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
  return `<c r="${columnName(column)}${line}" t="inlineStr"><is><t xml:space="preserve">${escapeXml(safe)}</t></is></c>`
}

const numberCell = (value: string | null, column: number, line: number): string =>
  value === null ? '' : `<c r="${columnName(column)}${line}"><v>${escapeXml(value)}</v></c>`
