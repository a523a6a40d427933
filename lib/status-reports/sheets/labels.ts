import type { Refusal } from '@/lib/platform/refused-file'
import type { TakeReason } from '@/lib/status-reports/sheets/commands'
import type { SheetField, SheetProblemReason } from '@/lib/status-reports/sheets/model'
import type { LayoutReason } from '@/lib/status-reports/sheets/reading/model'

export const sheetFieldLabels: Record<SheetField, string> = {
  value: 'figureSheets.field.value',
  n: 'figureSheets.field.n',
  time: 'figureSheets.field.time',
  note: 'figureSheets.field.note',
}

/** Why a file was not read, or its form not taken. What only other files can be stands for damage. */
export const sheetReasonLabels: Record<Refusal | TakeReason, string> = {
  NOT_FOUND: 'figureSheets.reason.NOT_FOUND',
  NOT_ALLOWED: 'figureSheets.reason.NOT_ALLOWED',
  CHANGED: 'figureSheets.reason.CHANGED',
  PROBLEMS: 'figureSheets.reason.PROBLEMS',
  TAKEN: 'figureSheets.reason.TAKEN',
  EMPTY_FILE: 'figureSheets.reason.EMPTY_FILE',
  TOO_LARGE: 'figureSheets.reason.TOO_LARGE',
  WRONG_KIND: 'figureSheets.reason.WRONG_KIND',
  DAMAGED: 'figureSheets.reason.DAMAGED',
  ENCRYPTED: 'figureSheets.reason.ENCRYPTED',
  UNSAFE: 'figureSheets.reason.UNSAFE',
  MACROS: 'figureSheets.reason.MACROS',
  TOO_MUCH: 'figureSheets.reason.TOO_MUCH',
  DOCTYPE: 'figureSheets.reason.DOCTYPE',
  TOO_DEEP: 'figureSheets.reason.DAMAGED',
  WRONG_SHAPE: 'figureSheets.reason.DAMAGED',
  NOTHING: 'figureSheets.reason.EMPTY_FILE',
}

export const layoutReasonLabels: Record<LayoutReason, string> = {
  NOT_OURS: 'figureSheets.layout.NOT_OURS',
  NEWER: 'figureSheets.layout.NEWER',
  OTHER_PROJECT: 'figureSheets.layout.OTHER_PROJECT',
  OTHER_PERIOD: 'figureSheets.layout.OTHER_PERIOD',
  NO_SHEET: 'figureSheets.layout.NO_SHEET',
  NO_COLUMN: 'figureSheets.layout.NO_COLUMN',
  COLUMN_TWICE: 'figureSheets.layout.COLUMN_TWICE',
  MERGED: 'figureSheets.layout.MERGED',
  ERROR_CELL: 'figureSheets.layout.ERROR_CELL',
  DAY_CELL: 'figureSheets.layout.DAY_CELL',
  NO_KEY: 'figureSheets.layout.NO_KEY',
  NO_ROWS: 'figureSheets.layout.NO_ROWS',
}

export const sheetProblemLabels: Record<SheetProblemReason, string> = {
  UNKNOWN_ROW: 'figureSheets.problem.UNKNOWN_ROW',
  TWICE: 'figureSheets.problem.TWICE',
  UNREADABLE: 'figureSheets.problem.UNREADABLE',
  CHANGED_MEANWHILE: 'figureSheets.problem.CHANGED_MEANWHILE',
  TOO_LONG: 'figureSheets.problem.TOO_LONG',
}
