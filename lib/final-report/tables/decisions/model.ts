import type { BoundData } from '@/lib/final-report/bindings/model'
import type { Binding } from '@/lib/final-report/blocks/model'
import type { DocumentCell, TableBody } from '@/lib/final-report/document/model'
import { dayOfDecision } from '@/lib/meetings/decisions/model'
import type { Words } from '@/lib/platform/words'
import { formatDate } from '@/lib/values/format'

/** Chosen decisions of the steering group and other bodies, in the order they were chosen. */
export function decisionTable(data: BoundData, bindings: readonly Binding[], t: Words): TableBody {
  const rows = bindings.flatMap((binding) => data.decisions.find((row) => row.id === binding.decisionId) ?? [])
  const unknown: DocumentCell = { text: t('finalReport.unknown'), unknown: true }
  return {
    columns: [
      { header: t('finalReport.column.decision'), numeric: false, width: 3 },
      { header: t('finalReport.column.body'), numeric: false, width: 2 },
      { header: t('finalReport.column.decided'), numeric: false, width: 1.2 },
    ],
    rows: rows.map((row): DocumentCell[] => {
      const day = dayOfDecision(row)
      const when = day ? formatDate(day, t.locale) : row.decidedAsWritten
      const place = row.meeting && [row.meeting.title, row.meeting.number && `§ ${row.meeting.number}`].filter(Boolean)
      return [{ text: row.text }, place ? { text: place.join(', ') } : unknown, when ? { text: when } : unknown]
    }),
    total: null,
    notes: [],
    source: t('finalReport.sourceLine', { source: t('finalReport.source.decisions') }),
  }
}
