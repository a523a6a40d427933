'use client'

import { type ClipboardEvent, type KeyboardEvent, useState } from 'react'
import { useFormTools } from '@/components/status-reports/form/context'
import { FormField } from '@/components/status-reports/form/form-field'
import { isBlock, placeBlock, readBlock } from '@/components/status-reports/form/grid/block'
import { caretOf, nextPlace, stepOf } from '@/components/status-reports/form/grid/moves'
import {
  type FormField as Field,
  type FormGroup,
  type FormSection,
  fieldId,
} from '@/components/status-reports/form/model'
import { put } from '@/components/status-reports/form/put'
import { Section } from '@/components/ui/section'
import { TableScroll } from '@/components/ui/table-scroll'

export type GridWords = Record<
  | 'indicator'
  | 'previous'
  | 'value'
  | 'n'
  | 'time'
  | 'note'
  | 'caption'
  | 'help'
  | 'pasted'
  | 'tooLarge'
  | 'noChoice'
  | 'elsewhere',
  string
>

const columns = ['value', 'n', 'time', 'note'] as const

/** The fields of the indicators as a grid: a row for each, the previous value beside, keys and pasting as in a spreadsheet. */
export function GridSection({ section, words }: { section: FormSection; words: GridWords }) {
  const { autosave, nameOf } = useFormTools()
  const [said, setSaid] = useState<{ text: string; wrong: boolean } | null>(null)
  const groups = section.groups
  const grid = groups.map((group) => columns.map((name) => fieldIn(group, name)))

  function move(event: KeyboardEvent<HTMLTableElement>) {
    const here = placeOf(event.target)
    if (!here) return
    const plain = !event.ctrlKey && !event.metaKey && !event.altKey && !event.nativeEvent.isComposing
    const step = stepOf({ key: event.key, shift: event.shiftKey, plain }, caretOf(here.control))
    const to = step && nextPlace(grid, here.place, step)
    if (step && event.key === 'Enter') event.preventDefault()
    const next = to && grid[to[0]]?.[to[1]]
    const control = next && document.getElementById(fieldId(next.path))
    if (!control) return
    event.preventDefault()
    control.focus()
    if (control instanceof HTMLInputElement) control.select()
  }

  function paste(event: ClipboardEvent<HTMLTableElement>) {
    const text = event.clipboardData.getData('text/plain')
    const here = placeOf(event.target)
    if (!here || !isBlock(text)) return
    // The field itself would take the whole block for its own text.
    event.preventDefault()
    event.stopPropagation()
    const placed = placeBlock(readBlock(text), grid, here.place)
    if (placed.ok) {
      for (const one of placed.texts) autosave.change(one.path, one.text)
      setSaid({ text: put(words.pasted, { count: placed.texts.length }), wrong: false })
    } else if (placed.why === 'TOO_LARGE') setSaid({ text: words.tooLarge, wrong: true })
    else setSaid({ text: put(words.noChoice, { value: placed.text, field: nameOf(placed.path) }), wrong: true })
  }

  return (
    <Section id={section.path} title={section.title} intro={words.help}>
      <p role="status" className={said?.wrong ? 'font-semibold text-danger' : undefined}>
        {said?.text}
      </p>
      <TableScroll label={words.caption}>
        {/* The keys work in the controls inside; the table only hears them. */}
        <table
          className="table [&_.field]:mb-0 [&_.field-label]:sr-only [&_td[data-row]]:min-w-36 [&_td[data-row]>div]:mb-0"
          onKeyDown={move}
          onPasteCapture={paste}
        >
          <caption className="sr-only">{words.caption}</caption>
          <thead>
            <tr>
              {(['indicator', 'previous', ...columns] as const).map((name) => (
                <th key={name} scope="col">
                  {words[name]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {groups.map((group, row) => (
              <Row key={group.key} group={group} row={row} fields={grid[row] ?? []} words={words} />
            ))}
          </tbody>
        </table>
      </TableScroll>
    </Section>
  )
}

type RowProps = { group: FormGroup; row: number; fields: readonly (Field | null)[]; words: GridWords }

function Row({ group, row, fields, words }: RowProps) {
  const previous = fields[0]?.previous ?? null
  return (
    <tr>
      <th scope="row">
        {group.title}
        {group.notes.map((note) => (
          <span key={note} className="cell-note">
            {note}
          </span>
        ))}
      </th>
      <td className="whitespace-pre-line">
        {previous?.value}
        {previous && <span className="cell-note">{previous.label}</span>}
      </td>
      {fields.map((field, column) => (
        <td key={columns[column]} data-row={row} data-column={column}>
          {field && <FormField field={asCell(field)} />}
          {!field && column === 0 && group.fields.length === 0 && words.elsewhere}
        </td>
      ))}
    </tr>
  )
}

/** In a cell the field's name says which indicator it is about; what stood there last time has a column of its own. */
function asCell(field: Field): Field {
  return {
    ...field,
    label: field.about ? `${field.about}, ${field.label}` : field.label,
    help: undefined,
    previous: null,
  }
}

function fieldIn({ fields, more }: FormGroup, name: (typeof columns)[number]): Field | null {
  return [...fields, ...more].find(({ path }) => path.endsWith(`/${name}`)) ?? null
}

function placeOf(target: EventTarget) {
  const isControl =
    target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement
  const cell = isControl ? target.closest<HTMLElement>('td[data-row]') : null
  if (!isControl || !cell) return null
  return { control: target, place: [Number(cell.dataset.row), Number(cell.dataset.column)] as const }
}
