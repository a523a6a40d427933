'use client'

import type { MouseEvent } from 'react'
import { useFormTools, useSignedOut } from '@/components/status-reports/form/context'
import { ButtonLink } from '@/components/ui/button'

/** The session has ended while the form was open: a way to sign in that keeps the text, the field and the cursor. */
export function SessionEnded() {
  const { words, safeguards, signInAddress } = useFormTools()
  const { keeps, leaveToSignIn } = safeguards
  const ended = useSignedOut()
  if (!ended) return null
  const goOn = async (event: MouseEvent<HTMLAnchorElement>) => {
    if (!keeps) return
    event.preventDefault()
    const address = event.currentTarget.href
    if (!(await leaveToSignIn(address))) window.open(address, '_blank', 'noopener')
  }
  return (
    <div role="alert" data-session-ended className="mb-2 flex flex-wrap items-center gap-x-4 gap-y-2">
      <p className="font-semibold text-danger">{words.text.sessionEnded}</p>
      <p>{keeps ? words.text.sessionEndedKept : words.text.sessionEndedHere}</p>
      <ButtonLink small href={signInAddress} onClick={goOn} target={keeps ? undefined : '_blank'}>
        {keeps ? words.text.signIn : words.text.signInElsewhere}
      </ButtonLink>
    </div>
  )
}
