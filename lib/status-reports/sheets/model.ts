import { targetsInForce } from '@/lib/indicators/model'
import { type Asked, askedOf, readSampleSize, readTime, readValue } from '@/lib/indicators/readings/model'
import { cleanText, isOpen } from '@/lib/status-reports/fields/model'
import { isWritable } from '@/lib/status-reports/model'
import { latestValues, type ReportView } from '@/lib/status-reports/views/model'
import { titleOf } from '@/lib/work-packages/model'

/** Number of the form's shape, told in the file: one that is newer than this cannot be read here. */
export const sheetFormat = 1

/** What is filled in of each indicator, in the order of the columns. */
export const sheetFields = ['value', 'n', 'time', 'note'] as const
export type SheetField = (typeof sheetFields)[number]
export type SheetTexts = Record<SheetField, string>

/** One indicator of one report: a row of the form. */
export type FigureRow = {
  /** Which report and indicator it is of, as the hidden column says it */
  key: string
  reportId: string
  unitId: string
  unit: string
  code: string
  name: string
  asked: Asked
  year: number
  targets: ReturnType<typeof targetsInForce>
  previous: ReturnType<typeof latestValues>
  texts: SheetTexts
  versions: Record<SheetField, number>
}

/** Paths of the fields of an indicator in a report. */
export const fieldPath = (indicatorId: string, field: SheetField): string => `indicators/${indicatorId}/${field}`
const keyOf = (reportId: string, indicatorId: string): string => `${reportId}/${indicatorId}`

/** The path that a row's field has in its report. */
export const pathOf = ({ key }: Pick<FigureRow, 'key'>, field: SheetField): string =>
  fieldPath(key.split('/')[1] ?? '', field)

type Report = Omit<ReportView, 'reopening'>

/** The rows that the viewer can fill in now: of reports open for writing, without what is another unit's or counted from others. */
export function figureRows(reports: readonly Report[]): FigureRow[] {
  return reports
    .filter(({ may, state, closed }) => may.write && isWritable(state) && !closed)
    .flatMap((report) =>
      report.indicators
        .filter(({ id, seeIndicatorOf, current }) => {
          const entered = seeIndicatorOf === null && !current?.formula
          return entered && sheetFields.every((field) => isOpen(report.opens, fieldPath(id, field)))
        })
        .map((indicator): FigureRow => {
          const of = (field: SheetField) => report.fields[fieldPath(indicator.id, field)]
          return {
            key: keyOf(report.id, indicator.id),
            reportId: report.id,
            unitId: report.unit.id,
            unit: titleOf(report.unit),
            code: indicator.sourceId,
            name: indicator.current?.name ?? indicator.sourceId,
            asked: askedOf(indicator.current),
            year: Number(report.period.to.slice(0, 4)),
            targets: targetsInForce(indicator),
            previous: latestValues(indicator, report),
            texts: eachField((field) => of(field)?.text ?? ''),
            versions: eachField((field) => of(field)?.version ?? 0),
          }
        }),
    )
}

function eachField<T>(make: (field: SheetField) => T): Record<SheetField, T> {
  return { value: make('value'), n: make('n'), time: make('time'), note: make('note') }
}

/** A filled-in row: what stood in the form when it was made, and what stands in its cells now. */
export type FilledRow = {
  at: string
  key: string
  original: SheetTexts
  cells: Record<SheetField, { at: string; text: string }>
}

/** What a filled-in form would change: one field. */
export type SheetChange = {
  row: FigureRow
  field: SheetField
  at: string
  before: string
  after: string
  version: number
}

export const sheetProblemReasons = ['UNKNOWN_ROW', 'TWICE', 'UNREADABLE', 'CHANGED_MEANWHILE', 'TOO_LONG'] as const
export type SheetProblemReason = (typeof sheetProblemReasons)[number]
/** Why a filled-in form is not taken, with the cell; `message`: the sentence of what cannot be read. */
export type SheetProblem = { reason: SheetProblemReason; at: string; text: string; message: string | null }

export type SheetOutcome = { changes: SheetChange[]; problems: SheetProblem[]; same: number }

const longestCell = 5000

/**
 * What filled-in rows would change of the reports as they stand. A cell that says what the form said when it was made changes
 * nothing, whatever has been written since; one that says something else is a problem when the field was changed meanwhile.
 */
export function outcomeOf(filled: readonly FilledRow[], rows: readonly FigureRow[]): SheetOutcome {
  const byKey = new Map(rows.map((row) => [row.key, row]))
  const outcome: SheetOutcome = { changes: [], problems: [], same: 0 }
  const seen = new Set<string>()
  for (const one of filled) {
    const row = byKey.get(one.key)
    const problem = (reason: SheetProblemReason) =>
      outcome.problems.push({ reason, at: one.at, text: row?.name ?? '', message: null })
    if (!row) problem('UNKNOWN_ROW')
    else if (seen.has(one.key)) problem('TWICE')
    else for (const field of sheetFields) compareField(one, row, field, outcome)
    seen.add(one.key)
  }
  return outcome
}

function compareField(filled: FilledRow, row: FigureRow, field: SheetField, outcome: SheetOutcome): void {
  const { at, text: typed } = filled.cells[field]
  const [after, before] = [cleanText(typed).trim(), row.texts[field]]
  if (after === cleanText(filled.original[field]).trim() || after === before.trim()) {
    outcome.same += 1
    return
  }
  const problem = (reason: SheetProblemReason, message: string | null = null) =>
    outcome.problems.push({ reason, at, text: after, message })
  if (after.length > longestCell) problem('TOO_LONG')
  else if (before !== filled.original[field]) problem('CHANGED_MEANWHILE')
  else {
    const unread = after === '' ? null : unreadable(field, after, row)
    if (unread) problem('UNREADABLE', unread)
    else outcome.changes.push({ row, field, at, before, after, version: row.versions[field] })
  }
}

/** The sentence of why a text is no value, count or time; null when it is one. */
function unreadable(field: SheetField, text: string, { asked, year }: FigureRow): string | null {
  if (field === 'note') return null
  const read = field === 'value' ? readValue(text, asked) : field === 'n' ? readSampleSize(text) : readTime(text, year)
  return read.ok ? null : read.message
}
