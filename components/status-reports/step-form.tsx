'use client'

import type { ReactNode } from 'react'
import { SignInAgain } from '@/components/access/sign-in-again'
import { Button, type ButtonKind } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { Once } from '@/components/ui/once'
import { useAnswer } from '@/components/ui/use-answer'
import type { FormAction } from '@/lib/access/form-state'

type Props = {
  action: FormAction
  /** Sent along as they are */
  values: Record<string, string | number>
  label: string
  /** Reads better than the label alone where several buttons look the same */
  fullLabel?: string
  kind?: ButtonKind
  small?: boolean
  /** Reason → sentence; `notice` names the kind of message */
  reasons: Record<string, string>
  notice: string
  children?: ReactNode
}

/** One button that does something, and says why it could not. */
export function StepForm({
  action,
  values,
  label,
  fullLabel,
  kind = 'primary',
  small,
  reasons,
  notice,
  children,
}: Props) {
  const { state, submit, onSubmit, pending } = useAnswer(action)
  const reason = state.reason ? (reasons[state.reason] ?? reasons.INVALID) : null
  return (
    <form action={submit} onSubmit={onSubmit}>
      {reason && (
        <Notice kind="danger" word={notice} live>
          {state.reason === 'SIGN_IN_AGAIN' ? <SignInAgain /> : <p>{reason}</p>}
        </Notice>
      )}
      <Once attempt={state.attempt} />
      {Object.entries(values).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {children}
      <Button kind={kind} small={small} disabled={pending} aria-label={fullLabel}>
        {label}
      </Button>
    </form>
  )
}
