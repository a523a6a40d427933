'use client'

import { useEffect, useRef } from 'react'
import { SignInAgain } from '@/components/access/sign-in-again'

/** `fieldId` is the id given to the field; without it the message stands alone. */
export type SummaryError = { fieldId?: string; message: string }

type Props = {
  title: string
  errors: readonly SummaryError[]
  /** Give a new value for every attempt, so that a second failure takes the focus again. */
  attempt?: string | number
  /** Why the form was refused as a whole; one reason brings a link of its own */
  reason?: string | null
}

/** What must be mended, at the top of the form. Takes the focus; every message leads to its field. Draws nothing without errors. */
export function ErrorSummary({ title, errors, attempt, reason }: Props) {
  const box = useRef<HTMLElement>(null)
  const count = errors.length
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new attempt with the same errors must take the focus again
  useEffect(() => {
    if (count === 0) return
    // Sent before the scripts had begun, its form came back in a part that is closed.
    for (let part = box.current?.closest('details'); part; part = part.parentElement?.closest('details'))
      part.open = true
    box.current?.focus()
  }, [count, attempt])
  if (count === 0) return null
  return (
    // autoFocus works on any focusable element without scripts, too.
    // biome-ignore lint/a11y/noAutofocus: the summary must be read first after a refused form (WCAG technique G139)
    <section ref={box} className="error-summary" aria-labelledby="error-summary-title" tabIndex={-1} autoFocus>
      <h2 id="error-summary-title">{title}</h2>
      {reason === 'SIGN_IN_AGAIN' ? (
        <SignInAgain />
      ) : (
        <ul>
          {errors.map(({ fieldId, message }) => (
            <li key={`${fieldId} ${message}`}>{fieldId ? <a href={`#${fieldId}`}>{message}</a> : message}</li>
          ))}
        </ul>
      )}
    </section>
  )
}
