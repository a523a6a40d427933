'use client'

import { useRouter } from 'next/navigation'
import { useEffect } from 'react'
import { FormPartField } from '@/components/finance/forms/form-part'
import { type FormPart, type FormWords, partsIn } from '@/components/finance/forms/parts'
import type { StepAction } from '@/components/status-reports/step-form'
import { Button } from '@/components/ui/button'
import { ErrorSummary } from '@/components/ui/error-summary'
import { Once } from '@/components/ui/once'
import { useAnswer } from '@/components/ui/use-answer'

type Props = {
  /** Begins the ids of the fields; unique on the page */
  id: string
  action: StepAction
  /** Sent along as they are */
  values: Record<string, string | number>
  parts: readonly FormPart[]
  /** What is stored now, by field */
  known: Record<string, string>
  words: FormWords
  danger?: boolean
}

/**
 * A record of the finances. When somebody else was faster, what they stored is fetched and stands beside what was typed; the
 * next sending is then based on theirs.
 */
export function RecordForm({ id, action, values, parts, known, words, danger }: Props) {
  const { state, submit, onSubmit, pending } = useAnswer(action)
  const router = useRouter()
  const stale = state.reason === 'STALE'
  const { attempt } = state
  // Without scripts the answer is a page drawn anew, which has it already. Every refused attempt fetches again.
  useEffect(() => {
    if (stale && attempt > 0) router.refresh()
  }, [stale, attempt, router])
  const error = (name: string) => {
    const key = state.fields[name]
    return key ? (words.errors[key] ?? words.reasons.INVALID) : undefined
  }
  const errors = partsIn(parts).flatMap(({ name, label }) => {
    const message = error(name)
    return message ? [{ fieldId: `${id}-${name}`, message: `${label}: ${message}` }] : []
  })
  const reason = state.reason && errors.length === 0 ? (words.reasons[state.reason] ?? words.reasons.INVALID) : null
  const summary = reason ? [{ message: reason }] : errors
  const answered = state.attempt > 0
  return (
    <form action={submit} onSubmit={onSubmit} noValidate>
      <ErrorSummary title={words.summary} errors={summary} attempt={state.attempt} />
      <Once attempt={state.attempt} />
      {Object.entries(values).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {parts.map((part) => (
        <FormPartField
          key={part.kind === 'group' ? part.key : part.name}
          id={id}
          part={part}
          typed={answered ? state.typed : known}
          stored={stale ? { label: words.stored, values: known } : null}
          error={error}
        />
      ))}
      <Button kind={danger ? 'danger' : 'primary'} disabled={pending}>
        {words.send}
      </Button>
    </form>
  )
}
