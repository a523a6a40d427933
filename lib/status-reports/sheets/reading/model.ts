import { z } from 'zod'
import {
  type FilledRow,
  type SheetField,
  type SheetOutcome,
  type SheetTexts,
  sheetFields,
  sheetFormat,
} from '@/lib/status-reports/sheets/model'

/** The words of a form: its sheets and headings, in the language in which it was made. */
export type SheetWords = {
  sheet: string
  about: string
  headers: Record<SheetField | 'key' | 'original', string>
}

/** By what names the second sheet says which form it is. */
export const aboutKeys = { format: 'etappi-format', project: 'etappi-project', period: 'etappi-period' }

type Cell = { at: string; kind: 'empty' | 'text' | 'number' | 'day' | 'error'; text: string; merged: boolean }
type Sheet = { name: string; rows: readonly (readonly Cell[])[] }

export const layoutReasons = [
  'NOT_OURS',
  'NEWER',
  'OTHER_PROJECT',
  'OTHER_PERIOD',
  'NO_SHEET',
  'NO_COLUMN',
  'COLUMN_TWICE',
  'MERGED',
  'ERROR_CELL',
  'DAY_CELL',
  'NO_KEY',
  'NO_ROWS',
] as const
export type LayoutReason = (typeof layoutReasons)[number]
/** What is wrong with a file as a form, with the cell where there is one, and what stands there. */
export type LayoutProblem = { reason: LayoutReason; at: string; text: string }

const original = z.object({ value: z.string(), n: z.string(), time: z.string(), note: z.string() })

export type ReadForm = { ok: true; rows: FilledRow[] } | { ok: false; problems: LayoutProblem[] }

const mostTold = 100

/**
 * Finds a filled-in form in the sheets of a workbook: by the names of its sheets and headings, in whatever order its columns
 * and rows have been put. Everything that is wrong with it is told at once, up to a hundred places.
 */
export function readForm(
  sheets: readonly Sheet[],
  words: readonly SheetWords[],
  place: { project: string; period: string },
): ReadForm {
  const refused = (...problems: LayoutProblem[]): ReadForm => ({ ok: false, problems: problems.slice(0, mostTold) })
  const known = words.find(({ about }) => sheets.some(({ name }) => name === about))
  const about = known && sheets.find(({ name }) => name === known.about)
  if (!known || !about) return refused({ reason: 'NOT_OURS', at: '', text: '' })
  const wrong = wrongPlace(about, place)
  if (wrong) return refused(wrong)
  const sheet = sheets.find(({ name }) => name === known.sheet)
  if (!sheet) return refused({ reason: 'NO_SHEET', at: '', text: known.sheet })
  const [headings = [], ...rows] = sheet.rows
  const { columns, problems } = findColumns(headings, known.headers)
  if (problems.length > 0) return refused(...problems)
  const filled = rows.filter((row) => row.some(({ kind }) => kind !== 'empty')).map((row) => readRow(row, columns))
  const found = filled.flatMap((row) => row.problems)
  if (found.length > 0) return refused(...found)
  if (filled.length === 0) return refused({ reason: 'NO_ROWS', at: '', text: '' })
  return { ok: true, rows: filled.flatMap(({ row }) => (row ? [row] : [])) }
}

function wrongPlace({ rows }: Sheet, { project, period }: { project: string; period: string }): LayoutProblem | null {
  const said = new Map(rows.map(([name, value]) => [name?.text ?? '', value]))
  const [format, ofProject, ofPeriod] = Object.values(aboutKeys).map((key) => said.get(key))
  const number = Number(format?.text)
  if (!format || !Number.isInteger(number) || number < 1) return { reason: 'NOT_OURS', at: format?.at ?? '', text: '' }
  if (number > sheetFormat) return { reason: 'NEWER', at: format.at, text: format.text }
  if (ofProject?.text !== project)
    return { reason: 'OTHER_PROJECT', at: ofProject?.at ?? '', text: ofProject?.text ?? '' }
  if (ofPeriod?.text !== period) return { reason: 'OTHER_PERIOD', at: ofPeriod?.at ?? '', text: ofPeriod?.text ?? '' }
  return null
}

type Columns = Record<SheetField | 'key' | 'original', number>

function findColumns(headings: readonly Cell[], headers: SheetWords['headers']) {
  const problems: LayoutProblem[] = []
  const find = (name: SheetField | 'key' | 'original'): number => {
    const places = headings.flatMap(({ text }, index) => (text.trim() === headers[name] ? [index] : []))
    if (places.length === 0) problems.push({ reason: 'NO_COLUMN', at: '', text: headers[name] })
    if (places.length > 1)
      problems.push({ reason: 'COLUMN_TWICE', at: headings[places[1] ?? 0]?.at ?? '', text: headers[name] })
    return places[0] ?? -1
  }
  const columns: Columns = {
    ...{ key: find('key'), original: find('original') },
    ...{ value: find('value'), n: find('n'), time: find('time'), note: find('note') },
  }
  return { columns, problems }
}

function readRow(row: readonly Cell[], columns: Columns): { row: FilledRow | null; problems: LayoutProblem[] } {
  const first = row[0]?.at ?? ''
  const line = first.replace(/^[A-Z]+/, '')
  const cell = (name: keyof Columns): Cell =>
    row[columns[name]] ?? { at: first, kind: 'empty', text: '', merged: false }
  const problems: LayoutProblem[] = []
  for (const field of sheetFields) {
    const { at, kind, text, merged } = cell(field)
    if (merged) problems.push({ reason: 'MERGED', at, text })
    else if (kind === 'error') problems.push({ reason: 'ERROR_CELL', at, text })
    // A spreadsheet makes a day of 5/5 and of 1.2: what was meant cannot be told. When something was is a day.
    else if (kind === 'day' && field !== 'time' && field !== 'note') problems.push({ reason: 'DAY_CELL', at, text })
  }
  const stood = originalOf(cell('original').text)
  const key = cell('key').text.trim()
  if (key === '' || stood === null) problems.push({ reason: 'NO_KEY', at: line, text: '' })
  if (problems.length > 0 || stood === null) return { row: null, problems }
  const texts = (field: SheetField) => ({ at: cell(field).at, text: cell(field).text })
  const cells = { value: texts('value'), n: texts('n'), time: texts('time'), note: texts('note') }
  return { row: { at: line, key, original: stood, cells }, problems }
}

function originalOf(text: string): SheetTexts | null {
  try {
    const read = original.safeParse(JSON.parse(text))
    return read.success ? read.data : null
  } catch {
    // Somebody has written over the hidden column.
    return null
  }
}

/** A form that was read, in the list of one's own. */
export type SheetRow = {
  id: string
  name: string
  at: string
  isRefused: boolean
  taken: { at: string; count: number } | null
}

export type OpenSheet = SheetRow & {
  read: ReadForm
  /** What it would change now; null when it cannot be taken, or has been */
  outcome: SheetOutcome | null
}
