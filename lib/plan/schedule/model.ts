import { timeSpanFromCode } from '@/lib/values/time'

/** A free column: a time when `timeCode` says which, else a stage that is no date. */
export type ScheduleColumn = { id: string; label: string; timeCode: string | null }

/** What stands in a column for an action. Neither mark nor text: it is told that nothing happens then. */
export type ScheduleCell = { columnId: string; mark: boolean; text: string | null }

/** An action of the part. No cells at all: nobody has told when it is done, which is not the same as never. */
export type ScheduleRow = { actionId: string; title: string; cells: ScheduleCell[] }

/** vaiheistus of one part: rows by free columns, both in stored order. */
export type PhaseTable = { workPackageId: string; columns: ScheduleColumn[]; rows: ScheduleRow[] }

/** What a cell looks like: nothing told, told to be empty, marked, or marked with words. */
export type CellState = 'none' | 'empty' | 'mark' | 'text'

export function stateOf(cell: Pick<ScheduleCell, 'mark' | 'text'> | undefined): CellState {
  if (!cell) return 'none'
  if (cell.text !== null) return 'text'
  return cell.mark ? 'mark' : 'empty'
}

export function cellAt({ cells }: Pick<ScheduleRow, 'cells'>, columnId: string): ScheduleCell | undefined {
  return cells.find((cell) => cell.columnId === columnId)
}

/** Whether anything happens in the column: a mark or words. */
export function isDone(cell: ScheduleCell): boolean {
  return cell.mark || cell.text !== null
}

/** A cell as it is typed: `x` for a mark, `-` where nothing happens, words as they are. */
export function typedCell(cell: Pick<ScheduleCell, 'mark' | 'text'> | undefined): string {
  if (!cell) return ''
  return cell.text ?? (cell.mark ? 'x' : '-')
}

/** What was typed into a cell; null when nothing was. Every common sign of a mark or of nothing is understood. */
export function readCell(typed: string): Pick<ScheduleCell, 'mark' | 'text'> | null {
  const text = typed.trim()
  if (text === '') return null
  if (/^[xX×✓✔●•■]$/.test(text)) return { mark: true, text: null }
  if (/^[-–—−]$/.test(text)) return { mark: false, text: null }
  return { mark: true, text }
}

/** First and last day of a column, or null: it is a stage, or its code names no time. */
export function spanOf({
  timeCode,
}: Pick<ScheduleColumn, 'timeCode'>): { from: string | null; to: string | null } | null {
  const time = timeCode === null ? null : timeSpanFromCode(timeCode)
  return time?.ok ? { from: time.value.from, to: time.value.to } : null
}

/** The name under which a cell is sent. */
export const cellField = (actionId: string, columnId: string): string => `cell/${actionId}/${columnId}`

/** How many marks and words stand in a column. */
export function countIn({ rows }: Pick<PhaseTable, 'rows'>, columnId: string): number {
  return rows.filter((row) => row.cells.some((cell) => cell.columnId === columnId)).length
}
