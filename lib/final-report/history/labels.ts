import type { CopyChange } from '@/lib/final-report/history/model'

/** What a version came of, with its number. */
export const copyChangeLabels: Record<CopyChange, string> = {
  written: 'reportEditor.history.change.written',
  taken_back: 'reportEditor.history.change.taken_back',
  imported: 'reportEditor.history.change.imported',
  before: 'reportEditor.history.change.before',
}
