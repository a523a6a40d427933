import { XMLParser } from 'fast-xml-parser'
import { strFromU8, unzipSync } from 'fflate'

type Node = Record<string, unknown>
export type ReadCell = { kind: 'text' | 'number' | 'formula'; value: string; format: string }
export type ReadSheet = { name: string; rows: (ReadCell | null)[][]; frozenRows: number; tables: string[] }

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '',
  parseAttributeValue: false,
  parseTagValue: false,
  trimValues: false,
  isArray: (name) =>
    ['sheet', 'row', 'c', 'xf', 'numFmt', 'Relationship', 'tablePart', 'tableColumn', 'r'].includes(name),
})

/** A workbook as it stands in its parts, read without the library that wrote it. */
export function readWorkbook(bytes: Uint8Array): { sheets: ReadSheet[]; properties: Node; parts: string[] } {
  const parts = unzipSync(bytes)
  const xml = (name: string): Node => {
    const part = parts[name]
    if (!part) throw new Error(`${name} is not in the workbook`)
    return parser.parse(strFromU8(part)) as Node
  }
  const formats = formatsOf(xml('xl/styles.xml').styleSheet as Node)
  const workbook = xml('xl/workbook.xml').workbook as Node
  const sheets = ((workbook.sheets as Node).sheet as Node[]).map((sheet, index) => {
    const body = xml(`xl/worksheets/sheet${index + 1}.xml`).worksheet as Node
    const relations = parts[`xl/worksheets/_rels/sheet${index + 1}.xml.rels`]
    return {
      name: String(sheet.name),
      rows: rowsOf(body, formats),
      frozenRows: Number(JSON.stringify(body.sheetViews ?? {}).match(/"ySplit":"(\d+)"/)?.[1] ?? 0),
      tables: relations
        ? [...strFromU8(relations).matchAll(/tables\/(table\d+\.xml)/g)].map(([, name]) => name ?? '')
        : [],
    }
  })
  return {
    sheets,
    properties: (xml('docProps/core.xml')['cp:coreProperties'] ?? {}) as Node,
    parts: Object.keys(parts),
  }
}

/** Number format of each style of a cell. */
function formatsOf(styles: Node): string[] {
  const own = new Map(
    ((styles.numFmts as Node)?.numFmt as Node[] | undefined)?.map((one) => [one.numFmtId, String(one.formatCode)]),
  )
  return ((styles.cellXfs as Node).xf as Node[]).map((xf) => own.get(xf.numFmtId) ?? String(xf.numFmtId))
}

function rowsOf(body: Node, formats: string[]): (ReadCell | null)[][] {
  const rows = (body.sheetData as Node | string as Node).row as Node[] | undefined
  return (rows ?? []).map((row) => {
    const cells: (ReadCell | null)[] = []
    for (const cell of (row.c as Node[] | undefined) ?? []) {
      const column = columnOf(String(cell.r))
      while (cells.length < column) cells.push(null)
      cells.push(cellOf(cell, formats))
    }
    return cells
  })
}

function cellOf(cell: Node, formats: string[]): ReadCell | null {
  const format = formats[Number(cell.s ?? 0)] ?? ''
  if (cell.f !== undefined) return { kind: 'formula', value: String(cell.f), format }
  if (cell.t === 'inlineStr') return { kind: 'text', value: textIn(cell.is), format }
  return cell.v === undefined
    ? null
    : { kind: cell.t === undefined || cell.t === 'n' ? 'number' : 'text', value: String(cell.v), format }
}

function textIn(node: unknown): string {
  const text = (node as Node | undefined)?.t
  return typeof text === 'object' && text !== null ? String((text as Node)['#text'] ?? '') : String(text ?? '')
}

/** Place of a column from its letters, the first is 0. */
function columnOf(reference: string): number {
  return [...reference.replace(/\d/g, '')].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
}
