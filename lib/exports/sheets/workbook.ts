import { type Cell, colToLetter, writeXlsx } from 'hucre/xlsx'
import { sheetPieces } from '@/lib/exports/sheets/sheet-rows'
import { packPart, partText, withPart, withParts } from '@/lib/exports/sheets/zip-part'
import type { Locale } from '@/lib/platform/locales'
import type { Column, ColumnKind, Listing } from '@/lib/values/listing'

/** Number formats in the file's own notation: Excel shows them in the reader's (1 234,50 €). */
const formats: Record<ColumnKind, string | undefined> = {
  text: undefined,
  number: '#,##0.################',
  count: '0',
  amount: '#,##0.00\\ "€"',
  day: 'd.m.yyyy',
  time: undefined,
}

/** A whole number has no place for decimals: Excel would show their comma with nothing behind it. */
const wholeNumber = '#,##0'

const widest = 60

/** A style that has a font of its own takes nothing of the workbook's: each must name the letters. */
export const letters = { name: 'Arial', size: 10 } as const

/** Lists lie on A4, as wide as they are. */
export const pageSetup = {
  paperSize: 'a4',
  orientation: 'landscape',
  fitToPage: true,
  fitToWidth: 1,
  fitToHeight: 0,
  printTitlesRow: '$1:$1',
} as const

/**
 * Lists as a workbook, a sheet each: a table with its headings, filters and a frozen first row, real numbers and days. A cell
 * holds a value and never a formula. `title` names the whole. The library makes all but the rows: these are written and packed
 * piece by piece, so that a long list is never held as text and others have their turn while it is made. The rows must not
 * change meanwhile.
 * @throws where a sheet would have a name that Excel does not take
 */
export async function drawWorkbook(listings: readonly Listing[], title: string, locale: Locale): Promise<Uint8Array> {
  const names = sheetNames(listings)
  const bytes = await writeXlsx({
    properties: { title, creator: 'Etappi' },
    defaultFont: letters,
    // Half the time of a table of shared strings.
    stringMode: 'inline',
    sheets: listings.map((listing, index) => sheetOf(listing, names[index] ?? '')),
  })
  return inLanguage(await withRows(bytes, listings, locale), locale)
}

/** Rows in the place of those that stand for them. */
async function withRows(bytes: Uint8Array, listings: readonly Listing[], locale: Locale): Promise<Uint8Array> {
  const parts = []
  for (const [index, listing] of listings.entries()) {
    if (listing.rows.length === 0) continue
    const name = `xl/worksheets/sheet${index + 1}.xml`
    parts.push(await packPart(name, sheetPieces(partText(bytes, name), listing, locale)))
  }
  return withParts(bytes, parts)
}

/** The sheet without its rows: two empty ones stand for them, with the styles of the columns, the second those of whole numbers. */
function sheetOf({ name, title, columns, rows }: Listing, sheetName: string) {
  const headers = distinct(columns)
  return {
    name: sheetName,
    columns: columns.map(({ kind }, index) => ({
      width: widthOf(headers[index] ?? '', rows, index),
      style: {
        alignment: { vertical: 'top' as const, wrapText: kind === 'text' },
        ...(formats[kind] !== undefined && { numFmt: formats[kind] }),
      },
    })),
    rows: rows.length > 0 ? [headers, headers.map(() => null), headers.map(() => null)] : [headers],
    cells: new Map<string, Partial<Cell>>([
      ...headers.map((_, index) => [`0,${index}`, { style: heading }] as const),
      ...(rows.length > 0 ? wholeCells(columns) : []),
    ]),
    freezePane: { rows: 1 },
    a11y: { summary: title, headerRow: 0 },
    // A table needs a row below its headings.
    ...(rows.length > 0 && {
      tables: [
        {
          name: `T_${name}`,
          range: `A1:${colToLetter(columns.length - 1)}${rows.length + 1}`,
          columns: headers.map((header) => ({ name: header })),
          style: 'TableStyleLight1',
        },
      ],
    }),
    pageSetup,
  }
}

function wholeCells(columns: readonly Column[]): [string, Partial<Cell>][] {
  const style = { alignment: { vertical: 'top' as const }, numFmt: wholeNumber }
  return columns.flatMap(({ kind }, index) => (kind === 'number' ? [[`2,${index}`, { value: null, style }]] : []))
}

const heading = { font: { ...letters, bold: true }, alignment: { vertical: 'top' as const, wrapText: true } }

/** Two columns of a table cannot have one name. */
function distinct(columns: readonly Column[]): string[] {
  const seen = new Map<string, number>()
  return columns.map(({ header }) => {
    const count = (seen.get(header) ?? 0) + 1
    seen.set(header, count)
    return count === 1 ? header : `${header} (${count})`
  })
}

/** Characters that the longest line of the column needs, within limits. */
function widthOf(header: string, rows: Listing['rows'], index: number): number {
  const longest = rows.slice(0, 500).reduce((most, row) => {
    const text = row[index] ?? ''
    return text.length <= most ? most : Math.max(most, ...text.split('\n').map((line) => line.length))
  }, header.length)
  return Math.min(widest, Math.max(9, longest + 2))
}

/** A name of a sheet has at most 31 characters, none of them []:*?/\, and no two are alike. */
function sheetNames(listings: readonly Listing[]): string[] {
  const taken = new Set<string>()
  return listings.map(({ title }) => {
    const plain = title
      .replace(/[[\]:*?/\\]/g, ' ')
      .trim()
      .slice(0, 31)
    let name = plain
    for (let next = 2; taken.has(name.toLowerCase()); next += 1) name = `${plain.slice(0, 28)} ${next}`
    taken.add(name.toLowerCase())
    return name
  })
}

/** Says the language of the workbook, which readers aloud ask for; the library has no place for it. */
export function inLanguage(bytes: Uint8Array, locale: Locale): Uint8Array {
  return withPart(bytes, 'docProps/core.xml', (xml) =>
    xml.replace('</cp:coreProperties>', `<dc:language>${locale}</dc:language></cp:coreProperties>`),
  )
}
