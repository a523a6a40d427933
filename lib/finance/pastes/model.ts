import type { ActualInput } from '@/lib/finance/actuals/schema'
import { type FundingSource, fundingSources } from '@/lib/finance/model'
import { type CellError, type PasteColumn, pasteColumns, readCell } from '@/lib/finance/pastes/cells/model'
import { isSumRow, sumThatDiffers } from '@/lib/finance/pastes/sums/model'
import type { Places } from '@/lib/finance/places/model'
import { sum } from '@/lib/values/decimal'

/** More is not read by anyone before it is taken in. */
export const mostRows = 2000

/** A pasted table: its cells by row, the rows numbered as they stand in the sheet; empty rows are left out. */
export type PastedTable = { width: number; rows: { no: number; cells: string[] }[] }

/**
 * Reads what a spreadsheet puts on the clipboard: tabs between cells, line ends between rows, and quotes round a cell that
 * holds either, doubled inside.
 */
export function readTable(text: string): PastedTable {
  const lines: string[][] = [['']]
  const cell = /"((?:[^"]|"")*)"(?=[\t\r\n]|$)|[^\t\r\n]+|\t|\r\n|\r|\n/gy
  let fresh = true
  for (const match of text.matchAll(cell)) {
    const [token, quoted] = match
    const line = lines.at(-1) ?? []
    if (token === '\t') line.push('')
    else if (/^[\r\n]/.test(token)) lines.push([''])
    else
      line[line.length - 1] =
        (line.at(-1) ?? '') + (fresh && quoted !== undefined ? quoted.replaceAll('""', '"') : token)
    fresh = /^[\t\r\n]/.test(token)
  }
  const rows = lines
    .map((cells, at) => ({ no: at + 1, cells: cells.map((one) => one.replace(/\s+/g, ' ').trim()) }))
    .filter(({ cells }) => cells.some((one) => one !== ''))
  return { width: rows.reduce((widest, { cells }) => Math.max(widest, cells.length), 0), rows }
}

/** How the columns of a pasted table are understood; an empty one is passed over. */
export type Layout = { columns: (PasteColumn | '')[]; header: boolean }

const headings: Record<PasteColumn, readonly string[]> = {
  investment: ['investointi', 'osa-alue', 'osaalue', 'investering', 'delområde', 'investment', 'sub-area'],
  package: ['työpaketti', 'tehtäväpaketti', 'arbetspaket', 'work package', 'paketti'],
  period: ['jakso', 'raportointijakso', 'kausi', 'neljännes', 'period', 'kvartal', 'quarter'],
  amount: ['summa', 'euroa', 'eur', '€', 'toteuma', 'määrä', 'belopp', 'utfall', 'amount', 'actual', 'kustannus'],
  costType: ['kustannuslaji', 'kululaji', 'menolaji', 'laji', 'kostnadsslag', 'cost type'],
  source: ['rahoituslähde', 'rahoitus', 'lähde', 'finansieringskälla', 'finansiering', 'funding source', 'funding'],
  asOf: ['päivä', 'pvm', 'päivämäärä', 'asti', 'datum', 'dag', 'date', 'as of'],
  note: ['huomautus', 'huom', 'lisätieto', 'lisätiedot', 'selite', 'kuvaus', 'anmärkning', 'note', 'description'],
}

/** The column whose heading this is, without its unit: `Summa (€)`. */
function columnOf(heading: string): PasteColumn | '' {
  const plain = heading
    .toLowerCase()
    .replace(/[(,:].*$/, '')
    .trim()
  return pasteColumns.find((column) => headings[column].includes(plain)) ?? ''
}

/** What the headings say of the columns; a heading that comes twice counts once. */
export function layoutOf({ width, rows }: PastedTable): Layout {
  const first = rows[0]?.cells ?? []
  const found = Array.from({ length: width }, (_, at) => columnOf(first[at] ?? ''))
  const header = found.some((column) => column !== '')
  return { columns: found.map((column, at) => (found.indexOf(column) === at ? column : '')), header }
}

export const layoutText = ({ columns, header }: Layout): string => `${header ? 'yes' : 'no'}|${columns.join('|')}`

/** Reads `layoutText`; null when it is none for a table of this width, or it names a column twice. */
export function readLayout(text: string, width: number): Layout | null {
  const [header, ...columns] = text.split('|')
  const known = columns.every((column) => column === '' || (pasteColumns as readonly string[]).includes(column))
  const named = columns.filter((column) => column !== '')
  if (!known || columns.length !== width || new Set(named).size !== named.length) return null
  return { columns: columns as Layout['columns'], header: header === 'yes' }
}

export type PastePeriod = { id: string; names: readonly string[] }
/** Against what the cells are held. */
export type PasteGround = Places & {
  periods: readonly PastePeriod[]
  /** Period of the rows that name none */
  periodId: string | null
  /** Every word for each source of money, in small letters */
  sources: Readonly<Record<FundingSource, readonly string[]>>
}

/** A row as it is understood, with what is wrong in it by column. */
export type UnderstoodRow = {
  no: number
  cells: string[]
  /** Null amount: not understood, or no column says it */
  actual: Omit<ActualInput, 'projectId' | 'amount'> & { amount: string | null }
  /** It sums up others: it is held against them, and not taken in */
  sums: boolean
  /** `sum`: what the rows come to where a row of sums says something else */
  errors: { column: number; error: CellError; sum?: string }[]
}

export type Understanding = {
  rows: UnderstoodRow[]
  /** The rows without those that sum up others */
  taken: UnderstoodRow[]
  /** Sum of the amounts; null when one was not understood */
  total: string | null
  /** Rows with something wrong */
  wrong: number
  /** Why none of it can be taken in, whatever the rows say */
  refused: 'noAmount' | 'noRows' | 'tooMany' | null
}

/** How every row of a pasted table is understood. It is taken in as a whole or not at all. */
export function understand({ rows }: PastedTable, { columns, header }: Layout, ground: PasteGround): Understanding {
  const amountAt = columns.indexOf('amount')
  const understood = rows.slice(header ? 1 : 0).map(({ no, cells }) => {
    const sums = isSumRow(cells, amountAt)
    // Of a row of sums only the amount says anything.
    const asked = sums ? columns.map((column, at) => (at === amountAt && cells[at] ? column : '')) : columns
    return { ...understandRow(no, cells, asked, ground), sums }
  })
  const held = holdSums(understood, amountAt)
  const taken = held.filter(({ sums }) => !sums)
  const wrong = held.filter(({ errors }) => errors.length > 0).length
  const refused = amountAt < 0 ? 'noAmount' : taken.length === 0 ? 'noRows' : taken.length > mostRows ? 'tooMany' : null
  const total = wrong === 0 && refused === null ? sum(taken.map(({ actual }) => actual.amount)).total : null
  return { rows: held, taken, total, wrong, refused }
}

/** The rows with a fault on every row of sums that does not agree with the rows it sums up. */
function holdSums(rows: UnderstoodRow[], column: number): UnderstoodRow[] {
  const summed = rows.map(({ sums, actual }) => ({ sums, amount: actual.amount }))
  return rows.map((row, at) => {
    const differs = row.sums ? sumThatDiffers(summed, at) : null
    return differs === null ? row : { ...row, errors: [...row.errors, { column, error: 'sums', sum: differs }] }
  })
}

function understandRow(
  no: number,
  cells: string[],
  columns: Layout['columns'],
  ground: PasteGround,
): Omit<UnderstoodRow, 'sums'> {
  const actual: UnderstoodRow['actual'] = {
    investmentId: null,
    workPackageId: null,
    periodId: ground.periodId,
    costType: null,
    fundingSource: null,
    amount: null,
    amountAsWritten: '',
    asOf: null,
    note: null,
  }
  const errors = columns.flatMap((column, at) => {
    if (column === '') return []
    const read = readCell(column, cells[at] ?? '', ground)
    if ('error' in read) return [{ column: at, error: read.error }]
    Object.assign(actual, read)
    return []
  })
  return { no, cells, actual, errors }
}

/** Something to recognise the same table by, whatever gaps and empty rows it was pasted with. */
export const tableText = ({ rows }: PastedTable): string => JSON.stringify(rows.map(({ cells }) => cells))

/** The words for each source of money, from the sentences of every language. */
export function sourceWords(wordsOf: (source: FundingSource) => readonly string[]): PasteGround['sources'] {
  const entries = fundingSources.map((source) => [source, [source, ...wordsOf(source).map((one) => one.toLowerCase())]])
  return Object.fromEntries(entries)
}

export const headerField = 'header'
export const columnField = (at: number): string => `column${at}`

/** The layout that the address chooses; what the headings say where it chooses none, or names a column twice. */
export function chosenLayout(
  table: PastedTable,
  asked: Readonly<Record<string, string | string[] | undefined>>,
): Layout {
  if (asked[headerField] === undefined) return layoutOf(table)
  const columns = Array.from({ length: table.width }, (_, at) => asked[columnField(at)] ?? '')
  return readLayout([asked[headerField], ...columns].join('|'), table.width) ?? layoutOf(table)
}
