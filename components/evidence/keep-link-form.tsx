'use client'

import type { ReactNode } from 'react'
import type { StepAction } from '@/components/status-reports/step-form'
import { Button } from '@/components/ui/button'
import { ErrorSummary } from '@/components/ui/error-summary'
import { Once } from '@/components/ui/once'
import { TextArea } from '@/components/ui/text-area'
import { TextInput } from '@/components/ui/text-input'
import { useAnswer } from '@/components/ui/use-answer'

type LinkWords = {
  summary: string
  label: string
  url: string
  /** Without it the form asks for no note */
  note?: string
  optional?: string
  send: string
  reasons: Record<string, string>
  errors: Record<string, string>
}

type Props = {
  action: StepAction
  values: Record<string, string>
  words: LinkWords
  /** More fields of the place, above the button */
  children?: ReactNode
}

/** An address that shows something, with its name. */
export function KeepLinkForm({ action, values, words, children }: Props) {
  const { state, submit, onSubmit, pending } = useAnswer(action)
  const error = (field: string) => {
    const key = state.fields[field]
    return key ? words.errors[key] : undefined
  }
  const errors = (['label', 'url', 'note'] as const).flatMap((field) => {
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
      {words.note && (
        <TextArea
          id="evidence-note"
          name="note"
          rows={2}
          label={words.note}
          optional={words.optional}
          error={error('note')}
          defaultValue={state.typed.note}
        />
      )}
      {children}
      <Button kind="secondary" disabled={pending}>
        {words.send}
      </Button>
    </form>
  )
}
