'use client'

import { Button } from '@/components/ui/button'
import { ErrorSummary } from '@/components/ui/error-summary'
import { Once } from '@/components/ui/once'
import { TextArea } from '@/components/ui/text-area'
import { TextInput } from '@/components/ui/text-input'
import { useAnswer } from '@/components/ui/use-answer'
import type { FormAction } from '@/lib/access/form-state'

type ReachedWords = {
  summary: string
  on: string
  onHelp: string
  text: string
  optional?: string
  send: string
  reasons: Record<string, string>
  errors: Record<string, string>
}

type Props = {
  action: FormAction
  values: Record<string, string>
  /** `on` asks for the day as well; without it only for the reason */
  kind: 'mark' | 'unmark'
  words: ReachedWords
}

/** Marks a target reached, or takes the mark back with a reason. */
export function ReachedForm({ action, values, kind, words }: Props) {
  const { state, submit, onSubmit, pending } = useAnswer(action)
  const text = kind === 'mark' ? 'note' : 'reason'
  const error = (field: string) => {
    const key = state.fields[field]
    return key ? (words.errors[key] ?? words.reasons.INVALID) : undefined
  }
  const errors = ['on', text].flatMap((field) => {
    const message = error(field)
    return message ? [{ fieldId: `reached-${field}`, message }] : []
  })
  const refused = state.reason && errors.length === 0 ? (words.reasons[state.reason] ?? state.reason) : null
  return (
    <form action={submit} onSubmit={onSubmit} noValidate>
      <ErrorSummary title={words.summary} errors={refused ? [{ message: refused }] : errors} attempt={state.attempt} />
      <Once attempt={state.attempt} />
      {Object.entries(values).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {kind === 'mark' && (
        <TextInput
          id="reached-on"
          name="on"
          width="short"
          label={words.on}
          help={words.onHelp}
          error={error('on')}
          defaultValue={state.typed.on}
        />
      )}
      <TextArea
        id={`reached-${text}`}
        name={text}
        rows={2}
        label={words.text}
        optional={words.optional}
        error={error(text)}
        defaultValue={state.typed[text]}
      />
      <Button kind={kind === 'mark' ? 'primary' : 'secondary'} disabled={pending}>
        {words.send}
      </Button>
    </form>
  )
}
