'use client'

import { Button } from '@/components/ui/button'
import { RadioGroup } from '@/components/ui/choice'
import { ErrorSummary } from '@/components/ui/error-summary'
import { Once } from '@/components/ui/once'
import { Select } from '@/components/ui/select'
import { TextArea } from '@/components/ui/text-area'
import { TextInput } from '@/components/ui/text-input'
import { useAnswer } from '@/components/ui/use-answer'
import type { FormAction } from '@/lib/access/form-state'

type Words = {
  which: string
  reason: string
  reasonHelp: string
  choose: string
  send: string
  summary: string
  reasons: Record<string, string>
  errors: Record<string, string>
}

type FigureShape = {
  label: string
  help?: string
  unit?: string
  choices?: { value: string; label: string }[]
  number: boolean
  now: { label: string; value: string | null }
}

type Props = {
  action: FormAction
  values: Record<string, string | number>
  field: FigureShape
  /** The report's own values to choose from, when there are several */
  own: { id: string; text: string }[]
  words: Words
}

const ids = { measurementId: 'correction-which', text: 'correction-text', reason: 'correction-reason' } as const

/** The right figure and why. What was typed stays when it is refused, with what is wrong at its field. */
export function CorrectionForm({ action, values, field, own, words }: Props) {
  const { state, submit, onSubmit, pending } = useAnswer(action)
  const error = (name: keyof typeof ids) => {
    const key = state.fields[name]
    return key ? (words.errors[key] ?? key) : undefined
  }
  const errors = (Object.keys(ids) as (keyof typeof ids)[]).flatMap((name) => {
    const message = error(name)
    return message ? [{ fieldId: ids[name], message }] : []
  })
  const refused =
    state.reason && errors.length === 0 ? [{ message: words.reasons[state.reason] ?? state.reason }] : errors
  return (
    <form action={submit} onSubmit={onSubmit} noValidate className="mt-6">
      <ErrorSummary title={words.summary} errors={refused} attempt={state.attempt} />
      <Once attempt={state.attempt} />
      {Object.entries(values).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {own.length > 0 && (
        <RadioGroup
          id={ids.measurementId}
          name="measurementId"
          label={words.which}
          error={error('measurementId')}
          choices={own.map(({ id, text }) => ({ value: id, label: text }))}
          defaultValue={state.typed.measurementId}
        />
      )}
      <Figure field={field} error={error('text')} typed={state.typed.text} choose={words.choose} />
      <TextArea
        id={ids.reason}
        name="reason"
        rows={3}
        label={words.reason}
        help={words.reasonHelp}
        error={error('reason')}
        defaultValue={state.typed.reason}
      />
      <Button disabled={pending}>{words.send}</Button>
    </form>
  )
}

type FigureProps = { field: FigureShape; error?: string; typed?: string; choose: string }

function Figure({ field: { label, help, unit, choices, number, now }, error, typed, choose }: FigureProps) {
  const previous = now.value === null ? undefined : { label: now.label, value: now.value }
  const shared = { id: ids.text, name: 'text', label, help, error, previous, defaultValue: typed }
  if (choices) return <Select {...shared} options={choices} empty={choose} />
  return <TextInput {...shared} unit={unit} width={number ? 'number' : 'normal'} />
}
