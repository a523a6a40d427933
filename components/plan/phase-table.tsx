import { columnTime } from '@/components/plan/texts'
import { TableScroll } from '@/components/ui/table-scroll'
import { cellAt, type PhaseTable as Phases, type ScheduleCell, stateOf } from '@/lib/plan/schedule/model'
import type { Words } from '@/lib/platform/words'

type Props = { t: Words; part: string; table: Phases }

/** vaiheistus: actions by free columns in stored order. A row without any mark says so: not told is not the same as never. */
export function PhaseTable({ t, part, table: { columns, rows } }: Props) {
  const caption = t('plan.schedule.of', { part })
  return (
    <TableScroll label={caption}>
      <table className="table" data-sticky="">
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{t('plan.schedule.action')}</th>
            {columns.map((column) => (
              <th key={column.id} scope="col">
                {column.label}
                <span className="cell-note">{columnTime(t, column)}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.actionId}>
              <th scope="row">{row.title}</th>
              {row.cells.length === 0 ? (
                <td colSpan={columns.length}>
                  <span className="unknown">{t('plan.schedule.untold')}</span>
                </td>
              ) : (
                columns.map(({ id }) => (
                  <td key={id}>
                    <Cell t={t} cell={cellAt(row, id)} />
                  </td>
                ))
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </TableScroll>
  )
}

/** Shape and word: a mark is a dot that is read aloud as its word. */
function Cell({ t, cell }: { t: Words; cell: ScheduleCell | undefined }) {
  const state = stateOf(cell)
  if (state === 'none') return null
  if (state === 'text') return cell?.text
  return (
    <>
      <span aria-hidden="true">{state === 'mark' ? '●' : '–'}</span>
      <span className="sr-only">{t(state === 'mark' ? 'plan.schedule.mark' : 'plan.schedule.empty')}</span>
    </>
  )
}
