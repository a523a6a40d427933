import { colToLetter } from 'hucre/xlsx'
import type { Column, ColumnKind, Listing } from '@/lib/values/listing'

/** Characters of XML made before they are handed on: few calls, and no more than this is held. */
const atOnce = 65_536
const firstDay = Date.UTC(1899, 11, 30)

/**
 * A sheet (`xl/worksheets/sheetN.xml`) with all rows of a list, piece by piece, in the form in which the library writes them,
 * but for texts that it would change. `model` is the sheet as the library wrote it with the headings and one empty row below them, whose cells carry the style of
 * each column; that row makes room for the rows of the list.
 * @throws when the model has no such row, or not a cell for each column
 */
export function* sheetPieces(model: string, { columns, rows }: Pick<Listing, 'columns' | 'rows'>): Generator<string> {
  const [, before, row, after] = /^(.*)(<row r="2">.*?<\/row>)(.*)$/s.exec(model) ?? []
  if (before === undefined || row === undefined || after === undefined)
    throw new Error('the sheet has no row for a model')
  const styles = [...row.matchAll(/<c r="[A-Z]+2"( s="\d+")\/>/g)].map(([, style]) => style ?? '')
  if (styles.length !== columns.length) throw new Error('the row for a model has not a cell for each column')
  yield before.replace(/(<dimension ref="A1:[A-Z]+)2"/, `$1${rows.length + 1}"`)
  yield* rowPieces(columns, rows, styles)
  yield after
}

function* rowPieces(columns: readonly Column[], rows: Listing['rows'], styles: readonly string[]): Generator<string> {
  const places = columns.map(({ kind }, index) => ({ kind, letters: colToLetter(index), style: styles[index] ?? '' }))
  let xml = ''
  let no = 1
  for (const row of rows) {
    no += 1
    xml += `<row r="${no}">`
    let index = 0
    for (const { kind, letters, style } of places) {
      xml += cellXml(`r="${letters}${no}"`, style, cellValue(row[index] ?? null, kind))
      index += 1
    }
    xml += '</row>'
    if (xml.length < atOnce) continue
    yield xml
    xml = ''
  }
  if (xml !== '') yield xml
}

function cellXml(place: string, style: string, value: string | number | null): string {
  if (typeof value === 'string') return `<c ${place} t="inlineStr"${style}><is>${textXml(value)}</is></c>`
  return value !== null && Number.isFinite(value) ? `<c ${place}${style}><v>${value}</v></c>` : `<c ${place}${style}/>`
}

/** A text stays as it was typed: spaces at its ends too, and `#N/A` is no error of a spreadsheet. */
function textXml(text: string): string {
  if (text === '') return '<t/>'
  return `<t${/^\s|\s$/.test(text) ? ' xml:space="preserve"' : ''}>${escaped(text)}</t>`
}

/** A day is its number in the calendar of spreadsheets, shown by its format. */
function cellValue(cell: string | null, kind: ColumnKind): string | number | null {
  if (cell === null || kind === 'text') return cell
  return kind === 'day' ? (Date.parse(`${cell}T00:00:00Z`) - firstDay) / 86_400_000 : Number(cell)
}

const marks: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }

/**
 * Characters that XML cannot hold are written by their number, as the file format asks (ECMA-376, 22.4.2.4: `_x000D_`); what
 * was typed like that keeps its first sign as such a number.
 */
function escaped(text: string): string {
  return text.replace(
    /[&<>]|_(?=x[\dA-Fa-f]{4}_)|(?![\t\n\u007f-\u009f])\p{Cc}/gu,
    (found) => marks[found] ?? `_x${found.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`,
  )
}
