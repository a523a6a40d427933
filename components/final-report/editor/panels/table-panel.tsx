import { useRef } from 'react'
import { Caption, type PanelProps } from '@/components/final-report/editor/panels/caption'
import { put } from '@/components/status-reports/form/put'
import { Actions } from '@/components/ui/actions'
import { Button } from '@/components/ui/button'
import { TableScroll } from '@/components/ui/table-scroll'
import { TextArea } from '@/components/ui/text-area'
import type { BlockContents, FreeCell } from '@/lib/final-report/blocks/model'

type Content = BlockContents['free_table']

const filled = <T,>(row: readonly T[], width: number, empty: T): T[] =>
  Array.from({ length: width }, (_, index) => row[index] ?? empty)
const wide = (row: readonly FreeCell[], width: number): FreeCell[] =>
  Array.from({ length: width }, (_, index) => (index < row.length ? (row[index] ?? null) : ''))

/** A table of one's own: its heading row, its cells, what is not known, the last row with sums, and notes. */
export function TablePanel(props: PanelProps) {
  const { panel, words, change } = props
  const { id, block } = panel
  const body = useRef<HTMLTableElement>(null)
  if (block.type !== 'free_table') return null
  const { content } = block
  const { columns, rows, total, notes } = content
  const { text } = words
  const width = columns.length
  const write = (next: Partial<Content>) => change({ ...block, content: { ...content, ...next } })
  const without = (name: 'total' | 'notes') => {
    const { [name]: _, ...others } = content
    change({ ...block, content: others as Content })
  }
  const all = total ? [...rows, total] : rows
  const put1 = (at: number, row: FreeCell[]) =>
    total && at === rows.length ? write({ total: row }) : write({ rows: rows.with(at, row) })
  const widened = (change1: (row: FreeCell[]) => FreeCell[], head: string[]) =>
    write({
      columns: head,
      rows: rows.map((row) => change1(wide(row, width))),
      ...(total && { total: change1(wide(total, width)) }),
    })
  /** Arrow keys up and down go to the same column of the next row. */
  const go = (event: React.KeyboardEvent<HTMLTextAreaElement>, row: number, column: number) => {
    const step = event.ctrlKey && { ArrowUp: -1, ArrowDown: 1 }[event.key]
    if (!step) return
    event.preventDefault()
    body.current?.querySelector<HTMLElement>(`[data-cell="${row + step}-${column}"]`)?.focus()
  }
  return (
    <>
      <Caption {...props} />
      <TableScroll label={text.tableCells}>
        <table ref={body} className="editor-cells">
          <thead>
            <tr>
              {columns.map((header, column) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a column has no other name than its place
                <th key={column} scope="col">
                  <textarea
                    className="input"
                    rows={1}
                    data-cell={`-1-${column}`}
                    aria-label={put(text.headerCell, { column: column + 1 })}
                    value={header}
                    onKeyDown={(event) => go(event, -1, column)}
                    onChange={(event) => write({ columns: columns.with(column, event.target.value) })}
                  />
                </th>
              ))}
              <td />
            </tr>
          </thead>
          <tbody>
            {all.map((row, at) => {
              const isTotal = total !== undefined && at === rows.length
              const cells = wide(row, width)
              const rowName = isTotal ? text.totalRow : put(text.row, { row: at + 1 })
              return (
                // biome-ignore lint/suspicious/noArrayIndexKey: a row has no other name than its place
                <tr key={at} data-total={isTotal ? '' : undefined}>
                  {cells.map((cell, column) => {
                    const name = `${rowName}, ${columns[column] || put(text.headerCell, { column: column + 1 })}`
                    return (
                      // biome-ignore lint/suspicious/noArrayIndexKey: a cell has no other name than its place
                      <td key={column}>
                        <textarea
                          className="input"
                          rows={1}
                          data-cell={`${at}-${column}`}
                          aria-label={name}
                          disabled={cell === null}
                          value={cell ?? text.unknownCell}
                          onKeyDown={(event) => go(event, at, column)}
                          onChange={(event) => put1(at, cells.with(column, event.target.value))}
                        />
                        <label className="editor-unknown">
                          <input
                            type="checkbox"
                            checked={cell === null}
                            onChange={(event) => put1(at, cells.with(column, event.target.checked ? null : ''))}
                          />
                          {text.unknownCell}
                          <span className="sr-only">: {name}</span>
                        </label>
                      </td>
                    )
                  })}
                  <td>
                    <Button
                      type="button"
                      kind="quiet"
                      small
                      disabled={!isTotal && rows.length === 1}
                      onClick={() => (isTotal ? without('total') : write({ rows: rows.toSpliced(at, 1) }))}
                    >
                      {text.removeRow}
                      <span className="sr-only">: {rowName}</span>
                    </Button>
                  </td>
                </tr>
              )
            })}
          </tbody>
        </table>
      </TableScroll>
      <Actions>
        <Button
          type="button"
          kind="secondary"
          small
          onClick={() => write({ rows: [...rows, filled<FreeCell>([], width, '')] })}
        >
          {text.addRow}
        </Button>
        <Button
          type="button"
          kind="secondary"
          small
          disabled={width >= 12}
          onClick={() => widened((row) => [...row, ''], [...columns, ''])}
        >
          {text.addColumn}
        </Button>
        <Button
          type="button"
          kind="secondary"
          small
          disabled={width === 1}
          onClick={() => widened((row) => row.slice(0, -1), columns.slice(0, -1))}
        >
          {text.removeColumn}
        </Button>
        {!total && (
          <Button
            type="button"
            kind="secondary"
            small
            onClick={() => write({ total: filled<FreeCell>([], width, '') })}
          >
            {text.addTotal}
          </Button>
        )}
      </Actions>
      <TextArea
        id={`notes-${id}`}
        name={`notes-${id}`}
        label={text.tableNotes}
        help={text.tableNotesHelp}
        rows={2}
        value={(notes ?? []).join('\n')}
        onChange={(event) =>
          event.target.value === '' ? without('notes') : write({ notes: event.target.value.split('\n').slice(0, 20) })
        }
      />
    </>
  )
}
