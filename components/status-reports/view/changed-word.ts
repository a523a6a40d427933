import type { Words } from '@/lib/platform/words'
import type { ReportView } from '@/lib/status-reports/views/model'

/** Says that a field is not what it was when the report was returned or opened again; null when it is. */
export function changedWord(t: Words, { since }: Pick<ReportView, 'since'>, path: string): string | null {
  if (!since?.changed.includes(path)) return null
  const reopened = since.from.type === 'reopened'
  return t(reopened ? 'corrections.changedSinceReopening' : 'statusReports.view.changedSinceReturn')
}
