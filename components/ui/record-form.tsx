'use client'

import { useRouter } from 'next/navigation'
import { useEffect, useRef, useState } from 'react'
import { Button, type ButtonKind } from '@/components/ui/button'
import { Checkbox } from '@/components/ui/choice'
import { ErrorSummary } from '@/components/ui/error-summary'
import { Once } from '@/components/ui/once'
import { type Option, type OptionGroup, Select } from '@/components/ui/select'
import { TextArea } from '@/components/ui/text-area'
import { TextInput } from '@/components/ui/text-input'
import { useAnswer } from '@/components/ui/use-answer'
import type { FormState } from '@/lib/access/form-state'

export type RecordField = {
  name: string
  label: string
  help?: string
  optional?: string
  /** What is stored now */
  known?: string
} & (
  | { as: 'line'; width?: 'number' | 'short' | 'normal' | 'full'; unit?: string }
  | { as: 'text'; rows?: number }
  | { as: 'choice'; options: readonly (Option | OptionGroup)[]; empty?: string }
  | { as: 'tick' }
)

export type RecordWords = {
  summary: string
  /** Beside a field when somebody else has stored something else meanwhile */
  storedNow: string
  reasons: Record<string, string>
  errors: Record<string, string>
}

type Props = {
  /** Begins the ids of the fields; unique on the page */
  id: string
  action: (state: FormState, form: FormData) => Promise<FormState>
  /** Sent along as they are, the version among them */
  values: Record<string, string | number>
  fields: readonly RecordField[]
  send: string
  kind?: ButtonKind
  words: RecordWords
}

/**
 * A form of one row of a register. When somebody else was faster it fetches what they stored and shows it beside what was
 * typed: nothing is lost and nothing is written over unseen. Once it is done and the page stays, it begins anew. Works
 * without scripts, too: then the whole page comes anew.
 */
export function RecordForm(props: Props) {
  const [done, setDone] = useState(0)
  return <OneRecord key={done} {...props} onDone={() => setDone(done + 1)} />
}

function OneRecord({ id, action, values, fields, send, kind, words, onDone }: Props & { onDone: () => void }) {
  const { state, submit, onSubmit, pending } = useAnswer(action)
  const router = useRouter()
  const stale = state.reason === 'STALE'
  // biome-ignore lint/correctness/useExhaustiveDependencies: each answer asks anew
  useEffect(() => {
    if (stale) router.refresh()
  }, [stale, state.attempt])
  const sentAt = useRef<number | null>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: only a new version of the row tells that it was done
  useEffect(() => {
    // Sent, no refusal since, and the row has another version: it was done.
    if (sentAt.current === state.attempt) onDone()
    sentAt.current = null
  }, [values.version])
  const error = (name: string) => {
    const key = state.fields[name]
    return key ? (words.errors[key] ?? words.reasons.INVALID) : undefined
  }
  const errors = fields.flatMap(({ name, label }) => {
    const message = error(name)
    return message ? [{ fieldId: `${id}-${name}`, message: `${label}: ${message}` }] : []
  })
  const refused = state.reason && errors.length === 0 ? (words.reasons[state.reason] ?? words.reasons.INVALID) : null
  return (
    <form
      action={submit}
      onSubmit={(event) => {
        sentAt.current = state.attempt
        forgetPlaceOnPage()
        onSubmit(event)
      }}
      noValidate
    >
      <ErrorSummary title={words.summary} errors={refused ? [{ message: refused }] : errors} attempt={state.attempt} />
      <Once attempt={state.attempt} />
      {Object.entries(values).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {fields.map((field) => (
        <Control
          key={field.name}
          id={`${id}-${field.name}`}
          field={field}
          typed={state.reason === null ? undefined : (state.typed[field.name] ?? '')}
          error={error(field.name)}
          storedNow={stale ? words.storedNow : null}
        />
      ))}
      <Button kind={kind} disabled={pending}>
        {send}
      </Button>
    </form>
  )
}

/**
 * An answer that leads back to this page would be taken for a mere jump within it if the address named a place on it, as the
 * links of the error summary do: then the page would not be asked for anew.
 */
function forgetPlaceOnPage(): void {
  const { hash, pathname, search } = window.location
  if (hash) window.history.replaceState(null, '', pathname + search)
}

type ControlProps = {
  id: string
  field: RecordField
  /** Undefined: nothing has been sent yet */
  typed: string | undefined
  error: string | undefined
  storedNow: string | null
}

function Control({ id, field, typed, error, storedNow }: ControlProps) {
  const { name, label, help, optional, known = '' } = field
  const differs = storedNow !== null && typed !== undefined && typed.trim() !== known.trim()
  const previous = differs ? { label: storedNow, value: shownOf(field, known) } : undefined
  const frame = { id, name, label, help, optional, error, previous, defaultValue: typed ?? known }
  if (field.as === 'line') return <TextInput {...frame} width={field.width} unit={field.unit} />
  if (field.as === 'text') return <TextArea {...frame} rows={field.rows} />
  if (field.as === 'choice')
    return <Select {...frame} className="input max-w-[min(100%,40rem)]" options={field.options} empty={field.empty} />
  return (
    <Checkbox
      id={id}
      name={name}
      value="yes"
      label={label}
      help={help}
      error={error}
      defaultChecked={(typed ?? known) === 'yes'}
    />
  )
}

/** A choice by its words, not by its key; nothing as a dash. */
function shownOf(field: RecordField, known: string): string {
  if (known === '') return '–'
  if (field.as !== 'choice') return known
  const options = field.options.flatMap((entry) => ('options' in entry ? entry.options : [entry]))
  return options.find(({ value }) => value === known)?.label ?? known
}
