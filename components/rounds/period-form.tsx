'use client'

import type { PeriodField, PeriodFormWords } from '@/components/rounds/period-form-words'
import { Button } from '@/components/ui/button'
import { Checkbox } from '@/components/ui/choice'
import { ErrorSummary } from '@/components/ui/error-summary'
import { Once } from '@/components/ui/once'
import { TextInput } from '@/components/ui/text-input'
import { useAnswer } from '@/components/ui/use-answer'
import type { FormAction } from '@/lib/access/form-state'

type Props = {
  action: FormAction
  /** Sent along as they are */
  values: Record<string, string>
  fields: readonly PeriodField[]
  known: Partial<Record<PeriodField, string>>
  words: PeriodFormWords
}

/** The days of a period and of its round. When they overlap another period, the person is asked whether that is meant. */
export function PeriodForm({ action, values, fields, known, words }: Props) {
  const { state, submit, onSubmit, pending } = useAnswer(action)
  const error = (field: string) => {
    const key = state.fields[field]
    return key ? (words.errors[key] ?? words.reasons.INVALID) : undefined
  }
  const overlaps = error('overlaps')
  const errors = [
    ...fields.flatMap((field) => {
      const message = error(field)
      return message ? [{ fieldId: `period-${field}`, message: `${words.fields[field]}: ${message}` }] : []
    }),
    ...(overlaps ? [{ fieldId: 'period-overlaps', message: overlaps }] : []),
  ]
  const reason = state.reason && errors.length === 0 ? (words.reasons[state.reason] ?? state.reason) : null
  const typed: Record<string, string | undefined> = { ...known, ...state.typed }
  return (
    <form action={submit} onSubmit={onSubmit} noValidate>
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
          help={words.help[field]}
          optional={words.optional[field]}
          error={error(field)}
          defaultValue={typed[field]}
        />
      ))}
      {(overlaps || state.typed.overlaps === 'yes') && (
        <Checkbox
          id="period-overlaps"
          name="overlaps"
          value="yes"
          label={words.overlaps}
          error={overlaps}
          defaultChecked={state.typed.overlaps === 'yes'}
        />
      )}
      <Button disabled={pending}>{words.send}</Button>
    </form>
  )
}
