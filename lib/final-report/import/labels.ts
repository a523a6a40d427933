import type { PlaceWord, Standing } from '@/lib/final-report/import/plan/model'
import type { OpenReason } from '@/lib/final-report/import/targets/model'
import type { LossKind } from '@/lib/final-report/import/written/model'
import type { Refusal } from '@/lib/platform/refused-file'

/** Why a file is not taken, one sentence each. */
export const importReasonLabels: Record<
  Refusal | 'NOT_FOUND' | 'NOT_ALLOWED' | 'LOCKED' | 'STALE' | 'NOTHING_TAKEN',
  string
> = {
  EMPTY_FILE: 'reportImport.reason.EMPTY_FILE',
  TOO_LARGE: 'reportImport.reason.TOO_LARGE',
  WRONG_KIND: 'reportImport.reason.WRONG_KIND',
  DAMAGED: 'reportImport.reason.DAMAGED',
  ENCRYPTED: 'reportImport.reason.ENCRYPTED',
  UNSAFE: 'reportImport.reason.UNSAFE',
  MACROS: 'reportImport.reason.MACROS',
  TOO_MUCH: 'reportImport.reason.TOO_MUCH',
  TOO_DEEP: 'reportImport.reason.TOO_DEEP',
  DOCTYPE: 'reportImport.reason.DOCTYPE',
  WRONG_SHAPE: 'reportImport.reason.WRONG_SHAPE',
  NOTHING: 'reportImport.reason.NOTHING',
  NOT_FOUND: 'reportImport.reason.NOT_FOUND',
  NOT_ALLOWED: 'finalReport.reason.notAllowed',
  LOCKED: 'finalReport.reason.locked',
  STALE: 'reportImport.reason.STALE',
  NOTHING_TAKEN: 'reportImport.reason.NOTHING_TAKEN',
}

/** What became of something that the report cannot hold as it was. */
export const lossLabels: Record<LossKind, string> = {
  contents: 'reportImport.loss.contents',
  running_text: 'reportImport.loss.running_text',
  comment: 'reportImport.loss.comment',
  deleted_text: 'reportImport.loss.deleted_text',
  hidden_text: 'reportImport.loss.hidden_text',
  picture_kind: 'reportImport.loss.picture_kind',
  picture_outside: 'reportImport.loss.picture_outside',
  picture_missing: 'reportImport.loss.picture_missing',
  chart: 'reportImport.loss.chart',
  shape: 'reportImport.loss.shape',
  object: 'reportImport.loss.object',
  formula: 'reportImport.loss.formula',
  inserted_file: 'reportImport.loss.inserted_file',
  link_address: 'reportImport.loss.link_address',
  nested_list: 'reportImport.loss.nested_list',
  merged_cells: 'reportImport.loss.merged_cells',
  nested_table: 'reportImport.loss.nested_table',
  wide_table: 'reportImport.loss.wide_table',
  long_table: 'reportImport.loss.long_table',
  cell_parts: 'reportImport.loss.cell_parts',
  text_box: 'reportImport.loss.text_box',
  symbol: 'reportImport.loss.symbol',
  unanswered: 'reportImport.loss.unanswered',
  unknown_value: 'reportImport.loss.unknown_value',
  unknown_rows: 'reportImport.loss.unknown_rows',
  unknown_attachment: 'reportImport.loss.unknown_attachment',
  long_caption: 'reportImport.loss.long_caption',
}

export const openReasonLabels: Record<OpenReason, string> = {
  missing: 'reportImport.open.missing',
  several: 'reportImport.open.several',
  inflected: 'reportImport.open.inflected',
  other_words: 'reportImport.open.other_words',
}

export const standingLabels: Record<Standing, string> = {
  keep: 'reportImport.standing.keep',
  after: 'reportImport.standing.after',
  replace: 'reportImport.standing.replace',
}

/** Where a heading can go, as a choice. */
export const placeWordLabels: Record<PlaceWord, string> = {
  own: 'reportImport.take.own',
  inside: 'reportImport.take.inside',
  out: 'reportImport.take.out',
}
