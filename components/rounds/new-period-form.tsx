'use client'

import { useActionState } from 'react'
import { fields, type NewPeriodWords, type SuggestedPeriod } from '@/components/rounds/new-period-words'
import type { StepAction } from '@/components/status-reports/step-form'
import { submitOnce } from '@/components/status-reports/submit-once'
import { Button } from '@/components/ui/button'
import { ErrorSummary } from '@/components/ui/error-summary'
import { Once } from '@/components/ui/once'
import { TextInput } from '@/components/ui/text-input'
import { untouched } from '@/lib/access/form-state'

type Props = {
  action: StepAction
  values: Record<string, string>
  suggested: SuggestedPeriod
  words: NewPeriodWords
}

/** A new period: its name, its days, and the days of its round. The next quarter is suggested. */
export function NewPeriodForm({ action, values, suggested, words }: Props) {
  const [state, submit, pending] = useActionState(action, untouched)
  const error = (field: string) => {
    const key = state.fields[field]
    return key ? words.errors[key] : undefined
  }
  const errors = fields.flatMap((field) => {
    const message = error(field)
    return message ? [{ fieldId: `period-${field}`, message: `${words.fields[field]}: ${message}` }] : []
  })
  const reason = state.reason && errors.length === 0 ? (words.reasons[state.reason] ?? state.reason) : null
  const known: Record<string, string> = { ...suggested, ...state.typed }
  return (
    <form action={submit} onSubmit={submitOnce(submit)} noValidate>
      <ErrorSummary title={words.summary} errors={reason ? [{ message: reason }] : errors} attempt={state.attempt} />
      <Once attempt={state.attempt} />
      {Object.entries(values).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {fields.map((field) => (
        <TextInput
          key={field}
          id={`period-${field}`}
          name={field}
          width="short"
          label={words.fields[field]}
          help={field === 'key' ? words.help.key : words.help.day}
          error={error(field)}
          defaultValue={known[field]}
        />
      ))}
      <Button disabled={pending}>{words.send}</Button>
    </form>
  )
}
