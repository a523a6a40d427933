'use client'

import { Button } from '@/components/ui/button'
import { ErrorSummary } from '@/components/ui/error-summary'
import { Once } from '@/components/ui/once'
import { TextArea } from '@/components/ui/text-area'
import { TextInput } from '@/components/ui/text-input'
import { useAnswer } from '@/components/ui/use-answer'
import type { FormAction } from '@/lib/access/form-state'

type ExceptionWords = {
  dueOn: string
  dueOnHelp: string
  allowedBy: string
  allowedByHelp: string
  reason: string
  reasonHelp: string
  send: string
  summary: string
  reasons: Record<string, string>
  errors: Record<string, string>
}

const fields = ['dueOn', 'allowedBy', 'reason'] as const
type Field = (typeof fields)[number]

type Props = {
  action: FormAction
  values: Record<string, string>
  known: Record<Field, string>
  words: ExceptionWords
}

/** Until when, who allowed it, and why. */
export function ExceptionForm({ action, values, known, words }: Props) {
  const { state, submit, onSubmit, pending } = useAnswer(action)
  const error = (field: Field) => {
    const key = state.fields[field]
    return key ? (words.errors[key] ?? words.reasons.INVALID) : undefined
  }
  const errors = fields.flatMap((field) => {
    const message = error(field)
    return message ? [{ fieldId: `exception-${field}`, message: `${words[field]}: ${message}` }] : []
  })
  const refused = state.reason && errors.length === 0 ? (words.reasons[state.reason] ?? state.reason) : null
  const typed = (field: Field) => ({ name: field, defaultValue: state.typed[field] ?? known[field] })
  return (
    <form action={submit} onSubmit={onSubmit} noValidate>
      <ErrorSummary title={words.summary} errors={refused ? [{ message: refused }] : errors} attempt={state.attempt} />
      <Once attempt={state.attempt} />
      {Object.entries(values).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <TextInput
        id="exception-dueOn"
        width="short"
        label={words.dueOn}
        help={words.dueOnHelp}
        error={error('dueOn')}
        {...typed('dueOn')}
      />
      <TextInput
        id="exception-allowedBy"
        label={words.allowedBy}
        help={words.allowedByHelp}
        error={error('allowedBy')}
        {...typed('allowedBy')}
      />
      <TextArea
        id="exception-reason"
        rows={3}
        label={words.reason}
        help={words.reasonHelp}
        error={error('reason')}
        {...typed('reason')}
      />
      <Button disabled={pending}>{words.send}</Button>
    </form>
  )
}
