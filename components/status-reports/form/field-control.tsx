import type { ClipboardEvent } from 'react'
import { type FormField as Field, fieldId } from '@/components/status-reports/form/model'
import { cleanPaste, insertText, longestPaste } from '@/components/status-reports/form/paste'
import { RadioGroup } from '@/components/ui/choice'
import { Select } from '@/components/ui/select'
import { StatusMark } from '@/components/ui/status-mark'
import { TextArea } from '@/components/ui/text-area'
import { TextInput } from '@/components/ui/text-input'
import { textName } from '@/lib/status-reports/fields/typed/model'

type Props = {
  field: Field
  error?: string
  text: string
  previous?: { label: string; value: string }
  change: (text: string) => void
  /** A pasted text that is too long to be put into the page; null: the latest one was not */
  refuse: (length: number | null) => void
  choose: string
}

/** The control of a field as its kind asks for. */
export function FieldControl({ field, error, text, previous, change, refuse, choose }: Props) {
  const { path, kind, label, help, choices = [], unit } = field
  const own = { id: fieldId(path), name: textName(path), label, help, error, previous, value: text }
  const onChange = (event: { target: { value: string } }) => change(event.target.value)
  if (kind === 'light') {
    const marked = choices.map((choice) => ({ ...choice, label: <Light {...choice} /> }))
    return <RadioGroup {...own} inline choices={marked} onChange={onChange} />
  }
  if (kind === 'choice') return <Select {...own} options={choices} empty={choose} onChange={onChange} />
  const onPaste = (event: ClipboardEvent<HTMLInputElement | HTMLTextAreaElement>) => paste(event, refuse)
  if (kind === 'figure') return <TextInput {...own} width="number" unit={unit} onChange={onChange} onPaste={onPaste} />
  return (
    <TextArea
      {...own}
      rows={kind === 'line' ? 2 : undefined}
      className={kind === 'line' ? 'input min-h-0' : 'input'}
      onChange={onChange}
      onPaste={onPaste}
    />
  )
}

function paste(event: ClipboardEvent<HTMLInputElement | HTMLTextAreaElement>, refuse: Props['refuse']): void {
  const pasted = event.clipboardData.getData('text/plain')
  const isTooLong = pasted.length > longestPaste
  refuse(isTooLong ? pasted.length : null)
  if (isTooLong) {
    event.preventDefault()
    return
  }
  const clean = cleanPaste(pasted)
  if (clean === pasted) return
  event.preventDefault()
  insertText(event.currentTarget, clean)
}

const statuses = { green: 'good', yellow: 'warning', red: 'danger' } as const

function Light({ value, label }: { value: string; label: string }) {
  return <StatusMark status={statuses[value as keyof typeof statuses] ?? 'unknown'} word={label} />
}
