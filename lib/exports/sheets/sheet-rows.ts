import { colToLetter } from 'hucre/xlsx'
import { rowHeight } from '@/lib/exports/sheets/row-height'
import type { Locale } from '@/lib/platform/locales'
import { formatPeriodKey } from '@/lib/values/format'
import type { ColumnKind, Listing } from '@/lib/values/listing'

/** Characters of XML made before they are handed on: few calls, and no more than this is held. */
const atOnce = 65_536
const firstDay = Date.UTC(1899, 11, 30)

/**
 * A sheet (`xl/worksheets/sheetN.xml`) with all rows of a list, piece by piece, in the form in which the library writes them,
 * but for texts that it would change. `model` is the sheet as the library wrote it with the headings and two empty rows below
 * them, whose cells carry the style of each column, in the second row that of its whole numbers; they make room for the rows of
 * the list. A code of a time is told as in `locale`.
 * @throws when the model has no such rows, or not a cell for each column
 */
export function* sheetPieces(
  model: string,
  { columns, rows }: Pick<Listing, 'columns' | 'rows'>,
  locale: Locale,
): Generator<string> {
  const [, before, row, second, after] = /^(.*)(<row r="2">.*?<\/row>)(<row r="3">.*?<\/row>)(.*)$/s.exec(model) ?? []
  if (before === undefined || row === undefined || second === undefined || after === undefined)
    throw new Error('the sheet has no rows for a model')
  const [styles, whole, widths] = [stylesOf(row), stylesOf(second), widthsOf(before)]
  if ([styles, whole].some(({ length }) => length !== columns.length))
    throw new Error('a row for a model has not a cell for each column')
  const places = columns.map(({ kind }, index) => {
    const width = kind === 'text' ? (widths[index] ?? null) : null
    return { kind, letters: colToLetter(index), style: styles[index] ?? '', whole: whole[index] ?? '', width }
  })
  yield before.replace(/(<dimension ref="A1:[A-Z]+)3"/, `$1${rows.length + 1}"`)
  yield* rowPieces(places, rows, locale)
  yield after
}

const stylesOf = (row: string): string[] =>
  [...row.matchAll(/<c r="[A-Z]+\d"( s="\d+")\/>/g)].map(([, style]) => style ?? '')

/** Characters that each column has room for. */
const widthsOf = (head: string): number[] =>
  [...head.matchAll(/<col [^>]*?width="([\d.]+)"/g)].map(([, width]) => Number(width))

/** `width`: of a column whose texts are broken into lines; else null */
type Place = { kind: ColumnKind; letters: string; style: string; whole: string; width: number | null }

function* rowPieces(places: readonly Place[], rows: Listing['rows'], locale: Locale): Generator<string> {
  const widths = places.map(({ width }) => width)
  let xml = ''
  let no = 1
  for (const row of rows) {
    no += 1
    const height = rowHeight(row, widths)
    xml += height === null ? `<row r="${no}">` : `<row r="${no}" ht="${height}">`
    let index = 0
    for (const { kind, letters, style, whole } of places) {
      const value = cellValue(row[index] ?? null, kind, locale)
      xml += cellXml(`r="${letters}${no}"`, Number.isInteger(value) ? whole : style, value)
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

/** A day is its number in the calendar of spreadsheets, shown by its format; a longer time is told in words. */
function cellValue(cell: string | null, kind: ColumnKind, locale: Locale): string | number | null {
  if (cell === null || kind === 'text') return cell
  if (kind === 'time') return formatPeriodKey(cell, locale)
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
