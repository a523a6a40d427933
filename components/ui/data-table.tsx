import type { ReactNode } from 'react'
import { bodyHtml, cellHtml, isPlain } from '@/components/ui/table-html'
import type { Cell, Column, ColumnSort, DataRow, Row } from '@/components/ui/table-model'
import { TableScroll } from '@/components/ui/table-scroll'

type Props = {
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
export function DataTable({ caption, captionNote, hideCaption, columns, rows, totals, empty, sticky = true }: Props) {
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
        {bodies(rows).map((body) => (
          <Body key={body.key} group={body.group} rows={body.rows} columns={columns} />
        ))}
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

type BodyRows = { key: string; group?: ReactNode; rows: DataRow[] }

/** Rows under a common heading form a body of their own, so that the heading is tied to them. */
function bodies(rows: readonly Row[]): BodyRows[] {
  const found: BodyRows[] = []
  for (const row of rows) {
    const last = found.at(-1)
    if ('group' in row) found.push({ key: row.key, group: row.group, rows: [] })
    else if (last) last.rows.push(row)
    else found.push({ key: 'rows', rows: [row] })
  }
  return found
}

function Body({ group, rows, columns }: Omit<BodyRows, 'key'> & { columns: readonly Column[] }) {
  const plain = bodyHtml(group, rows, columns)
  // biome-ignore lint/security/noDangerouslySetInnerHtml: table-html.ts escapes every text; tested with hostile text
  if (plain !== null) return <tbody dangerouslySetInnerHTML={{ __html: plain }} />
  return (
    <tbody>
      {group !== undefined && (
        <tr className="group">
          <th colSpan={columns.length} scope="rowgroup">
            {group}
          </th>
        </tr>
      )}
      {rows.map((row) => (
        <tr key={row.key} id={row.id} aria-current={row.current ? 'true' : undefined}>
          <Cells cells={row.cells} columns={columns} />
        </tr>
      ))}
    </tbody>
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
    const content = isPlain(cell) ? { dangerouslySetInnerHTML: { __html: cellHtml(cell) } } : { children: cell }
    const look = { className: column?.numeric ? 'number' : undefined, ...content }
    const key = column?.key ?? index
    return index === 0 ? <th key={key} scope="row" {...look} /> : <td key={key} {...look} />
  })
}
