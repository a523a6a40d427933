'use client'

import { unstable_isUnrecognizedActionError, unstable_rethrow } from 'next/navigation'
import { type FormEvent, useActionState, useState, useTransition } from 'react'
import { renewPage } from '@/components/access/newer-server'
import { type FormState, untouched } from '@/lib/access/form-state'

type Action = (state: FormState, form: FormData) => Promise<FormState>

/**
 * The answer to a form, and how it is sent. What was typed stays when the answer is a refusal, and also when there is no
 * answer at all: the connection broke, or the server was being replaced. Then nobody knows whether it was done; the form
 * keeps its key, so that sending it again is harmless. A server of another release that does not know the form makes the page
 * come anew, with what was typed. Without scripts the browser sends the form by itself (`submit`).
 */
export function useAnswer(action: Action) {
  const [plain, submit, plainPending] = useActionState(action, untouched)
  const [answer, setAnswer] = useState<FormState | null>(null)
  const [sending, begin] = useTransition()
  const state = answer ?? plain

  const send = (form: FormData, typedInto: HTMLFormElement | null = null): void =>
    begin(async () => setAnswer(await ask(action, state, form, typedInto)))
  const onSubmit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault()
    send(new FormData(event.currentTarget, (event.nativeEvent as SubmitEvent).submitter), event.currentTarget)
  }
  return { state, submit, onSubmit, send, pending: sending || plainPending }
}

async function ask(
  action: Action,
  before: FormState,
  form: FormData,
  typedInto: HTMLFormElement | null,
): Promise<FormState> {
  try {
    return await action(before, form)
  } catch (error) {
    // Leaving for another page is thrown, too.
    unstable_rethrow(error)
    if (typedInto && unstable_isUnrecognizedActionError(error)) await renewPage(typedInto)
    const typed = Object.fromEntries(
      [...form].filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
    )
    return { reason: 'NO_ANSWER', fields: {}, typed, attempt: before.attempt }
  }
}
