'use client'

import { useActionState } from 'react'
import { Button } from '@/components/ui/button'
import { type FormState, untouched } from '@/lib/access/form-state'

type Props = { action: (state: FormState, form: FormData) => Promise<FormState>; label: string }

export function SignOutForm({ action, label }: Props) {
  const [, submit, pending] = useActionState(action, untouched)
  return (
    <form action={submit}>
      <Button kind="quiet" small disabled={pending}>
        {label}
      </Button>
    </form>
  )
}
