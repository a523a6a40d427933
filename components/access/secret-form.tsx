'use client'

import { useEffect, useRef } from 'react'
import { Button, type ButtonKind, ButtonLink } from '@/components/ui/button'
import { ErrorSummary } from '@/components/ui/error-summary'
import { Notice } from '@/components/ui/notice'
import { Once } from '@/components/ui/once'
import { fieldId, type RecordWords } from '@/components/ui/record-fields'
import { TextInput } from '@/components/ui/text-input'
import { useAnswer } from '@/components/ui/use-answer'
import type { FormAction } from '@/lib/access/form-state'

/** What is said of recovery codes when they are shown. */
export type CodesTexts = { made: string; title: string; help: string; lost: string; done: string; doneHref: string }

type Props = {
  id: string
  action: FormAction
  /** A code is typed in the open, a password is not */
  field: { name: 'password' | 'code'; label: string; help: string }
  send: string
  kind?: ButtonKind
  words: RecordWords
  /** Given where the answer brings recovery codes */
  codes?: CodesTexts
  /** The page has nothing to ask for any more; only an answer with codes is still shown */
  over?: boolean
}

/** One field by which somebody proves who they are. Works without scripts. */
export function SecretForm({ id, action, field, send, kind, words, codes, over }: Props) {
  const { state, submit, onSubmit, pending } = useAnswer(action)
  if (codes && state.attempt > 0 && state.reason === null)
    return <RecoveryCodes given={state.shownOnce} texts={codes} />
  if (over) return null
  const at = fieldId(id, field.name)
  const key = state.fields[field.name]
  const error = key ? (words.errors[key] ?? words.reasons.INVALID) : undefined
  const refused = state.reason && !error ? (words.reasons[state.reason] ?? words.reasons.INVALID) : null
  const errors = error ? [{ fieldId: at, message: error }] : refused ? [{ message: refused }] : []
  const kindOfField =
    field.name === 'code'
      ? ({ inputMode: 'numeric', autoComplete: 'one-time-code', width: 'short' } as const)
      : ({ type: 'password', autoComplete: 'current-password' } as const)
  return (
    <form action={submit} onSubmit={onSubmit} noValidate className="mt-4">
      <ErrorSummary title={words.summary} errors={errors} attempt={state.attempt} reason={state.reason} />
      <Once attempt={state.attempt} />
      <TextInput id={at} name={field.name} label={field.label} help={field.help} error={error} {...kindOfField} />
      <Button kind={kind} disabled={pending}>
        {send}
      </Button>
    </form>
  )
}

function RecoveryCodes({ given, texts }: { given: string | undefined; texts: CodesTexts }) {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => box.current?.focus(), [])
  return (
    <div ref={box} tabIndex={-1}>
      <Notice kind={given ? 'success' : 'warning'} word={texts.made} live>
        <p>{given ? texts.help : texts.lost}</p>
      </Notice>
      {given && (
        <>
          <h3 className="mt-4">{texts.title}</h3>
          <ul className="my-4 grid max-w-text gap-x-6 gap-y-2 font-mono sm:grid-cols-2">
            {given.split('\n').map((code) => (
              <li key={code}>{code}</li>
            ))}
          </ul>
        </>
      )}
      <ButtonLink kind="primary" href={texts.doneHref}>
        {texts.done}
      </ButtonLink>
    </div>
  )
}
