'use client'

import { Button } from '@/components/ui/button'
import { Checkbox } from '@/components/ui/choice'
import { ErrorSummary } from '@/components/ui/error-summary'
import { Once } from '@/components/ui/once'
import { TextArea } from '@/components/ui/text-area'
import { useAnswer } from '@/components/ui/use-answer'
import type { FormAction } from '@/lib/access/form-state'

type PublishWords = {
  note: string
  noteHelp: string
  /** Absent when the text must be given */
  optional?: string
  sure: string
  sureMissing: string
  send: string
  summary: string
  reasons: Record<string, string>
  noteErrors: Record<string, string>
}

type Props = { action: FormAction; values: Record<string, string | number>; isAgain: boolean; words: PublishWords }

/** The last step: says once more what happens, and asks for a yes. */
export function PublishForm({ action, values, isAgain, words }: Props) {
  const { state, submit, onSubmit, pending } = useAnswer(action)
  const sure = state.fields.sure ? words.sureMissing : undefined
  const note = state.fields.note ? (words.noteErrors[state.fields.note] ?? words.reasons.INVALID) : undefined
  const errors = [
    ...(note ? [{ fieldId: 'publish-note', message: note }] : []),
    ...(sure ? [{ fieldId: 'publish-sure', message: sure }] : []),
  ]
  const reason = state.reason && errors.length === 0 ? (words.reasons[state.reason] ?? state.reason) : null
  return (
    <form action={submit} onSubmit={onSubmit} noValidate className="mt-4">
      <ErrorSummary
        title={words.summary}
        errors={reason ? [{ message: reason }] : errors}
        attempt={state.attempt}
        reason={state.reason}
      />
      <Once attempt={state.attempt} />
      {Object.entries(values).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <TextArea
        id="publish-note"
        name="note"
        rows={3}
        label={words.note}
        help={words.noteHelp}
        optional={words.optional}
        error={note}
        defaultValue={state.typed.note}
      />
      <Checkbox
        id="publish-sure"
        name="sure"
        value="yes"
        label={words.sure}
        error={sure}
        defaultChecked={state.typed.sure === 'yes'}
      />
      <Button kind={isAgain ? 'secondary' : 'primary'} disabled={pending}>
        {words.send}
      </Button>
    </form>
  )
}
