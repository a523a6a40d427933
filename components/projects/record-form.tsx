'use client'

import { useRouter } from 'next/navigation'
import { useEffect } from 'react'
import { RecordControl } from '@/components/projects/record-control'
import { fieldId, type RecordField, type RecordWords, shownValue } from '@/components/projects/record-fields'
import { Button } from '@/components/ui/button'
import { ErrorSummary } from '@/components/ui/error-summary'
import { Once } from '@/components/ui/once'
import { useAnswer } from '@/components/ui/use-answer'
import type { FormState } from '@/lib/access/form-state'

type Props = {
  /** Begins the ids of the fields: unique on the page */
  id: string
  action: (state: FormState, form: FormData) => Promise<FormState>
  /** Sent along as they are */
  values: Record<string, string>
  fields: readonly RecordField[]
  words: RecordWords
  kind?: 'primary' | 'secondary' | 'danger'
}

/**
 * A form of a register's row, given its fields as data. When somebody else was faster, what was typed stays and what is kept
 * now is shown beside it; sending again then replaces it knowingly.
 */
export function RecordForm({ id, action, values, fields, words, kind = 'primary' }: Props) {
  const { state, submit, onSubmit, pending } = useAnswer(action)
  const router = useRouter()
  const isStale = state.reason === 'STALE'
  // biome-ignore lint/correctness/useExhaustiveDependencies: asks for what is kept now, once for each such answer
  useEffect(() => {
    if (isStale) router.refresh()
  }, [isStale, state.attempt])
  const error = (name: string) => {
    const key = state.fields[name]
    return key ? (words.errors[key] ?? words.reasons.INVALID) : undefined
  }
  const errors = fields.flatMap(({ name, label }) => {
    const message = error(name)
    return message ? [{ fieldId: fieldId(id, name), message: `${label}: ${message}` }] : []
  })
  const refused = state.reason && errors.length === 0 ? (words.reasons[state.reason] ?? words.reasons.INVALID) : null
  const answered = state.attempt > 0 || Object.keys(state.typed).length > 0
  const typed = (field: RecordField) => (answered ? (state.typed[field.name] ?? '') : field.value)
  return (
    <form action={submit} onSubmit={onSubmit} noValidate>
      <ErrorSummary title={words.summary} errors={refused ? [{ message: refused }] : errors} attempt={state.attempt} />
      <Once attempt={state.attempt} />
      {Object.entries(values).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {fields.map((field) => (
        <RecordControl
          key={field.name}
          id={fieldId(id, field.name)}
          field={field}
          typed={typed(field)}
          error={error(field.name)}
          previous={
            isStale && typed(field) !== field.value
              ? { label: words.storedNow, value: shownValue(field) || words.nothing }
              : undefined
          }
        />
      ))}
      <Button kind={kind} disabled={pending}>
        {words.send}
      </Button>
    </form>
  )
}
