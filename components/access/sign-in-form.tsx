'use client'

import { useActionState } from 'react'
import { type FormLabels, summaryErrors } from '@/components/access/sign-in-words'
import { Button } from '@/components/ui/button'
import { ErrorSummary } from '@/components/ui/error-summary'
import { TextInput } from '@/components/ui/text-input'
import { type FormState, untouched } from '@/lib/access/form-state'

type Props = { action: (state: FormState, form: FormData) => Promise<FormState>; labels: FormLabels; next: string }

export function SignInForm({ action, labels, next }: Props) {
  const [state, submit, pending] = useActionState(action, untouched)
  const error = (field: string) => (state.fields[field] ? labels.errors[state.fields[field]] : undefined)
  return (
    <form action={submit} className="grid gap-6" noValidate>
      <ErrorSummary title={labels.summary} errors={summaryErrors(state, labels)} attempt={state.attempt} />
      <input type="hidden" name="next" value={next} />
      <TextInput
        id="email"
        name="email"
        type="email"
        label={labels.email}
        error={error('email')}
        autoComplete="username"
        defaultValue={state.typed.email}
      />
      <TextInput
        id="password"
        name="password"
        type="password"
        label={labels.password}
        error={error('password')}
        autoComplete="current-password"
      />
      <div>
        <Button disabled={pending}>{labels.submit}</Button>
      </div>
    </form>
  )
}
