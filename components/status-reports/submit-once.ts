'use client'

import { type FormEvent, startTransition } from 'react'

/**
 * Sends a form to its action without React emptying its fields afterwards: what was typed must stay when the answer is
 * a refusal. Without scripts the browser sends the form by itself.
 */
export function submitOnce(submit: (form: FormData) => void): (event: FormEvent<HTMLFormElement>) => void {
  return (event) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget, (event.nativeEvent as SubmitEvent).submitter)
    startTransition(() => submit(form))
  }
}
