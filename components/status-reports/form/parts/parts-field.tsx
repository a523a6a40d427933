'use client'

import { type ClipboardEvent, useState } from 'react'
import { useFormTools } from '@/components/status-reports/form/context'
import { useGrid } from '@/components/status-reports/form/grid/use-grid'
import { type FormField, fieldId } from '@/components/status-reports/form/model'
import { type PartCell, PartsTable } from '@/components/status-reports/form/parts/parts-table'
import {
  errorsByRow,
  mergeParts,
  namedParts,
  type PartRows,
  rowsOfText,
  textOfRows,
  writeCells,
} from '@/components/status-reports/form/parts/rows'
import { put } from '@/components/status-reports/form/put'
import { FieldError } from '@/components/ui/field'
import { toldName } from '@/lib/status-reports/fields/typed/model'

type Props = {
  field: FormField
  text: string
  /** What is wrong with the whole, and with which part of it */
  error?: string
  errors: Readonly<Record<string, string>>
  change: (text: string) => void
}

/** A value that is entered part by part; the parts are kept as the one text of the field. */
export function PartsField({ field, text, error, errors, change }: Props) {
  const { words } = useFormTools()
  const { path, label, help, parts } = field
  const known = (parts?.known ?? []).map((part) => part.label)
  const [drawn, setDrawn] = useState(() => ({ text, ...rowsOfText(text, known) }))
  // The text was changed elsewhere: undone, taken from another writer, brought back from this device.
  if (drawn.text !== text) setDrawn({ text, ...rowsOfText(text, known) })

  function write(next: PartRows): void {
    const written = textOfRows(next)
    setDrawn({ text: written, ...next })
    change(written)
  }

  const wrong = errorsByRow(drawn, errors)
  const cells = cellsOf(path, drawn)
  const first = firstToWrite(cells, wrong)
  const { said, keys } = useGrid({
    cells,
    change: (texts) =>
      write(
        writeCells(
          drawn,
          texts.map((one) => ({ cell: cellAt(path, one.path), text: one.text })),
        ),
      ),
    idOf: (cell) => idOf(path, cellAt(path, cell), first),
    nameOf: () => label,
    words: words.parts,
  })
  const [merged, setMerged] = useState<string | null>(null)

  function onPasteCapture(event: ClipboardEvent<HTMLElement>) {
    const named = namedParts(event.clipboardData.getData('text/plain'))
    setMerged(null)
    if (!named) {
      keys.onPasteCapture(event)
      return
    }
    event.preventDefault()
    event.stopPropagation()
    write(mergeParts(drawn, named))
    setMerged(put(words.parts.pasted, { count: named.parts.length }))
  }

  const id = `${fieldId(path)}-parts`
  const described = [error && `${id}-error`, help && `${id}-help`].filter(Boolean).join(' ')
  return (
    <fieldset className="field" data-invalid={error ? '' : undefined} aria-describedby={described || undefined}>
      <legend className="field-label">{label}</legend>
      {help && (
        <span className="field-help" id={`${id}-help`}>
          {help}
        </span>
      )}
      <input type="hidden" name={toldName(path)} value={text} />
      <p role="status" className={said?.wrong && !merged ? 'font-semibold text-danger' : 'text-small text-muted'}>
        {merged ?? said?.text}
      </p>
      <PartsTable
        field={field}
        rows={drawn}
        wrong={wrong}
        idOf={(cell) => idOf(path, cell, first)}
        change={(cell, written) => write(writeCells(drawn, [{ cell, text: written }]))}
        keys={{ onKeyDown: keys.onKeyDown, onPasteCapture }}
      />
      <FieldError id={id} error={error} />
    </fieldset>
  )
}

const cellAt = (path: string, cellPath: string): PartCell => cellPath.slice(path.length + 1) as PartCell

/** Name and value of each row, and the total below. */
function cellsOf(path: string, { rows }: PartRows): ({ path: string } | null)[][] {
  const at = (cell: PartCell) => ({ path: `${path}/${cell}` })
  return [...rows.map(({ given }, no) => [given ? null : at(`${no}/label`), at(`${no}/value`)]), [null, at('total')]]
}

/** Where a link to the field leads: to the first cell that is wrong, else to the first value. */
function firstToWrite(cells: readonly (readonly ({ path: string } | null)[])[], wrong: Record<string, string>): string {
  const all = cells.flat().flatMap((cell) => (cell ? [cell.path] : []))
  const isWrong = (path: string) => Object.keys(wrong).some((cell) => path.endsWith(`/${cell}`))
  return all.find(isWrong) ?? all.find((path) => path.endsWith('/value')) ?? ''
}

function idOf(path: string, cell: PartCell, first: string): string {
  return `${path}/${cell}` === first ? fieldId(path) : fieldId(`${path}/part/${cell}`)
}
