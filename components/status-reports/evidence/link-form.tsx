'use client'

import type { StepAction } from '@/components/status-reports/step-form'
import { Button } from '@/components/ui/button'
import { ErrorSummary } from '@/components/ui/error-summary'
import { Once } from '@/components/ui/once'
import { TextInput } from '@/components/ui/text-input'
import { useAnswer } from '@/components/ui/use-answer'

type Props = {
  action: StepAction
  values: Record<string, string>
  words: {
    summary: string
    label: string
    url: string
    send: string
    reasons: Record<string, string>
    errors: Record<string, string>
  }
}

export function LinkForm({ action, values, words }: Props) {
  const { state, submit, onSubmit, pending } = useAnswer(action)
  const error = (field: string) => {
    const key = state.fields[field]
    return key ? words.errors[key] : undefined
  }
  const errors = (['label', 'url'] as const).flatMap((field) => {
    const message = error(field)
    return message ? [{ fieldId: `evidence-${field}`, message }] : []
  })
  const reason = state.reason && errors.length === 0 ? words.reasons[state.reason] : undefined
  return (
    <form action={submit} onSubmit={onSubmit} noValidate>
      <ErrorSummary title={words.summary} errors={reason ? [{ message: reason }] : errors} attempt={state.attempt} />
      <Once attempt={state.attempt} />
      {Object.entries(values).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <TextInput
        id="evidence-label"
        name="label"
        label={words.label}
        error={error('label')}
        defaultValue={state.typed.label}
      />
      <TextInput
        id="evidence-url"
        name="url"
        type="url"
        width="full"
        label={words.url}
        error={error('url')}
        defaultValue={state.typed.url}
      />
      <Button kind="secondary" disabled={pending}>
        {words.send}
      </Button>
    </form>
  )
}
