'use client'

import { useActionState } from 'react'
import { forgetCopies } from '@/components/access/copies'
import { forgetTyping } from '@/components/access/kept-typing'
import { Button } from '@/components/ui/button'
import { Once } from '@/components/ui/once'
import { type FormState, untouched } from '@/lib/access/form-state'

type Props = { action: (state: FormState, form: FormData) => Promise<FormState>; label: string }

export function SignOutForm({ action, label }: Props) {
  const [state, submit, pending] = useActionState(action, untouched)
  return (
    <form action={submit} onSubmit={forgetEverything} data-signs-out>
      <Once attempt={state.attempt} />
      <Button kind="quiet" small disabled={pending}>
        {label}
      </Button>
    </form>
  )
}

/** What this browser kept of unsaved text, for good and for the time of signing in again. */
function forgetEverything(): void {
  forgetCopies()
  forgetTyping()
}
