'use client'

import { useActionState } from 'react'
import { Button } from '@/components/ui/button'
import { ErrorSummary } from '@/components/ui/error-summary'
import type { RecordWords } from '@/components/ui/record-fields'
import { TextInput } from '@/components/ui/text-input'
import { type FormAction, untouched } from '@/lib/access/form-state'

type Props = {
  action: FormAction
  /** Where to go afterwards */
  next: string
  /** Where to begin anew when the time is over */
  over: { href: string; label: string }
  texts: { label: string; help: string; send: string }
  words: RecordWords
}

/** The second step of signing in. Works without scripts; it asks for no key, since the code itself counts once. */
export function CodeForm({ action, next, over, texts, words }: Props) {
  const [state, submit, pending] = useActionState(action, untouched)
  const key = state.fields.code
  const missing = key ? words.errors[key] : undefined
  const refused = state.reason && !missing ? (words.reasons[state.reason] ?? words.reasons.INVALID) : undefined
  const error = missing ?? (state.reason === 'WRONG_CODE' ? refused : undefined)
  const message = error ?? refused
  return (
    <form action={submit} className="grid gap-6" noValidate>
      <ErrorSummary
        title={words.summary}
        errors={message ? [{ fieldId: error && 'code', message }] : []}
        attempt={state.attempt}
      />
      {state.reason === 'ATTEMPT_OVER' && <a href={over.href}>{over.label}</a>}
      <input type="hidden" name="next" value={next} />
      <TextInput
        id="code"
        name="code"
        label={texts.label}
        help={texts.help}
        error={error}
        autoComplete="one-time-code"
        autoCapitalize="characters"
        spellCheck={false}
      />
      <div>
        <Button disabled={pending}>{texts.send}</Button>
      </div>
    </form>
  )
}
