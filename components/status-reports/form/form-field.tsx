'use client'

import { CarriedOver, isCarriedOver } from '@/components/status-reports/form/carried-over'
import { Conflict } from '@/components/status-reports/form/conflict'
import { useField, useFormTools } from '@/components/status-reports/form/context'
import { type FormField as Field, fieldId, seenName, textName } from '@/components/status-reports/form/model'
import { put } from '@/components/status-reports/form/put'
import { RadioGroup } from '@/components/ui/choice'
import { Select } from '@/components/ui/select'
import { StatusMark } from '@/components/ui/status-mark'
import { TextArea } from '@/components/ui/text-area'
import { TextInput } from '@/components/ui/text-input'

/** One field: its control, what stood there last time, what was understood, and whether it still needs a word. */
export function FormField({ field }: { field: Field }) {
  const { autosave, words, errorAt } = useFormTools()
  const state = useField(field.path)
  const { text, version, reading, other, refused, touched } = state
  const problem = reading && 'problem' in reading ? reading.problem : undefined
  const error = refused ? words.errors[refusedKeys[refused]] : (problem ?? (touched ? undefined : errorAt(field.path)))
  // Until it is confirmed or changed, the field itself shows what stood there last time.
  const carriesOver = isCarriedOver(state)
  const understood = reading && 'understood' in reading && text.trim() !== '' ? reading.understood : null
  return (
    <div className="mb-6 [&>.field]:mb-2 [&_.input]:scroll-mb-28 [&_.input]:scroll-mt-8">
      <Control
        field={field}
        error={error}
        text={text}
        previous={carriesOver ? undefined : previousOf(field, text, words.text.samePrevious)}
        change={(value) => autosave.change(field.path, value)}
        choose={words.text.choose}
      />
      <input type="hidden" name={seenName(field.path)} value={other?.version ?? version} />
      {understood !== null && (
        <p className="text-small text-muted">{put(words.text.understood, { value: understood })}</p>
      )}
      {other && <Conflict path={field.path} other={other} />}
      <CarriedOver field={field} />
    </div>
  )
}

const refusedKeys = {
  LOCKED: 'statusReports.error.locked',
  UNKNOWN_FIELD: 'statusReports.error.unknownField',
  TOO_LONG: 'statusReports.error.tooLong',
} as const

function previousOf({ previous }: Field, text: string, same: string) {
  if (!previous) return undefined
  return { label: previous.label, value: previous.raw !== null && previous.raw === text ? same : previous.value }
}

type ControlProps = {
  field: Field
  error?: string
  text: string
  previous?: { label: string; value: string }
  change: (text: string) => void
  choose: string
}

function Control({ field, error, text, previous, change, choose }: ControlProps) {
  const { path, kind, label, help, choices = [], unit } = field
  const own = { id: fieldId(path), name: textName(path), label, help, error, previous, value: text }
  const onChange = (event: { target: { value: string } }) => change(event.target.value)
  if (kind === 'light') {
    const marked = choices.map((choice) => ({ ...choice, label: <Light {...choice} /> }))
    return <RadioGroup {...own} inline choices={marked} onChange={onChange} />
  }
  if (kind === 'choice') return <Select {...own} options={choices} empty={choose} onChange={onChange} />
  if (kind === 'figure') return <TextInput {...own} width="number" unit={unit} onChange={onChange} />
  return (
    <TextArea
      {...own}
      rows={kind === 'line' ? 2 : undefined}
      className={kind === 'line' ? 'input min-h-0' : 'input'}
      onChange={onChange}
    />
  )
}

const statuses = { green: 'good', yellow: 'warning', red: 'danger' } as const

function Light({ value, label }: { value: string; label: string }) {
  return <StatusMark status={statuses[value as keyof typeof statuses] ?? 'unknown'} word={label} />
}
