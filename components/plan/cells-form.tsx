'use client'

import { type KeyboardEvent, useRef } from 'react'
import { caretOf, nextPlace, stepOf } from '@/components/status-reports/form/grid/moves'
import { Button } from '@/components/ui/button'
import { ErrorSummary } from '@/components/ui/error-summary'
import { FieldError } from '@/components/ui/field'
import { Once } from '@/components/ui/once'
import type { RecordWords } from '@/components/ui/record-fields'
import { TableScroll } from '@/components/ui/table-scroll'
import { useAnswer } from '@/components/ui/use-answer'
import { useStored } from '@/components/ui/use-stored'
import type { FormAction } from '@/lib/access/form-state'

type Cell = { name: string; label: string; known: string }

type Props = {
  action: FormAction
  values: Record<string, string>
  caption: string
  /** Over the actions */
  rowHeader: string
  columns: readonly { id: string; label: string; note: string }[]
  rows: readonly { id: string; title: string; cells: readonly Cell[] }[]
  send: string
  words: RecordWords
}

const idOf = (name: string) => name.replaceAll('/', '-')

/** The marks of a schedule as a table of short texts; arrows and Enter go from cell to cell. Works without scripts, too. */
export function CellsForm({ action, values, caption, rowHeader, columns, rows, send, words }: Props) {
  const { state, submit, onSubmit, pending } = useAnswer(action)
  const form = useRef<HTMLFormElement>(null)
  const stale = state.reason === 'STALE'
  const fetching = useStored(form, stale ? state.attempt : null)
  const cells = rows.map((row) => row.cells)
  const wrong = cells.flat().flatMap(({ name, label }) => {
    const key = state.fields[name]
    return key ? [{ fieldId: idOf(name), message: `${label}: ${words.errors[key] ?? words.reasons.INVALID}` }] : []
  })
  const refused = state.reason && wrong.length === 0 ? (words.reasons[state.reason] ?? words.reasons.INVALID) : null
  return (
    <form ref={form} action={submit} onSubmit={onSubmit} noValidate>
      <ErrorSummary title={words.summary} errors={refused ? [{ message: refused }] : wrong} attempt={state.attempt} />
      <Once attempt={state.attempt} />
      {Object.entries(values).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <TableScroll label={caption}>
        {/* The keys work in the controls inside; the table only hears them. */}
        <table className="table" data-sticky="" onKeyDown={(event) => move(event, cells)}>
          <caption className="sr-only">{caption}</caption>
          <thead>
            <tr>
              <th scope="col">{rowHeader}</th>
              {columns.map(({ id, label, note }) => (
                <th key={id} scope="col">
                  {label}
                  <span className="cell-note">{note}</span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row, at) => (
              <tr key={row.id}>
                <th scope="row">{row.title}</th>
                {row.cells.map((cell, column) => (
                  <td key={cell.name} data-row={at} data-column={column}>
                    <CellInput
                      cell={cell}
                      typed={state.reason === null ? undefined : (state.typed[cell.name] ?? '')}
                      error={state.fields[cell.name] && words.errors[state.fields[cell.name] ?? '']}
                      stored={stale && !fetching ? words : null}
                    />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </TableScroll>
      <Button disabled={pending || fetching}>{send}</Button>
    </form>
  )
}

type InputProps = {
  cell: Cell
  typed: string | undefined
  error: string | undefined
  /** Says what somebody else has stored meanwhile; null while nobody has */
  stored: Pick<RecordWords, 'storedNow' | 'nothing'> | null
}

function CellInput({ cell: { name, label, known }, typed, error, stored }: InputProps) {
  const id = idOf(name)
  const text = typed ?? known
  const other = stored !== null && text.trim() !== known
  const about = [error ? `${id}-error` : '', other ? `${id}-stored` : ''].filter(Boolean).join(' ')
  return (
    <>
      <input
        id={id}
        name={name}
        className="input w-24"
        aria-label={label}
        aria-invalid={error ? true : undefined}
        aria-describedby={about || undefined}
        autoComplete="off"
        defaultValue={text}
      />
      <FieldError id={id} error={error} />
      {other && (
        <span className="cell-note" id={`${id}-stored`}>
          {stored.storedNow}: {known || stored.nothing}
        </span>
      )}
    </>
  )
}

function move(event: KeyboardEvent<HTMLElement>, cells: readonly (readonly Cell[])[]): void {
  const control = event.target
  const cell = control instanceof HTMLInputElement ? control.closest<HTMLElement>('td[data-row]') : null
  if (!(control instanceof HTMLInputElement) || !cell) return
  const plain = !event.ctrlKey && !event.metaKey && !event.altKey && !event.nativeEvent.isComposing
  const step = stepOf({ key: event.key, shift: event.shiftKey, plain }, caretOf(control))
  if (!step) return
  if (event.key === 'Enter') event.preventDefault()
  const to = nextPlace(cells, [Number(cell.dataset.row), Number(cell.dataset.column)], step)
  const next = to && cells[to[0]]?.[to[1]]
  const input = next && document.getElementById(idOf(next.name))
  if (!(input instanceof HTMLInputElement)) return
  event.preventDefault()
  input.focus()
  input.select()
}
