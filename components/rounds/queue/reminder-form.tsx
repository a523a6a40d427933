'use client'

import type { ReactNode } from 'react'
import { Button } from '@/components/ui/button'
import { ErrorSummary } from '@/components/ui/error-summary'
import { Once } from '@/components/ui/once'
import { useAnswer } from '@/components/ui/use-answer'
import type { FormAction } from '@/lib/access/form-state'

type Props = {
  action: FormAction
  values: Record<string, string>
  /** False when there is nobody to remind: reminded today, closed, or nobody writes */
  canSend: boolean
  words: { send: string; nothingLeft: string; summary: string; reasons: Record<string, string>; nothingChosen: string }
  /** The table with a check box, and a button of its own, on each row */
  children: ReactNode
}

/** Units to remind. The button for all chosen ones comes first, so that Enter in the table presses it and not a row's own. */
export function ReminderForm({ action, values, canSend, words, children }: Props) {
  const { state, submit, onSubmit, pending } = useAnswer(action)
  const refusal = state.fields.units
    ? words.nothingChosen
    : state.reason && (words.reasons[state.reason] ?? state.reason)
  return (
    <form action={submit} onSubmit={onSubmit}>
      <ErrorSummary title={words.summary} errors={refusal ? [{ message: refusal }] : []} attempt={state.attempt} />
      <Once attempt={state.attempt} />
      {Object.entries(values).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <p className="mb-4">
        {canSend ? (
          <Button kind="secondary" small disabled={pending}>
            {words.send}
          </Button>
        ) : (
          <span className="text-muted">{words.nothingLeft}</span>
        )}
      </p>
      {children}
    </form>
  )
}
