import type { ReactNode } from 'react'
import { TableScroll } from '@/components/ui/table-scroll'

export type Column = {
  key: string
  header: ReactNode
  /** Right-aligned with tabular figures. */
  numeric?: boolean
  sort?: ColumnSort
  /** Header only for screen readers (a column of buttons). */
  hideHeader?: boolean
}

/** `href` sorts by this column (or turns the order); `label` says so: "Järjestä: määräpäivä". */
export type ColumnSort = { href: string; label: string; order?: 'ascending' | 'descending' }

/** A cell is text, a node, or text with parts. An unknown value is its word with `unknown`, never a zero. */
export type Cell = ReactNode | CellParts
export type CellParts = { text: ReactNode; href?: string; note?: ReactNode; unknown?: boolean }

export type Row =
  | { key: string; cells: readonly Cell[]; id?: string; current?: boolean }
  /** A heading row over the rows that follow. */
  | { key: string; group: ReactNode }

export type TableProps = {
  /** Also the name of the scrollable region; give text. */
  caption: string
  captionNote?: ReactNode
  hideCaption?: boolean
  columns: readonly Column[]
  rows: readonly Row[]
  totals?: readonly Cell[]
  /** Shown instead of the table when there are no rows. */
  empty?: ReactNode
  /** First column stays in view while the rest scrolls. */
  sticky?: boolean
}

/** The product's table: caption, scoped headers, sort links, group rows, totals, own scroll. First cell of a row is its header. */
export function DataTable({
  caption,
  captionNote,
  hideCaption,
  columns,
  rows,
  totals,
  empty,
  sticky = true,
}: TableProps) {
  if (rows.length === 0 && empty !== undefined) return <>{empty}</>
  return (
    <TableScroll label={caption}>
      <table className="table" data-sticky={sticky ? '' : undefined}>
        <caption className={hideCaption ? 'sr-only' : undefined}>
          {caption}
          {captionNote && <span>{captionNote}</span>}
        </caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <HeaderCell key={column.key} column={column} />
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) =>
            'group' in row ? (
              <tr key={row.key} className="group">
                <th colSpan={columns.length} scope="colgroup">
                  {row.group}
                </th>
              </tr>
            ) : (
              <tr key={row.key} id={row.id} aria-current={row.current ? 'true' : undefined}>
                <Cells cells={row.cells} columns={columns} />
              </tr>
            ),
          )}
        </tbody>
        {totals && (
          <tfoot>
            <tr>
              <Cells cells={totals} columns={columns} />
            </tr>
          </tfoot>
        )}
      </table>
    </TableScroll>
  )
}

function HeaderCell({ column: { header, numeric, sort, hideHeader } }: { column: Column }) {
  return (
    <th scope="col" className={numeric ? 'number' : undefined} aria-sort={sort?.order}>
      {sort ? (
        <a className="sort" href={sort.href} title={sort.label}>
          {header}
          <SortIcon order={sort.order} />
        </a>
      ) : (
        <span className={hideHeader ? 'sr-only' : undefined}>{header}</span>
      )}
    </th>
  )
}

function SortIcon({ order }: { order?: ColumnSort['order'] }) {
  return (
    <svg viewBox="0 0 10 14" aria-hidden="true">
      <path d="M5 0 9.5 5.5H.5Z" fill="currentColor" opacity={order === 'ascending' ? 1 : 0.3} />
      <path d="M5 14 9.5 8.5H.5Z" fill="currentColor" opacity={order === 'descending' ? 1 : 0.3} />
    </svg>
  )
}

function Cells({ cells, columns }: { cells: readonly Cell[]; columns: readonly Column[] }) {
  return cells.map((cell, index) => {
    const column = columns[index]
    const key = column?.key ?? index
    const className = column?.numeric ? 'number' : undefined
    return index === 0 ? (
      <th key={key} scope="row" className={className}>
        <CellContent cell={cell} />
      </th>
    ) : (
      <td key={key} className={className}>
        <CellContent cell={cell} />
      </td>
    )
  })
}

function CellContent({ cell }: { cell: Cell }) {
  if (!isParts(cell)) return cell
  const { text, href, note, unknown } = cell
  const body = href ? <a href={href}>{text}</a> : text
  return (
    <>
      {unknown ? <span className="unknown">{body}</span> : body}
      {note && <span className="cell-note">{note}</span>}
    </>
  )
}

function isParts(cell: Cell): cell is CellParts {
  return typeof cell === 'object' && cell !== null && 'text' in cell
}
