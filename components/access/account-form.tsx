'use client'

import { useActionState } from 'react'
import { type AccountFormLabels, summaryErrors } from '@/components/access/account-form-words'
import { Button } from '@/components/ui/button'
import { ErrorSummary } from '@/components/ui/error-summary'
import { TextInput } from '@/components/ui/text-input'
import { type FormState, untouched } from '@/lib/access/form-state'

type Props = {
  action: (state: FormState, form: FormData) => Promise<FormState>
  labels: AccountFormLabels
  /** Sent along unseen: where to go afterwards, the secret of an invitation. */
  hidden: Record<string, string>
  /** A new account takes a new password; with its county it asks for the name of that, too. */
  isNew?: 'account' | 'county'
}

/** Address and password of an account, for signing in or for making the first one. Works without scripts. */
export function AccountForm({ action, labels, hidden, isNew }: Props) {
  const [state, submit, pending] = useActionState(action, untouched)
  const field = (name: 'organisation' | 'email' | 'password') => ({
    id: name,
    name,
    label: labels[name],
    error: state.fields[name] ? labels.errors[state.fields[name]] : undefined,
  })
  return (
    <form action={submit} className="grid gap-6" noValidate>
      <ErrorSummary title={labels.summary} errors={summaryErrors(state, labels)} attempt={state.attempt} />
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {isNew === 'county' && (
        <TextInput {...field('organisation')} autoComplete="organization" defaultValue={state.typed.organisation} />
      )}
      <TextInput {...field('email')} type="email" autoComplete="username" defaultValue={state.typed.email} />
      <TextInput
        {...field('password')}
        type="password"
        help={isNew ? labels.passwordHelp : undefined}
        autoComplete={isNew ? 'new-password' : 'current-password'}
      />
      <div>
        <Button disabled={pending}>{labels.submit}</Button>
      </div>
    </form>
  )
}
