'use client'

import { useRouter } from 'next/navigation'
import { useEffect } from 'react'
import { Button } from '@/components/ui/button'
import { ErrorSummary } from '@/components/ui/error-summary'
import { Notice } from '@/components/ui/notice'
import { Once } from '@/components/ui/once'
import { fieldId, type RecordWords } from '@/components/ui/record-fields'
import { TextInput } from '@/components/ui/text-input'
import { useAnswer } from '@/components/ui/use-answer'
import type { FormAction } from '@/lib/access/form-state'

type Props = {
  action: FormAction
  texts: Record<'current' | 'new' | 'newHelp' | 'send' | 'done' | 'doneHelp', string>
  words: RecordWords
}

const form = 'own-password'

/** The own password, changed by showing the present one. Works without scripts. */
export function PersonPasswordForm({ action, texts, words }: Props) {
  const { state, submit, onSubmit, pending } = useAnswer(action)
  const router = useRouter()
  const done = state.attempt > 0 && state.reason === null
  useEffect(() => {
    if (done) router.refresh()
  }, [done, router])
  if (done) {
    return (
      <Notice kind="success" word={texts.done} live>
        <p>{texts.doneHelp}</p>
      </Notice>
    )
  }
  const field = (name: 'password' | 'newPassword') => {
    const key = state.fields[name]
    const error = key ? (words.errors[key] ?? words.reasons.INVALID) : undefined
    return { id: fieldId(form, name), name, error }
  }
  const [current, next] = [field('password'), field('newPassword')]
  const wrong = [current, next].flatMap(({ id, error }) => (error ? [{ fieldId: id, message: error }] : []))
  const refused = state.reason && wrong.length === 0 ? (words.reasons[state.reason] ?? words.reasons.INVALID) : null
  return (
    <form action={submit} onSubmit={onSubmit} noValidate>
      <ErrorSummary
        title={words.summary}
        errors={refused ? [{ message: refused }] : wrong}
        attempt={state.attempt}
        reason={state.reason}
      />
      <Once attempt={state.attempt} />
      <TextInput {...current} label={texts.current} type="password" autoComplete="current-password" />
      <TextInput {...next} label={texts.new} help={texts.newHelp} type="password" autoComplete="new-password" />
      <Button kind="secondary" disabled={pending}>
        {texts.send}
      </Button>
    </form>
  )
}
