'use client'

import { useRouter } from 'next/navigation'
import { type ReactNode, useEffect, useRef } from 'react'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { Once } from '@/components/ui/once'
import type { RecordField, RecordWords } from '@/components/ui/record-fields'
import { RecordFormBody } from '@/components/ui/record-form-body'
import { TextInput } from '@/components/ui/text-input'
import { useAnswer } from '@/components/ui/use-answer'
import type { FormAction } from '@/lib/access/form-state'

type Props = {
  id: string
  action: FormAction
  values?: Readonly<Record<string, string | number>>
  fields: readonly RecordField[]
  send: string
  words: RecordWords
  /** What stands in the form's place once it is done, with the secret that is shown this once; undefined: sent twice */
  made: (secret: string | undefined) => ReactNode
}

/** A form whose answer is shown once and kept nowhere. Works without scripts. */
export function ShownOnceForm({ id, action, values = {}, fields, send, words, made }: Props) {
  const { state, submit, onSubmit, pending } = useAnswer(action)
  const router = useRouter()
  const done = state.attempt > 0 && state.reason === null
  useEffect(() => {
    if (done) router.refresh()
  }, [done, router])
  if (done) return made(state.shownOnce)
  return (
    <form action={submit} onSubmit={onSubmit} noValidate>
      <Once attempt={state.attempt} />
      <RecordFormBody {...{ id, state, values, fields, words }} stored={null} />
      <Button disabled={pending}>{send}</Button>
    </form>
  )
}

type ShownProps = { id: string; name: string; label: string; secret: string | undefined; word: string; text: string }

/** A secret to be taken away now, selected; without one only what is said of it. Takes the focus. */
export function ShownOnce({ id, name, label, secret, word, text }: ShownProps) {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    box.current?.focus()
    box.current?.querySelector('input')?.select()
  }, [])
  return (
    <div ref={box} tabIndex={-1}>
      <Notice kind={secret === undefined ? 'warning' : 'success'} word={word} live>
        <p>{text}</p>
      </Notice>
      {secret && <TextInput id={id} name={name} label={label} width="full" readOnly value={secret} />}
    </div>
  )
}
