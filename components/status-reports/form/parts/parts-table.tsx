'use client'

import type { ClipboardEvent, KeyboardEvent } from 'react'
import { useFormTools } from '@/components/status-reports/form/context'
import type { FormField } from '@/components/status-reports/form/model'
import type { PartRow, PartRows } from '@/components/status-reports/form/parts/rows'
import { put } from '@/components/status-reports/form/put'
import { TableScroll } from '@/components/ui/table-scroll'
import { TextInput } from '@/components/ui/text-input'
import { partName, totalName } from '@/lib/status-reports/fields/typed/model'

export type PartCell = `${number}/label` | `${number}/value` | 'total'

type Props = {
  field: FormField
  rows: PartRows
  /** Cell → what is wrong with it */
  wrong: Readonly<Record<string, string>>
  idOf: (cell: PartCell) => string
  change: (cell: PartCell, text: string) => void
  keys: {
    onKeyDown: (event: KeyboardEvent<HTMLElement>) => void
    onPasteCapture: (event: ClipboardEvent<HTMLElement>) => void
  }
}

/** The parts of a value as a small grid: a row for each, what it was last time beside, the total apart. */
export function PartsTable({ field, rows: { rows, total }, wrong, idOf, change, keys }: Props) {
  const { words } = useFormTools()
  const { path, unit, parts, previous } = field
  const known = parts?.known ?? []
  const cell = (name: PartCell, label: string, text: string, control: string) => (
    <TextInput
      id={idOf(name)}
      name={control}
      label={label}
      width={name.endsWith('/label') ? 'normal' : 'number'}
      value={text}
      error={wrong[name]}
      onChange={(event) => change(name, event.target.value)}
    />
  )
  const row = ({ label, value, given }: PartRow, no: number) => (
    <tr key={no}>
      <th scope="row" {...(given ? {} : { 'data-row': no })}>
        {given ? label : cell(`${no}/label`, words.parts.newName, label, partName(path, no, 'label'))}
        {given && <input type="hidden" name={partName(path, no, 'known')} value={label} />}
      </th>
      {previous && <td>{given ? known[no]?.previous : null}</td>}
      <td data-row={no} data-column={1}>
        {cell(
          `${no}/value`,
          put(words.parts.valueOf, { part: label || words.parts.newPart }),
          value,
          partName(path, no, 'value'),
        )}
      </td>
    </tr>
  )
  return (
    <TableScroll label={words.parts.caption}>
      {/* The keys work in the controls inside; the table only hears them. */}
      <table
        className="table w-auto [&_.field]:mb-0 [&_td]:align-middle [&_th]:align-middle [&_.field-label]:sr-only [&_.input]:min-w-32 [&_th]:font-normal [&_thead_th]:font-semibold"
        {...keys}
      >
        <caption className="sr-only">{words.parts.caption}</caption>
        <thead>
          <tr>
            <th scope="col">{words.parts.part}</th>
            {previous && <th scope="col">{previous.label}</th>}
            <th scope="col">{unit ? `${words.parts.value} (${unit})` : words.parts.value}</th>
          </tr>
        </thead>
        <tbody>{rows.map(row)}</tbody>
        <tfoot>
          <tr>
            <th scope="row">{words.parts.total}</th>
            {previous && <td>{parts?.previousTotal}</td>}
            <td data-row={rows.length} data-column={1}>
              {cell('total', words.parts.total, total, totalName(path))}
            </td>
          </tr>
        </tfoot>
      </table>
    </TableScroll>
  )
}
