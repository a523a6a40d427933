'use client'

import { Button } from '@/components/ui/button'
import { ErrorSummary } from '@/components/ui/error-summary'
import { Once } from '@/components/ui/once'
import { TextArea } from '@/components/ui/text-area'
import { useAnswer } from '@/components/ui/use-answer'
import type { FormAction } from '@/lib/access/form-state'

type ReopenWords = {
  reason: string
  reasonHelp: string
  send: string
  summary: string
  reasons: Record<string, string>
  errors: Record<string, string>
}

type Props = { action: FormAction; values: Record<string, string | number>; words: ReopenWords }

/** Why the report is opened again. What was typed stays when it is refused. */
export function ReopenForm({ action, values, words }: Props) {
  const { state, submit, onSubmit, pending } = useAnswer(action)
  const key = state.fields.reason
  const error = key ? (words.errors[key] ?? key) : undefined
  const refused = state.reason ? [{ message: words.reasons[state.reason] ?? state.reason }] : []
  return (
    <form action={submit} onSubmit={onSubmit} noValidate>
      <ErrorSummary
        title={words.summary}
        errors={error ? [{ fieldId: 'reopen-reason', message: error }] : refused}
        attempt={state.attempt}
      />
      <Once attempt={state.attempt} />
      {Object.entries(values).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <TextArea
        id="reopen-reason"
        name="reason"
        rows={3}
        label={words.reason}
        help={words.reasonHelp}
        error={error}
        defaultValue={state.typed.reason}
      />
      <Button kind="secondary" disabled={pending}>
        {words.send}
      </Button>
    </form>
  )
}
