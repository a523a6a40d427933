'use client'

import { useActionState } from 'react'
import { Button } from '@/components/ui/button'
import { ErrorSummary } from '@/components/ui/error-summary'
import type { RecordWords } from '@/components/ui/record-fields'
import { TextInput } from '@/components/ui/text-input'
import { type FormAction, untouched } from '@/lib/access/form-state'

type Props = {
  action: FormAction
  secret: string
  email: string
  texts: Record<'email' | 'password' | 'passwordHelp' | 'send', string>
  words: RecordWords
}

/** Somebody takes a password by their link. Works without scripts; it asks for no key, since the link works once. */
export function InvitationForm({ action, secret, email, texts, words }: Props) {
  const [state, submit, pending] = useActionState(action, untouched)
  const key = state.fields.password
  const error = key ? (words.errors[key] ?? words.reasons.INVALID) : undefined
  const refused = state.reason && !error ? (words.reasons[state.reason] ?? words.reasons.INVALID) : undefined
  const message = error ?? refused
  return (
    <form action={submit} className="grid gap-6" noValidate>
      <ErrorSummary
        title={words.summary}
        errors={message ? [{ fieldId: error && 'password', message }] : []}
        attempt={state.attempt}
      />
      <input type="hidden" name="secret" value={secret} />
      <TextInput id="email" name="email" label={texts.email} autoComplete="username" readOnly value={email} />
      <TextInput
        id="password"
        name="password"
        type="password"
        label={texts.password}
        help={texts.passwordHelp}
        error={error}
        autoComplete="new-password"
      />
      <div>
        <Button disabled={pending}>{texts.send}</Button>
      </div>
    </form>
  )
}
