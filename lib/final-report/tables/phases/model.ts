import type { DocumentCell, TableBody } from '@/lib/final-report/document/model'
import { cellAt, type PhaseTable, stateOf } from '@/lib/plan/schedule/model'
import type { Words } from '@/lib/platform/words'

/** vaiheistus of one part: its actions by its own columns. An action of which nothing is told says so; a part without columns
 * has no rows. */
export function phaseTable({ columns, rows }: PhaseTable, t: Words): TableBody {
  const [first, ...others] = columns
  return {
    columns: [
      { header: t('plan.schedule.action'), numeric: false, width: 3 },
      ...columns.map(({ label }) => ({ header: label, numeric: false, width: 1 })),
    ],
    rows: first
      ? rows.map((row): DocumentCell[] =>
          row.cells.length === 0
            ? [
                { text: row.title },
                { text: t('plan.schedule.untold'), unknown: true },
                ...others.map(() => ({ text: '' })),
              ]
            : [{ text: row.title }, ...columns.map((column) => phaseCell(cellAt(row, column.id)))],
        )
      : [],
    total: null,
    notes: [t('plan.schedule.marks')],
    source: t('finalReport.sourceLine', { source: t('finalReport.source.plan') }),
  }
}

function phaseCell(cell: ReturnType<typeof cellAt>): DocumentCell {
  const state = stateOf(cell)
  if (state === 'none') return { text: '' }
  if (state === 'text') return { text: cell?.text ?? '' }
  return { text: state === 'mark' ? 'x' : '–' }
}
