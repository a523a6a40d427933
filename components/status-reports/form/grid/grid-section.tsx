'use client'

import { useFormTools } from '@/components/status-reports/form/context'
import { FormField } from '@/components/status-reports/form/form-field'
import { CellState } from '@/components/status-reports/form/grid/cell-state'
import { cellsOf, gridColumns, useGrid } from '@/components/status-reports/form/grid/use-grid'
import type { FormField as Field, FormGroup, FormSection } from '@/components/status-reports/form/model'
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
  | 'elsewhere'
  | 'cellUnsaved'
  | 'cellSaved'
  | 'cellNotSaved',
  string
>

type Props = {
  section: FormSection
  words: GridWords
  /** Number of its first row in a larger grid, which then hears the keys; null when it is a grid by itself */
  firstRow?: number
}

/** The fields of the indicators as a grid: a row for each, the previous value beside, keys and pasting as in a spreadsheet. */
export function GridSection({ section, words, firstRow }: Props) {
  const { autosave, nameOf } = useFormTools()
  const cells = cellsOf(section)
  const change = (texts: readonly { path: string; text: string }[]) => {
    for (const { path, text } of texts) autosave.change(path, text)
  }
  const { said, keys } = useGrid({ cells, change, nameOf, words })
  const alone = firstRow === undefined
  return (
    <Section id={section.path} title={section.title} intro={alone ? words.help : undefined}>
      {alone && (
        <p role="status" className={said?.wrong ? 'font-semibold text-danger' : undefined}>
          {said?.text}
        </p>
      )}
      <TableScroll label={words.caption}>
        {/* The keys work in the controls inside; the table only hears them. */}
        <table
          className="table [&_.field]:mb-0 [&_.field-label]:sr-only [&_td[data-row]]:min-w-36 [&_td[data-row]>div]:mb-0"
          {...(alone ? keys : {})}
        >
          <caption className="sr-only">{words.caption}</caption>
          <thead>
            <tr>
              {(['indicator', 'previous', ...gridColumns] as const).map((name) => (
                <th key={name} scope="col">
                  {words[name]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {section.groups.map((group, row) => (
              <Row key={group.key} group={group} row={(firstRow ?? 0) + row} fields={cells[row] ?? []} words={words} />
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
        <td key={gridColumns[column]} data-row={row} data-column={column}>
          {field && <FormField field={asCell(field)} />}
          {field && <CellState path={field.path} words={words} />}
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
    // One cell holds one text: a value in parts is written there as text.
    kind: field.kind === 'parts' ? 'figure' : field.kind,
    label: field.about ? `${field.about}, ${field.label}` : field.label,
    help: undefined,
    previous: null,
  }
}
