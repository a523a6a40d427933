import { type ClipboardEvent, type KeyboardEvent, useState } from 'react'
import { isBlock, placeBlock, readBlock } from '@/components/status-reports/form/grid/block'
import { caretOf, nextPlace, stepOf } from '@/components/status-reports/form/grid/moves'
import { type FormField, type FormGroup, type FormSection, fieldId } from '@/components/status-reports/form/model'
import { put } from '@/components/status-reports/form/put'

export type GridSaid = { text: string; wrong: boolean } | null

export const gridColumns = ['value', 'n', 'time', 'note'] as const
export type GridCells = readonly (readonly (Pick<FormField, 'path' | 'choices'> | null)[])[]

/** The cells of a section, a row for each indicator; null is a place nobody can write. */
export function cellsOf({ groups }: Pick<FormSection, 'groups'>): (FormField | null)[][] {
  return groups.map((group) => gridColumns.map((name) => fieldIn(group, name)))
}

function fieldIn({ fields, more }: FormGroup, name: (typeof gridColumns)[number]): FormField | null {
  return [...fields, ...more].find(({ path }) => path.endsWith(`/${name}`)) ?? null
}

type Given = {
  cells: GridCells
  change: (texts: readonly { path: string; text: string }[]) => void
  /** id of the control of a cell */
  idOf?: (path: string) => string
  nameOf: (path: string) => string
  words: { pasted: string; tooLarge: string; noChoice: string }
}

/** Keys and pasting as in a spreadsheet, for controls that stand in cells of `cells`; and what is said of the latest paste. */
export function useGrid({ cells, change, idOf = fieldId, nameOf, words }: Given) {
  const [said, setSaid] = useState<GridSaid>(null)

  function onKeyDown(event: KeyboardEvent<HTMLElement>) {
    const here = placeOf(event.target)
    if (!here) return
    const plain = !event.ctrlKey && !event.metaKey && !event.altKey && !event.nativeEvent.isComposing
    const step = stepOf({ key: event.key, shift: event.shiftKey, plain }, caretOf(here.control))
    const to = step && nextPlace(cells, here.place, step)
    if (step && event.key === 'Enter') event.preventDefault()
    const next = to && cells[to[0]]?.[to[1]]
    const control = next && document.getElementById(idOf(next.path))
    if (!control) return
    event.preventDefault()
    control.focus()
    if (control instanceof HTMLInputElement) control.select()
  }

  function onPasteCapture(event: ClipboardEvent<HTMLElement>) {
    const text = event.clipboardData.getData('text/plain')
    const here = placeOf(event.target)
    if (!here || !isBlock(text)) return
    // The field itself would take the whole block for its own text.
    event.preventDefault()
    event.stopPropagation()
    const placed = placeBlock(readBlock(text), cells, here.place)
    if (placed.ok) {
      change(placed.texts)
      setSaid({ text: put(words.pasted, { count: placed.texts.length }), wrong: false })
    } else if (placed.why === 'TOO_LARGE') setSaid({ text: words.tooLarge, wrong: true })
    else {
      const wrong = placed.cells.map((cell) => put(words.noChoice, { value: cell.text, field: nameOf(cell.path) }))
      setSaid({ text: wrong.join(' '), wrong: true })
    }
  }

  return { said, keys: { onKeyDown, onPasteCapture } }
}

function placeOf(target: EventTarget) {
  const isControl =
    target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement
  const cell = isControl ? target.closest<HTMLElement>('[data-row]') : null
  if (!isControl || !cell) return null
  return { control: target, place: [Number(cell.dataset.row), Number(cell.dataset.column ?? 0)] as const }
}
